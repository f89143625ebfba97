using CtVoice.Core.Reviews;

namespace CtVoice.Core.Commands;

/// <summary>
/// Applies one kind of effect. Whoever has something to do when decisions cause it registers one of these; what several
/// registered for one kind goes on side by side. Applied at least once and harmless twice.
/// </summary>
/// <param name="Kind">The type of the effect.</param>
/// <param name="ApplyAsync">Applies it to the review as it was stored with it.</param>
public sealed record EffectHandler(Type Kind, Func<StoredReview, Effect, CancellationToken, Task> ApplyAsync)
{
    /// <summary>What applies effects of a type.</summary>
    public static EffectHandler Of<T>(Func<StoredReview, T, CancellationToken, Task> apply)
        where T : Effect => new(typeof(T), (review, effect, stop) => apply(review, (T)effect, stop));
}
