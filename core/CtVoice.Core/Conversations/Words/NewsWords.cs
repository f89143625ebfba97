using System.Globalization;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;

namespace CtVoice.Core.Conversations.Words;

/// <summary>
/// What members read of what became of their advice. Each line begins with the recommendation's own short words, so that nobody has to
/// know what a number means; where they may not stand (a discreet text, one that would be too long, words that nobody has released)
/// the message leads to the member's page, which shows them. Pure.
/// </summary>
internal static class NewsWords
{
    /// <summary>Characters of a text message that any provider takes, in whatever letters.</summary>
    private const int LongestText = 1600;

    /// <summary>A message about what became of the advice: all of it the first time, what changed after that.</summary>
    internal static string Of(Review review, Invitation invitation, MessagePurpose purpose, bool asText, bool discreet, Uri? link,
        AdviceInWords advice)
    {
        var phrases = Phrases.In(invitation.Language);
        var page = link is not null && NeedsPage(review, invitation, purpose, discreet, advice) ? phrases.InWords(link.AbsoluteUri) : null;
        string Told(bool withAdvice, bool withWords) => purpose == MessagePurpose.Outcome
            ? Outcome(review, invitation, phrases, withAdvice ? advice : AdviceInWords.None, withWords, page)
            : Update(review, invitation, phrases, withAdvice ? advice : AdviceInWords.None, withWords, page);
        var full = Told(withAdvice: true, withWords: true);
        if (!asText)
            return advice.Record is { } record && Of(review, invitation, purpose).Count > 0
                ? $"{full}\n\n{phrases.OnRecord(record.AbsoluteUri)}" : full;
        // What does not fit leaves in this order: the agency's words, the recommendation's. No link that works for long is in a text.
        return discreet ? Told(withAdvice: false, withWords: false)
            : full.Length <= LongestText ? full
            : Told(withAdvice: true, withWords: false) is { Length: <= LongestText } decided ? decided
            : Told(withAdvice: false, withWords: false);
    }

    /// <summary>Whether a text leaves words out that only the member's page shows.</summary>
    internal static bool NeedsPage(Review review, Invitation invitation, MessagePurpose purpose, bool discreet, AdviceInWords advice) =>
        Of(review, invitation, purpose).Any(r => discreet || !advice.ByNumber.ContainsKey(r.Number));

    // What a message tells of.
    private static IReadOnlyList<Recommendation> Of(Review review, Invitation invitation, MessagePurpose purpose) =>
        purpose == MessagePurpose.Outcome ? review.Recommendations : TellingMembers.Changed(review, invitation);

    /// <summary>What the agencies made of the advice, in their plain words; and whether the member's words were passed on.</summary>
    private static string Outcome(Review review, Invitation invitation, Phrases phrases, AdviceInWords advice, bool withWords, string? page)
    {
        var withheld = NotPassedOn(review, invitation, phrases);
        if (review.Recommendations.Count == 0)
            return MemberWords.Joined([WithoutAdvice(review, phrases), withheld]);
        return Ended(string.Join('\n', review.Recommendations
            .Select(r =>
                $"{Named(r, phrases, advice)}: {phrases.Of(r.Answer?.Kind)}.{(withWords ? Plain(r.Answer, invitation.Language) : "")}")
            .Prepend(phrases.Outcome(review.Recommendations.Count))), page, withheld);
    }

    /// <summary>What changed since the member was told last: new answers, and what became of what was promised.</summary>
    private static string Update(Review review, Invitation invitation, Phrases phrases, AdviceInWords advice, bool withWords, string? page)
    {
        var news = review.News.Skip(invitation.ToldThrough).ToLookup(n => n.Recommendation, n => n.Kind);
        var changed = TellingMembers.Changed(review, invitation);
        var withheld = NotPassedOn(review, invitation, phrases);
        return changed.Count == 0
            ? MemberWords.Joined([$"{phrases.Board}:", withheld])
            : Ended(string.Join('\n', changed.Select(Line).Prepend(phrases.Update)), page, withheld);

        string Line(Recommendation recommendation)
        {
            var kinds = news[recommendation.Number].ToList();
            var answered = kinds.Contains(NewsKind.Answered)
                ? $" {phrases.Of(recommendation.Answer?.Kind)}.{(withWords ? Plain(recommendation.Answer, invitation.Language) : "")}"
                : "";
            // A new answer promises anew: what became of the promise before is told with that answer, or not at all.
            var promised = recommendation.Commitment is { } commitment ? Promised(kinds[^1], commitment, phrases) : null;
            return $"{Named(recommendation, phrases, advice)}:{answered}{(promised is null ? "" : $" {promised}.")}";
        }
    }

    // The number is that of the report, by which a member may speak of it.
    private static string Named(Recommendation recommendation, Phrases phrases, AdviceInWords advice) =>
        advice.ByNumber.GetValueOrDefault(recommendation.Number) is { } said
            ? string.Create(CultureInfo.InvariantCulture, $"{recommendation.Number} {InEnglish(said, phrases)}\"{said.InShort}\"")
            : phrases.AdviceNumber(recommendation.Number);

    // Words that nobody has translated are told as such among those of another language.
    private static string InEnglish(Advised said, Phrases phrases) => Phrases.In(said.Language) == phrases ? "" : $"{phrases.InEnglish} ";

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

    private static string Ended(string lines, params string?[] last) => string.Join('\n', last.OfType<string>().Prepend(lines));

    // Nobody is told before a person has written it in their language; see Telling.
    private static string Plain(RecommendationAnswer? answer, string language) => answer?.PlainIn(language) is { } words ? " " + words : "";

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
}
