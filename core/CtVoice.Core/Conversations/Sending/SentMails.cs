using CtVoice.Core.Board;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>
/// The ids of the mails that members got (RFC 5322 section 3.6.4): whoever answers one names it, also from a program that
/// ignores the reply address. Nobody can guess an id, so it proves what the address of a sender does not. Kept by keyed hash
/// beside the code of the mail's reply address; whoever forgets the code forgets them. A new index key makes them unknown.
/// </summary>
/// <param name="tables">The tables.</param>
/// <param name="index">Hashes ids, and names mails.</param>
/// <param name="domain">Domain of the ids.</param>
public sealed class SentMails(TableSet tables, ContactIndex index, string domain)
{
    /// <summary>Mails of one code that are known: the latest.</summary>
    public const int Most = 100;

    /// <summary>Ids that are looked up for one mail: whoever names more answers the ones named first.</summary>
    internal const int MostAsked = 20;

    private const string Row = "mail";

    /// <summary>The id that a mail is sent under, without brackets: derived, so that every attempt has the same.</summary>
    public string IdOf(OutboxPlace place) => $"{index.NameOfMail(place.Key)}@{domain}";

    /// <summary>Remembers the code that an id leads back to; the same again changes nothing.</summary>
    public async Task NoteAsync(string code, string messageId, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var hash = index.OfMail(messageId);
        if (await tables.Records.GetAsync(Partition(hash), Row, cancellationToken) is not null)
            return;
        // The code's list first: what is not on it could never be forgotten.
        var listed = new TableRow(ListOf(code), hash).With("at", at);
        _ = await tables.Records.SubmitAsync(listed.Partition, [new TableOperation.Upsert(listed)], cancellationToken);
        _ = await tables.Records.SubmitAsync(Partition(hash),
            [new TableOperation.Upsert(new TableRow(Partition(hash), Row).With("code", code))], cancellationToken);
        var all = await tables.Records.AllAsync(new(ListOf(code)), cancellationToken);
        foreach (var old in all.OrderByDescending(r => r.Instant("at")).Skip(Most))
            await ForgetAsync(old, cancellationToken);
    }

    /// <summary>The code that the first known of these ids leads back to; null when none of them is known.</summary>
    public async Task<string?> FindAsync(IEnumerable<string> messageIds, CancellationToken cancellationToken = default)
    {
        foreach (var id in messageIds.Distinct(StringComparer.Ordinal).Take(MostAsked))
        {
            if (await tables.Records.GetAsync(Partition(index.OfMail(id)), Row, cancellationToken) is { } row)
                return row.Text("code");
        }
        return null;
    }

    /// <summary>The mails of a code lead nowhere from now on.</summary>
    public async Task ForgetAsync(string code, CancellationToken cancellationToken = default)
    {
        foreach (var row in await tables.Records.AllAsync(new(ListOf(code)), cancellationToken))
            await ForgetAsync(row, cancellationToken);
    }

    private Task ForgetAsync(TableRow line, CancellationToken cancellationToken) =>
        tables.Records.DropListedAsync(line, Partition(line.Key), Row, cancellationToken);

    private static string Partition(string hash) => $"mail|{hash}";

    private static string ListOf(string code) => $"mails|{code}";
}
