namespace CtVoice.Core.Conversations.Sending;

/// <summary>
/// Hands text messages to a provider. One call is one attempt: retries, pacing, quiet hours and consent are decided by
/// the caller. Every answer of the provider is a <see cref="SendOutcome"/>; only cancellation throws. Thread-safe.
/// </summary>
public interface ISmsSender
{
    /// <summary>Asks the provider to send the message, once.</summary>
    Task<SendOutcome> SendAsync(OutgoingSms message, CancellationToken cancellationToken = default);

    /// <summary>
    /// Looks for an earlier attempt among the messages to the same number with the same body since
    /// <paramref name="since"/>. Null when the provider lists none (it may not list one yet);
    /// <see cref="SendOutcome.Unknown"/> or <see cref="SendOutcome.Throttled"/> when it could not be asked.
    /// </summary>
    Task<SendOutcome?> FindAsync(OutgoingSms message, DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes what the sender itself keeps of a number, as the simulators do; what a provider keeps is under the provider's
    /// own retention. Again is as good as once.
    /// </summary>
    Task ForgetPhoneAsync(string phone, CancellationToken cancellationToken = default) => Task.CompletedTask;
}

/// <summary>One text message, ready to leave.</summary>
/// <param name="Key">Our name for it (<c>review/member/purpose/n</c>), the same in every attempt.</param>
/// <param name="To">Phone number in E.164 form.</param>
/// <param name="Body">The text, at most 1,600 characters.</param>
public sealed record OutgoingSms(string Key, string To, string Body)
{
    /// <summary>The key alone: number and text never reach a log.</summary>
    public override string ToString() => Key;
}
