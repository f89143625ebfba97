namespace CtVoice.Core.Conversations.Sending;

/// <summary>Wants to know what became of messages that stand in partitions of its own. Whoever sends such messages registers one.</summary>
/// <param name="ReportedAsync">
/// Told the partition, whether the message arrived, and the instant; what is not its own it leaves alone. Harmless twice.
/// </param>
public sealed record DeliveryListener(Func<string, bool, DateTimeOffset, CancellationToken, Task> ReportedAsync);
