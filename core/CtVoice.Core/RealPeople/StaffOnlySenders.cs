using CtVoice.Core.Board;
using CtVoice.Core.Conversations;
using CtVoice.Core.Conversations.OnCall;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Notices;

namespace CtVoice.Core.RealPeople;

/// <summary>
/// Who may be written to before real people are: those who work here. A number or an address that nobody named as staff's waits,
/// and so does one that a member of the board uses, whoever else does. Thread-safe.
/// </summary>
public sealed class StaffReach(OnCallStore onCall, AgencyContacts agencies, ContactStore contacts, ConversationOptions options)
{
    /// <summary>How long what waits is left alone before it is looked at again.</summary>
    internal static TimeSpan Patience { get; } = TimeSpan.FromHours(1);

    /// <summary>Whether a number is one of staff's.</summary>
    public async Task<bool> HasPhoneAsync(string e164, CancellationToken cancellationToken = default) =>
        OfMembers(await contacts.MembersOnPhoneAsync(e164, cancellationToken))
            ?? (await OnCallAsync(cancellationToken)).Any(p => p.Phone == e164);

    /// <summary>Whether an address is one of staff's: of the office, of people on call or in practice, of an agency.</summary>
    public async Task<bool> HasAddressAsync(string email, CancellationToken cancellationToken = default) =>
        OfMembers(await contacts.MembersOnAddressAsync(email, cancellationToken))
        ?? (Office().Contains(email, StringComparer.OrdinalIgnoreCase)
            || (await OnCallAsync(cancellationToken)).Any(p => Same(p.Email, email))
            || (await agencies.AllAsync(cancellationToken: cancellationToken)).Any(c => Same(c.Address, email)));

    // A member's is nobody else's, whoever else uses it; one of people who practise is; null where it is neither's.
    private static bool? OfMembers(IReadOnlyList<string> users) => users.Count == 0 ? null : users.All(Practising.Is);

    private async Task<IEnumerable<OnCallPerson>> OnCallAsync(CancellationToken cancellationToken) =>
        [.. (await onCall.DraftAsync(cancellationToken)).People, .. (await onCall.ApprovedAsync(cancellationToken))?.People ?? []];

    private IEnumerable<string> Office() =>
        [options.Escalation.Address, options.Escalation.ExecutiveBoardChair, .. options.AlertContacts is { } told
            ? (string[])[told.Coordinator, told.Deputy] : []];

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Texts that leave to staff alone; whatever is for anybody else waits.</summary>
public sealed class StaffOnlySmsSender(ISmsSender inner, StaffReach staff) : ISmsSender
{
    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OutgoingSms message, CancellationToken cancellationToken = default) =>
        await staff.HasPhoneAsync(message.To, cancellationToken)
            ? await inner.SendAsync(message, cancellationToken)
            : new SendOutcome.Held(StaffReach.Patience);

    /// <inheritdoc/>
    public Task<SendOutcome?> FindAsync(OutgoingSms message, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        inner.FindAsync(message, since, cancellationToken);

    /// <inheritdoc/>
    public Task ForgetPhoneAsync(string phone, CancellationToken cancellationToken = default) =>
        inner.ForgetPhoneAsync(phone, cancellationToken);
}

/// <summary>Emails that leave to staff alone; whatever is for anybody else waits.</summary>
public sealed class StaffOnlyEmailSender(IEmailSender inner, StaffReach staff) : IEmailSender
{
    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OutgoingEmail message, CancellationToken cancellationToken = default) =>
        await staff.HasAddressAsync(message.To, cancellationToken)
            ? await inner.SendAsync(message, cancellationToken)
            : new SendOutcome.Held(StaffReach.Patience);

    /// <inheritdoc/>
    public Task<SendOutcome?> FindAsync(OutgoingEmail message, CancellationToken cancellationToken = default) =>
        inner.FindAsync(message, cancellationToken);

    /// <inheritdoc/>
    public Task ForgetInboxAsync(string address, CancellationToken cancellationToken = default) =>
        inner.ForgetInboxAsync(address, cancellationToken);
}
