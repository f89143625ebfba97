using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
#if WITH_EMAIL
using CtVoice.CommunicationEmail;
using CtVoice.Functions.Settings;
#else
using System.ComponentModel.DataAnnotations;
#endif

namespace CtVoice.Functions.Sending;

/// <summary>
/// The adapter of email, which a build may leave out (<c>-p:WithEmail=false</c>) where its package cannot be had.
/// A host built so is for trying: it sends nothing to anybody, and does not start when it should.
/// </summary>
internal static class EmailAdapter
{
#if WITH_EMAIL
    /// <summary>Adds the sender of email; its settings are checked at once.</summary>
    public static IServiceCollection AddEmail(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.Read<EmailSettings>(EmailSettings.Section);
        return services.AddCommunicationEmail(settings, Identity.Of(settings.ClientId));
    }
#else
    /// <summary>Adds what stops the start.</summary>
    public static IServiceCollection AddEmail(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(new BeforeStart(_ => throw new ValidationException(
            "Product:Senders: this host was built with WithEmail=false and cannot send email. Build it without that, or set Simulated.")));
#endif
}
