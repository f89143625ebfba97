using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Board.Erasing;

/// <summary>Why nothing may be destroyed for now.</summary>
public enum HoldKind
{
    /// <summary>A request for public records is open.</summary>
    Foia,

    /// <summary>A court case is open or expected.</summary>
    Litigation,

    /// <summary>An audit is open.</summary>
    Audit,
}

/// <summary>A hold: while it stands, texts and salts in its scope are not destroyed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Why.</param>
/// <param name="Reason">In words.</param>
/// <param name="SetBy">Key id of whoever set it.</param>
/// <param name="SetAt">When.</param>
/// <param name="ReviewId">The review it is about; null for all.</param>
/// <param name="MemberId">The member it is about; null for all.</param>
/// <param name="Lifted">When it was lifted, by whom and why; null while it stands.</param>
public sealed record Hold(
    string Id, HoldKind Kind, string Reason, string SetBy, DateTimeOffset SetAt, string? ReviewId = null, string? MemberId = null,
    HoldLifted? Lifted = null)
{
    /// <summary>Whether it keeps a member's texts in a review from being destroyed.</summary>
    public bool Covers(string reviewId, string memberId) =>
        Lifted is null && (ReviewId is null || ReviewId == reviewId) && (MemberId is null || MemberId == memberId);
}

/// <summary>The end of a hold.</summary>
public sealed record HoldLifted(DateTimeOffset At, string By, string Reason);

/// <summary>Holds as rows of partition <c>holds</c>, in the order they were set; none is ever removed.</summary>
public sealed class HoldStore(TableSet tables)
{
    private const string Partition = "holds";

    private readonly ITable records = tables.Records;

    /// <summary>Every hold, oldest first.</summary>
    public async Task<IReadOnlyList<Hold>> AllAsync(CancellationToken cancellationToken = default) =>
        [.. (await records.AllAsync(new(Partition), cancellationToken)).Select(Read)];

    /// <summary>The same for whoever looks, with the rows that cannot be read: they keep nothing from being shown,
    /// and everything from being destroyed.</summary>
    public async Task<ListedRows<Hold>> ListAsync(CancellationToken cancellationToken = default) =>
        ListedRows.Read(await records.AllAsync(new(Partition), cancellationToken), Read);

    /// <summary>Sets one.</summary>
    public async Task<Hold> SetAsync(
        HoldKind kind, string? reviewId, string? memberId, string reason, string by, DateTimeOffset now,
        CancellationToken cancellationToken = default)
    {
        var id = string.Create(CultureInfo.InvariantCulture,
            $"{now.UtcTicks:D19}-{RandomNumberGenerator.GetHexString(4, lowercase: true)}");
        var hold = new Hold(id, kind, reason, by, now, reviewId, memberId);
        _ = await records.SubmitAsync(Partition, [new TableOperation.Insert(Write(hold))], cancellationToken);
        return hold;
    }

    /// <summary>Lifts one; lifting it again changes nothing. Null when there is none of that id.</summary>
    public async Task<Hold?> LiftAsync(string id, string reason, string by, DateTimeOffset now,
        CancellationToken cancellationToken = default)
    {
        var row = await records.ChangeAsync(
            Partition, id, row => row is not null && Read(row) is { Lifted: null } hold
                ? Write(hold with { Lifted = new(now, by, reason) })
                : row,
            cancellationToken);
        return row is null ? null : Read(row);
    }

    private static Hold Read(TableRow row) => JsonSerializer.Deserialize<Hold>(row.LongTextOrNull()!, WorkflowJson.Options)!;

    private static TableRow Write(Hold hold) =>
        new TableRow(Partition, hold.Id).WithText(JsonSerializer.Serialize(hold, WorkflowJson.Options));
}
