using System.Globalization;
using System.Text.Json;
using CtVoice.Core.Calendar;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Board;

/// <summary>
/// Members, their consent history and how often they were asked, in partition <c>board|members</c> of the Records table.
/// Nothing here names or reaches anybody. Thread-safe.
/// </summary>
/// <remarks>
/// Rows: <c>m|{member}</c> the member; <c>c|{member}|{instant}|...</c> each consent record; <c>a|{member}|{review}</c> one
/// per review a member was asked in; <c>l|{member}</c> the load that follows from them. Everything about one member is
/// written in one batch of one partition, so a crash never leaves half of it.
/// </remarks>
public sealed class BoardStore(ITable records)
{
    private const string Partition = "board|members";


    /// <summary>The member, or null.</summary>
    public async Task<Member?> GetAsync(string memberId, CancellationToken cancellationToken = default) =>
        Member.IsId(memberId) && await records.GetAsync(Partition, MemberKey(memberId), cancellationToken) is { } row ? Read(row) : null;

    /// <summary>All members, those who left included, in order of id.</summary>
    public async Task<IReadOnlyList<Member>> MembersAsync(CancellationToken cancellationToken = default) =>
        [.. ListedRows.Read(await records.AllAsync(TableQuery.StartingWith(Partition, "m|"), cancellationToken),
            Read).Lines.Where(m => !Practising.Is(m.Id))];

    /// <summary>All members with how often they were asked in a calendar year, in order of id: what routing starts from.</summary>
    public async Task<IReadOnlyList<BoardMember>> BoardAsync(int year, CancellationToken cancellationToken = default) =>
        (await BoardListAsync(year, cancellationToken)).Lines;

    /// <summary>Those of staff who practise, with how often they were asked in a calendar year; see <see cref="Practising"/>.</summary>
    public async Task<IReadOnlyList<BoardMember>> PractisingAsync(int year, CancellationToken cancellationToken = default) =>
        (await EverybodyAsync(year, practising: true, cancellationToken)).Lines;

    /// <summary>The same, with the rows that cannot be read: a member whose row is bad is asked nothing, and hides nobody else.</summary>
    public Task<ListedRows<BoardMember>> BoardListAsync(int year, CancellationToken cancellationToken = default) =>
        EverybodyAsync(year, practising: false, cancellationToken);

    private async Task<ListedRows<BoardMember>> EverybodyAsync(int year, bool practising, CancellationToken cancellationToken)
    {
        var members = ListedRows.Read(await records.AllAsync(TableQuery.StartingWith(Partition, "m|"), cancellationToken), Read);
        var rows = ListedRows.Read(
            await records.AllAsync(TableQuery.StartingWith(Partition, "l|"), cancellationToken),
            row => KeyValuePair.Create(row.Key, ReadLoad(row, year)));
        var loads = rows.Lines.ToDictionary(StringComparer.Ordinal);
        return new(
            [.. members.Lines.Where(member => Practising.Is(member.Id) == practising)
                .Select(member => new BoardMember(member, loads.GetValueOrDefault(LoadKey(member.Id), MemberLoad.None)))],
            [.. members.Unreadable, .. rows.Unreadable]);
    }

    /// <summary>How often a member was asked in a calendar year (Connecticut time), and when last.</summary>
    public async Task<MemberLoad> LoadAsync(string memberId, int year, CancellationToken cancellationToken = default) =>
        await records.GetAsync(Partition, LoadKey(memberId), cancellationToken) is { } row
            ? ReadLoad(row, year)
            : MemberLoad.None;

    /// <summary>Every consent record of a member, oldest first.</summary>
    /// <exception cref="InvalidOperationException">A record cannot be read: whoever decides by them must not decide
    /// without one.</exception>
    public async Task<IReadOnlyList<ConsentRecord>> ConsentHistoryAsync(string memberId, CancellationToken cancellationToken = default) =>
        await ConsentListAsync(memberId, cancellationToken) is { Unreadable.Count: 0 } all
            ? all.Lines
            : throw new InvalidOperationException($"A consent record of member {memberId} cannot be read.");

    /// <summary>The same for whoever looks, with the rows that cannot be read.</summary>
    public async Task<ListedRows<ConsentRecord>> ConsentListAsync(string memberId, CancellationToken cancellationToken = default) =>
        ListedRows.Read(
        await records.AllAsync(TableQuery.StartingWith(Partition, $"c|{memberId}|"), cancellationToken),
        row => JsonSerializer.Deserialize<ConsentRecord>(row.LongTextOrNull()!, WorkflowJson.Options)!);

    /// <summary>
    /// Adds a member, or changes one by a function of what is stored (null when new); a lost race reads again and asks
    /// the function again, so it must be pure. Consent records that the result holds and the history does not are added
    /// to the history in the same batch. Returning the stored member itself writes nothing,
    /// and a member who asked to be erased is not changed at all.
    /// </summary>
    /// <returns>The member as stored afterwards; null when the function returned null (nothing is written).</returns>
    /// <exception cref="ArgumentException">The id is none, or the function changed it.</exception>
    public async Task<Member?> ChangeAsync(string memberId, Func<Member?, Member?> change, CancellationToken cancellationToken = default)
    {
        if (!Member.IsId(memberId))
            throw new ArgumentException("A member id is 1 to 64 of a-z, 0-9 and hyphen.");
        Member? after = null;
        await records.ChangeRowsAsync(Partition, MemberKey(memberId), row =>
        {
            var before = row is null ? null : Read(row);
            after = before is { Erased: true } ? before : change(before);
            if (after is null || ReferenceEquals(after, before))
                return [];
            if (after.Id != memberId)
                throw new ArgumentException("A member keeps their id.");
            // A derived key: the same record has the same row, so writing it again is writing it once.
            var consent = after.Consent.Except(before?.Consent ?? [])
                .Select(record => new TableOperation.Upsert(ConsentRow(memberId, record)));
            return [.. RowChanges.Write(row, Write(after)), .. consent];
        }, cancellationToken);
        return after;
    }

    /// <summary>
    /// Takes in an opt-in or opt-out; the newest of a channel is in force. The record is kept in the history even when a
    /// newer one is in force. Applying it twice is applying it once.
    /// </summary>
    /// <returns>The member afterwards; null when there is no such member.</returns>
    public async Task<Member?> RecordConsentAsync(string memberId, ConsentRecord record, CancellationToken cancellationToken = default)
    {
        var member = await ChangeAsync(memberId, stored => stored?.With(record), cancellationToken);
        if (member is not null && !member.Consent.Contains(record))
            await records.SubmitAsync(Partition, [new TableOperation.Upsert(ConsentRow(memberId, record))], cancellationToken);
        return member;
    }

    /// <summary>
    /// Counts that a member was asked in a review, once however often it is applied: the row of (member, review) is
    /// inserted in one batch with the load, and the load changes only if that row is new.
    /// </summary>
    /// <returns>True when this call counted it, false when it was counted before.</returns>
    public async Task<bool> RecordAskedAsync(string memberId, string reviewId, DateTimeOffset askedAt,
        CancellationToken cancellationToken = default)
    {
        var asked = new TableRow(Partition, $"a|{memberId}|{reviewId}").With("at", askedAt.ToUniversalTime());
        var before = true;
        await RowChanges.UntilStoredAsync(async () =>
        {
            before = await records.GetAsync(Partition, asked.Key, cancellationToken) is not null;
            if (before)
                return true;
            var load = await records.GetAsync(Partition, LoadKey(memberId), cancellationToken);
            var counted = Count(load ?? new TableRow(Partition, LoadKey(memberId)), askedAt);
            return (await records.SubmitAsync(
                Partition, [new TableOperation.Insert(asked), .. RowChanges.Write(load, counted)], cancellationToken)).Committed;
        }, cancellationToken);
        return !before;
    }

    private static TableRow Count(TableRow load, DateTimeOffset askedAt)
    {
        var column = YearColumn(LocalTime.DateIn(LocalTime.Connecticut, askedAt).Year);
        var utc = askedAt.ToUniversalTime();
        var last = load.Instant("last") is { } known && known > utc ? known : utc;
        return load.With(column, (load.Number(column) ?? 0) + 1).With("last", last);
    }

    private static MemberLoad ReadLoad(TableRow row, int year) => new((int)(row.Number(YearColumn(year)) ?? 0), row.Instant("last"));

    private static Member Read(TableRow row) => JsonSerializer.Deserialize<Member>(row.LongTextOrNull()!, WorkflowJson.Options)!;

    private static TableRow Write(Member member) =>
        new TableRow(Partition, MemberKey(member.Id)).WithText(JsonSerializer.Serialize(member, WorkflowJson.Options));

    private static TableRow ConsentRow(string memberId, ConsentRecord record) =>
        new TableRow(Partition,
            string.Create(CultureInfo.InvariantCulture, $"c|{memberId}|{record.When.UtcTicks:D19}|{record.Channel}|{record.State}"))
            .WithText(JsonSerializer.Serialize(record, WorkflowJson.Options));

    private static string MemberKey(string memberId) => "m|" + memberId;

    private static string LoadKey(string memberId) => "l|" + memberId;

    private static string YearColumn(int year) => string.Create(CultureInfo.InvariantCulture, $"y{year:D4}");
}
