using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Ledger;

namespace CtVoice.Core.Reviews;

/// <summary>What goes to the agencies: counts, and recommendations made of words that a person released.</summary>
public static class Reporting
{
    /// <summary>When the preview ends and the report goes out; null before the close.</summary>
    public static ExplainedInstant? GoesOutAt(Review review, BusinessCalendar calendar) =>
        review is { Stage: ReviewStage.Preview, ClosedAt: { } closed }
            ? calendar.EndOfWindow(closed, review.Policy.PreviewBusinessDays, review.Policy.RemindsAt)
            : null;

    /// <summary>A reply whose words may become a recommendation: it has words, and asks for a change or says no.</summary>
    public static bool Recommends(Reply reply) => reply is { HasWords: true, Choice: 2 or 3 };

    /// <summary>
    /// A person releases the words of a reply as <paramref name="text"/>. After the report went out, however long ago, the
    /// reply becomes a recommendation of its own, with its own clock.
    /// </summary>
    public static Decided<bool> ReleaseWords(
        Review review, int reply, string text, string keyId, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (review.Stage is ReviewStage.Cancelled || review.Replies.FirstOrDefault(r => r.Number == reply) is not { HasWords: true, Release: null } held)
            return new(false);
        var content = $"released|{reply}";
        var released = held with { Release = new(keyId, now, content) };
        var after = review with { Replies = [.. review.Replies.Select(r => r.Number == reply ? released : r)] };
        var entry = LedgerDraft.Of("words-released", Actor.Coordinator(keyId), ("reply", reply)) with { Contents = [content] };
        var decision = new Decision(now, after, entry) { Contents = [new(content, text)] };
        if (review.Report is null || !Recommends(released))
            return new(true, decision);
        var added = Recommend(after, released, calendar, now);
        return new(true, decision with
        {
            State = after with { Recommendations = [.. after.Recommendations, added] },
            Ledger = [entry, Entry(added)],
            Effects = [new Effect.StartAccountability(added.Number), new Effect.WakeReview()],
        });
    }

    /// <summary>The preview is over: the report goes out on time with whatever was released by then.</summary>
    public static Decided<bool> Send(Review review, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (GoesOutAt(review, calendar) is not { } due || now < due.At)
            return new(false);
        var waiting = review.Replies.Count(r => r is { HasWords: true, Release: null });
        var report = new ReportRecord(now, review.Asked, review.Repliers, review.Repliers < review.Policy.Quorum, waiting);
        var after = review.At(ReviewStage.Answering, now) with { Report = report };
        foreach (var reply in review.Replies.Where(r => Recommends(r) && r.Release is not null))
            after = after with { Recommendations = [.. after.Recommendations, Recommend(after, reply, calendar, now)] };
        List<LedgerDraft> entries =
        [
            LedgerDraft.Of("report-sent", Actor.System, ("asked", report.Asked), ("replied", report.Replied),
                ("belowQuorum", report.BelowQuorum), ("waiting", report.Waiting), ("recommendations", after.Recommendations.Count)),
            .. after.Recommendations.Select(Entry),
        ];
        return new(true, new(now, after, entries)
        {
            Effects = [.. after.Recommendations.Select(r => new Effect.StartAccountability(r.Number)), new Effect.WakeReview()],
        });
    }

    private static LedgerDraft Entry(Recommendation added) =>
        LedgerDraft.Of("recommendation-made", Actor.System, ("recommendation", added.Number), ("question", added.Question),
            ("addressee", added.Addressee), ("dueAt", added.DueAt.UtcDateTime.ToString("O", null)));

    private static Recommendation Recommend(Review review, Reply reply, BusinessCalendar calendar, DateTimeOffset now)
    {
        var due = calendar.EndOfWindow(now, review.Policy.AnswerBusinessDays, review.Policy.ClosesAt);
        return new()
        {
            Number = review.Recommendations.Count + 1,
            Content = reply.Release!.Content,
            Question = reply.Question,
            From = [reply.Number],
            Addressee = review.Agency,
            SentAt = now,
            DueAt = due.At,
            DueBecause = due.Because,
        };
    }
}
