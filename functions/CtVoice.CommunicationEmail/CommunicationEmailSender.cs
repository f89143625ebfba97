using System.Globalization;
using Azure;
using Azure.Communication.Email;
using CtVoice.Core.Conversations.Sending;

namespace CtVoice.CommunicationEmail;

/// <summary>Email through Azure Communication Services.</summary>
/// <remarks>The client must not retry by itself: whether an operation id deduplicates is not documented.</remarks>
internal sealed class CommunicationEmailSender(EmailClient client, EmailSettings settings) : IEmailSender
{
    private static readonly TimeSpan DefaultPause = TimeSpan.FromMinutes(1);

    public async Task<SendOutcome> SendAsync(OutgoingEmail message, CancellationToken cancellationToken = default)
    {
        try
        {
            var operation = await client.SendAsync(WaitUntil.Started, Mail(message), message.OperationId, cancellationToken);
            return new SendOutcome.Accepted(operation.Id);
        }
        catch (RequestFailedException answer)
        {
            return Of(answer);
        }
    }

    public async Task<SendOutcome?> FindAsync(OutgoingEmail message, CancellationToken cancellationToken = default)
    {
        var operation = new EmailSendOperation(message.OperationId.ToString(), client);
        try
        {
            await operation.UpdateStatusAsync(cancellationToken);
            return new SendOutcome.Accepted(operation.Id);
        }
        catch (RequestFailedException answer) when (answer.Status == 404)
        {
            return null;
        }
        catch (RequestFailedException failed) when (failed.Status == 200)
        {
            // Found, and it has failed: what the client throws is the operation's own error.
            return new SendOutcome.Refused(SendRefusal.Other, failed.ErrorCode ?? "Failed", IsPermanent: true);
        }
        catch (RequestFailedException answer)
        {
            return Of(answer) is SendOutcome.Throttled later ? later : new SendOutcome.Unknown(Code(answer));
        }
    }

    private EmailMessage Mail(OutgoingEmail message)
    {
        var mail = new EmailMessage(settings.Sender, message.To, new EmailContent(message.Subject)
        { PlainText = message.Text, Html = message.Html })
        {
            // No pixel and no rewritten links: what residents read is theirs.
            UserEngagementTrackingDisabled = true,
        };
        // RFC 3834 section 5: automatic systems leave it unanswered.
        mail.Headers["Auto-Submitted"] = "auto-generated";
        // By this we know our own mail when it comes back.
        mail.Headers[OutgoingEmail.OwnHeader] = message.OperationId.ToString("N");
        if (message.Unsubscribe is { } unsubscribe)
        {
            // RFC 8058 section 3.1.
            mail.Headers["List-Unsubscribe"] = $"<{unsubscribe.AbsoluteUri}>";
            mail.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        }
        // The service keeps an id of this form; should it make one of its own, the delivery report names that.
        if (message.MessageId is { } id)
            mail.Headers["Message-ID"] = $"<{id}>";
        if (message.ReplyTo is { } replyTo)
            mail.ReplyTo.Add(new EmailAddress(replyTo));
        return mail;
    }

    private static SendOutcome Of(RequestFailedException answer) => answer.Status switch
    {
        429 => new SendOutcome.Throttled(RetryAfter(answer)),
        401 or 403 or 404 => new SendOutcome.Refused(SendRefusal.Misconfigured, Code(answer), IsPermanent: true),
        // Not 409: the operation id may be known because an earlier attempt arrived.
        >= 400 and < 500 and not (408 or 409) => new SendOutcome.Refused(SendRefusal.Other, Code(answer), IsPermanent: true),
        _ => new SendOutcome.Unknown(Code(answer)),
    };

    private static TimeSpan RetryAfter(RequestFailedException answer) =>
        answer.GetRawResponse() is { } response
        && response.Headers.TryGetValue("Retry-After", out var text)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : DefaultPause;

    // A status or a code of the service, never its message: that can quote an address.
    private static string Code(RequestFailedException answer) =>
        answer.ErrorCode ?? (answer.Status == 0 ? "no answer" : answer.Status.ToString(CultureInfo.InvariantCulture));
}
