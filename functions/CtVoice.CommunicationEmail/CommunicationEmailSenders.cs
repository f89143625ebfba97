using Azure.Communication.Email;
using Azure.Core;
using Azure.Core.Pipeline;
using CtVoice.Core.Conversations.Sending;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CtVoice.CommunicationEmail;

/// <summary>Puts the port of email on Azure Communication Services.</summary>
public static class CommunicationEmailSenders
{
    // A service that is slower than this has not answered; the caller looks before it sends again.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Adds <see cref="IEmailSender"/>, signed in by <paramref name="credential"/>.</summary>
    public static IServiceCollection AddCommunicationEmail(
        this IServiceCollection services, EmailSettings settings, TokenCredential credential) =>
        services.AddSingleton<IEmailSender>(s => new WatchedEmailSender(
            Sender(settings, credential, new HttpClientTransport()), s.GetRequiredService<ILogger<WatchedEmailSender>>()));

    /// <summary>Email by the resource over <paramref name="transport"/>.</summary>
    internal static CommunicationEmailSender Sender(EmailSettings settings, TokenCredential credential, HttpPipelineTransport transport)
    {
        var options = new EmailClientOptions(EmailClientOptions.ServiceVersion.V2023_03_31)
        {
            Retry = { MaxRetries = 0, NetworkTimeout = Patience },
            Transport = transport,
        };
        return new(new EmailClient(settings.Endpoint, credential, options), settings);
    }
}
