using CtVoice.Core.Conversations.Sending;

namespace CtVoice.Web.Simulation;

/// <summary>Puts text messages on simulated phones.</summary>
public sealed class SimulatedSmsSender(SimulatedMailbox mailbox) : ISmsSender
{
    public Task<SendOutcome> SendAsync(OutgoingSms message, CancellationToken cancellationToken = default) =>
        mailbox.DeliverAsync(mailbox.Phone(message.To), message.Key, "SM" + Guid.NewGuid().ToString("N"), null, message.Body, null, null,
            cancellationToken);

    public Task<SendOutcome?> FindAsync(OutgoingSms message, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        mailbox.FindAsync(mailbox.Phone(message.To), message.Key, cancellationToken);

    public Task ForgetPhoneAsync(string phone, CancellationToken cancellationToken = default) =>
        mailbox.ForgetAsync(mailbox.Phone(phone), cancellationToken);
}

/// <summary>Puts emails into simulated inboxes.</summary>
public sealed class SimulatedEmailSender(SimulatedMailbox mailbox) : IEmailSender
{
    public Task<SendOutcome> SendAsync(OutgoingEmail message, CancellationToken cancellationToken = default) =>
        mailbox.DeliverAsync(
            mailbox.Inbox(message.To), message.Key, message.OperationId.ToString("N"), message.Subject, message.Text, message.ReplyTo,
            message.MessageId,
            cancellationToken);

    public Task<SendOutcome?> FindAsync(OutgoingEmail message, CancellationToken cancellationToken = default) =>
        mailbox.FindAsync(mailbox.Inbox(message.To), message.Key, cancellationToken);

    public Task ForgetInboxAsync(string address, CancellationToken cancellationToken = default) =>
        mailbox.ForgetAsync(mailbox.Inbox(address), cancellationToken);
}
