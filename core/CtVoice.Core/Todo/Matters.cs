using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Todo;

/// <summary>
/// The matters that hang on messages. They have a partition of their own, in the Contacts table beside the messages: nothing of
/// them is in a review, so no ledger, step, count, feed or agency view can show that there was one. Every write is one batch;
/// repeating any of them changes nothing.
/// </summary>
public sealed class Matters(TableSet tables, ContactIndex index)
{
    private const string Partition = "matters";
    private const string Open = "open|";

    // Two levels of one thing: a message is one alert, and a second look may only raise it.
    private static readonly string[] Danger = [TodoKinds.Acute, TodoKinds.Worry];

    /// <summary>Raises a matter; see <see cref="Matter"/>. Raised again it changes nothing, closed or not,
    /// except that a worry becomes acute.</summary>
    /// <param name="kind">One of <see cref="TodoKinds"/> that hang on a message.</param>
    /// <param name="inboundId">The message.</param>
    /// <param name="at">When it was received.</param>
    /// <param name="review">Id and project title of the review it is about; null when none is, and always for danger.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The matter, and whether this call made it, or made it acute.</returns>
    /// <exception cref="ArgumentException">The kind does not hang on a message, or danger is tied to a review.</exception>
    public async Task<(Matter Matter, bool New)> RaiseAsync(
        string kind, string inboundId, DateTimeOffset at, (string Id, string Title)? review = null,
        CancellationToken cancellationToken = default)
    {
        if (TodoKinds.Find(kind) is not { OfMessage: true } || (review is not null && Danger.Contains(kind)))
            throw new ArgumentException($"'{kind}' is no kind of matter, or one that no review may know of.", nameof(kind));
        var wanted = new Matter(IdOf(kind, inboundId), kind, inboundId, at) { ReviewId = review?.Id, Title = review?.Title };
        Matter? stands = null;
        await tables.Contacts.ChangeRowsAsync(Partition, Key(wanted.Id), held =>
        {
            stands = held is not null && Read(held) is var before && TodoKinds.PlaceOf(before.Kind) <= TodoKinds.PlaceOf(kind)
                ? before
                : null;
            // Whoever closed a worry has not seen what makes it acute: it is open again.
            return stands is not null
                ? []
                : [
                    .. RowChanges.Write(held, RowOf(wanted)),
                    new TableOperation.Upsert(new TableRow(Partition, OpenKey(wanted)).With("id", wanted.Id)),
                ];
        }, cancellationToken);
        return (stands ?? wanted, stands is null);
    }

    /// <summary>A matter, open or closed; null when there is none.</summary>
    public async Task<Matter?> FindAsync(string id, CancellationToken cancellationToken = default) =>
        IsPossible(id) && await tables.Contacts.GetAsync(Partition, Key(id), cancellationToken) is { } row ? Read(row) : null;

    /// <summary>The open ones in the order of <see cref="TodoKinds"/>, the oldest of each kind first.</summary>
    public async Task<IReadOnlyList<Matter>> OpenAsync(CancellationToken cancellationToken = default) =>
        (await OpenListAsync(cancellationToken)).Lines;

    /// <summary>The same, with the names of those that cannot be read: any of them may be danger.</summary>
    public async Task<ListedRows<Matter>> OpenListAsync(CancellationToken cancellationToken = default)
    {
        var (rows, nameless) = (new List<TableRow>(), new List<string>());
        foreach (var line in await tables.Contacts.AllAsync(TableQuery.StartingWith(Partition, Open), cancellationToken))
        {
            if (line.Properties.GetValueOrDefault("id") is not string id || !IsPossible(id))
                nameless.Add(line.Key);
            else if (await tables.Contacts.GetAsync(Partition, Key(id), cancellationToken) is { } row)
                rows.Add(row);
        }
        var read = ListedRows.Read(rows, Read);
        return new(
            [.. read.Lines.Where(m => !m.Closed).OrderBy(m => TodoKinds.PlaceOf(m.Kind)).ThenBy(m => m.At)],
            [.. read.Unreadable.Select(key => key[(key.IndexOf('|', StringComparison.Ordinal) + 1)..]), .. nameless]);
    }

    /// <summary>Notes what was done. An attempt that reached nobody leaves the matter open.</summary>
    /// <param name="id">The matter.</param>
    /// <param name="code">One of its kind's outcomes.</param>
    /// <param name="keyId">Access key of whoever did it.</param>
    /// <param name="now">When they said so.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<MatterClosing> NoteAsync(string id, string code, string keyId, DateTimeOffset now,
        CancellationToken cancellationToken = default)
    {
        var noted = MatterClosing.Unknown;
        if (!IsPossible(id))
            return noted;
        await tables.Contacts.ChangeRowsAsync(Partition, Key(id), held =>
        {
            var matter = held is null ? null : Read(held);
            var outcome = matter is null ? null : TodoKinds.Find(matter.Kind)?.Outcomes.FirstOrDefault(o => o.Code == code);
            noted = matter is null ? MatterClosing.Unknown
                : outcome is null ? MatterClosing.NoSuchOutcome
                : matter.Closed ? MatterClosing.ClosedBefore
                : MatterClosing.Noted;
            if (noted is not MatterClosing.Noted)
                return [];
            var (closes, failed) = (outcome!.Closes, outcome.Closes ? 0 : 1);
            var after = matter! with { Done = new(code, keyId, now), Closed = closes, Attempts = matter.Attempts + failed };
            return closes
                ? [.. RowChanges.Write(held, RowOf(after)), new TableOperation.Delete(OpenKey(after))]
                : RowChanges.Write(held, RowOf(after));
        }, cancellationToken);
        return noted;
    }

    /// <summary>The name of a matter: the same for the same message and kind, and nobody can tell the message from it.</summary>
    public string IdOf(string kind, string inboundId) => index.OfMatter(Danger.Contains(kind) ? "danger" : kind, inboundId);

    private static bool IsPossible(string id) => id.Length is > 0 and <= 40 && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static string Key(string id) => $"m|{id}";

    // Nothing of the kind: the order of kinds may change, a stored key does not.
    private static string OpenKey(Matter matter) => string.Create(
        CultureInfo.InvariantCulture, $"{Open}{matter.At.UtcTicks:D19}|{matter.Id}");

    private static TableRow RowOf(Matter matter) => new TableRow(Partition, Key(matter.Id))
        .With("id", matter.Id).With("kind", matter.Kind).With("inbound", matter.InboundId).With("at", matter.At)
        .With("review", matter.ReviewId).With("title", matter.Title)
        .With("done", matter.Done?.Code).With("by", matter.Done?.By).With("doneAt", matter.Done?.At)
        .With("attempts", (long)matter.Attempts).With("closed", matter.Closed);

    private static Matter Read(TableRow row) => new(row.Text("id")!, row.Text("kind")!, row.Text("inbound")!, row.Instant("at")!.Value)
    {
        ReviewId = row.Text("review"),
        Title = row.Text("title"),
        Done = row.Text("done") is { } code ? new(code, row.Text("by")!, row.Instant("doneAt")!.Value) : null,
        Attempts = (int)(row.Number("attempts") ?? 0),
        Closed = row.Flag("closed"),
    };
}
