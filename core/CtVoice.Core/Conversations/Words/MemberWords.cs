using System.Globalization;
using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Core.Reviews.Texts;

namespace CtVoice.Core.Conversations.Words;

/// <summary>Puts together what a member reads. Pure.</summary>
public static class MemberWords
{
    /// <summary>Characters of a text message that any provider takes (10 segments).</summary>
    private const int LongestText = 1600;

    /// <summary>The question that is open for a member, as a text message, in the words that were released.</summary>
    public static string Question(Review review, string language, int number) => Question(review, language, number, Phrases.In(language).Choices);

    /// <summary>Whether a message that left shows a question, with the accents of today or those of before, rather than only saying that there is one.</summary>
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
    public static Wording Compose(Review review, Invitation invitation, MessagePurpose purpose, bool asText, bool discreet, Uri? link = null)
    {
        var phrases = Phrases.In(invitation.Language);
        var subject = phrases.Subject(invitation.Code);
        if (purpose == MessagePurpose.Outcome)
            return new(subject, Outcome(review, invitation, asText, discreet));
        if (purpose.IsNews())
            return new(subject, Update(review, invitation, asText, discreet));
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
            opening, text.Summary, Notes(text, phrases), Question(review, invitation.Language, number), link is null ? null : phrases.OnPage(link.AbsoluteUri),
            phrases.Safety, phrases.StopHint,
        ];
        return new(subject, string.Join("\n\n", parts.Where(part => !string.IsNullOrEmpty(part))));
    }

    /// <summary>That a date no longer holds: it names no topic, so that it is the same for everybody.</summary>
    private static string AboutDate(Review review, Phrases phrases, MessagePurpose purpose, bool asText, Uri? link)
    {
        var said = purpose == MessagePurpose.Cancelled ? phrases.EndedEarly : phrases.MoreTime(LastDay(review, phrases));
        return asText
            ? Joined([said, Page(phrases, link), phrases.StopHint])
            : string.Join("\n\n", new[] { said, link is null ? null : phrases.OnPage(link.AbsoluteUri), phrases.Safety, phrases.StopHint }.OfType<string>());
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

    /// <summary>Everything that a member may have been written in a review, to tell it from their own words in a reply.</summary>
    public static IReadOnlyList<string> Sent(Review review, Invitation invitation)
    {
        var phrases = Phrases.In(invitation.Language);
        var text = review.ReleasedText(invitation.Language);
        return
        [
            phrases.Board, text.Summary, Notes(text, phrases) ?? "", phrases.Safety, phrases.StopHint, phrases.Next, phrases.SavedLate, phrases.Withdrawn,
            phrases.OnPage("").TrimEnd(),
            review.Window is null ? "" : phrases.Reminder(LastDay(review, phrases)), review.Window is null ? "" : phrases.MoreTime(LastDay(review, phrases)),
            .. Enumerable.Range(1, review.Questions.Count).Select(number => Question(review, invitation.Language, number)),
            .. Enumerable.Range(1, 5).Select(choice => phrases.Saved(choice)).Append(phrases.Saved(null)),
        ];
    }

    // One plain sentence each, and where it can be checked.
    private static string? Notes(ReviewText text, Phrases phrases) => text.Notes.Count + text.Unlisted.Count == 0
        ? null
        : string.Join('\n', text.Notes.Select(n => $"- {n.Sentence} ({n.Title}, {n.Date.Year}: {n.Link})")
            .Concat(text.Unlisted.Count == 0 ? [] : [$"- {phrases.NotInDictionary} {string.Join("; ", text.Unlisted)}."]).Prepend(phrases.Context));

    /// <summary>What the agencies made of the advice: by number, in their plain words; and whether the member's words were passed on.</summary>
    private static string Outcome(Review review, Invitation invitation, bool asText, bool discreet)
    {
        var phrases = Phrases.In(invitation.Language);
        var withheld = NotPassedOn(review, invitation, phrases);
        if (review.Recommendations.Count == 0)
            return $"{WithoutAdvice(review, phrases)}{(withheld is null ? "" : $" {withheld}")}";
        var full = Ended(Lines(review, invitation.Language, withWords: true), withheld);
        // Too long for a phone, or a phone that is to name no topic: what was decided, and the words on the public register.
        return asText && (discreet || full.Length > LongestText) ? Ended(Lines(review, invitation.Language, withWords: false), withheld) : full;
    }

    // "No changes" is said where nobody asked for one; what waits, or was not passed on, may ask for some.
    private static string WithoutAdvice(Review review, Phrases phrases) =>
        DecidingWords.Undecided(review) > 0 ? phrases.OutcomeUndecided
        : review.Replies.Where(r => r.Counts).All(r => r.Choice == 1 && !r.Releasable && !r.NotQuoted) ? phrases.OutcomeWithout
        : phrases.OutcomeCounts;

    /// <summary>That a member's words were not passed on; null when they were, or the member knows.</summary>
    private static string? NotPassedOn(Review review, Invitation invitation, Phrases phrases)
    {
        var withheld = DecidingWords.ToTell(review, invitation.MemberId);
        return withheld.Count == 0 ? null
            : review.Replies.Any(r => withheld.Contains(r.Number) && r.Counts) ? phrases.NotPassedOn
            : phrases.LateNotPassedOn;
    }

    private static string Ended(string lines, string? last) => last is null ? lines : $"{lines}\n{last}";

    private static string Lines(Review review, string language, bool withWords)
    {
        var phrases = Phrases.In(language);
        return string.Join('\n', review.Recommendations
            .Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Number}: {phrases.Of(r.Answer?.Kind)}.{(withWords ? Plain(r.Answer, language) : "")}"))
            .Prepend(phrases.Outcome(review.Recommendations.Count)));
    }

    private static string Plain(RecommendationAnswer? answer, string language)
    {
        if (answer is null)
            return "";
        // Nobody is told before a person has written it in their language; see Telling.
        return answer.PlainIn(language) is { } words ? " " + words : "";
    }

    /// <summary>What changed since the member was told last: new answers, and what became of what was promised.</summary>
    private static string Update(Review review, Invitation invitation, bool asText, bool discreet)
    {
        var full = UpdateLines(review, invitation, withWords: true);
        return asText && (discreet || full.Length > LongestText) ? UpdateLines(review, invitation, withWords: false) : full;
    }

    private static string UpdateLines(Review review, Invitation invitation, bool withWords)
    {
        var phrases = Phrases.In(invitation.Language);
        var news = review.News.Skip(invitation.ToldThrough).ToLookup(n => n.Recommendation, n => n.Kind);
        var changed = TellingMembers.Changed(review, invitation);
        var withheld = NotPassedOn(review, invitation, phrases);
        return changed.Count == 0
            ? Joined([$"{phrases.Board}:", withheld])
            : Ended(string.Join('\n', changed.Select(Line).Prepend(phrases.Update)), withheld);

        string Line(Recommendation recommendation)
        {
            var kinds = news[recommendation.Number].ToList();
            var answered = kinds.Contains(NewsKind.Answered)
                ? $" {phrases.Of(recommendation.Answer?.Kind)}.{(withWords ? Plain(recommendation.Answer, invitation.Language) : "")}"
                : "";
            // A new answer promises anew: what became of the promise before is told with that answer, or not at all.
            var promised = recommendation.Commitment is { } commitment ? Promised(kinds[^1], commitment, phrases) : null;
            return string.Create(CultureInfo.InvariantCulture, $"{recommendation.Number}:{answered}{(promised is null ? "" : $" {promised}.")}");
        }
    }

    private static string? Promised(NewsKind latest, Commitment commitment, Phrases phrases) => latest switch
    {
        NewsKind.Delivered => phrases.Done,
        NewsKind.DeliveryRejected => phrases.NotShown,
        NewsKind.NotDelivered => phrases.NotDone(DayAndYear(commitment.DueOn, phrases)),
        NewsKind.NewDate => phrases.NewDate(DayAndYear(commitment.DueOn, phrases)),
        _ => null,
    };

    private static string DayAndYear(DateOnly day, Phrases phrases) =>
        string.Create(CultureInfo.InvariantCulture, $"{phrases.Day(day)} {day.Year}");

    private static string LastDay(Review review, Phrases phrases) =>
        phrases.Day(LocalTime.DateIn(BusinessCalendar.Zone, review.Window!.ClosesAt));
}
