namespace CtVoice.Core.Conversations.Sending;

/// <summary>What a provider said to one attempt at sending one message.</summary>
public abstract record SendOutcome
{
    private SendOutcome() { }

    /// <summary>
    /// The provider took the message and will try to deliver it. Accepted is not delivered: the delivery report comes later
    /// under <paramref name="ProviderId"/>.
    /// </summary>
    /// <param name="ProviderId">The provider's name for the message, an id without personal data.</param>
    public sealed record Accepted(string ProviderId) : SendOutcome;

    /// <summary>The provider said no and has sent nothing.</summary>
    /// <param name="Reason">What it means to us.</param>
    /// <param name="Code">The provider's own code, for people who look into it.</param>
    /// <param name="IsPermanent">True when the same message to the same recipient will be refused again.</param>
    public sealed record Refused(SendRefusal Reason, string Code, bool IsPermanent) : SendOutcome;

    /// <summary>The provider is busy and has sent nothing; ask again after <paramref name="RetryAfter"/>.</summary>
    public sealed record Throttled(TimeSpan RetryAfter) : SendOutcome;

    /// <summary>
    /// Nobody was asked and nothing was sent: this installation does not send to that recipient yet. It concerns this message and
    /// no other of its channel; ask again after <paramref name="RetryAfter"/>.
    /// </summary>
    public sealed record Held(TimeSpan RetryAfter) : SendOutcome;

    /// <summary>No clear answer came: the message may or may not have left. Look it up before sending again.</summary>
    /// <param name="Code">What happened instead of an answer (a status or a kind of fault), without personal data.</param>
    public sealed record Unknown(string Code) : SendOutcome;
}

/// <summary>Why a provider refused a message, in the product's words.</summary>
public enum SendRefusal
{
    /// <summary>The recipient opted out at the provider; our own opt-out must say the same.</summary>
    OptedOut,

    /// <summary>The number or address does not exist or cannot take this kind of message.</summary>
    InvalidRecipient,

    /// <summary>The recipient exists but cannot be reached now (switched off, out of service, mailbox full).</summary>
    Unreachable,

    /// <summary>A carrier or filter stopped the message because of what it is or who sent it.</summary>
    Filtered,

    /// <summary>Our own account, sender or settings are at fault; an operator must act.</summary>
    Misconfigured,

    /// <summary>A refusal that nothing here knows.</summary>
    Other,
}
