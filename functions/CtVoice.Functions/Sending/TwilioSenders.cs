using CtVoice.Core.Conversations.Sending;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Twilio.Clients;
using Twilio.Http;
using HttpClient = System.Net.Http.HttpClient;

namespace CtVoice.Functions.Sending;

/// <summary>Puts the port of texts on Twilio.</summary>
internal static class TwilioSenders
{
    // A provider that is slower than this has not answered; the caller looks before it sends again.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Adds <see cref="ISmsSender"/>.</summary>
    public static IServiceCollection AddTwilio(this IServiceCollection services, TwilioSettings settings) =>
        services.AddSingleton<ISmsSender>(s => new WatchedSmsSender(
            Sender(settings, new HttpClient { Timeout = Patience }), s.GetRequiredService<ILogger<WatchedSmsSender>>()));

    /// <summary>Texts by the account over <paramref name="http"/>.</summary>
    public static TwilioSmsSender Sender(TwilioSettings settings, HttpClient http) =>
        new(new TwilioRestClient(settings.AccountSid, settings.AuthToken, httpClient: new SystemNetHttpClient(http)), settings);
}
