using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CtVoice.Core.Storage;

namespace CtVoice.Web;

/// <summary>
/// The access keys of programs and people: <c>ctv_</c> and 32 random bytes, stored by their SHA-256 only. A lookup is one
/// point read, remembered for <see cref="Remembered"/>; a revocation is immediate in this process and at most that late in
/// another one. Thread-safe.
/// </summary>
/// <param name="records">The records table; keys live in its partition <c>keys</c>.</param>
/// <param name="time">Now.</param>
/// <param name="options">May name the hash of a first coordinator key.</param>
public sealed class AccessKeys(ITable records, TimeProvider time, WebOptions options)
{
    /// <summary>How long a lookup is believed.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromSeconds(15);

    /// <summary>Who acts when nobody's key was used: the host itself, or whoever runs a command on its machine.</summary>
    public const string ByHost = "host";

    private const string Partition = "keys";
    private const string Prefix = "ctv_";
    private const string FirstMarker = "first";
    private const string FirstFromSettings = "settings";
    private const int RememberedAtMost = 10_000;

    private readonly ConcurrentDictionary<string, (StoredKey Key, long ReadAt)> known = new(StringComparer.Ordinal);

    /// <summary>Makes a key. The returned text is the only copy there will ever be.</summary>
    /// <param name="label">What the key is for, shown in lists; not a person's name.</param>
    /// <param name="role">What its holder may do.</param>
    /// <param name="agency">Required for, and only for, <see cref="Role.Agency"/>.</param>
    /// <param name="expires">When it stops working; null never.</param>
    /// <param name="by">Key id of whoever made it; see <see cref="ByHost"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<NewKey> CreateAsync(
        string label, Role role, string? agency, DateTimeOffset? expires, string by = ByHost, CancellationToken cancellationToken = default)
    {
        var (key, row) = Make(label, role, agency, expires);
        await SubmitAsync(
            [new TableOperation.Upsert(Marker()), new TableOperation.Insert(row), Action(KeyActionKind.Created, key.Key.Id, by)],
            cancellationToken);
        return key;
    }

    /// <summary>Makes the first coordinator key when no key was ever made; null otherwise. Two callers at once get one key.</summary>
    public async Task<NewKey?> CreateFirstAsync(CancellationToken cancellationToken = default)
    {
        var (key, row) = Make("first coordinator key", Role.Coordinator, null, null);
        var result = await records.SubmitAsync(
            Partition, [new TableOperation.Insert(Marker()), new TableOperation.Insert(row),
                Action(KeyActionKind.Created, key.Key.Id, ByHost)], cancellationToken);
        return result.Committed ? key : null;
    }

    /// <summary>Who holds this key; null when it is unknown, revoked or expired.</summary>
    public async Task<Principal?> FindAsync(string token, CancellationToken cancellationToken = default)
    {
        if (!token.StartsWith(Prefix, StringComparison.Ordinal) || token.Length > 128)
            return null;
        var hash = Hash(token);
        var key = Recall(hash);
        if (key is null && await records.GetAsync(Partition, RowKey(hash), cancellationToken) is { } row)
            Remember(hash, key = Read(row));
        if (key is not null)
            return key.WorksAt(time.GetUtcNow()) ? key.Principal : null;
        return await FirstFromSettingsAsync(hash, cancellationToken);
    }

    /// <summary>True while the key with this id works; ends sessions with the key that opened them. Always asks the table.</summary>
    public async Task<bool> WorksAsync(string keyId, CancellationToken cancellationToken = default) => keyId == FirstFromSettings
        ? await records.GetAsync(Partition, FirstMarker, cancellationToken) is null
        : await RowAsync(keyId, cancellationToken) is { } row && Read(row).WorksAt(time.GetUtcNow());

    /// <summary>What whoever made a key called its holder; null for a key that is not kept here, and for a platform's principal.</summary>
    public async Task<string?> LabelAsync(string keyId, CancellationToken cancellationToken = default) =>
        await RowAsync(keyId, cancellationToken) is { } row ? Read(row).Label : null;

    /// <summary>Every key that was ever made, without the secret.</summary>
    public async Task<ListedRows<StoredKey>> ListAsync(CancellationToken cancellationToken = default)
    {
        var rows = new List<TableRow>();
        string? continuation = null;
        do
        {
            var page = await records.QueryAsync(
                TableQuery.StartingWith(Partition, "h|") with { Continuation = continuation }, cancellationToken);
            rows.AddRange(page.Rows);
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return ListedRows.Read(rows, Read);
    }

    /// <summary>Stops a key at once, unless nobody could make keys any more.</summary>
    /// <param name="keyId">The key.</param>
    /// <param name="by">Key id of whoever stops it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<KeyChange> RevokeAsync(string keyId, string by = ByHost, CancellationToken cancellationToken = default)
    {
        if (await RowAsync(keyId, cancellationToken) is not { } row)
            return KeyChange.Unknown;
        if (Read(row).Revoked is not null)
            return KeyChange.Done;
        var marker = await MarkerAsync(cancellationToken);
        if (await IsLastAsync(Read(row), cancellationToken))
            return KeyChange.LastCoordinator;
        await SubmitAsync(
            [marker, new TableOperation.Replace(row.With("revoked", time.GetUtcNow())), Action(KeyActionKind.Revoked, keyId, by)],
            cancellationToken);
        Forget(row);
        return KeyChange.Done;
    }

    /// <summary>
    /// Makes a successor with the same label, role and agency; the old key works for another <paramref name="overlap"/>.
    /// Null when there is no such key, it no longer works, or it is the last coordinator's and the successor would expire.
    /// </summary>
    public async Task<NewKey?> RotateAsync(
        string keyId, TimeSpan overlap, DateTimeOffset? expires, string by = ByHost, CancellationToken cancellationToken = default)
    {
        if (await RowAsync(keyId, cancellationToken) is not { } row)
            return null;
        var old = Read(row);
        var now = time.GetUtcNow();
        var marker = await MarkerAsync(cancellationToken);
        if (!old.WorksAt(now) || (expires is not null && await IsLastAsync(old, cancellationToken)))
            return null;
        var last = old.Expires is { } end && end < now + overlap ? end : now + overlap;
        var (key, successor) = Make(old.Label, old.Principal.Role, old.Principal.Agency, expires);
        await SubmitAsync(
            [marker, new TableOperation.Replace(row.With("expires", last)), new TableOperation.Insert(successor),
                Action(KeyActionKind.Rotated, keyId, by, key.Key.Id)],
            cancellationToken);
        Forget(row);
        return key;
    }

    /// <summary>One page of what was done to keys, oldest first.</summary>
    public async Task<(ListedRows<KeyAction> Actions, string? Continuation)> ActionsAsync(string? continuation,
        CancellationToken cancellationToken = default)
    {
        var page = await records.QueryAsync(TableQuery.StartingWith(Partition, "log|") with
        { Continuation = continuation }, cancellationToken);
        return (ListedRows.Read(page.Rows, r => new KeyAction(
            r.Instant("at")!.Value, Enum.Parse<KeyActionKind>(r.Text("what")!), r.Text("key")!, r.Text("by")!, r.Text("successor"))),
            page.Continuation);
    }

    /// <summary>The stored form of a key, for the settings of a host: lower-case hexadecimal SHA-256 of its text.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private async Task<Principal?> FirstFromSettingsAsync(string hash, CancellationToken cancellationToken)
    {
        if (options.FirstKeyHash is not { Length: > 0 } first)
            return null;
        var same = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(first));
        return same && await records.GetAsync(Partition, FirstMarker, cancellationToken) is null
            ? new Principal(Role.Coordinator, null, FirstFromSettings)
            : null;
    }

    private (NewKey Key, TableRow Row) Make(string label, Role role, string? agency, DateTimeOffset? expires)
    {
        if (role == Role.Agency != agency is not null)
            throw new ArgumentException("A key of role agency names its agency; a key of another role names none.", nameof(agency));
        var token = Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var hash = Hash(token);
        var row = new TableRow(Partition, RowKey(hash))
            .With("label", label)
            .With("role", role.ToString())
            .With("agency", agency)
            .With("created", time.GetUtcNow())
            .With("expires", expires);
        return (new NewKey(token, Read(row)), row);
    }

    private async Task<TableRow?> RowAsync(string keyId, CancellationToken cancellationToken)
    {
        if (keyId.Length != KeyIdLength || !keyId.All(char.IsAsciiHexDigitLower))
            return null;
        var page = await records.QueryAsync(TableQuery.StartingWith(Partition, RowKey(keyId)), cancellationToken);
        return page.Rows is [var row] ? row : null;
    }

    private static TableRow Marker() => new(Partition, FirstMarker);

    /// <summary>Every change of keys replaces this row, so that two coordinators cannot revoke each other at once.</summary>
    private async Task<TableOperation> MarkerAsync(CancellationToken cancellationToken) =>
        await records.GetAsync(Partition, FirstMarker, cancellationToken) is { } marker
            ? new TableOperation.Replace(marker)
            : new TableOperation.Insert(Marker());

    /// <summary>True when no other coordinator's key would go on working without end.</summary>
    private async Task<bool> IsLastAsync(StoredKey key, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return key.Principal.Role is Role.Coordinator && key.WorksAt(now)
            && !(await ListAsync(cancellationToken)).Lines.Any(k =>
                k.Id != key.Id && k.Principal.Role is Role.Coordinator && k.WorksAt(now) && (k.Expires is null || key.Expires is not null));
    }

    // The batch of a change holds its record, so that none can be made in silence.
    private TableOperation.Insert Action(KeyActionKind what, string keyId, string by, string? successor = null)
    {
        var now = time.GetUtcNow();
        // The same may be done to a key twice while a clock stands: each has a successor of its own.
        return new(new TableRow(Partition, string.Create(CultureInfo.InvariantCulture, $"log|{now.UtcTicks:D19}|{keyId}|{what}{successor}"))
            .With("at", now).With("what", what.ToString()).With("key", keyId).With("by", by).With("successor", successor));
    }

    private async Task SubmitAsync(IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken)
    {
        var result = await records.SubmitAsync(Partition, operations, cancellationToken);
        if (!result.Committed)
            throw new TableFaultException(
                string.Create(CultureInfo.InvariantCulture, $"The key changed meanwhile ({result.Refusal}); try again."),
                isTransient: true);
    }

    private StoredKey? Recall(string hash) =>
        known.TryGetValue(hash, out var entry) && time.GetElapsedTime(entry.ReadAt) < Remembered ? entry.Key : null;

    private void Remember(string hash, StoredKey key)
    {
        if (known.Count >= RememberedAtMost)
            known.Clear();
        known[hash] = (key, time.GetTimestamp());
    }

    private void Forget(TableRow row) => known.TryRemove(row.Key["h|".Length..], out _);

    // Part of the hash names the key: enough to find its row, useless to guess the key.
    private const int KeyIdLength = 16;

    private static string RowKey(string hash) => "h|" + hash;

    private static StoredKey Read(TableRow row)
    {
        var id = row.Key.Substring("h|".Length, KeyIdLength);
        return new StoredKey(
            id, row.Text("label")!, new Principal(Enum.Parse<Role>(row.Text("role")!), row.Text("agency"), id),
            row.Instant("created")!.Value, row.Instant("expires"), row.Instant("revoked"));
    }
}

/// <summary>A key as it is listed.</summary>
public sealed record StoredKey(
    string Id, string Label, Principal Principal, DateTimeOffset Created, DateTimeOffset? Expires, DateTimeOffset? Revoked)
{
    /// <summary>True when it opens doors at that instant.</summary>
    public bool WorksAt(DateTimeOffset now) => Revoked is null && (Expires is null || now < Expires);
}

/// <summary>What became of a wish to stop a key.</summary>
public enum KeyChange
{
    /// <summary>It works no longer.</summary>
    Done,

    /// <summary>There is no such key.</summary>
    Unknown,

    /// <summary>It goes on working: without it nobody could make keys.</summary>
    LastCoordinator,
}

/// <summary>What is done to keys.</summary>
public enum KeyActionKind
{
    /// <summary>Made.</summary>
    Created,

    /// <summary>Replaced by a successor, and working a while longer.</summary>
    Rotated,

    /// <summary>Stopped.</summary>
    Revoked,
}

/// <summary>Something that was done to a key.</summary>
/// <param name="At">When.</param>
/// <param name="What">What.</param>
/// <param name="KeyId">Which key.</param>
/// <param name="By">Key id of whoever did it; <see cref="AccessKeys.ByHost"/> for the host itself.</param>
/// <param name="Successor">Key id of the successor of a rotated key.</param>
public sealed record KeyAction(DateTimeOffset At, KeyActionKind What, string KeyId, string By, string? Successor);

/// <summary>A key just made: <paramref name="Token"/> is shown once and not kept.</summary>
public sealed record NewKey(string Token, StoredKey Key)
{
    /// <summary>Without the secret, so that a log of the record does not hold it.</summary>
    public override string ToString() => $"NewKey {{ {Key.Id} }}";
}
