using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CtVoice.Core.Board;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.OnCall;

/// <summary>
/// The alerts that people on call were told of. They have a partition of their own beside the messages, as matters have: nothing
/// of them is in a review. Thread-safe.
/// </summary>
/// <remarks>
/// Partition <c>on-call-alerts</c> of the Contacts table: <c>a|{number}</c>, <c>m|{matter}</c> and <c>open|{sender, hashed}</c>,
/// which lead to its number, and <c>link|{hash}</c>, which leads to number and person.
/// </remarks>
public sealed class OnCallAlerts(TableSet tables, ContactIndex index)
{
    private const string Partition = "on-call-alerts";

    /// <summary>An alert; null when there is none of that number.</summary>
    public async Task<OnCallAlert?> FindAsync(string number, CancellationToken cancellationToken = default) =>
        IsNumber(number) && await tables.Contacts.GetAsync(Partition, Key(number), cancellationToken) is { } row ? Read(row) : null;

    /// <summary>The alert that leads to a matter; null where nobody on call was told of it.</summary>
    public async Task<OnCallAlert?> OfMatterAsync(string matterId, CancellationToken cancellationToken = default) =>
        await tables.Contacts.GetAsync(Partition, OfMatter(matterId), cancellationToken) is { } row
            ? await FindAsync(row.Text("number")!, cancellationToken) : null;

    /// <summary>Number and person that a link leads to; null when it leads nowhere.</summary>
    public async Task<(string Number, string Person)?> OfLinkAsync(string token, CancellationToken cancellationToken = default) =>
        OnCallLinks.IsToken(token) && await tables.Contacts.GetAsync(Partition, OfLink(token), cancellationToken) is { } row
            ? (row.Text("number")!, row.Text("person")!)
            : null;

    /// <summary>Makes sure that a matter has an alert: the open one of the same sender, or a new one.
    /// The same again changes nothing.</summary>
    /// <param name="matterId">The matter.</param>
    /// <param name="senders">Whoever may have sent it: ids of members, or the number nobody knows.</param>
    /// <param name="isOpen">Whether an alert is open still.</param>
    /// <param name="at">When it was raised.</param>
    /// <param name="cancellationToken">Stops before the next attempt.</param>
    public async Task<OnCallAlert> OpenAsync(
        string matterId, IReadOnlyList<string> senders, Func<OnCallAlert, Task<bool>> isOpen, DateTimeOffset at,
        CancellationToken cancellationToken = default)
    {
        OnCallAlert? joined = null;
        var attempt = 0;
        await RowChanges.UntilStoredAsync(async () =>
        {
            if ((joined = await OfMatterAsync(matterId, cancellationToken)) is not null)
                return true;
            var (held, alert) = await OpenOfAsync(senders, isOpen, cancellationToken);
            joined = alert is null
                ? new OnCallAlert(NewNumber(attempt++), at) { Matters = [matterId] }
                : alert with { Matters = [.. alert.Matters, matterId] };
            List<TableOperation> write =
            [
                .. RowChanges.Write(held, RowOf(joined)),
                new TableOperation.Insert(new TableRow(Partition, OfMatter(matterId)).With("number", joined.Number)),
                .. senders.Select(s => new TableOperation.Upsert(new TableRow(Partition, OfSender(s)).With("number", joined.Number))),
            ];
            // A number that was given before is not given again: another one is tried.
            return (await tables.Contacts.SubmitAsync(Partition, write, cancellationToken)).Committed;
        }, cancellationToken);
        return joined!;
    }

    /// <summary>Changes an alert; null when there is none, or <paramref name="change"/> leaves it as it is.</summary>
    /// <param name="number">Which.</param>
    /// <param name="change">What it becomes; null to leave it.</param>
    /// <param name="cancellationToken">Stops before the next attempt.</param>
    public async Task<OnCallAlert?> ChangeAsync(string number, Func<OnCallAlert, OnCallAlert?> change,
        CancellationToken cancellationToken = default)
    {
        if (!IsNumber(number))
            return null;
        OnCallAlert? after = null;
        await tables.Contacts.ChangeRowsAsync(Partition, Key(number), row =>
        {
            var before = row is null ? null : Read(row);
            after = before is null ? null : change(before);
            if (after is null)
                return [];
            return after.Pages.Count > before!.Pages.Count
                ? [.. RowChanges.Write(row, RowOf(after)), new TableOperation.Upsert(LinkOf(after, after.Pages[^1]))]
                : RowChanges.Write(row, RowOf(after));
        }, cancellationToken);
        return after;
    }

    private TableRow LinkOf(OnCallAlert alert, Paged page) =>
        new TableRow(Partition, OfLink(TokenOf(alert, page))).With("number", alert.Number).With("person", page.Person);

    /// <summary>Nothing leads from a sender to an alert that is closed.</summary>
    public async Task LetGoAsync(string number, CancellationToken cancellationToken = default)
    {
        foreach (var row in await tables.Contacts.AllAsync(TableQuery.StartingWith(Partition, "open|"), cancellationToken))
        {
            if (row.Text("number") == number)
                _ = await tables.Contacts.SubmitAsync(Partition, [new TableOperation.Delete(row.Key)], cancellationToken);
        }
    }

    /// <summary>Alerts that a sender leads to: the open ones, and perhaps one that was closed a moment ago.</summary>
    public async Task<IReadOnlyList<OnCallAlert>> OpenAsync(CancellationToken cancellationToken = default)
    {
        var numbers = (await tables.Contacts.AllAsync(TableQuery.StartingWith(Partition, "open|"), cancellationToken))
            .Select(r => r.Text("number")!).Distinct(StringComparer.Ordinal);
        var open = new List<OnCallAlert>();
        foreach (var number in numbers)
        {
            if (await FindAsync(number, cancellationToken) is { ClosedAt: null } alert)
                open.Add(alert);
        }
        return [.. open.OrderBy(a => a.At)];
    }

    /// <summary>The token of somebody's page.</summary>
    public string TokenOf(OnCallAlert alert, Paged page) => OnCallLinks.OfPage(index, alert.Number, page);

    /// <summary>What a page shows only after the right PIN, so that what it sends next needs none:
    /// it holds for this person and this taking.</summary>
    public string ProofOf(OnCallAlert alert) => alert.Taken is { } taken
        ? index.OfSecret(string.Create(CultureInfo.InvariantCulture, $"on-call-opened:{alert.Number}:{taken.Person}:{taken.At.UtcTicks}"))
        : "";

    private async Task<(TableRow? Row, OnCallAlert? Alert)> OpenOfAsync(
        IReadOnlyList<string> senders, Func<OnCallAlert, Task<bool>> isOpen, CancellationToken cancellationToken)
    {
        foreach (var sender in senders)
        {
            if (await tables.Contacts.GetAsync(Partition, OfSender(sender), cancellationToken) is { } way
                && await tables.Contacts.GetAsync(Partition, Key(way.Text("number")!), cancellationToken) is { } row
                && Read(row) is var alert && await isOpen(alert))
                return (row, alert);
        }
        return (null, null);
    }

    private static bool IsNumber(string number) => number.Length is >= 4 and <= 6 && number.All(char.IsAsciiDigit);

    // Four digits are read and typed without a mistake. After years of alerts most are given: then five.
    private static string NewNumber(int attempt) =>
        (attempt < 20 ? RandomNumberGenerator.GetInt32(1000, 10_000) : RandomNumberGenerator.GetInt32(10_000, 100_000))
            .ToString(CultureInfo.InvariantCulture);

    private static string Key(string number) => $"a|{number}";

    private static string OfMatter(string matterId) => $"m|{matterId}";

    private string OfSender(string sender) => $"open|{index.OfSecret("on-call-sender:" + sender)}";

    private static string OfLink(string token) => $"link|{OnCallLinks.Hash(token)}";

    private static OnCallAlert Read(TableRow row) => JsonSerializer.Deserialize<OnCallAlert>(row.LongTextOrNull()!, WorkflowJson.Options)!;

    private static TableRow RowOf(OnCallAlert alert) =>
        new TableRow(Partition, Key(alert.Number)).WithText(JsonSerializer.Serialize(alert, WorkflowJson.Options));
}
