using System.Globalization;
using System.Text.Json;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.OnCall;

/// <summary>
/// Who is on call: the list as it is being made, and the one that OPM approved, which alone is in force. Whoever is on it agreed
/// on the phone that is on it. Kept in the Contacts table, for it holds names and numbers. Thread-safe.
/// </summary>
/// <remarks>
/// Partition <c>on-call</c>: <c>list</c>, <c>approved</c>, <c>agreed|{person}</c>, <c>join|{hash of a link}</c>,
/// <c>stopped|{hash of a phone}</c>, and <c>past|{instant}</c> for every list that was in force and how it ended.
/// </remarks>
public sealed class OnCallStore(TableSet tables, ContactIndex index, MemberCodes pins, TimeProvider clock)
{
    /// <summary>What people on call agree to; a changed text is a changed version.</summary>
    public const string TextVersion = "on-call-1";

    /// <summary>How long the link works by which somebody agrees.</summary>
    public static TimeSpan JoinLifetime { get; } = TimeSpan.FromDays(7);

    /// <summary>Digits of a PIN.</summary>
    public const int PinDigits = 6;

    private const string Partition = "on-call";
    private const string ListRow = "list";
    private const string ApprovedRow = "approved";

    /// <summary>The list as it is being made.</summary>
    public async Task<OnCallList> DraftAsync(CancellationToken cancellationToken = default) =>
        await ReadAsync(ListRow, cancellationToken) ?? OnCallList.Empty;

    /// <summary>The list that OPM approved; null while nobody is on call.</summary>
    public Task<OnCallList?> ApprovedAsync(CancellationToken cancellationToken = default) => ReadAsync(ApprovedRow, cancellationToken);

    /// <summary>Who can be told: people of the approved list but those whose phone stopped texts, in the same order.</summary>
    public async Task<IReadOnlyList<OnCallPerson>> ReachableAsync(CancellationToken cancellationToken = default)
    {
        if (await ApprovedAsync(cancellationToken) is not { } list)
            return [];
        var stopped = await StoppedAsync(list, cancellationToken);
        return [.. list.People.Where(p => !stopped.ContainsKey(p.Id))];
    }

    /// <summary>Whether members need not be told that nobody reads what they write all the time:
    /// somebody can be told at every hour.</summary>
    public async Task<bool> IsWatchedAsync(CancellationToken cancellationToken = default) =>
        await ReachableAsync(cancellationToken) is { Count: > 0 } people && new OnCallList(people).Gaps().Count == 0;

    /// <summary>People of a list whose phone stopped texts, and since when: carriers let none of ours through to it before
    /// it says START.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> StoppedAsync(OnCallList list,
        CancellationToken cancellationToken = default)
    {
        var since = (await tables.Contacts.AllAsync(TableQuery.StartingWith(Partition, Stopped("")), cancellationToken))
            .ToDictionary(row => row.Key, row => row.Instant("at")!.Value, StringComparer.Ordinal);
        return list.People.Where(p => since.ContainsKey(Stopped(index.OfPhone(p.Phone))))
            .ToDictionary(p => p.Id, p => since[Stopped(index.OfPhone(p.Phone))], StringComparer.Ordinal);
    }

    /// <summary>A phone on the approved list stopped texts; whose it is, or null where it is on none. The first time counts.</summary>
    public async Task<OnCallPerson?> StopPhoneAsync(string e164, CancellationToken cancellationToken = default)
    {
        if (await OnPhoneAsync(e164, cancellationToken) is not { } person)
            return null;
        var row = new TableRow(Partition, Stopped(index.OfPhone(e164))).With("at", clock.GetUtcNow());
        // It was stopped before: since then.
        _ = await tables.Contacts.SubmitAsync(Partition, [new TableOperation.Insert(row)], cancellationToken);
        return person;
    }

    /// <summary>A phone takes texts again; whose it is, or null where it is on no approved list.</summary>
    public async Task<OnCallPerson?> StartPhoneAsync(string e164, CancellationToken cancellationToken = default)
    {
        _ = await tables.Contacts.SubmitAsync(Partition, [new TableOperation.Delete(Stopped(index.OfPhone(e164)))], cancellationToken);
        return await OnPhoneAsync(e164, cancellationToken);
    }

    /// <summary>Changes the list that is being made; what is in force stays in force.</summary>
    /// <returns>The list; null when <paramref name="change"/> gives none.</returns>
    public async Task<OnCallList?> ChangeAsync(Func<OnCallList, OnCallList?> change, CancellationToken cancellationToken = default)
    {
        OnCallList? after = null;
        _ = await tables.Contacts.ChangeAsync(
            Partition, ListRow,
            held => (after = change(held is null ? OnCallList.Empty : Read(held))) is null
                ? held
                : RowOf(ListRow, after), cancellationToken);
        return after;
    }

    /// <summary>Puts a list in force, in the place of any other.</summary>
    public async Task ApproveAsync(OnCallList list, OnCallApproval approval, CancellationToken cancellationToken = default)
    {
        var before = await ApprovedAsync(cancellationToken);
        var approved = list with { Approval = approval };
        _ = await tables.Contacts.SubmitAsync(
            Partition, [new TableOperation.Upsert(RowOf(ApprovedRow, approved)),
                new TableOperation.Upsert(RowOf(Past(approval.At), approved))], cancellationToken);
        foreach (var gone in before?.People.Where(p => approved.Find(p.Id) is null) ?? [])
            await ForgetAsync(gone.Id, cancellationToken);
    }

    /// <summary>Takes somebody off the list that is being made; false when they are not on it.
    /// On a list in force they stay until another is.</summary>
    public async Task<bool> RemoveAsync(string personId, CancellationToken cancellationToken = default)
    {
        if (await ChangeAsync(list => list.Find(personId) is null
            ? null
            : list with { People = [.. list.People.Where(p => p.Id != personId)] }, cancellationToken) is null)
            return false;
        if ((await ApprovedAsync(cancellationToken))?.Find(personId) is null)
            await ForgetAsync(personId, cancellationToken);
        return true;
    }

    /// <summary>Nobody is on call from now on; false when nobody was.</summary>
    public async Task<bool> StopAsync(string keyId, string because, CancellationToken cancellationToken = default)
    {
        if (await tables.Contacts.GetAsync(Partition, ApprovedRow, cancellationToken) is not { } held)
            return false;
        var now = clock.GetUtcNow();
        var past = new TableRow(Partition, Past(now)).With("endedBy", keyId).With("endedBecause", because);
        return (await tables.Contacts.SubmitAsync(Partition,
            [new TableOperation.Delete(ApprovedRow, held.ETag), new TableOperation.Upsert(past)], cancellationToken)).Committed;
    }

    /// <summary>The person on the approved list whose phone that is; null when it is nobody's.</summary>
    public async Task<OnCallPerson?> OnPhoneAsync(string e164, CancellationToken cancellationToken = default) =>
        (await ApprovedAsync(cancellationToken))?.People.FirstOrDefault(p => p.Phone == e164);

    /// <summary>When each of these people agreed, on the phone that they have now; who did not is left out.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> AgreedAsync(OnCallList list,
        CancellationToken cancellationToken = default)
    {
        var agreed = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var person in list.People)
        {
            if (await tables.Contacts.GetAsync(Partition, Agreed(person.Id), cancellationToken) is { } row
                && row.Text("phone") == index.OfPhone(person.Phone)
                && await pins.HasAsync(PinName(person.Id), cancellationToken))
                agreed[person.Id] = row.Instant("at")!.Value;
        }
        return agreed;
    }

    /// <summary>A link by which somebody on the list agrees and chooses a PIN; what it leads to is known to whoever
    /// has their phone.</summary>
    public async Task<string> InviteAsync(OnCallPerson person, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var token = OnCallLinks.New();
        var row = new TableRow(Partition, Join(token)).With("person", person.Id).With("phone", index.OfPhone(person.Phone))
            .With("until", now + JoinLifetime);
        _ = await tables.Contacts.SubmitAsync(Partition, [new TableOperation.Upsert(row)], cancellationToken);
        return token;
    }

    /// <summary>Who may agree by a link; null when it leads nowhere, or they have another phone by now.</summary>
    public async Task<OnCallPerson?> InvitedAsync(string token, CancellationToken cancellationToken = default) =>
        OnCallLinks.IsToken(token) && await tables.Contacts.GetAsync(Partition, Join(token), cancellationToken) is { } row
            && row.Instant("until") > clock.GetUtcNow()
            && (await DraftAsync(cancellationToken)).Find(row.Text("person")!) is { } person
            && index.OfPhone(person.Phone) == row.Text("phone")
            ? person
            : null;

    /// <summary>Somebody agrees to be on call and chooses a PIN; the link is used up.</summary>
    public async Task AgreeAsync(OnCallPerson person, string token, string pin, CancellationToken cancellationToken = default)
    {
        await pins.SetAsync(PinName(person.Id), pin, cancellationToken);
        var row = new TableRow(Partition, Agreed(person.Id)).With("at", clock.GetUtcNow()).With("phone", index.OfPhone(person.Phone))
            .With("words", TextVersion);
        _ = await tables.Contacts.SubmitAsync(Partition, [new TableOperation.Upsert(row), new TableOperation.Delete(Join(token))],
            cancellationToken);
    }

    /// <summary>Compares a PIN that was typed on somebody's page of an alert. Guesses are counted as those at members' codes are.</summary>
    public Task<CodeCheck> CheckPinAsync(string personId, string token, string pin, CancellationToken cancellationToken = default) =>
        pins.CheckAsync(
        new(OnCallLinks.Hash(token), QuestionSource.Review("on-call"), PinName(personId), Channel.Sms, DateTimeOffset.MaxValue), pin,
        cancellationToken);

    /// <summary>True when it could be a PIN.</summary>
    public static bool IsPin(string pin) => pin.Length == PinDigits && pin.All(char.IsAsciiDigit);

    private async Task ForgetAsync(string personId, CancellationToken cancellationToken = default)
    {
        await pins.RemoveAsync(PinName(personId), cancellationToken);
        _ = await tables.Contacts.SubmitAsync(Partition, [new TableOperation.Delete(Agreed(personId))], cancellationToken);
    }

    // No member has such an id: theirs hold no bar.
    private static string PinName(string personId) => $"on-call|{personId}";

    private static string Agreed(string personId) => $"agreed|{personId}";

    private static string Stopped(string phone) => $"stopped|{phone}";

    private static string Join(string token) => $"join|{OnCallLinks.Hash(token)}";

    private static string Past(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"past|{at.UtcTicks:D19}");

    private async Task<OnCallList?> ReadAsync(string key, CancellationToken cancellationToken) =>
        await tables.Contacts.GetAsync(Partition, key, cancellationToken) is { } row ? Read(row) : null;

    private static OnCallList Read(TableRow row) => JsonSerializer.Deserialize<OnCallList>(row.LongTextOrNull()!, WorkflowJson.Options)!;

    private static TableRow RowOf(string key, OnCallList list) =>
        new TableRow(Partition, key).WithText(JsonSerializer.Serialize(list, WorkflowJson.Options));
}
