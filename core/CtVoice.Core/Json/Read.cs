namespace CtVoice.Core.Json;

/// <summary>What became of reading a text: a value, or every fault that stands in its way.</summary>
/// <param name="Value">The value; null when there are faults.</param>
/// <param name="Faults">Empty when there is a value.</param>
public sealed record Read<T>(T? Value, IReadOnlyList<Fault> Faults)
    where T : notnull;
