using CtVoice.Core.Board;
using CtVoice.Core.Json;
using Microsoft.Extensions.Logging;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>Says when the provider of <paramref name="inner"/> fails for reasons that are not the recipient's.</summary>
public sealed class WatchedSmsSender(ISmsSender inner, ILogger<WatchedSmsSender> logger) : ISmsSender
{
    public async Task<SendOutcome> SendAsync(OutgoingSms message, CancellationToken cancellationToken = default) =>
        FailingSends.Note(logger, Channel.Sms, await inner.SendAsync(message, cancellationToken));

    public Task<SendOutcome?> FindAsync(OutgoingSms message, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        inner.FindAsync(message, since, cancellationToken);

    public Task ForgetPhoneAsync(string phone, CancellationToken cancellationToken = default) =>
        inner.ForgetPhoneAsync(phone, cancellationToken);
}

/// <summary>Says when the provider of <paramref name="inner"/> fails for reasons that are not the recipient's.</summary>
public sealed class WatchedEmailSender(IEmailSender inner, ILogger<WatchedEmailSender> logger) : IEmailSender
{
    public async Task<SendOutcome> SendAsync(OutgoingEmail message, CancellationToken cancellationToken = default) =>
        FailingSends.Note(logger, Channel.Email, await inner.SendAsync(message, cancellationToken));

    public Task<SendOutcome?> FindAsync(OutgoingEmail message, CancellationToken cancellationToken = default) =>
        inner.FindAsync(message, cancellationToken);

    public Task ForgetInboxAsync(string address, CancellationToken cancellationToken = default) =>
        inner.ForgetInboxAsync(address, cancellationToken);
}

/// <summary>What of a provider's answers is an operator's business.</summary>
internal static partial class FailingSends
{
    internal static SendOutcome Note(ILogger logger, Channel channel, SendOutcome outcome)
    {
        switch (outcome)
        {
            case SendOutcome.Unknown unknown:
                SendFailing(logger, channel.Name(), "no clear answer", unknown.Code);
                break;
            case SendOutcome.Refused { Reason: SendRefusal.Misconfigured or SendRefusal.Filtered or SendRefusal.Other } refused:
                SendFailing(logger, channel.Name(), refused.Reason.ToString(), refused.Code);
                break;
        }
        return outcome;
    }

    // Codes of the provider and nothing of the message.
    [LoggerMessage(1, LogLevel.Error, Alarms.Send + ": {Channel} fails: {Reason} ({Code})", EventName = nameof(SendFailing))]
    private static partial void SendFailing(ILogger logger, string channel, string reason, string code);
}
