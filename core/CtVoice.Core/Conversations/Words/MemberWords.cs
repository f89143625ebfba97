using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Texts;

namespace CtVoice.Core.Conversations.Words;

/// <summary>Puts together what a member reads. Pure.</summary>
public static class MemberWords
{
    /// <summary>The question that is open for a member, as a text message, in the words that were released.</summary>
    public static string Question(Review review, string language, int number) =>
        Question(review, language, number, Phrases.In(language).Choices);

    /// <summary>Whether a message that left shows a question, with the accents of today or those of before,
    /// rather than only saying that there is one.</summary>
    public static bool Shows(Review review, string language, int number, string text) => TextParts.Compared(text).Contains(
        TextParts.Compared(review.ReleasedText(language).Questions[number - 1].Text), StringComparison.Ordinal);

    private static string Question(Review review, string language, int number, Func<IReadOnlyList<string>, string> choices)
    {
        var question = review.ReleasedText(language).Questions[number - 1];
        return $"{question.Text} {(question.Choices.Count > 0 ? choices(question.Choices) : Phrases.In(language).InYourWords)}";
    }

    /// <summary>A message of a review for a member.</summary>
    /// <param name="review">The review.</param>
    /// <param name="invitation">The member's part in it.</param>
    /// <param name="purpose">Why it is sent.</param>
    /// <param name="asText">A text message; otherwise an email.</param>
    /// <param name="discreet">The member asked for messages that name no topic.</param>
    /// <param name="link">The member's page of this message; null when there is none.</param>
    /// <param name="advice">Of news: what was advised, in words; none when null.</param>
    public static Wording Compose(
        Review review, Invitation invitation, MessagePurpose purpose, bool asText, bool discreet, Uri? link = null,
        AdviceInWords? advice = null)
    {
        var phrases = Phrases.In(invitation.Language);
        var subject = phrases.Subject(invitation.Code);
        if (purpose.IsNews())
            return new(subject, NewsWords.Of(review, invitation, purpose, asText, discreet, link, advice ?? AdviceInWords.None));
        if (purpose.IsAboutDate())
            return new(subject, AboutDate(review, phrases, purpose, asText, link));
        if (asText && discreet)
            return new(subject, Joined([phrases.Discreet, Page(phrases, link), phrases.StopHint]));
        var number = Math.Min(invitation.NextQuestion, review.Questions.Count);
        if (asText)
            return new(subject, Text(review, invitation.Language, number, purpose, link));
        var text = review.ReleasedText(invitation.Language);
        var opening = purpose.IsReminder() ? phrases.Reminder(LastDay(review, phrases)) : phrases.Board + ":";
        string?[] parts =
        [
            opening, .. Around(text, phrases, link is not null),
            Question(review, invitation.Language, number),
            link is null ? null : phrases.OnPage(link.AbsoluteUri),
            phrases.Safety, phrases.StopHint,
        ];
        return new(subject, string.Join("\n\n", parts.Where(part => !string.IsNullOrEmpty(part))));
    }

    /// <summary>Whether a text with news leaves words out that only the member's page shows.</summary>
    public static bool NeedsPage(Review review, Invitation invitation, MessagePurpose purpose, bool discreet, AdviceInWords advice) =>
        NewsWords.NeedsPage(review, invitation, purpose, discreet, advice);

    /// <summary>That a date no longer holds: it names no topic, so that it is the same for everybody.</summary>
    private static string AboutDate(Review review, Phrases phrases, MessagePurpose purpose, bool asText, Uri? link)
    {
        var said = purpose == MessagePurpose.Cancelled ? phrases.EndedEarly : phrases.MoreTime(LastDay(review, phrases));
        return asText
            ? Joined([said, Page(phrases, link), phrases.StopHint])
            : string.Join("\n\n", new[] { said, link is null ? null : phrases.OnPage(link.AbsoluteUri), phrases.Safety, phrases.StopHint }
                .OfType<string>());
    }

    /// <summary>
    /// A question as a text message. The fullest wording that fits is sent: the hint that words may be added goes first,
    /// then what is around the question, and last the question itself, which is then read on the page or asked for.
    /// </summary>
    private static string Text(Review review, string language, int number, MessagePurpose purpose, Uri? link)
    {
        var phrases = Phrases.In(language);
        var lastDay = purpose.IsReminder() ? LastDay(review, phrases) : null;
        var opening = lastDay is null ? phrases.Board + ":" : phrases.Reminder(lastDay);
        var brief = lastDay is null ? phrases.Board + ":" : phrases.ReminderInShort(lastDay);
        var question = Question(review, language, number);
        var plain = Question(review, language, number, phrases.ChoicesInShort);
        var page = Page(phrases, link);
        string?[][] wordings =
        [
            [opening, question, page, phrases.StopHint],
            [opening, plain, page, phrases.StopHint],
            [brief, plain, page, phrases.StopHint],
            [brief, plain, link?.AbsoluteUri, phrases.StopInShort],
            lastDay is null ? [phrases.Discreet, page, phrases.StopHint] : [brief, phrases.DiscreetNext, page, phrases.StopHint],
        ];
        var fitted = wordings.Select(Joined).ToList();
        return fitted.Find(text => TextParts.Of(TextParts.Fit(text)) <= phrases.MostParts) ?? fitted[^1];
    }

    /// <summary>Where else a text message may be answered; null when there is no such page.</summary>
    internal static string? Page(Phrases phrases, Uri? link) => link is null ? null : phrases.OrHere(link.AbsoluteUri);

    /// <summary>The parts of a text message that there are, one after the other.</summary>
    internal static string Joined(IEnumerable<string?> parts) => string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>The same; null where there is no part.</summary>
    internal static string? JoinedIfAny(IReadOnlyList<string?> parts) => Joined(parts) is { Length: > 0 } text ? text : null;

    /// <summary>What a receipt repeats: an option, or none.</summary>
    private static readonly int?[] Choices = [null, 1, 2, 3, 4, 5];

    /// <summary>Everything that a member may have been written in a review, to tell it from their own words in a reply.</summary>
    public static IReadOnlyList<string> Sent(Review review, Invitation invitation)
    {
        var phrases = Phrases.In(invitation.Language);
        var text = review.ReleasedText(invitation.Language);
        return
        [
            phrases.Board, text.Summary, Notes(text, phrases, withPage: true) ?? "", Notes(text, phrases, withPage: false) ?? "",
            Risks(text, phrases) ?? "",
            phrases.Safety, phrases.StopHint, phrases.Next, phrases.SavedLate, phrases.Withdrawn,
            phrases.OnPage("").TrimEnd(),
            review.Window is null ? "" : phrases.Reminder(LastDay(review, phrases)),
            review.Window is null ? "" : phrases.MoreTime(LastDay(review, phrases)),
            .. Enumerable.Range(1, review.Questions.Count).Select(number => Question(review, invitation.Language, number)),
            .. Choices.Select(phrases.Saved),
            .. Enumerable.Range(1, review.Questions.Count).SelectMany(_ => Choices, phrases.SavedFor),
        ];
    }

    /// <summary>What members read before the questions, block by block: the project, what is known of it, what could go wrong.</summary>
    internal static IReadOnlyList<string> Around(ReviewText text, Phrases phrases, bool withPage) =>
    [
        .. new[] { text.Summary, Notes(text, phrases, withPage), Risks(text, phrases) }.OfType<string>().Where(block => block.Length > 0),
    ];

    // One plain sentence each, and where it can be checked.
    private static string? Notes(ReviewText text, Phrases phrases, bool withPage) => text.Notes.Count + text.Unlisted.Count == 0
        ? null
        : string.Join('\n', text.Notes.Select(n => $"- {n.Sentence} ({n.Title}, {n.Date.Year}: {n.Link})")
            .Concat(text.Unlisted.Count == 0 ? [] : [$"- {phrases.NotInDictionary} {Unlisted(text, phrases, withPage)}."])
            .Prepend(phrases.Context));

    private static string Unlisted(ReviewText text, Phrases phrases, bool withPage) => text.UnlistedMore == 0
        ? string.Join("; ", text.Unlisted)
        : $"{string.Join("; ", text.Unlisted)}; {phrases.MoreData(text.UnlistedMore, withPage)}";

    // As the agency sees it; what nobody put in the member's language says so.
    private static string? Risks(ReviewText text, Phrases phrases) => text.Risks.Count == 0
        ? null
        : string.Join('\n', text.Risks.Select(r => r.Language == text.Language ? $"- {r.Words}" : $"- {phrases.InEnglish} {r.Words}")
            .Prepend(phrases.Risks));

    internal static string LastDay(Review review, Phrases phrases) =>
        phrases.Day(LocalTime.DateIn(BusinessCalendar.Zone, review.Window!.ClosesAt));
}
