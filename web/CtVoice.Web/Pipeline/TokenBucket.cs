using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace CtVoice.Web;

/// <summary>A token bucket on an injected clock; the library's own reads the machine's. Thread-safe.</summary>
internal sealed class TokenBucket(Rate rate, TimeProvider time) : RateLimiter
{
    private readonly Lock access = new();
    private double tokens = rate.Burst;
    private long filledAt = time.GetTimestamp();

    /// <summary>How long it has said nothing that a new one would not say: since it was full again.</summary>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (access)
            {
                var idle = time.GetElapsedTime(filledAt) - TimeSpan.FromMinutes((rate.Burst - tokens) / rate.PerMinute);
                return idle >= TimeSpan.Zero ? idle : null;
            }
        }
    }

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (access)
        {
            var now = time.GetTimestamp();
            var back = time.GetElapsedTime(filledAt, now).TotalMinutes * rate.PerMinute;
            (tokens, filledAt) = (Math.Min(rate.Burst, tokens + Math.Max(0, back)), now);
            if (tokens < permitCount)
                return new Refused(TimeSpan.FromMinutes((permitCount - tokens) / rate.PerMinute));
            tokens -= permitCount;
            return Refused.Not;
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
        new(AttemptAcquireCore(permitCount));

    private sealed class Refused(TimeSpan? wait) : RateLimitLease
    {
        internal static Refused Not { get; } = new(null);

        public override bool IsAcquired => wait is null;

        public override IEnumerable<string> MetadataNames => IsAcquired ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? wait : null;
            return metadata is not null;
        }
    }
}
