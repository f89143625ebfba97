using System.Globalization;

namespace CtVoice.Web.Pages.Members;

/// <summary>The numbers in fixed words, so that a page can make each one a link that dials it.</summary>
internal static class Dialling
{
    /// <summary>The words in pieces; with what to dial where a piece is a number.</summary>
    /// <param name="said">The words.</param>
    /// <param name="numbers">The numbers in them, in their order: one may hold the digits of one before it.</param>
    public static IEnumerable<(string Text, string? Dial)> Pieces(string said, IReadOnlyList<string> numbers)
    {
        var from = 0;
        foreach (var number in numbers)
        {
            var at = said.IndexOf(number, from, StringComparison.Ordinal);
            if (at < 0)
                continue;
            yield return (said[from..at], null);
            yield return (number, Dialled(number));
            from = at + number.Length;
        }
        yield return (said[from..], null);
    }

    // RFC 3966 takes the digits, and a plus before them; whatever parts them for the eye is left out.
    private static string Dialled(string number) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{(number.StartsWith('+') ? "+" : "")}{string.Concat(number.Where(char.IsAsciiDigit))}");
}
