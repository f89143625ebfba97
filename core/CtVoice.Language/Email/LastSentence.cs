using CtVoice.Language.Matching;

namespace CtVoice.Language.Email;

/// <summary>
/// Whoever goes on from an absence to the matter is a person: "I am off work until February and the check is half. People in my place need
/// the ride more than the food." A notice ends with when, whom to ask, or a courtesy.
/// </summary>
internal static class LastSentence
{
    /// <summary>Fewer words than this are a name or a courtesy.</summary>
    private const int Fewest = 7;

    /// <summary>What the last sentence of a notice speaks of.</summary>
    private static readonly Expression OfNotice = PhraseForms.Load("Email.Phrases.notice-endings").Among("of a notice");

    /// <summary>Whether a text ends with a sentence that no notice ends with.</summary>
    /// <param name="plain">The text as <see cref="Plain"/> gives it.</param>
    internal static bool IsOfTheMatter(string plain)
    {
        var text = plain.AsSpan().TrimEnd();
        if (text is not [.., '.' or '!' or '?'])
            return false;
        var body = text[..^1];
        var from = Math.Max(body.LastIndexOf(". "), Math.Max(body.LastIndexOf("! "), body.LastIndexOf("? ")));
        var last = body[(from + 1)..].Trim();
        return from > 0 && last.Count(' ') + 1 >= Fewest && !last.Contains('\n') && !last.Contains('@') && !OfNotice.IsMatch(last);
    }
}
