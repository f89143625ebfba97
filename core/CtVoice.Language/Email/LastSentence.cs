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

    /// <summary>A line of so few words with no mark at its end is a name, a title or a farewell.</summary>
    private const int FewWords = 4;

    /// <summary>What the last sentence of a notice speaks of.</summary>
    private static readonly Expression OfNotice = PhraseForms.Load("Email.Phrases.notice-endings").Among("of a notice");

    /// <summary>Whether a text ends with a sentence that no notice ends with.</summary>
    /// <param name="plain">The text as <see cref="Plain"/> gives it.</param>
    internal static bool IsOfTheMatter(string plain)
    {
        var text = WithoutName(plain).AsSpan().TrimEnd();
        if (text is not [.., '.' or '!' or '?'])
            return false;
        var body = text[..^1];
        var from = Math.Max(body.LastIndexOf(". "), Math.Max(body.LastIndexOf("! "), body.LastIndexOf("? ")));
        var last = body[(from + 1)..].Trim();
        return from > 0 && last.Count(' ') + 1 >= Fewest && !last.Contains('\n') && !last.Contains('@') && !OfNotice.IsMatch(last);
    }

    /// <summary>A text without its last lines of a few words and no mark at the end: whoever signs says nothing of the matter.</summary>
    internal static string WithoutName(string plain)
    {
        var text = plain.AsSpan().TrimEnd();
        while (text.LastIndexOf('\n') is > 0 and var at && text[(at + 1)..].Trim() is [.., not ('.' or '!' or '?')] name
            && name.Count(' ') < FewWords)
            text = text[..at].TrimEnd();
        return text.Length == plain.Length ? plain : text.ToString();
    }
}
