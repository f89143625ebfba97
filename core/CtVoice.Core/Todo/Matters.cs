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
        while (true)
        {
            var held = await tables.Contacts.GetAsync(Partition, Key(wanted.Id), cancellationToken);
            var before = held is null ? null : Read(held);
            if (before is not null && TodoKinds.PlaceOf(before.Kind) <= TodoKinds.PlaceOf(kind))
                return (before, false);
            // Whoever closed a worry has not seen what makes it acute: it is open again.
            List<TableOperation> write =
                [held is null
                    ? new TableOperation.Insert(RowOf(wanted))
                    : new TableOperation.Replace(RowOf(wanted) with { ETag = held.ETag })];
            write.Add(new TableOperation.Upsert(new TableRow(Partition, OpenKey(wanted)).With("id", wanted.Id)));
            if ((await tables.Contacts.SubmitAsync(Partition, write, cancellationToken)).Committed)
                return (wanted, true);
        }
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
        while (true)
        {
            if (!IsPossible(id) || await tables.Contacts.GetAsync(Partition, Key(id), cancellationToken) is not { } held)
                return MatterClosing.Unknown;
            var matter = Read(held);
            if (TodoKinds.Find(matter.Kind)?.Outcomes.FirstOrDefault(o => o.Code == code) is not { } outcome)
                return MatterClosing.NoSuchOutcome;
            if (matter.Closed)
                return MatterClosing.ClosedBefore;
            var after = matter with
                { Done = new(code, keyId, now), Closed = outcome.Closes, Attempts = matter.Attempts + (outcome.Closes ? 0 : 1) };
            List<TableOperation> write = [new TableOperation.Replace(RowOf(after) with { ETag = held.ETag })];
            if (outcome.Closes)
                write.Add(new TableOperation.Delete(OpenKey(matter)));
            if ((await tables.Contacts.SubmitAsync(Partition, write, cancellationToken)).Committed)
                return MatterClosing.Noted;
        }
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
