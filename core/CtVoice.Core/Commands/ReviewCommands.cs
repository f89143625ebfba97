using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Commands;

/// <summary>Takes decisions on reviews and sees to what follows from them. The one way in for activities, routes and replies.</summary>
public sealed class ReviewCommands(ReviewStore store, EffectRunner effects, BusinessCalendar calendar, TimeProvider clock)
{
    /// <summary>Stores a new review; false when one of that id exists.</summary>
    public async Task<bool> SubmitAsync(Decision first, ProjectRequest project, CancellationToken cancellationToken = default)
    {
        if (await store.CreateAsync(Noticing.Told(null, first), project, cancellationToken) is { } stored)
        {
            await effects.RunAsync(stored, cancellationToken);
            return true;
        }
        // It existed: whoever stored it may have stopped before its effects were applied.
        await effects.RunAsync(first.State.Id, cancellationToken);
        return false;
    }

    /// <summary>Takes a decision now.</summary>
    /// <param name="reviewId">The review.</param>
    /// <param name="decide">Pure; may be called several times.</param>
    /// <param name="notBefore">The decision is never dated earlier: a workflow may be ahead of this machine's clock.</param>
    /// <param name="seen">The review as the caller has just read it: it is read again only when somebody else was faster.</param>
    /// <param name="cancellationToken">Stops before the next attempt to store.</param>
    /// <returns>What the decision answered, and the review after it; null when there is no such review.</returns>
    public async Task<Decided<T>?> DecideAsync<T>(
        string reviewId, Func<Review, DateTimeOffset, Decided<T>> decide, DateTimeOffset notBefore = default,
        StoredReview? seen = null, CancellationToken cancellationToken = default)
    {
        var decided = await store.DecideAsync(
            reviewId,
            review =>
            {
                var now = Later(clock.GetUtcNow(), notBefore);
                var decided = decide(review, now);
                return decided.Change is { } change
                    ? decided with { Change = Waking.Concerned(review, Noticing.Told(review, change), calendar, now) } : decided;
            },
            seen, cancellationToken);
        if (decided is not { } taken)
            return null;
        if (taken.Stored is { } stored)
            await effects.RunAsync(stored, cancellationToken);
        return taken.Decided;
    }

    /// <summary>The later of two instants.</summary>
    internal static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
