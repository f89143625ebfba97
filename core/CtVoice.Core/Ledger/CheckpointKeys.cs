namespace CtVoice.Core.Ledger;

/// <summary>Secrets of the keys that sign checkpoints, at least 32 bytes each.</summary>
/// <param name="Current">Signs; null where no checkpoint is made.</param>
/// <param name="Earlier">The secret before it: vouches for the new key in the first checkpoint after a change.</param>
public sealed record CheckpointKeys(byte[]? Current, byte[]? Earlier = null);
