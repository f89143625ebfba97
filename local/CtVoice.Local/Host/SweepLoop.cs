using CtVoice.Core.Storage;
using CtVoice.Core.Workflows;

namespace CtVoice.Local.Host;

/// <summary>Runs the sweep and the daily work every second while time passes by itself.</summary>
internal sealed partial class SweepLoop(Sweep sweep, DailyWork daily, ILogger<SweepLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await second.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await sweep.RunAsync(stoppingToken);
                await daily.DrainAsync(stoppingToken);
            }
            catch (AggregateException failed)
            {
                // The rows are still there: the next run tries again.
                Log.Failed(logger, string.Join(", ", failed.InnerExceptions.Select(e => e.GetType().Name).Distinct()));
            }
            catch (TableFaultException fault)
            {
                // A fault that lasts stops the whole host; see LocalHost.Faulted.
                Log.Failed(logger, fault.GetType().Name);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Some due work failed and will be tried again: {Kinds}")]
        internal static partial void Failed(ILogger logger, string kinds);
    }
}
