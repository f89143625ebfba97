using System.Collections.Concurrent;
using CtVoice.Web.Routing;

namespace CtVoice.Web;

/// <summary>
/// Token buckets in memory, one per caller and rate. Each process counts for itself: it keeps one caller from drowning
/// the others, it is not an accounting. Thread-safe.
/// </summary>
public sealed class RateLimiter(TimeProvider time)
{
    private const int BucketsAtMost = 50_000;

    private readonly ConcurrentDictionary<(string Rate, string Caller), Bucket> buckets = new();

    /// <summary>Takes a token; null when there was one, else how long until there is.</summary>
    public TimeSpan? Take(Rate rate, string caller) => Use(rate, caller, 1);

    /// <summary>Like <see cref="Take"/>, but leaves the token.</summary>
    public TimeSpan? Peek(Rate rate, string caller) => Use(rate, caller, 0);

    private TimeSpan? Use(Rate rate, string caller, double tokens)
    {
        if (rate.Burst == 0)
            return null;
        if (buckets.Count >= BucketsAtMost)
            DropFull();
        var bucket = buckets.GetOrAdd((rate.Name, caller), _ => new Bucket(rate, time.GetTimestamp()));
        lock (bucket)
            return bucket.Use(time, tokens);
    }

    // A full bucket says nothing that a new one would not say.
    private void DropFull()
    {
        foreach (var (key, bucket) in buckets)
        {
            lock (bucket)
            {
                if (bucket.IsFull(time))
                    buckets.TryRemove(key, out _);
            }
        }
    }

    private sealed class Bucket(Rate rate, long start)
    {
        private double tokens = rate.Burst;
        private long filledAt = start;

        public TimeSpan? Use(TimeProvider time, double wanted)
        {
            Fill(time);
            if (tokens < 1)
                return TimeSpan.FromMinutes((1 - tokens) / rate.PerMinute);
            tokens -= wanted;
            return null;
        }

        public bool IsFull(TimeProvider time)
        {
            Fill(time);
            return tokens >= rate.Burst;
        }

        private void Fill(TimeProvider time)
        {
            var now = time.GetTimestamp();
            var back = time.GetElapsedTime(filledAt, now).TotalMinutes * rate.PerMinute;
            tokens = Math.Min(rate.Burst, tokens + Math.Max(0, back));
            filledAt = now;
        }
    }
}
