using System.Threading.RateLimiting;
using CtVoice.Web.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Web;

/// <summary>How often a caller may ask. Each process counts for itself: it keeps one caller from drowning the others, it is not an accounting.</summary>
internal static class Rates
{
    internal static IServiceCollection AddRates(this IServiceCollection services) => services
        .AddSingleton<Guesses>()
        .AddRateLimiter(_ => { });

    /// <summary>How long to wait; null when the request was let through.</summary>
    internal static TimeSpan? WaitOf(RateLimitLease lease) =>
        !lease.IsAcquired && lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : null;

    /// <summary>Limits an endpoint; endpoints with rates of one name share a caller's bucket.</summary>
    internal static void Limit(this IEndpointConventionBuilder endpoint, Rate rate)
    {
        if (rate.Burst > 0)
            endpoint.RequireRateLimiting(new ByCaller(rate));
    }

    /// <summary>A bucket per caller: an access key where one is asked for, else a network address.</summary>
    private sealed class ByCaller(Rate rate) : IRateLimiterPolicy<(string Rate, string Caller)>
    {
        public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } = static (rejected, _) => new(
            Problem.TooOften(WaitOf(rejected.Lease) ?? TimeSpan.FromSeconds(1)).ExecuteAsync(rejected.HttpContext));

        public RateLimitPartition<(string Rate, string Caller)> GetPartition(HttpContext httpContext)
        {
            var caller = httpContext.Operation() is { Access.Roles.Count: > 0 } ? httpContext.PrincipalOrNull()?.KeyId : httpContext.Caller();
            // Whoever is not known is refused, and counted where keys are looked up.
            return caller is null
                ? RateLimitPartition.GetNoLimiter((rate.Name, ""))
                : RateLimitPartition.Get((rate.Name, caller), _ => (RateLimiter)new TokenBucket(rate, httpContext.Need<TimeProvider>()));
        }
    }
}
