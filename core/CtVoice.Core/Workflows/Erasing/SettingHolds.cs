using CtVoice.Core.Board.Erasing;
using CtVoice.Core.Commands;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Erasing;

namespace CtVoice.Core.Workflows.Erasing;

/// <summary>
/// Sets a hold. First the hold itself, then a note of it in every row that a decision to destroy replaces: the reviews it
/// covers, and the erase requests. So a disposal that looked for holds a moment before finds its row changed and looks
/// again; when this returns, nothing that the hold covers is destroyed any more.
/// </summary>
public sealed class SettingHolds(HoldStore holds, ReviewStore reviews, ReviewCommands commands, ErasureStore erasures, TimeProvider clock)
{
    /// <summary>Sets it.</summary>
    /// <param name="kind">Why.</param>
    /// <param name="reviewId">The review it is about; null for all.</param>
    /// <param name="memberId">The member it is about; null for all.</param>
    /// <param name="reason">In words.</param>
    /// <param name="by">Key id of whoever sets it.</param>
    /// <param name="cancellationToken">Stops before the next note; the hold stands once it is stored.</param>
    public async Task<Hold> SetAsync(
        HoldKind kind, string? reviewId, string? memberId, string reason, string by, CancellationToken cancellationToken = default)
    {
        var hold = await holds.SetAsync(kind, reviewId, memberId, reason, by, clock.GetUtcNow(), cancellationToken);
        foreach (var id in reviewId is null ? await reviews.AllIdsAsync(cancellationToken) : [reviewId])
        {
            if (memberId is null || (await reviews.ReadAsync(id, cancellationToken))?.State.InvitationOf(memberId) is not null)
                _ = await commands.DecideAsync(id, (review, now) => Sealing.NoteHold(review, hold, now),
                    cancellationToken: cancellationToken);
        }
        foreach (var erasure in await erasures.AllAsync(cancellationToken))
        {
            if (memberId is null || memberId == erasure.MemberId)
                _ = await erasures.ChangeAsync(erasure.MemberId, e => e.Holds.Contains(hold.Id)
                    ? e
                    : e with { Holds = [.. e.Holds, hold.Id] }, cancellationToken);
        }
        return hold;
    }
}
