using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Talks;

/// <summary>A talk as it was read, to be replaced by what became of it.</summary>
/// <param name="Talk">The talk.</param>
/// <param name="Row">Its row.</param>
internal sealed record StoredTalk(Talk Talk, TableRow Row);

/// <summary>Talks as rows: the latest of each kind with a member.</summary>
public sealed class TalkStore(TableSet tables, DueRows due)
{
    /// <summary>Kind of the due rows that lead to a talk.</summary>
    public const string DueKind = "talk";

    /// <summary>The talk of that kind with a member, the latest; null when there was none.</summary>
    public async Task<Talk?> FindAsync(string kind, string memberId, CancellationToken cancellationToken = default) =>
        (await ReadAsync(kind, memberId, cancellationToken))?.Talk;

    internal async Task<StoredTalk?> ReadAsync(string kind, string memberId, CancellationToken cancellationToken) =>
        await tables.Records.GetAsync(PartitionOf(memberId), kind, cancellationToken) is { } row
            ? new(JsonSerializer.Deserialize<Talk>(row.LongTextOrNull()!, WorkflowJson.Options)!, row)
            : null;

    /// <summary>Stores a talk in place of what was read; false when somebody else was faster.</summary>
    internal async Task<bool> WriteAsync(StoredTalk? held, Talk talk, CancellationToken cancellationToken)
    {
        var row = (held?.Row ?? new TableRow(PartitionOf(talk.MemberId), talk.Kind))
            .WithText(JsonSerializer.Serialize(talk, WorkflowJson.Options));
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
