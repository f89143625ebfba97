using System.Security.Cryptography;
using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Board.Erasing;

/// <summary>
/// Erase requests as rows of partition <c>erased</c>, one per member, and the messages of each in <c>erased|{member}</c>.
/// They travel in exports, so that a restore erases again.
/// </summary>
public sealed class ErasureStore(TableSet tables)
{
    /// <summary>Partition of the requests; row key = member id.</summary>
    public const string Partition = "erased";

    private readonly ITable records = tables.Records;

    /// <summary>A reference that a member can keep: no letters that are taken for one another.</summary>
    public static string NewReference() => "E-" + RandomNumberGenerator.GetString("ACDEFGHJKMNPQRTUVWXY34679", 8);

    /// <summary>The request of a member, or null.</summary>
    public async Task<Erasure?> FindAsync(string memberId, CancellationToken cancellationToken = default) =>
        await records.GetAsync(Partition, memberId, cancellationToken) is { } row ? Read(row) : null;

    /// <summary>Every request, in order of member id.</summary>
    public async Task<IReadOnlyList<Erasure>> AllAsync(CancellationToken cancellationToken = default) =>
        [.. (await records.AllAsync(new(Partition), cancellationToken)).Select(Read)];

    /// <summary>Requests of members of whose copies elsewhere the office still asks, the oldest first, with the rows that cannot be read.
    /// People of staff who practise are no members.</summary>
    public async Task<ListedRows<Erasure>> AskingElsewhereAsync(CancellationToken cancellationToken = default)
    {
        var all = ListedRows.Read(await records.AllAsync(new(Partition), cancellationToken), Read);
        return new([.. all.Lines.Where(e => e.AsksElsewhere && !Practising.Is(e.MemberId)).OrderBy(e => e.At)], all.Unreadable);
    }

    /// <summary>Stores a request; the one that was first stands.</summary>
    public async Task<Erasure> AddAsync(Erasure erasure, CancellationToken cancellationToken = default) =>
        (await records.SubmitAsync(Partition, [new TableOperation.Insert(Write(erasure))], cancellationToken)).Committed
            ? erasure
            : (await FindAsync(erasure.MemberId, cancellationToken))!;

    /// <summary>Changes a request; the result is what is stored afterwards. Null when there is none.</summary>
    public async Task<Erasure?> ChangeAsync(string memberId, Func<Erasure, Erasure> change, CancellationToken cancellationToken = default)
    {
        var row = await records.ChangeAsync(Partition, memberId, row =>
        {
            if (row is null)
                return null;
            var (held, changed) = (Read(row), change(Read(row)));
            return changed == held ? row : Write(changed);
        }, cancellationToken);
        return row is null ? null : Read(row);
    }

    /// <summary>Remembers which messages were the member's: once their number is gone nobody could say.</summary>
    public async Task NoteMessageAsync(string memberId, string inboundId, CancellationToken cancellationToken = default) =>
        _ = await records.SubmitAsync(
            MessagesOf(memberId), [new TableOperation.Upsert(new TableRow(MessagesOf(memberId), inboundId))], cancellationToken);

    /// <summary>The messages that were the member's.</summary>
    public async Task<IReadOnlyList<string>> MessagesAsync(string memberId, CancellationToken cancellationToken = default) =>
        [.. (await records.AllAsync(new(MessagesOf(memberId)), cancellationToken)).Select(r => r.Key)];

    /// <summary>Makes the storage forget the bytes of what was deleted.</summary>
    public Task ForgetBytesAsync(CancellationToken cancellationToken = default) => tables.ForgetAsync(cancellationToken);

    private static string MessagesOf(string memberId) => $"{Partition}|{memberId}";

    private static Erasure Read(TableRow row) => JsonSerializer.Deserialize<Erasure>(row.LongTextOrNull()!, WorkflowJson.Options)!;

    private static TableRow Write(Erasure erasure) =>
        new TableRow(Partition, erasure.MemberId).WithText(JsonSerializer.Serialize(erasure, WorkflowJson.Options));
}
