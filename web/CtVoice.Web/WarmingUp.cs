using CtVoice.Core;
using CtVoice.Core.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CtVoice.Web;

/// <summary>Warms a host up while it starts; nobody waits for it, and a start does not fail by it.</summary>
public sealed partial class WarmingUp(WarmUp warmUp, ILogger<WarmingUp> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await warmUp.RunAsync(stoppingToken);
        }
        catch (TableFaultException fault)
        {
            // Whoever comes first finds out as well, and says so better.
            Cold(logger, fault.IsTransient);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The tables did not answer while the host was warmed up; transient: {Transient}")]
    private static partial void Cold(ILogger logger, bool transient);
}
