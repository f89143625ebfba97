using System.Threading.RateLimiting;

namespace CtVoice.Web;

/// <summary>
/// Slows down whoever tries keys that do not work. They are counted after they were looked up, by address and the beginning
/// of the key, so a key that works is never locked out by neighbours behind the same address. Thread-safe.
/// </summary>
internal sealed class Guesses(TimeProvider time) : IDisposable
{
    // The prefix that all keys have, and a few letters more.
    private const int Beginning = 8;

    private readonly PartitionedRateLimiter<(string Address, string Key)> limiter = PartitionedRateLimiter.CreateChained(
        Create(time, Rate.Attempts, who => who.Address + who.Key[..Math.Min(Beginning, who.Key.Length)]),
        Create(time, Rate.Guesses, who => who.Address));

    /// <summary>Counts a key that does not work; how long its sender has to wait when there were too many.</summary>
    internal TimeSpan? Take(string address, string key)
    {
        using var lease = limiter.AttemptAcquire((address, key));
        return Rates.WaitOf(lease);
    }

    public void Dispose() => limiter.Dispose();

    private static PartitionedRateLimiter<(string, string)> Create(TimeProvider time, Rate rate,
        Func<(string Address, string Key), string> by) =>
        PartitionedRateLimiter.Create<(string, string), string>(
            who => RateLimitPartition.Get(by(who), _ => (RateLimiter)new TokenBucket(rate, time)));
}
