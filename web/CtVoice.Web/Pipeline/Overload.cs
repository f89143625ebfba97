using System.Diagnostics;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CtVoice.Web;

/// <summary>
/// More requests at once than can be answered soon are refused at the door, with 503 and Retry-After, before anything of them is read or
/// stored: whoever sends one again loses nothing and doubles nothing. What was let in is answered by what became of it.
/// </summary>
internal sealed partial class Overload(WebOptions options, TimeProvider time, ILogger<Overload> logger) : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly ConcurrencyLimiter door = new(new() { PermitLimit = options.AtOnce, QueueLimit = 0 });
    private long toldAt = long.MinValue;

    public void Dispose() => door.Dispose();

    /// <summary>Lets a request in, or answers it.</summary>
    internal async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        using var place = door.AttemptAcquire();
        if (place.IsAcquired)
        {
            await next(context);
            return;
        }
        Tell();
        SecurityHeaders.Apply(context);
        await Problem.Busy(Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier).ExecuteAsync(context);
    }

    // A line a minute: a line for each request would be one more load.
    private void Tell()
    {
        var (now, told) = (time.GetTimestamp(), Interlocked.Read(ref toldAt));
        if ((told == long.MinValue || time.GetElapsedTime(told, now) > Quiet) && Interlocked.CompareExchange(ref toldAt, now, told) == told)
            LogOverload(logger, options.AtOnce);
    }

    [LoggerMessage(1, LogLevel.Warning, "More than {AtOnce} requests at once: the others are asked to come again (503)")]
    private static partial void LogOverload(ILogger logger, int atOnce);
}

/// <summary>Where the pipeline lets requests in.</summary>
internal static class OverloadPipeline
{
    internal static IApplicationBuilder UseOverload(this IApplicationBuilder app)
    {
        var overload = app.ApplicationServices.GetRequiredService<Overload>();
        return app.Use(next => context => overload.AnswerAsync(context, next));
    }
}
