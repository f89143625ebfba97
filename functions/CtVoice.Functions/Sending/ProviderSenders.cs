using Azure.Communication.Email;
using Azure.Core;
using Azure.Core.Pipeline;
using CtVoice.Core.Conversations.Sending;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Twilio.Clients;
using Twilio.Http;
using HttpClient = System.Net.Http.HttpClient;

namespace CtVoice.Functions.Sending;

/// <summary>Puts the senders' ports on the providers.</summary>
internal static class ProviderSenders
{
    // A provider that is slower than this has not answered; the caller looks before it sends again.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Adds both senders.</summary>
    public static IServiceCollection AddProviderSenders(this IServiceCollection services, TwilioSettings twilio, EmailSettings email) => services
        .AddSingleton<ISmsSender>(s => new WatchedSmsSender(
            Sms(twilio, new HttpClient { Timeout = Patience }), s.GetRequiredService<ILogger<WatchedSmsSender>>()))
        .AddSingleton<IEmailSender>(s => new WatchedEmailSender(
            Email(email, Identity.Of(email.ClientId), new HttpClientTransport()), s.GetRequiredService<ILogger<WatchedEmailSender>>()));

    /// <summary>Texts by the account over <paramref name="http"/>.</summary>
    public static TwilioSmsSender Sms(TwilioSettings settings, HttpClient http) =>
        new(new TwilioRestClient(settings.AccountSid, settings.AuthToken, httpClient: new SystemNetHttpClient(http)), settings);

    /// <summary>Email by the resource over <paramref name="transport"/>.</summary>
    public static CommunicationEmailSender Email(EmailSettings settings, TokenCredential credential, HttpPipelineTransport transport)
    {
        var options = new EmailClientOptions(EmailClientOptions.ServiceVersion.V2023_03_31)
        {
            Retry = { MaxRetries = 0, NetworkTimeout = Patience },
            Transport = transport,
        };
        return new(new EmailClient(settings.Endpoint, credential, options), settings);
    }
}
