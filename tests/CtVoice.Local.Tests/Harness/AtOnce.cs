using CtVoice.Core;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Local.Tests.Harness;

/// <summary>
/// An installation whose rules give no time in which what goes out to a panel can be stopped, as all were before there was one:
/// for stories about something else. Stopping has stories of its own.
/// </summary>
internal static class AtOnce
{
    internal static void Asks(IServiceCollection services)
    {
        var options = (CtVoiceOptions)services.Last(s => s.ServiceType == typeof(CtVoiceOptions)).ImplementationInstance!;
        services.AddSingleton(options with { Policy = options.Policy with { StopForMinutes = null } });
    }
}
