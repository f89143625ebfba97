using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Workflows;

/// <summary>
/// Starts every workflow of every review again after the rows came from elsewhere: each reads its row first and ends when
/// there is nothing to do, so one that is running, or too many, does no harm.
/// </summary>
public sealed class Resuming(ReviewStore reviews, EffectRunner effects, DueRows due)
{
    /// <summary>Kind of the due row that asks for it.</summary>
    public const string DueKind = "resume";

    /// <summary>Starts them all, then removes the due row.</summary>
    public async Task RunAsync(DueRow row, CancellationToken cancellationToken = default)
    {
        foreach (var id in await reviews.AllIdsAsync(cancellationToken))
        {
            if (await reviews.ReadAsync(id, cancellationToken) is { } stored)
                await effects.ApplyAllAsync(stored, Of(stored.State), cancellationToken);
        }
        await due.RemoveAsync(row, cancellationToken);
    }

    /// <summary>What makes the workflows of a review go on, wherever it stands.</summary>
    internal static IReadOnlyList<Effect> Of(Review review) =>
    [
        new Effect.StartReview(),
        .. review.Invitations.Where(i => i.Stands).Select(i => new Effect.StartInvitation(i.MemberId, i.Round)),
        .. review.Recommendations.Select(r => new Effect.StartAccountability(r.Number)),
    ];
}
