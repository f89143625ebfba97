using CtVoice.Language.Matching;
using CtVoice.Language.Meaning;

namespace CtVoice.Language.Email;

/// <summary>Newsletters and advertisements that no header field names, by what stands at their end.</summary>
internal static class BulkMail
{
    /// <summary>Where it stands.</summary>
    private const int Foot = 600;

    private const int Longest = 20_000;

    private static readonly Expression Footers = PhraseForms.Load("Email.Phrases.bulk-mail").Among("footers");

    private static readonly HashSet<string> BetweenBars = new(PhraseFile.Load("bulk-mail")["between bars"], StringComparer.Ordinal);

    private static readonly char[] Bars = ['|', '·', '•', '¦'];

    /// <summary>Whether a mail that answers none of ours ends so, and nobody speaks of themselves in it, asks or answers.</summary>
    internal static bool Is(string text)
    {
        if (text.Length is 0 or > Longest)
            return false;
        var foot = text.Length > Foot ? text[^Foot..] : text;
        if (!Footers.IsMatch(NormalizedText.Of(foot).Words) && !foot.Split('\n').Any(IsOfLinks))
            return false;
        var plain = Plain.Of(text);
        return !PersonSigns.Speaks(plain) && !PersonSigns.Asks(plain) && !PersonSigns.Answers(plain, NormalizedText.Of(text));
    }

    /// <summary>"Edit this alert | Unsubscribe": who wants to be taken off writes it between no bars.</summary>
    private static bool IsOfLinks(string line) => line.AsSpan().IndexOfAny(Bars) >= 0
        && line.Split(Bars).Any(part => BetweenBars.Contains(Plain.Of(part.Split('<', '(', '[')[0]).Trim()));
}
