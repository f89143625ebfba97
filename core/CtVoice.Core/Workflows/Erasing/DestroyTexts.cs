using CtVoice.Core.Board.Erasing;
using CtVoice.Core.Commands;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Erasing;

namespace CtVoice.Core.Workflows.Erasing;

/// <summary>Destroys what an erase request sealed, once a disposal approval allows it and no hold forbids it (CGS 11-8b).</summary>
public sealed class DestroyTexts(
    ErasureStore erasures, HoldStore holds, ReviewStore reviews, ReviewCommands commands, InboundStore inbox, TimeProvider clock)
{
    /// <summary>
    /// Destroys the sealed texts of an erased member, their salts and their messages under a disposal approval. Each decision
    /// has seen every hold that was set before it: whoever sets one writes the row that the decision replaces
    /// (<see cref="SettingHolds"/>). What a hold covers stays, and asking again goes on.
    /// </summary>
    /// <param name="memberId">The member.</param>
    /// <param name="authority">Number of the approval.</param>
    /// <param name="keyId">Key of whoever decides.</param>
    /// <param name="elsewhere">What others were asked to delete, and what they answered; null leaves what is written.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    public async Task<Disposal> DisposeAsync(
        string memberId, string authority, string keyId, string? elsewhere = null, CancellationToken cancellationToken = default)
    {
        if (await erasures.FindAsync(memberId, cancellationToken) is not { DoneAt: not null })
            return new Disposal.NotErased();
        var mine = new List<string>();
        foreach (var id in await reviews.AllIdsAsync(cancellationToken))
        {
            if (await reviews.ReadAsync(id, cancellationToken) is not { } stored || MemberTexts.Of(stored.State, memberId).Count == 0)
                continue;
            mine.Add(id);
            if (await DestroyAsync(id, memberId, authority, keyId, cancellationToken) is { } held)
                return held;
        }
        while (true)
        {
            var (standing, seen) = await HoldsAsync(mine, memberId, cancellationToken);
            if (standing.Count > 0)
                return new Disposal.Held(standing);
            var decided = await erasures.ChangeAsync(
                memberId, e => seen.IsSupersetOf(e.Holds) ? Decided(e) : e, cancellationToken);
            if (seen.IsSupersetOf(decided!.Holds))
                break;
        }
        foreach (var message in await erasures.MessagesAsync(memberId, cancellationToken))
            await inbox.DestroyAsync(message, cancellationToken);
        await erasures.ForgetBytesAsync(cancellationToken);
        var done = await erasures.ChangeAsync(memberId, e => e.DisposedAt is null
            ? e with { DisposedAt = clock.GetUtcNow() }
            : e, cancellationToken);
        return new Disposal.Done(done!);

        Erasure Decided(Erasure held) => held with
        {
            Authority = held.Authority ?? authority,
            Elsewhere = string.IsNullOrEmpty(elsewhere) ? held.Elsewhere : elsewhere,
        };
    }

    /// <summary>Destroys a member's texts of one review; the holds that forbid it, or null.</summary>
    private async Task<Disposal.Held?> DestroyAsync(string reviewId, string memberId, string authority, string keyId,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            var (standing, seen) = await HoldsAsync([reviewId], memberId, cancellationToken);
            if (standing.Count > 0)
                return new(standing);
            var decided = await commands.DecideAsync(
                reviewId, (review, now) => Sealing.Destroy(review, memberId, authority, keyId, seen, now),
                cancellationToken: cancellationToken);
            if (decided is not { Result: not Sealing.Destroyed.All })
                return null;
        }
    }

    /// <summary>
    /// The holds that keep a member's texts in reviews, or all their messages, from being destroyed; and the ids of all that were
    /// looked at.
    /// </summary>
    private async Task<(IReadOnlyList<Hold> Standing, IReadOnlySet<string> Seen)> HoldsAsync(
        IReadOnlyList<string> reviewIds, string memberId, CancellationToken cancellationToken)
    {
        var all = await holds.AllAsync(cancellationToken);
        return (
            [.. all.Where(h => h.ReviewId is null ? h.Covers("", memberId) : reviewIds.Any(id => h.Covers(id, memberId)))],
            all.Select(h => h.Id).ToHashSet(StringComparer.Ordinal));
    }
}

/// <summary>What became of a wish to destroy texts.</summary>
public abstract record Disposal
{
    private Disposal() { }

    /// <summary>They are gone, and the ledger says under which authority.</summary>
    public sealed record Done(Erasure Erasure) : Disposal;

    /// <summary>These holds stand.</summary>
    public sealed record Held(IReadOnlyList<Hold> Holds) : Disposal;

    /// <summary>Nobody asked for it, or the erasure goes on.</summary>
    public sealed record NotErased : Disposal;
}
