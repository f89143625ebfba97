using CtVoice.Core.Calendar;
using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews.Drafts;

namespace CtVoice.Core.Reviews;

/// <summary>
/// Members who replied learn what became of it: once when the answers are in or late, and later changes in one digest at a
/// time. In their language or, until a person has translated it, not yet.
/// </summary>
public static class TellingMembers
{
    /// <summary>What is to be told to a member next; over when there is nothing.</summary>
    public static InvitationSchedule Next(Review review, Invitation invitation, BusinessCalendar calendar)
    {
        if (invitation.ToldAt is null)
        {
            return Departing.OutcomeAt(review) is { } at && Ready(review, invitation.Language, review.Recommendations)
                ? new(false, MessagePurpose.Outcome,
                    Departing.LeavesInWords(review, at, TranslatingPlainWords.ReadyAt(review.Recommendations, invitation.Language)))
                : new(false);
        }
        if (Since(review, invitation) is not { } since)
            return new(true);
        if (Departing.IsStopped(review, PanelMessage.Update))
            return new(false);
        var first = calendar.Of(review).EndOfWindow(since, 1, review.Policy.RemindsAt).At;
        var again = (invitation.UpdatedAt ?? invitation.ToldAt.Value).AddDays(review.Policy.TellAgainAfter);
        var changed = Changed(review, invitation);
        if (!Ready(review, invitation.Language, changed))
            return new(false);
        var due = Departing.LeavesInWords(review, first > again ? first : again,
            TranslatingPlainWords.ReadyAt(changed, invitation.Language));
        // What was stopped and let go can be stopped again for as long as before.
        return new(false, MessagePurpose.Update(invitation.Updates + 1), Departing.LeavesInWords(review, due, review.UpdateFrom));
    }

    /// <summary>Recommendations with news for a member, by number.</summary>
    public static IReadOnlyList<Recommendation> Changed(Review review, Invitation invitation)
    {
        var numbers = review.News.Skip(invitation.ToldThrough).Select(n => n.Recommendation).ToHashSet();
        return [.. review.Recommendations.Where(r => numbers.Contains(r.Number))];
    }

    /// <summary>A digest of later changes was sent to a member, or said in a call.</summary>
    /// <param name="review">The review.</param>
    /// <param name="memberId">The member.</param>
    /// <param name="number">1, 2, 3, ...; each once.</param>
    /// <param name="through">How much of the review's news it told.</param>
    /// <param name="now">When.</param>
    /// <param name="withheld">Replies of which it said that their words were not passed on; all that are to be told when null.</param>
    public static Decided<bool> Updated(
        Review review, string memberId, int number, int through, DateTimeOffset now, IReadOnlyList<int>? withheld = null)
    {
        if (review.InvitationOf(memberId) is not { ToldAt: not null } invitation || invitation.Updates != number - 1)
            return new(false);
        var told = DecidingWords.Told(review, withheld ?? DecidingWords.ToTell(review, memberId), now);
        return new(true, new(now, told.With(invitation with { Updates = number, UpdatedAt = now, ToldThrough = through }), LedgerDraft.Of(
            "member-updated", Actor.System, ("to", invitation.Pseudonym), ("number", number))));
    }

    /// <summary>
    /// There may be something to tell: members who wait look again, and for those who were told the workflow of their next
    /// digest starts. Its id holds the digest's number, so that it is started once and never again after it has ended.
    /// </summary>
    internal static IEnumerable<Effect> Effects(Review review)
    {
        if (review.Stage is not ReviewStage.Finished)
            yield break;
        foreach (var invitation in review.Invitations.Where(i => i is { Stands: true, Silent: false }))
        {
            if (invitation.ToldAt is not null && Since(review, invitation) is not null)
                yield return new Effect.StartInvitation(invitation.MemberId, invitation.Part);
            yield return new Effect.WakeInvitation(invitation.MemberId, invitation.Part);
        }
    }

    // Since when there is something that a member was not told: news, or that their words are not passed on.
    private static DateTimeOffset? Since(Review review, Invitation invitation)
    {
        var withheld = DecidingWords.ToTell(review, invitation.MemberId);
        return review.News.Skip(invitation.ToldThrough).Take(1).Select(n => (DateTimeOffset?)n.At)
            .Concat(review.Replies.Where(r => withheld.Contains(r.Number)).Select(r => (DateTimeOffset?)r.Withheld!.At)).Min();
    }

    private static bool Ready(Review review, string language, IReadOnlyList<Recommendation> recommendations)
    {
        var missing = TranslatingPlainWords.MissingIn(review, language);
        return recommendations.All(r => !missing.Contains(r.Number));
    }
}
