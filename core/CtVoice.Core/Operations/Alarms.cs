using Microsoft.Extensions.Logging;

namespace CtVoice.Core.Operations;

/// <summary>
/// What an operator is woken for. Each message begins with a code that an alert rule of <c>infra/modules/alerts.bicep</c>
/// looks for and that <c>docs/operations.md</c> explains. Ids only: no text, name or address of a person.
/// </summary>
public static partial class Alarms
{
    /// <summary>Code of <see cref="LedgerBroken"/>.</summary>
    public const string Ledger = "CTV-LEDGER";

    /// <summary>Code of <see cref="SendFailed"/>.</summary>
    public const string Send = "CTV-SEND";

    /// <summary>Code of <see cref="InboxOverdue"/>.</summary>
    public const string Inbox = "CTV-INBOX";

    /// <summary>The ledger of <paramref name="review"/> does not verify, at <paramref name="fault"/>.</summary>
    [LoggerMessage(4101, LogLevel.Critical, Ledger + ": the ledger of {Review} does not verify: {Fault}")]
    public static partial void LedgerBroken(ILogger logger, string review, string fault);

    /// <summary>A message was given up, or refused by the provider for a reason that is ours, with <paramref name="code"/>.</summary>
    [LoggerMessage(4102, LogLevel.Error, Send + ": message {Message} by {Channel} failed with {Code}")]
    public static partial void SendFailed(ILogger logger, string message, string channel, string code);

    /// <summary><paramref name="count"/> stored messages of residents wait to be taken up, the oldest for <paramref name="minutes"/>.</summary>
    [LoggerMessage(4103, LogLevel.Error, Inbox + ": {Count} stored replies are not taken up, the oldest for {Minutes} minutes")]
    public static partial void InboxOverdue(ILogger logger, int count, int minutes);
}
