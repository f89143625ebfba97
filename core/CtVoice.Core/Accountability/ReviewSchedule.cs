using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Accountability;

/// <summary>What a review's workflow sees of it: where it stands, and the instants that matter there. No personal data.</summary>
/// <param name="Stage">Where it stands.</param>
/// <param name="LookAgainAt">When the board is looked at again for a panel that could not be filled.</param>
/// <param name="TextsReady">Every text that the panel reads is released, and the time in which that could be stopped is over.</param>
/// <param name="DecideBy">When the coordinator's silence decides.</param>
/// <param name="TextsDigestAt">When missing texts go to the digest; null once they did.</param>
/// <param name="TextsEscalateAt">When missing texts are escalated; null once they were.</param>
/// <param name="CloseAt">When to close, the settling time included; null while nobody was asked.</param>
/// <param name="ReportAt">When the report goes out.</param>
/// <param name="TellAt">When members are told; null while the supplement is still to go out.</param>
/// <param name="VotesOpen">Members may still say whether the answers answered them.</param>
/// <param name="CountAt">When that is counted; null while nobody was asked.</param>
/// <param name="SupplementAt">When the supplement goes out; null when there is none, or it did.</param>
/// <param name="AskAt">When the panel is asked; null while texts are missing, and in what was stored before that could be stopped.</param>
public sealed record ReviewSchedule(
    ReviewStage Stage,
    bool TextsReady = false,
    DateTimeOffset? DecideBy = null,
    DateTimeOffset? LookAgainAt = null,
    DateTimeOffset? TextsDigestAt = null,
    DateTimeOffset? TextsEscalateAt = null,
    DateTimeOffset? CloseAt = null,
    DateTimeOffset? ReportAt = null,
    DateTimeOffset? TellAt = null,
    bool VotesOpen = false,
    DateTimeOffset? CountAt = null,
    DateTimeOffset? SupplementAt = null,
    DateTimeOffset? AskAt = null)
{
    /// <summary>The schedule of a review.</summary>
    public static ReviewSchedule Of(Review review, BusinessCalendar calendar, DateTimeOffset now)
    {
        var policy = review.Policy;
        var asks = Departing.AsksAt(review);
        DateTimeOffset After(int businessDays) => calendar.Of(review).EndOfWindow(review.StageSince, businessDays, policy.RemindsAt).At;
        return review.Stage switch
        {
            ReviewStage.CoordinatorDecides => new(review.Stage) { DecideBy = After(policy.CoordinatorDecidesWithin) },
            ReviewStage.ShortOfMembers => new(review.Stage) { LookAgainAt = calendar.Of(review).EndOfWindow(now, 1, policy.RemindsAt).At },
            ReviewStage.Preparing => new(review.Stage)
            {
                TextsReady = asks is not null && (!(policy.StopForMinutes > 0) || asks <= now),
                AskAt = policy.StopForMinutes > 0 ? asks : null,
                // Released texts that wait for their time are not late.
                TextsDigestAt = review.TextDelay.DigestedAt is null && asks is null ? After(policy.TextsDigestAfter) : null,
                TextsEscalateAt = review.TextDelay.EscalatedAt is null && asks is null ? After(policy.TextsEscalateAfter) : null,
            },
            ReviewStage.Open => new(review.Stage)
            {
                CloseAt = review.Invitations.All(i => !i.Stands)
                    ? review.StageSince
                    : Closing.At(review, calendar)?.At + policy.Settling,
            },
            ReviewStage.Preview => new(review.Stage) { ReportAt = Reporting.GoesOutAt(review, calendar)!.At },
            ReviewStage.Answering => new(review.Stage)
            {
                TellAt = Finishing.TellsAt(review),
                SupplementAt = Supplementing.IsPending(review) ? review.Supplement!.DueAt : null,
            },
            ReviewStage.Finished => new(review.Stage)
            {
                VotesOpen = AskingAgain.IsOpen(review, calendar, now),
                CountAt = AskingAgain.CountsAt(review, calendar),
            },
            _ => new(review.Stage),
        };
    }
}
