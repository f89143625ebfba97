using CtVoice.Core.Reviews;

namespace CtVoice.Core.Accountability;

/// <summary>
/// Which offices a decision on a review is told to by mail: what it changed decides, and nothing else. While residents are asked
/// that is the stage and the promised dates, so no mail depends on who answered, or when. Pure.
/// </summary>
public static class Noticing
{
    /// <summary>The notices that follow from a decision.</summary>
    /// <param name="before">What it was taken on; null for a project that was just received.</param>
    /// <param name="after">What it makes of that.</param>
    /// <param name="at">The instant of the decision.</param>
    public static IEnumerable<Effect.Tell> Of(Review? before, Review after, DateTimeOffset at)
    {
        if (before is null)
            return [ToOffice(NoticeKinds.ProjectArrived)];
        var told = new List<Effect.Tell>();
        if (Enters(ReviewStage.Preparing))
            told.Add(ToOffice(NoticeKinds.TextsNeeded));
        if (before.TextDelay.EscalatedAt is null && after.TextDelay.EscalatedAt is not null)
            told.Add(ToOffice(NoticeKinds.TextsLate));
        if (Enters(ReviewStage.NotRequired))
            told.Add(To(after.Agency, NoticeKinds.NoReview));
        if (before.Window is null && after is { Window: not null, Stage: not ReviewStage.Preview })
            told.Add(To(after.Agency, NoticeKinds.ReviewStarted));
        if (before.Window is { } window && after.Window!.Moves > window.Moves)
            told.Add(To(after.Agency, NoticeKinds.DateMoved));
        if (Enters(ReviewStage.Cancelled))
            told.Add(To(after.Agency, NoticeKinds.ReviewCancelled));
        if (before.Report is null && after.Report is not null)
            told.AddRange(Addressed(r => r.SentAt == at).Prepend(after.Agency).Distinct(StringComparer.Ordinal)
                .Select(a => To(a, NoticeKinds.ReportOut)));
        if (before.Supplement is not { SentAt: not null } && after.Supplement is { SentAt: not null })
            told.AddRange(Addressed(r => r.SentAt == at).Prepend(after.Agency).Distinct(StringComparer.Ordinal)
                .Select(a => To(a, NoticeKinds.SupplementOut)));
        told.AddRange(Addressed(r => r.AskedAgain is not null && Held(r)?.AskedAgain is null).Select(a => To(a, NoticeKinds.AskedAgain)));
        told.AddRange(Addressed(r => r.OverdueSince is not null && Held(r)?.OverdueSince is null)
            .Select(a => To(a, NoticeKinds.AnswerOverdue)));
        told.AddRange(Addressed(r => r.Commitment?.NotDeliveredSince is not null && Held(r)?.Commitment?.NotDeliveredSince is null)
            .Select(a => To(a, NoticeKinds.NotDelivered)));
        return told;

        bool Enters(ReviewStage stage) => after.Stage == stage && before.Stage != stage;

        Recommendation? Held(Recommendation recommendation) =>
            before.Recommendations.FirstOrDefault(r => r.Number == recommendation.Number);

        IEnumerable<string> Addressed(Func<Recommendation, bool> about) =>
            after.Recommendations.Where(about).Select(r => r.Addressee).Distinct(StringComparer.Ordinal);

        Effect.Tell To(string agency, string kind) => new(kind, agency, at);

        Effect.Tell ToOffice(string kind) => new(kind, null, at);
    }

    /// <summary>The decision with the notices that follow from it.</summary>
    internal static Decision Told(Review? before, Decision change) => Of(before, change.State, change.At).ToList() is { Count: > 0 } told
        ? change with { Effects = [.. change.Effects, .. told] }
        : change;
}
