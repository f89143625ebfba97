using System.Security.Cryptography;
using System.Text;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>Where a message is kept while it is sent and afterwards: its key names it in every attempt.</summary>
/// <param name="Partition">Partition of the Records table.</param>
/// <param name="Row">Row key.</param>
public sealed record OutboxPlace(string Partition, string Row)
{
    /// <summary>Part of a practice, where neither the place nor whom it is for says so.</summary>
    public bool Practice { get; init; }

    /// <summary>
    /// Nobody has tried to send it: nothing is looked for. Whoever is wrong about that finds out before the message leaves.
    /// </summary>
    public bool First { get; init; }

    /// <summary>What must be durable before the first attempt begins, and is harmless where none does; null for nothing.</summary>
    public TableBatch? Before { get; init; }

    /// <summary>Our name for the message.</summary>
    public string Key => $"{Partition}/{Row}";

    /// <summary>The operation id that an email is sent under: derived, so that every attempt has the same.</summary>
    public Guid OperationId => new(SHA256.HashData(Encoding.UTF8.GetBytes(Key)).AsSpan(0, 16));
}
