using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Accountability;

/// <summary>A workflow that a review needs as it stands.</summary>
/// <param name="Start">What starts it.</param>
/// <param name="Instances">Ids that see to it: one of them runs, and the first is the one to start.</param>
public sealed record NeededWorkflow(Effect Start, IReadOnlyList<string> Instances);

/// <summary>Which workflows a review needs: those that would not end at once if they were started now.</summary>
public static class Attending
{
    /// <summary>The workflows of a review at an instant, by what they themselves see of it.</summary>
    public static IReadOnlyList<NeededWorkflow> Of(Review review, BusinessCalendar calendar, DateTimeOffset now)
    {
        var needed = new List<NeededWorkflow>();
        if (OfReview(ReviewSchedule.Of(review, calendar, now)))
            needed.Add(new(new Effect.StartReview(), [WorkflowIds.OfReview(review.Id)]));
        foreach (var invitation in review.Invitations.Where(i => !InvitationSchedule.Of(review, i, calendar, now).Over))
            needed.Add(OfMember(review, invitation));
        foreach (var (addressee, n) in AddresseeParts.Of(review).Select((addressee, i) => (addressee, i + 1)))
        {
            if (AddresseeSchedule.Of(review, addressee, calendar, now).Next is null)
                continue;
            var start = new Effect.StartAccountability(review.Recommendations.First(r => r.Addressee == addressee).Number);
            needed.Add(new(start, [WorkflowIds.OfAddressee(review.Id, n, AddresseeParts.RoundOf(review, addressee))]));
        }
        return needed;
    }

    /// <summary>
    /// False when a review needs no workflow any more until something is decided. Time alone only ends needs, so it is enough to
    /// look at the latest instant of which the review knows.
    /// </summary>
    public static bool MayNeed(Review review) => !review.Over || Of(review, BusinessCalendar.Connecticut, LatestIn(review)).Count > 0;

    private static DateTimeOffset LatestIn(Review review) => new[] { review.StageSince, review.VotesCountedAt }
        .Concat(review.Invitations.SelectMany(i => new[] { i.ToldAt, i.UpdatedAt, i.LastReplyAt }))
        .Concat(review.PartsDone.Select(p => (DateTimeOffset?)p.At))
        .Concat(review.Notices.Select(n => (DateTimeOffset?)n.SentAt))
        .Max()!.Value;

    private static bool OfReview(ReviewSchedule schedule) => schedule.Stage switch
    {
        ReviewStage.NotRequired or ReviewStage.Cancelled => false,
        ReviewStage.Finished => schedule.VotesOpen,
        _ => true,
    };

    // The workflow of a digest goes on with the next one, and the first with whatever comes: any of them will do.
    private static NeededWorkflow OfMember(Review review, Invitation invitation)
    {
        var (member, round) = (invitation.MemberId, invitation.Round);
        var news = invitation.ToldAt is not null && review.News.Count > invitation.ToldThrough;
        int[] parts = [.. Enumerable.Range(3, invitation.Part >= 3 ? invitation.Part - 2 : 0).Reverse(), round];
        var first = news ? invitation.Part : round;
        return new(new Effect.StartInvitation(member, first),
            [.. parts.OrderBy(part => part != first).Select(part => WorkflowIds.OfInvitation(review.Id, member, part))]);
    }
}
