using System.Globalization;
using CtVoice.Core.Conversations.Sending;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Types;

namespace CtVoice.Functions.Sending;

/// <summary>Texts through a Twilio Messaging Service.</summary>
/// <remarks>Exceptions of the client can quote numbers and texts: their messages are read by nobody.</remarks>
internal sealed class TwilioSmsSender(ITwilioRestClient client, TwilioSettings settings) : ISmsSender
{
    /// <summary>Messages to one number that are looked at for an earlier attempt; newest first.</summary>
    private const int LookBack = 20;

    // The client hides how long to wait after a 429; Twilio's limits are per second.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public async Task<SendOutcome> SendAsync(OutgoingSms message, CancellationToken cancellationToken = default)
    {
        var options = new CreateMessageOptions(new PhoneNumber(message.To))
        {
            MessagingServiceSid = settings.MessagingServiceSid,
            Body = message.Body,
            StatusCallback = settings.StatusCallback,
        };
        try
        {
            return Of(await MessageResource.CreateAsync(options, client).WaitAsync(cancellationToken));
        }
        catch (TwilioException failure)
        {
            return Of(failure);
        }
    }

    public async Task<SendOutcome?> FindAsync(OutgoingSms message, DateTimeOffset since, CancellationToken cancellationToken = default)
    {
        // By number alone: a message that waits to be sent has no date of sending yet.
        var options = new ReadMessageOptions { To = new PhoneNumber(message.To), PageSize = LookBack, Limit = LookBack };
        try
        {
            var listed = await MessageResource.ReadAsync(options, client).WaitAsync(cancellationToken);
            var earlier = listed.FirstOrDefault(m =>
                string.Equals(m.Body, message.Body, StringComparison.Ordinal) && m.DateCreated?.ToUniversalTime() >= since.UtcDateTime);
            return earlier is null ? null : Of(earlier);
        }
        catch (TwilioException failure)
        {
            // A refusal here is one of the question, not of the message.
            return Of(failure) is SendOutcome.Refused refused ? new SendOutcome.Unknown(refused.Code) : Of(failure);
        }
    }

    private static SendOutcome Of(MessageResource message) =>
        message.Status == MessageResource.StatusEnum.Failed || message.Status == MessageResource.StatusEnum.Undelivered
        || message.Status == MessageResource.StatusEnum.Canceled
            ? TwilioRefusal.Of(message.ErrorCode ?? 0)
            : new SendOutcome.Accepted(message.Sid);

    private static SendOutcome Of(TwilioException failure)
    {
        var (status, code) = failure switch
        {
            ApiException answer => (answer.Status, answer.Code),
            ApiStandardException answer => (answer.Status, answer.Code),
            _ => (0, 0),
        };
        return status switch
        {
            _ when status == 429 || code == 20429 => new SendOutcome.Throttled(Pause),
            >= 400 and < 500 and not 408 => TwilioRefusal.Of(code),
            0 => new SendOutcome.Unknown("no answer"),
            _ => new SendOutcome.Unknown(status.ToString(CultureInfo.InvariantCulture)),
        };
    }
}
