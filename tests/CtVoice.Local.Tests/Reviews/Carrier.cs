using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Storage;
using CtVoice.Web.Simulation;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>What happens to a message on its way.</summary>
internal enum Fate
{
    Delivered,
    NeverReported,
    Undelivered,
    Refused,
    OptedOut,
}

/// <summary>The simulated senders, with a test's say in what becomes of a message; and a count of every attempt.</summary>
internal sealed class Carrier(SimulatedMailbox mailbox, DueRows due, TimeProvider clock) : ISmsSender, IEmailSender
{
    private readonly SimulatedSmsSender sms = new(mailbox);
    private readonly SimulatedEmailSender email = new(mailbox);
    private readonly List<string> sent = [];
    private readonly List<OutgoingEmail> mails = [];

    /// <summary>Decides by the key of a message, <c>review|ID/outbox|MEMBER|KIND|CHANNEL</c>.</summary>
    internal Func<string, Fate> FateOf { get; set; } = _ => Fate.Delivered;

    /// <summary>What happens the moment a message is on the phone, before its sender knows.</summary>
    internal Func<string, Task> OnSent { get; set; } = _ => Task.CompletedTask;

    /// <summary>Keys of the messages that were handed over, in order; those that tell offices what happened aside,
    /// see <see cref="Notices"/>.</summary>
    internal IReadOnlyList<string> Sent
    {
        get
        {
            lock (sent)
                return [.. sent.Where(key => !IsNotice(key))];
        }
    }

    /// <summary>Mails as they were handed over, with what a mailbox does not show; those that tell offices what happened aside.</summary>
    internal IReadOnlyList<OutgoingEmail> Mails
    {
        get
        {
            lock (sent)
                return [.. mails.Where(mail => !IsNotice(mail.Key))];
        }
    }

    /// <summary>Mails that tell agencies, coordinator and deputy what happened.</summary>
    internal IReadOnlyList<OutgoingEmail> Notices
    {
        get
        {
            lock (sent)
                return [.. mails.Where(mail => IsNotice(mail.Key))];
        }
    }

    public Task<SendOutcome> SendAsync(OutgoingSms message, CancellationToken cancellationToken = default) =>
        HandleAsync(message.Key, () => sms.SendAsync(message, cancellationToken), cancellationToken);

    public Task<SendOutcome> SendAsync(OutgoingEmail message, CancellationToken cancellationToken = default)
    {
        lock (sent)
            mails.Add(message);
        return HandleAsync(message.Key, () => email.SendAsync(message, cancellationToken), cancellationToken);
    }

    public Task<SendOutcome?> FindAsync(OutgoingSms message, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        sms.FindAsync(message, since, cancellationToken);

    public Task<SendOutcome?> FindAsync(OutgoingEmail message, CancellationToken cancellationToken = default) =>
        email.FindAsync(message, cancellationToken);

    public Task ForgetPhoneAsync(string phone, CancellationToken cancellationToken = default) =>
        sms.ForgetPhoneAsync(phone, cancellationToken);

    public Task ForgetInboxAsync(string address, CancellationToken cancellationToken = default) =>
        email.ForgetInboxAsync(address, cancellationToken);

    private static bool IsNotice(string key) => key.StartsWith("notices|", StringComparison.Ordinal);

    private async Task<SendOutcome> HandleAsync(string key, Func<Task<SendOutcome>> send, CancellationToken cancellationToken)
    {
        var fate = FateOf(key);
        if (fate is Fate.Refused)
            return new SendOutcome.Refused(SendRefusal.Unreachable, "30003", IsPermanent: true);
        if (fate is Fate.OptedOut)
            return new SendOutcome.Refused(SendRefusal.OptedOut, "21610", IsPermanent: true);
        lock (sent)
            sent.Add(key);
        var outcome = await send();
        await OnSent(key);
        if (fate is Fate.Delivered || outcome is not SendOutcome.Accepted accepted)
            return outcome;
        // The simulator reports on its own id; under another one that report says nothing about this message.
        var other = "other-" + accepted.ProviderId;
        if (fate is Fate.Undelivered)
            _ = await due.AddAsync(new(DeliveryReports.DueKind, $"{other}|{DeliveryStatus.Undelivered}"), clock.GetUtcNow()
                .AddSeconds(5), cancellationToken);
        return new SendOutcome.Accepted(other);
    }
}
