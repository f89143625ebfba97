using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Web;

/// <summary>
/// How often a caller may ask, by the <see cref="Rate"/> that the endpoint says. Each process counts for itself: it keeps one
/// caller from drowning the others, it is not an accounting.
/// </summary>
internal static class Rates
{
    internal static IServiceCollection AddRates(this IServiceCollection services) => services
        .AddSingleton<Guesses>()
        .AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, (string Rate, string Caller)>(BucketOf);
            options.OnRejected = static (rejected, _) => new(
                Problem.TooOften(WaitOf(rejected.Lease) ?? TimeSpan.FromSeconds(1)).ExecuteAsync(rejected.HttpContext));
        });

    /// <summary>How long to wait; null when the request was let through.</summary>
    internal static TimeSpan? WaitOf(RateLimitLease lease) =>
        !lease.IsAcquired && lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : null;

    /// <summary>A bucket per rate and caller: an access key where one is asked for, else a network address.</summary>
    private static RateLimitPartition<(string Rate, string Caller)> BucketOf(HttpContext context)
    {
        var rate = context.Says<Rate>() ?? Rate.None;
        var caller = context.AsksWhoCalls() ? context.PrincipalOrNull()?.KeyId : context.Caller();
        // Whoever is not known is refused, and counted where keys are looked up.
        return rate.Burst == 0 || caller is null
            ? RateLimitPartition.GetNoLimiter((rate.Name, ""))
            : RateLimitPartition.Get((rate.Name, caller), _ => (RateLimiter)new TokenBucket(rate, context.Need<TimeProvider>()));
    }
}
