using CtVoice.Core;
using CtVoice.Core.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.Internal;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CtVoice.Web;

/// <summary>Data Protection with its keys in the product's tables, and anti-forgery on top of it; the same in both hosts.</summary>
internal static partial class Protection
{
    // Without a name the keys of one host would not open what another protected: the folder it runs in would be its name.
    private const string Application = "CtVoice";

    internal static IServiceCollection AddProtection(this IServiceCollection services)
    {
        services.AddSingleton(s => new KeyRing(
            s.GetRequiredService<TableSet>().Records, new(s.GetRequiredService<CtVoiceOptions>().IndexKey),
            s.GetRequiredService<IActivator>(),
            TimeProvider.System, s.GetRequiredService<ILogger<KeyRing>>()));
        // Before that of Data Protection, which asks for the ring.
        services.AddHostedService<ReadingTheRing>();
        services.AddDataProtection().SetApplicationName(Application);
        services.AddOptions<KeyManagementOptions>()
            .Configure<KeyRing>((keys, ring) => (keys.XmlRepository, keys.AutoGenerateKeys) = (ring, false));
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<WebOptions>((forgery, web) =>
        {
            (forgery.FormFieldName, forgery.HeaderName) = (PageSessions.FormTokenField, null);
            // As PageSessions.NameOf says it for a request: every request of a host that has a public address comes by its scheme.
            forgery.Cookie.Name = (web.PublicUrl?.Scheme == Uri.UriSchemeHttps ? PageSessions.HostPrefix : "") + FormTokens.CookieName;
            forgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddSingleton(s => new FormTokens(s.GetRequiredService<IAntiforgery>(), s.GetRequiredService<KeyRing>()));
        // Whoever sends a form of their own making is refused, and no fault of ours to report.
        return services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Critical));
    }

    /// <summary>Reads the ring while the host starts. A start does not fail by it: the first form reads it again.</summary>
    private sealed partial class ReadingTheRing(KeyRing ring, ILogger<ReadingTheRing> logger) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            try
            {
                await ring.ReadyAsync(cancellationToken);
            }
            catch (TableFaultException fault)
            {
                Unread(logger, fault.IsTransient);
            }
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        [LoggerMessage(1, LogLevel.Warning, "The tables did not answer when the key ring was read; transient: {Transient}")]
        private static partial void Unread(ILogger logger, bool transient);
    }
}
