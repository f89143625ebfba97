namespace CtVoice.Core.Subscriptions;

/// <summary>What an installation decides about subscriptions.</summary>
/// <param name="Key">The secrets of subscriptions are derived from it; at least 32 bytes.</param>
public sealed record SubscriptionOptions(byte[] Key);
