using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Dialogues;

/// <summary>A talk as it was read, to be replaced by what became of it.</summary>
/// <param name="Dialogue">The talk.</param>
/// <param name="Row">Its row.</param>
internal sealed record StoredDialogue(Dialogue Dialogue, TableRow Row);

/// <summary>Dialogues as rows: the latest of each kind with a member.</summary>
public sealed class DialogueStore(TableSet tables, DueRows due)
{
    /// <summary>Kind of the due rows that lead to a talk.</summary>
    public const string DueKind = "talk";

    /// <summary>The talk of that kind with a member, the latest; null when there was none.</summary>
    public async Task<Dialogue?> FindAsync(string kind, string memberId, CancellationToken cancellationToken = default) =>
        (await ReadAsync(kind, memberId, cancellationToken))?.Dialogue;

    internal async Task<StoredDialogue?> ReadAsync(string kind, string memberId, CancellationToken cancellationToken) =>
        await tables.Records.GetAsync(PartitionOf(memberId), kind, cancellationToken) is { } row
            ? new(JsonSerializer.Deserialize<Dialogue>(row.LongTextOrNull()!, WorkflowJson.Options)!, row)
            : null;

    /// <summary>Stores a talk in place of what was read; false when somebody else was faster.</summary>
    internal async Task<bool> WriteAsync(StoredDialogue? held, Dialogue dialogue, CancellationToken cancellationToken)
    {
        var row = (held?.Row ?? new TableRow(PartitionOf(dialogue.MemberId), dialogue.Kind))
            .WithText(JsonSerializer.Serialize(dialogue, WorkflowJson.Options));
        TableOperation write = held is null ? new TableOperation.Insert(row) : new TableOperation.Replace(row);
        return (await tables.Records.SubmitAsync(row.Partition, [write], cancellationToken)).Committed;
    }

    /// <summary>Looks at a talk again once an instant has come.</summary>
    internal Task LookAgainAsync(string kind, string memberId, DateTimeOffset at, CancellationToken cancellationToken) =>
        due.LookAgainAsync(new(DueKind, $"{kind}|{memberId}"), at, cancellationToken);

    /// <summary>Forgets every talk with a member, what was sent in them included.</summary>
    internal Task ForgetAsync(string memberId, CancellationToken cancellationToken) =>
        tables.Records.ClearAsync(new(PartitionOf(memberId)), cancellationToken);

    internal static string PartitionOf(string memberId) => $"talk|{memberId}";
}
