using System.Globalization;
using CtVoice.Core.Conversations.Words;

namespace CtVoice.Web.Pages;

/// <summary>
/// The fixed answer to danger on a page: the words of every phone, in a box that looks like nothing else, with each number a
/// link that dials it. They may be in another language than the page, so the box names its own.
/// </summary>
internal static class DangerBox
{
    /// <summary>The box.</summary>
    /// <param name="said">The fixed answer.</param>
    /// <param name="numbers">The numbers in it, in its order.</param>
    /// <param name="words">Words of its language.</param>
    public static Html Of(string said, IReadOnlyList<string> numbers, PageWords words) => Html.Of($"""
        <div class="danger" role="alert" lang="{words.Language}">
        <p>{Linked(said, numbers)}</p>
        <p><a href="sms:988">{words.TextTo988}</a></p>
        </div>
        """);

    // One after the other: a number may hold the digits of one before it.
    private static Html Linked(string said, IReadOnlyList<string> numbers)
    {
        var pieces = new List<Html>();
        var from = 0;
        foreach (var number in numbers)
        {
            var at = said.IndexOf(number, from, StringComparison.Ordinal);
            if (at < 0)
                continue;
            pieces.Add(Html.Of($"{said[from..at]}<a href=\"tel:{Dialled(number)}\">{number}</a>"));
            from = at + number.Length;
        }
        return Html.Of($"{Html.Join(pieces)}{said[from..]}");
    }

    // RFC 3966 takes the digits, and a plus before them; whatever parts them for the eye is left out.
    private static string Dialled(string number) =>
        string.Create(CultureInfo.InvariantCulture, $"{(number.StartsWith('+') ? "+" : "")}{string.Concat(number.Where(char.IsAsciiDigit))}");
}
