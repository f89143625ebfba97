using CtVoice.Core.Calendar;
using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews.Drafts;

namespace CtVoice.Core.Reviews;

/// <summary>The supplement to a report.</summary>
/// <param name="DueAt">When it goes out.</param>
/// <param name="DueBecause">How that was computed.</param>
/// <param name="SentAt">When it went out; null until then.</param>
/// <param name="NotDecided">Replies whose words nobody had decided on by then either; published as such.</param>
/// <param name="Withheld">Replies whose words were not passed on by then.</param>
public sealed record Supplement(
    DateTimeOffset DueAt, IReadOnlyList<string> DueBecause, DateTimeOffset? SentAt = null, int NotDecided = 0, int Withheld = 0);

/// <summary>
/// What is decided after the report goes out in one supplement with one clock, so that no agency is sent advice in drops. What
/// is undecided then is published as such, and never becomes a recommendation.
/// </summary>
public static class Supplementing
{
    /// <summary>True from the report until its supplement went out, where it has one.</summary>
    public static bool IsPending(Review review) => review.Supplement is { SentAt: null };

    /// <summary>True for what was released after the report and goes out with the supplement: nobody reads it before.</summary>
    public static bool Holds(Review review, TextReleased release) => release.AfterReport && IsPending(review);

    /// <summary>The supplement that a report needs: something waits, and the review was begun under this rule.
    /// Null when it needs none.</summary>
    internal static Supplement? For(Review review, BusinessCalendar calendar, DateTimeOffset sentAt) =>
        DecidingWords.Undecided(review) > 0 || WritingDrafts.Waiting(review) > 0 ? After(review, calendar, sentAt) : null;

    /// <summary>
    /// The review with a supplement to come for words that are released now although none waited when the report went out: they
    /// came late, or were withheld. After its day, and once members are told, such words start no clock any more.
    /// </summary>
    internal static Review Opened(Review review, BusinessCalendar calendar, DateTimeOffset now) =>
        review is { Stage: ReviewStage.Answering, Report: { } report, Supplement: null, CarriedOver: null }
            && After(review, calendar, report.SentAt) is { } supplement && now < supplement.DueAt
            ? review with { Supplement = supplement }
            : review;

    private static Supplement? After(Review review, BusinessCalendar calendar, DateTimeOffset sentAt) =>
        ReviewVersions.HasSupplement(review)
        ? calendar.Of(review).EndOfWindow(sentAt, review.Policy.SupplementBusinessDays, review.Policy.RemindsAt) is var due
            ? new(due.At, due.Because) : null
        : null;

    /// <summary>The supplement goes out when it is due, with whatever was decided by then.</summary>
    public static Decided<bool> Send(Review review, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (review is not { Stage: ReviewStage.Answering, Supplement: { SentAt: null } due } || now < due.DueAt)
            return new(false);
        var sent = due with { SentAt = now, NotDecided = DecidingWords.Undecided(review), Withheld = DecidingWords.Withheld(review) };
        var after = Reporting.WithAllReleased(review, calendar, now) with { Supplement = sent };
        var added = after.Recommendations.Skip(review.Recommendations.Count).ToList();
        return new(true, new(now, after,
        [
            LedgerDraft.Of("supplement-sent", Actor.System,
                ("recommendations", added.Count), ("notDecided", sent.NotDecided), ("withheld", sent.Withheld)),
            .. added.Select(Reporting.Entry),
        ])
        {
            Effects = [.. added.Select(r => new Effect.StartAccountability(r.Number)), new Effect.WakeReview()],
        });
    }
}
