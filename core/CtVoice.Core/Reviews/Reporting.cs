using CtVoice.Core.Calendar;
using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews.Drafts;

namespace CtVoice.Core.Reviews;

/// <summary>What goes to the agencies: counts, and recommendations made of words that a person released.</summary>
public static class Reporting
{
    /// <summary>When the preview ends and the report goes out; null before the close.</summary>
    public static ExplainedInstant? GoesOutAt(Review review, BusinessCalendar calendar) =>
        review is { Stage: ReviewStage.Preview, ClosedAt: { } closed } ? GoesOutAfter(review, closed, calendar) : null;

    /// <summary>When the report goes out if the window closes at an instant.</summary>
    public static ExplainedInstant GoesOutAfter(Review review, DateTimeOffset closed, BusinessCalendar calendar)
    {
        var (policy, post) = (review.Policy, Postage.OfPreview(review));
        var end = calendar.Of(review).EndOfWindow(closed, policy.PreviewBusinessDays + post, policy.RemindsAt, PromisedAt(review));
        return end with { Because = Postage.Because(post, end.Because) };
    }

    /// <summary>When the day of the report was promised: agencies are told it with the day until which residents may answer.</summary>
    internal static DateTimeOffset? PromisedAt(Review review) => review.Window is { } window ? window.MovedAt ?? window.OpensAt : null;

    /// <summary>
    /// A reply whose words become a recommendation when nobody writes: to whatever question and beside whatever choice, a plain
    /// "ok" aside. In reviews of the first version only those beside a 2 or a 3.
    /// </summary>
    public static bool Recommends(Review review, Reply reply) =>
        reply.Releasable && (ReviewVersions.HasSupplement(review) || reply.Choice is 2 or 3);

    /// <summary>The preview is over: the report goes out on time with whatever was released by then.</summary>
    public static Decided<bool> Send(Review review, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (GoesOutAt(review, calendar) is not { } due || now < due.At)
            return new(false);
        var report = new ReportRecord(
            now, review.Asked, review.Repliers, review.Repliers < review.Policy.Quorum, DecidingWords.Undecided(review),
            DecidingWords.Withheld(review));
        var after = WithAllReleased(review.At(ReviewStage.Answering, now), calendar, now) with
        { Report = report, Supplement = Supplementing.For(review, calendar, now) };
        List<LedgerDraft> entries =
        [
            LedgerDraft.Of("report-sent", Actor.System, ("asked", report.Asked), ("replied", report.Replied),
                ("belowQuorum", report.BelowQuorum), ("waiting", report.Waiting), ("withheld", Some(report.Withheld)),
                ("recommendations", after.Recommendations.Count),
                ("dropped", Some(review.Drafting.Dropped)), ("merged", Some(review.Drafting.Merged)),
                ("reworded", Some(review.Drafting.Reworded))),
            .. after.Recommendations.Select(Entry),
        ];
        return new(true, new(now, after, entries)
        {
            Effects =
            [
                .. after.Recommendations.Select(r => new Effect.StartAccountability(r.Number)), new Effect.WakeReview(),
                // Read-backs are over: what is not answered is an addendum from now on.
                .. review.FollowUps.Where(f => f.AskedAt is not null).Select(f => new Effect.FreePhone(f.MemberId)),
            ],
        });
    }

    /// <summary>The review with everything that is released and did not go out yet: drafts or, when nobody wrote,
    /// each reply as its own recommendation.</summary>
    internal static Review WithAllReleased(Review review, BusinessCalendar calendar, DateTimeOffset now)
    {
        var texts = review.Drafting.Drafts.Count > 0
            ? review.Drafting.Drafts.Select(d => new TextName(WordsOf.Draft, d.Id))
            : review.Replies.Select(r => new TextName(WordsOf.Reply, r.Number));
        return texts.Aggregate(review, (after, text) => Recommend(after, text, calendar, now) is { } added ? With(after, added) : after);
    }

    /// <summary>What a released text recommends from now on; null when it waits, was taken back,
    /// went out before or recommends nothing.</summary>
    internal static Recommendation? Recommend(Review review, TextName text, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (text.Of is WordsOf.Draft)
        {
            if (review.Drafting.Find(text.Number) is not { Release: { } written, Became: null } draft
                || !WritingDrafts.Stands(review, draft))
                return null;
            return Make(review, written, draft.From, draft.Addressee, calendar, now) with
            {
                Dissent = draft.Kind is DraftKind.Dissent,
                Supports = draft.Supports,
                Opposes = draft.Opposes,
                Draft = draft.Id,
                PublicRelease = draft.PublicRelease,
            };
        }
        if (text.Of is not WordsOf.Reply || review.Drafting.Drafts.Count > 0
            || review.Replies.FirstOrDefault(r => r.Number == text.Number) is not { Release: { InFirstPerson: false } words } reply
            || !Recommends(review, reply)
            || review.Recommendations.Any(r => r.Draft is null && r.CarriedFrom is null && r.From.Contains(reply.Number)))
            return null;
        return Make(review, words, [reply.Number], review.Agency, calendar, now) with
        { Supports = [reply.Number], PublicRelease = reply.PublicRelease };
    }

    /// <summary>The review with one recommendation more.</summary>
    internal static Review With(Review review, Recommendation added)
    {
        var after = review with { Recommendations = [.. review.Recommendations, added] };
        return added.Draft is { } id
            ? after with { Drafting = after.Drafting.With(after.Drafting.Find(id)! with { Became = added.Number }) }
            : after;
    }

    /// <summary>What the ledger says of a recommendation that goes out.</summary>
    internal static LedgerDraft Entry(Recommendation added) =>
        LedgerDraft.Of("recommendation-made", Actor.System, ("recommendation", added.Number), ("question", added.Question),
            ("addressee", added.Addressee), ("dueAt", added.DueAt.UtcDateTime.ToString("O", null)), ("draft", added.Draft),
            ("dissent", added.Dissent ? true : null));

    private static Recommendation Make(
        Review review, TextReleased text, IReadOnlyList<int> from, string addressee, BusinessCalendar calendar, DateTimeOffset now)
    {
        var due = calendar.Of(review).EndOfWindow(now, review.Policy.AnswerBusinessDays, review.Policy.ClosesAt);
        return new()
        {
            Number = review.Recommendations.Count + 1,
            Content = text.Content,
            Question = review.Replies.First(r => r.Number == from[0]).Question,
            From = from,
            Addressee = addressee,
            SentAt = now,
            DueAt = due.At,
            DueBecause = due.Because,
        };
    }

    private static System.Text.Json.Nodes.JsonNode? Some(int count) => count > 0 ? count : null;
}
