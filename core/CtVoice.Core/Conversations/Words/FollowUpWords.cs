namespace CtVoice.Core.Conversations.Words;

/// <summary>Puts together what a member reads after the review's own questions. Pure.</summary>
public static class FollowUpWords
{
    // What any provider takes in one message.
    private const int LongestParts = 10;

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
            return new("", discreet
                ? MemberWords.Joined([phrases.Discreet, MemberWords.Page(phrases, link), phrases.StopHint])
                : ReadBack(language, drafts, link));
        return new(phrases.Subject(code),
            Paragraphs([phrases.ReadBack, .. drafts.Select(Lettered), phrases.IsItRight, OnPage(phrases, link), phrases.Safety,
                phrases.StopHint]));
    }

    /// <summary>
    /// The same on a phone, in as many parts as a question takes (<see cref="Phrases.MostParts"/>). A draft is shown whole or not at all:
    /// nobody is asked to say that half a sentence is right. What has no room is counted, and read on the page; where there is none, the
    /// text may be as long as a text can be. Letters name the drafts, the same as on the page, so that a digit can only be the answer.
    /// </summary>
    public static string ReadBack(string language, IReadOnlyList<string> drafts, Uri? link = null)
    {
        var phrases = Phrases.In(language);
        var lettered = drafts.Select((draft, i) => Lettered(TextParts.Fit(draft), i)).ToList();
        var shown = new List<string>();
        foreach (var draft in lettered)
        {
            if (TextParts.Of(Together([.. shown, draft])) <= (link is null ? LongestParts : phrases.MostParts))
                shown.Add(draft);
        }
        return Together(shown);

        string Together(List<string> texts) => MemberWords.Joined(
        [
            phrases.ReadBack, .. texts, drafts.Count > texts.Count
                ? phrases.MoreOnPage(drafts.Count - texts.Count) : null,
            phrases.IsItRight, MemberWords.Page(phrases, link), phrases.StopHint,
        ]);
    }

    /// <summary>True when a text without a page shows every draft whole; otherwise a person calls.</summary>
    public static bool FitsWithoutPage(string language, IReadOnlyList<string> drafts) =>
        !ReadBack(language, drafts).Contains("(+", StringComparison.Ordinal);

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

    /// <summary>A draft with the letter that names it.</summary>
    internal static string Lettered(string draft, int index) => $"{(char)('A' + index % 26)}) {draft}";
}
