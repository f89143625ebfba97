using System.Globalization;

namespace CtVoice.Core.Conversations.Words;

/// <summary>Puts together what a member reads after the review's own questions. Pure.</summary>
public static class FollowUpWords
{
    // Fewer letters of a draft than this tell nothing.
    private const int Fewest = 24;

    /// <summary>The draft that is read back, and whether it is right.</summary>
    /// <param name="language">ISO 639-1 code; every draft is in it.</param>
    /// <param name="code">Leads a mailed answer back.</param>
    /// <param name="drafts">Texts that a person released, in order.</param>
    /// <param name="asText">A text message; otherwise an email.</param>
    /// <param name="discreet">The member asked for messages that name no topic.</param>
    /// <param name="link">The member's page of this message; null when there is none.</param>
    public static Wording ReadBack(string language, string code, IReadOnlyList<string> drafts, bool asText, bool discreet, Uri? link = null)
    {
        var phrases = Phrases.In(language);
        if (asText)
            return new("", discreet ? MemberWords.Joined([phrases.Discreet, MemberWords.Page(phrases, link), phrases.StopHint]) : ReadBack(language, drafts, link));
        return new(phrases.Subject(code), Paragraphs([phrases.ReadBack, .. drafts.Select(Lettered), phrases.IsItRight, OnPage(phrases, link), phrases.Safety, phrases.StopHint]));
    }

    /// <summary>
    /// The same on a phone, in two parts in English and three in other languages: each draft is cut to its share, and what
    /// has no room at all is counted. Letters name the drafts, so that a digit can only be the answer.
    /// </summary>
    public static string ReadBack(string language, IReadOnlyList<string> drafts, Uri? link = null)
    {
        var phrases = Phrases.In(language);
        var plain = drafts.Select(TextParts.InSmallAlphabet).ToList();
        for (var shown = plain.Count; shown > 0; shown--)
        {
            for (var share = plain.Take(shown).Max(d => d.Length); share >= Math.Min(Fewest, plain.Take(shown).Max(d => d.Length)); share--)
            {
                var text = Together(plain.Take(shown).Select(d => Cut(d, share)), plain.Count - shown);
                if (TextParts.Of(text) <= phrases.MostParts)
                    return text;
            }
        }
        return Together([], plain.Count);

        string Together(IEnumerable<string> texts, int left) => MemberWords.Joined(
        [
            phrases.ReadBack, .. texts.Select(Lettered), left > 0 ? string.Create(CultureInfo.InvariantCulture, $"(+{left})") : null,
            phrases.IsItRight, MemberWords.Page(phrases, link), phrases.StopHint,
        ]);
    }

    /// <summary>Did this answer you? It names no topic, so that it is the same for everybody.</summary>
    public static Wording Satisfaction(string language, string code, bool asText, Uri? link = null)
    {
        var phrases = Phrases.In(language);
        return new(phrases.Subject(code), asText
            ? MemberWords.Joined([phrases.DidThisAnswer, MemberWords.Page(phrases, link), phrases.StopHint])
            : Paragraphs([phrases.DidThisAnswer, OnPage(phrases, link), phrases.Safety, phrases.StopHint]));
    }

    private static string? OnPage(Phrases phrases, Uri? link) => link is null ? null : phrases.OnPage(link.AbsoluteUri);

    private static string Paragraphs(IEnumerable<string?> parts) => string.Join("\n\n", parts.OfType<string>());

    private static string Lettered(string draft, int index) => $"{(char)('A' + index % 26)}) {draft}";

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = text.LastIndexOf(' ', length - 3);
        return text[..(end > length / 2 ? end : length - 3)].TrimEnd(' ', ',', '.', ';') + "...";
    }
}
