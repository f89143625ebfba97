using CtVoice.Core.Board;
using CtVoice.Core.Lists;
using CtVoice.Core.Storage;
using CtVoice.Core.Todo;

namespace CtVoice.Core.Notices;

/// <summary>
/// The mailboxes of agencies, rows of one partition of the Contacts table; there are dozens. An agency that something is asked of
/// and that no mail reaches is a thing for the coordinator to do, until there is a mailbox that takes mail. Thread-safe.
/// </summary>
public sealed class AgencyContacts(TableSet tables, ContactIndex index)
{
    private const string Partition = "agency-contacts";

    /// <summary>Those of one agency, or of all for null, that can be read, in order of agency and id:
    /// one bad row keeps nobody else from being told.</summary>
    public async Task<IReadOnlyList<AgencyContact>> AllAsync(string? agency = null, CancellationToken cancellationToken = default) =>
        (await ListAsync(agency, cancellationToken)).Lines;

    /// <summary>The same, with the rows that cannot be read.</summary>
    public async Task<ListedRows<AgencyContact>> ListAsync(string? agency = null, CancellationToken cancellationToken = default) =>
        ListedRows.Read(
        await tables.Contacts.AllAsync(agency is null ? new(Partition) : TableQuery.StartingWith(Partition, agency + "|"),
            cancellationToken), Read);

    /// <summary>One of them, or null.</summary>
    public async Task<AgencyContact?> FindAsync(string agency, string id, CancellationToken cancellationToken = default) =>
        await tables.Contacts.GetAsync(Partition, Key(agency, id), cancellationToken) is { } row ? Read(row) : null;

    /// <summary>
    /// Stores a mailbox, or what else is said of one that the agency has: a mailbox is known by its address. What comes back from
    /// it is forgotten, for whoever says it again has looked. Null when the agency has as many as it may.
    /// </summary>
    public async Task<AgencyContact?> PutAsync(AgencyContact wanted, CancellationToken cancellationToken = default)
    {
        AgencyContact? put = null;
        await RowChanges.UntilStoredAsync(async () =>
        {
            var all = await AllAsync(wanted.Agency, cancellationToken);
            var held = all.FirstOrDefault(c => index.OfAddress(c.Address) == index.OfAddress(wanted.Address));
            put = held is null && all.Count >= AgencyContact.Most
                ? null
                : wanted with { Id = held?.Id ?? NewId(wanted), Since = held?.Since ?? wanted.Since };
            if (put is null)
                return true;
            var row = await tables.Contacts.GetAsync(Partition, Key(put.Agency, put.Id), cancellationToken);
            return (await tables.Contacts.SubmitAsync(Partition, RowChanges.Write(row, RowOf(put)), cancellationToken)).Committed;
        }, cancellationToken);
        if (put is not null)
            await TellAsync(put.Agency, null, cancellationToken);
        return put;
    }

    /// <summary>Removes one; false when there is none. What waits to be told to it is told to nobody.</summary>
    public async Task<bool> RemoveAsync(string agency, string id, CancellationToken cancellationToken = default) =>
        (await tables.Contacts.SubmitAsync(Partition, [new TableOperation.Delete(Key(agency, id))], cancellationToken)).Committed;

    /// <summary>What became of mail to one of them: it came back, or it arrived.</summary>
    /// <param name="agency">Code of the agency.</param>
    /// <param name="id">The mailbox.</param>
    /// <param name="failingSince">When it came back; null when it arrived.</param>
    /// <param name="cancellationToken">Stops before the next attempt.</param>
    public async Task NoteAsync(string agency, string id, DateTimeOffset? failingSince, CancellationToken cancellationToken = default)
    {
        var news = false;
        _ = await tables.Contacts.ChangeAsync(
            Partition, Key(agency, id),
            row => (news = row is not null && row.Instant("failingSince") is null != failingSince is null)
                ? row!.With("failingSince", failingSince)
                : row,
            cancellationToken);
        if (news && (failingSince is null || (await AllAsync(agency, cancellationToken)).All(c => c.FailingSince is not null)))
            await TellAsync(agency, failingSince, cancellationToken);
    }

    /// <summary>Something is asked of an agency, and no mailbox of it takes mail.</summary>
    public Task NoteUnreachedAsync(string agency, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        TellAsync(agency, since, cancellationToken);

    // For the coordinator: there from when nobody is reached, gone when somebody can be.
    private async Task TellAsync(string agency, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var key = $"{agency}|{TodoKinds.NoContact}";
        TableOperation write = since is null
            ? new TableOperation.Delete(key)
            : new TableOperation.Upsert(new TableRow(ReviewLists.Todo, key).With("id", agency).With("what", TodoKinds.NoContact)
                .With("title", $"Mail to {agency}").With("since", since).With("seq", 0L).With(ReviewLists.NoReview, true));
        // Nothing to take away is fine.
        _ = await tables.Records.SubmitAsync(ReviewLists.Todo, [write], cancellationToken);
    }

    // By keyed hash, so that the same mailbox given twice at once is one row.
    private string NewId(AgencyContact contact) => "c-" + index.OfAddress($"{contact.Agency}:{contact.Address}")[..16];

    private static string Key(string agency, string id) => $"{agency}|{id}";

    private static TableRow RowOf(AgencyContact contact) => new TableRow(Partition, Key(contact.Agency, contact.Id))
        .With("agency", contact.Agency).With("id", contact.Id).With("address", contact.Address).With("label", contact.Label)
        .With("notices", contact.Notices.Count == 0 ? null : string.Join(' ', contact.Notices)).With("since", contact.Since)
        .With("by", contact.By)
        .With("failingSince", contact.FailingSince);

    private static AgencyContact Read(TableRow row) => new(
        row.Text("agency")!, row.Text("id")!, row.Text("address")!, row.Text("label")!,
        row.Text("notices")?.Split(' ') ?? [], row.Instant("since")!.Value, row.Text("by")!)
    {
        FailingSince = row.Instant("failingSince"),
    };
}
