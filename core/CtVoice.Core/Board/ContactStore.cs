using CtVoice.Core.Storage;

namespace CtVoice.Core.Board;

/// <summary>
/// Names, numbers and addresses of members, in the Contacts table, with index rows by keyed hash. What a person sees is
/// recorded before it is returned; what a sender or the correlation of a reply reads is not seen by anybody. Thread-safe.
/// </summary>
/// <remarks>
/// Contact <c>contacts|{member}</c>, index <c>phone|{hmac}|{member}</c> and <c>address|{hmac}|{member}</c> (partition |
/// key). They are in different partitions, so they cannot be written at once: an index row comes before the contact it
/// points to and goes after it, and readers check what it points to. A row left behind by a crash is harmless.
/// </remarks>
public sealed class ContactStore(ITable contacts, ContactIndex index, IViewLog views, TimeProvider time)
{
    private const string Contacts = "contacts";

    /// <summary>Shows contact data to a person; the view is durable in the log before anything is returned.</summary>
    /// <param name="memberIds">Whose; members without contact data are left out of the answer, not of the log.</param>
    /// <param name="who">The viewer's key or account id.</param>
    /// <param name="screen">Which screen or export asks.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<MemberContact>> ViewAsync(
        IReadOnlyList<string> memberIds, string who, string screen, CancellationToken cancellationToken = default)
    {
        await views.RecordAsync(new ViewRecord(time.GetUtcNow(), who, screen, memberIds), cancellationToken);
        var found = new List<MemberContact>();
        foreach (var id in memberIds)
        {
            if (await GetAsync(id, cancellationToken) is { } contact)
                found.Add(contact);
        }
        return found;
    }

    /// <summary>The contact of a member for a message that is about to be sent: read by the software, seen by nobody.</summary>
    public Task<MemberContact?> ForSendingAsync(string memberId, CancellationToken cancellationToken = default) =>
        GetAsync(memberId, cancellationToken);

    /// <summary>Ids of the members who use this number (E.164), in order; several may share one.</summary>
    public Task<IReadOnlyList<string>> MembersOnPhoneAsync(string e164, CancellationToken cancellationToken = default) =>
        FindAsync(PhonePartition(e164), contact => contact.Phone is { } phone
            && index.OfPhone(phone) == index.OfPhone(e164), cancellationToken);

    /// <summary>What tells, without naming it, that a member's number is shared; null without a number.</summary>
    public async Task<string?> SharedNumberKeyAsync(string memberId, CancellationToken cancellationToken = default) =>
        await ForSendingAsync(memberId, cancellationToken) is { Phone: { } phone } ? index.OfPhone(phone)[..16] : null;

    /// <summary>Ids of the members who use this address, in order. A sender address is never proof of identity.</summary>
    public Task<IReadOnlyList<string>> MembersOnAddressAsync(string email, CancellationToken cancellationToken = default) =>
        FindAsync(AddressPartition(email), contact => contact.Email is { } held
            && index.OfAddress(held) == index.OfAddress(email), cancellationToken);

    /// <summary>
    /// Stores a contact, new or changed, with its index rows. Storing the same one again changes nothing. A contact that says
    /// nothing of calls leaves what is known of the same number, also when the member says it in this moment.
    /// </summary>
    /// <param name="contact">The contact.</param>
    /// <param name="seen">What whoever stores it has read before; null when they read nothing.</param>
    /// <param name="cancellationToken">Stops before the next attempt.</param>
    /// <returns>False, and nothing is stored, when it would allow more calls to a number than its member did, unseen.</returns>
    public async Task<bool> PutAsync(MemberContact contact, MemberContact? seen = null, CancellationToken cancellationToken = default)
    {
        if (!Member.IsId(contact.MemberId))
            throw new ArgumentException("A contact belongs to a member id.");
        var wanted = IndexPartitions(contact);
        MemberContact? before = null;
        var unseen = false;
        await RowChanges.UntilStoredAsync(async () =>
        {
            var held = await contacts.GetAsync(Contacts, contact.MemberId, cancellationToken);
            before = held is null ? null : Read(held);
            var said = before?.Phone == contact.Phone ? before?.Calls : null;
            unseen = contact.Calls > said && seen?.Calls != said;
            if (unseen)
                return true;
            foreach (var partition in wanted)
                await UpsertAsync(new TableRow(partition, contact.MemberId), cancellationToken);
            var row = (held ?? new TableRow(Contacts, contact.MemberId))
                .With("name", contact.Name).With("phone", contact.Phone).With("email", contact.Email).With("post", contact.Post)
                .With("calls", (contact.Calls ?? said)?.ToString());
            return (await contacts.SubmitAsync(Contacts, RowChanges.Write(held, row), cancellationToken)).Committed;
        }, cancellationToken);
        if (unseen)
            return false;
        foreach (var partition in IndexPartitions(before).Except(wanted))
            await DeleteAsync(partition, contact.MemberId, cancellationToken);
        return true;
    }

    /// <summary>Stores what a member says of being called.</summary>
    /// <param name="memberId">The member.</param>
    /// <param name="calls">What they say.</param>
    /// <param name="proven">It is known to be them. Otherwise less is taken from anybody, and more from nobody.</param>
    /// <param name="cancellationToken">Stops before the next attempt.</param>
    public async Task<CallsSaid> AllowCallsAsync(string memberId, CallsAllowed calls, bool proven = true,
        CancellationToken cancellationToken = default)
    {
        var said = CallsSaid.NoNumber;
        _ = await contacts.ChangeAsync(Contacts, memberId, row =>
        {
            said = row?.Text("phone") is null ? CallsSaid.NoNumber
                : !proven && calls.IsMoreThan(Read(row).Calls) ? CallsSaid.NotProven
                : CallsSaid.Stored;
            return said is CallsSaid.Stored ? row!.With("calls", calls.ToString()) : row;
        }, cancellationToken);
        return said;
    }

    /// <summary>Removes a member's contact and its index rows; nothing happens when there is none.</summary>
    public async Task RemoveAsync(string memberId, CancellationToken cancellationToken = default)
    {
        var before = await GetAsync(memberId, cancellationToken);
        // Index rows first here: once the contact is gone nobody could say where they are.
        foreach (var partition in IndexPartitions(before))
            await DeleteAsync(partition, memberId, cancellationToken);
        if (before is not null)
            await DeleteAsync(Contacts, memberId, cancellationToken);
    }

    /// <summary>Writes the index rows of every contact again; after a change of the index key. Returns how many contacts.</summary>
    public async Task<int> RebuildIndexAsync(CancellationToken cancellationToken = default)
    {
        var count = 0;
        foreach (var row in await contacts.AllAsync(new TableQuery(Contacts), cancellationToken))
        {
            _ = await PutAsync(Read(row) with { Calls = null }, cancellationToken: cancellationToken);
            count++;
        }
        return count;
    }

    /// <summary>Ids of the members whom a message could really reach; see <see cref="Fiction"/>. Shown to nobody else.</summary>
    public async Task<IReadOnlyList<string>> RealMembersAsync(CancellationToken cancellationToken = default) =>
        [.. (await contacts.AllAsync(new TableQuery(Contacts), cancellationToken)).Select(Read)
            .Where(c => !Fiction.Covers(c) && !Practising.Is(c.MemberId)).Select(c => c.MemberId)];

    private async Task<MemberContact?> GetAsync(string memberId, CancellationToken cancellationToken) =>
        await contacts.GetAsync(Contacts, memberId, cancellationToken) is { } row ? Read(row) : null;

    // A word of a version to come is not known here, and so no yes.
    private static MemberContact Read(TableRow row) => new(row.Key, row.Text("name")!, row.Text("phone"), row.Text("email"))
    {
        Post = row.Text("post"),
        Calls = Enum.TryParse<CallsAllowed>(row.Text("calls"), out var calls) ? calls : null,
    };

    private async Task<IReadOnlyList<string>> FindAsync(string partition, Func<MemberContact, bool> matches,
        CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var row in await contacts.AllAsync(new TableQuery(partition), cancellationToken))
        {
            if (await GetAsync(row.Key, cancellationToken) is { } contact && matches(contact))
                found.Add(contact.MemberId);
        }
        return found;
    }

    private List<string> IndexPartitions(MemberContact? contact)
    {
        var partitions = new List<string>(2);
        if (contact?.Phone is { } phone)
            partitions.Add(PhonePartition(phone));
        if (contact?.Email is { } email)
            partitions.Add(AddressPartition(email));
        return partitions;
    }

    private string PhonePartition(string e164) => "phone|" + index.OfPhone(e164);

    private string AddressPartition(string email) => "address|" + index.OfAddress(email);

    private async Task UpsertAsync(TableRow row, CancellationToken cancellationToken) =>
        _ = await contacts.SubmitAsync(row.Partition, [new TableOperation.Upsert(row)], cancellationToken);

    // A row that is already gone is what was wanted.
    private async Task DeleteAsync(string partition, string key, CancellationToken cancellationToken) =>
        _ = await contacts.SubmitAsync(partition, [new TableOperation.Delete(key)], cancellationToken);
}
