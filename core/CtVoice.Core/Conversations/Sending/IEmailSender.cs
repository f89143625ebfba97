namespace CtVoice.Core.Conversations.Sending;

/// <summary>
/// Hands emails to a provider. One call is one attempt: retries, pacing and consent are decided by the caller. Every
/// answer of the provider is a <see cref="SendOutcome"/>; only cancellation throws. Thread-safe.
/// </summary>
public interface IEmailSender
{
    /// <summary>Asks the provider to send the email, once, under <see cref="OutgoingEmail.OperationId"/>.</summary>
    Task<SendOutcome> SendAsync(OutgoingEmail message, CancellationToken cancellationToken = default);

    /// <summary>
    /// Looks for an earlier attempt by its operation id. Null when the provider knows none; <see cref="SendOutcome.Unknown"/>
    /// or <see cref="SendOutcome.Throttled"/> when it could not be asked.
    /// </summary>
    Task<SendOutcome?> FindAsync(OutgoingEmail message, CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes what the sender itself keeps of an address, as the simulators do; what a provider keeps is under the
    /// provider's own retention. Again is as good as once.
    /// </summary>
    Task ForgetInboxAsync(string address, CancellationToken cancellationToken = default) => Task.CompletedTask;
}

/// <summary>One email, ready to leave. The sender marks each as automatic (RFC 3834 section 5).</summary>
/// <param name="Key">Our name for it (<c>review/member/purpose/n</c>), the same in every attempt.</param>
/// <param name="OperationId">Chosen by us before the first attempt, stored, and the same in every attempt.</param>
/// <param name="To">Address of the recipient.</param>
/// <param name="Subject">Subject line.</param>
/// <param name="Text">Plain-text body.</param>
/// <param name="Html">HTML body; null to send plain text only.</param>
/// <param name="ReplyTo">Where an answer goes; null when none is expected.</param>
/// <param name="Unsubscribe">
/// Where one POST unsubscribes (RFC 8058), sent as <c>List-Unsubscribe</c>; null on mail that is not to residents.
/// </param>
public sealed record OutgoingEmail(
    string Key, Guid OperationId, string To, string Subject, string Text,
    string? Html = null, string? ReplyTo = null, Uri? Unsubscribe = null)
{
    /// <summary>The header field that every mail of ours carries, whatever its provider; one that comes back with it is no reply.</summary>
    public const string OwnHeader = "X-CtVoice-Message";

    /// <summary>The subject in one line: a line break that somebody typed into a title would begin a header of their own.</summary>
    public string Subject { get; init => field = InOneLine(value); } = InOneLine(Subject);

    /// <summary>
    /// Its id (RFC 5322 section 3.6.4), without brackets: an answer names it. Null where none is expected, and the provider
    /// makes one. A provider that puts another in its place says so in its report (<see cref="DeliveryReport.MailId"/>).
    /// </summary>
    public string? MessageId { get; init; }

    /// <summary>The key alone: addresses and text never reach a log.</summary>
    public override string ToString() => Key;

    private static string InOneLine(string words) => words.Any(Breaks)
        ? string.Join(' ', new string([.. words.Select(c => Breaks(c) ? '\n' : c)]).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        : words;

    private static bool Breaks(char letter) => char.IsControl(letter) || letter is '\u2028' or '\u2029';
}
