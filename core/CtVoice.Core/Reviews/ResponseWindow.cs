namespace CtVoice.Core.Reviews;

/// <summary>When replies are taken.</summary>
/// <param name="OpensAt">When the first invitation left.</param>
/// <param name="ClosesAt">The instant that members were given: replies received before it are in time,
/// also when the review closed before it.</param>
/// <param name="Because">How the close was computed.</param>
/// <param name="ExtendedBecause">Why it was moved; null when it was not.</param>
/// <param name="AutomaticExtension">True once the one automatic extension was used.</param>
public sealed record ResponseWindow(
    DateTimeOffset OpensAt, DateTimeOffset ClosesAt, IReadOnlyList<string> Because,
    string? ExtendedBecause = null, bool AutomaticExtension = false)
{
    /// <summary>How often the close was moved since members are told of it.</summary>
    public int Moves { get; init; }

    /// <summary>When it was moved last; null when it was not.</summary>
    public DateTimeOffset? MovedAt { get; init; }
}
