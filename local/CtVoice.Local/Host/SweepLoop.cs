using CtVoice.Core.Workflows;
using CtVoice.Web.Trial;

namespace CtVoice.Local.Host;

/// <summary>Runs the sweep and the daily work every second while time passes by itself.</summary>
internal sealed partial class SweepLoop(Sweep sweep, DailyWork daily, Curtain curtain, ILogger<SweepLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await second.WaitForNextTickAsync(stoppingToken))
        {
            // Whoever plays people moves the clock, and with it does all that is due.
            if (curtain.Playing is not null)
                continue;
            await TryAsync(() => sweep.RunAsync(stoppingToken));
            await TryAsync(() => daily.DrainAsync(stoppingToken));
        }
    }

    /// <summary>What fails is still due, and is tried again with the next run; neither of the two waits for the other.</summary>
    private async Task TryAsync(Func<Task> run)
    {
        var work = run();
        await Task.WhenAny(work);
        // A fault that lasts stops the whole host; see LocalHost.Faulted.
        if (work.Exception is { } failed)
            Log.Failed(logger, string.Join(", ", failed.InnerExceptions.Select(e => e.GetType().Name).Distinct()));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Some due work failed and will be tried again: {Kinds}")]
        internal static partial void Failed(ILogger logger, string kinds);
    }
}
