using CtVoice.Core.Board.Erasing;
using CtVoice.Core.Commands;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Erasing;
using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Core.Workflows.Erasing;

/// <summary>
/// A member leaves every review: invitations end, codes lead nowhere, their texts are sealed, and the messages that these came from are
/// noted as theirs. Before their number goes: ending an invitation frees the phone for whoever shares it.
/// </summary>
public sealed class LeaveReviews(ReviewStore reviews, ReviewCommands commands, ReplyAddress replyAddress, ErasureStore erasures)
{
    /// <summary>Leaves them all; again is the same as once.</summary>
    public async Task ForgetAsync(string memberId, CancellationToken cancellationToken = default)
    {
        foreach (var id in await reviews.AllIdsAsync(cancellationToken))
            await LeaveAsync(id, memberId, cancellationToken);
    }

    private async Task LeaveAsync(string reviewId, string memberId, CancellationToken cancellationToken)
    {
        if (await reviews.ReadAsync(reviewId, cancellationToken) is not { State: var review })
            return;
        if (review.InvitationOf(memberId) is { } invitation)
        {
            // While the number is still known: ending it frees the phone for whoever shares it.
            if (invitation.Stands)
            {
                _ = await commands.DecideAsync(
                    reviewId, (state, now) => Inviting.End(state, memberId, Sealing.Because, now), cancellationToken: cancellationToken);
            }
            await replyAddress.ForgetAsync(invitation.Code, cancellationToken);
            foreach (var kind in Enum.GetValues<FollowUpKind>())
                await replyAddress.ForgetAsync(Pseudonym.FollowUpCode(review.PseudonymSalt, memberId, kind), cancellationToken);
        }
        foreach (var message in MemberTexts.MessagesOf(review, memberId))
            await erasures.NoteMessageAsync(memberId, message, cancellationToken);
        await RepeatAsync(reviewId, (state, now) => Sealing.Seal(state, memberId, now), cancellationToken);
    }

    /// <summary>Takes a decision until it says that nothing is left.</summary>
    private async Task RepeatAsync(string reviewId, Func<Review, DateTimeOffset, Decided<bool>> step, CancellationToken cancellationToken)
    {
        for (var more = true; more;)
            more = await commands.DecideAsync(reviewId, step, cancellationToken: cancellationToken) is { Result: true };
    }
}
