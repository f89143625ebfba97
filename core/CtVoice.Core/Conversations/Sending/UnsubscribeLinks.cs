using System.Security.Cryptography;
using System.Text;
using CtVoice.Core.Board;
using CtVoice.Core.Commands;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>
/// The link in each mail by which one POST ends our mail to a member (RFC 8058). Fresh per mail, kept by hash, valid for a
/// while; a member who comes back is not put out again by the links of before.
/// </summary>
public sealed class UnsubscribeLinks(TableSet tables, BoardStore board, ReviewCommands commands, ConversationOptions options,
    TimeProvider clock)
{
    /// <summary>How long a link works: longer than any review waits for an answer.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(60);

    private const string Row = "link";

    /// <summary>A link for a mail to a member; null where the product has no public address.</summary>
    /// <param name="memberId">The member.</param>
    /// <param name="reviewId">The review that the mail is about; null when it is about none.</param>
    /// <param name="cancellationToken">Stops before the link is stored.</param>
    public async Task<Uri?> MakeAsync(string memberId, string? reviewId = null, CancellationToken cancellationToken = default)
    {
        if (options.PublicUrl is not { } address)
            return null;
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        // The member's list first: what is not on it would outlive them.
        var listed = new TableRow(ListOf(memberId), Hash(token));
        _ = await tables.Records.SubmitAsync(listed.Partition, [new TableOperation.Upsert(listed)], cancellationToken);
        var row = new TableRow(Partition(token), Row).With("member", memberId).With("review", reviewId).With("madeAt", clock.GetUtcNow())
            .With("until", clock.GetUtcNow() + Lifetime);
        _ = await tables.Records.SubmitAsync(row.Partition, [new TableOperation.Upsert(row)], cancellationToken);
        return new(address, $"/api/unsubscribe/{token}");
    }

    /// <summary>Ends our mail to whoever got the link. False when it is unknown, too old, or from before they came back.</summary>
    public async Task<bool> UseAsync(string token, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        if (await tables.Records.GetAsync(Partition(token), Row, cancellationToken) is not { } link || link.Instant("until") <= now
            || await board.GetAsync(link.Text("member")!, cancellationToken) is not { } member)
            return false;
        var held = member.Consent.FirstOrDefault(c => c.Channel == Channel.Email);
        if (held?.State == ConsentState.Given && held.When > link.Instant("madeAt"))
            return false;
        // A word like STOP: it declines what the mail asked. First, so that a click which fails half-way is made again.
        if (link.Text("review") is { } review)
            _ = await commands.DecideAsync(review, (state, at) => Inviting.Stop(state, member.Id, at),
                cancellationToken: cancellationToken);
        // Again is as good as once.
        if (held?.State == ConsentState.Withdrawn)
            return true;
        // Programs that guard mailboxes press it as well: the member is told on another channel. Announced first, as all work is.
        var told = DueRows.RowFor(new(TellMailStopped.DueKind, member.Id), now);
        _ = await tables.Records.SubmitAsync(told.Partition, [new TableOperation.Insert(told)], cancellationToken);
        _ = await board.RecordConsentAsync(member.Id, new(Channel.Email, ConsentState.Withdrawn, now, "link", TellMailStopped.OneClick),
                cancellationToken);
        return true;
    }

    /// <summary>Forgets every link of a member.</summary>
    public async Task ForgetAsync(string memberId, CancellationToken cancellationToken = default)
    {
        foreach (var line in await tables.Records.AllAsync(new(ListOf(memberId)), cancellationToken))
            await tables.Records.DropListedAsync(line, Of(line.Key), Row, cancellationToken);
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static string Partition(string token) => Of(Hash(token));

    private static string Of(string hash) => $"unsubscribe|{hash}";

    private static string ListOf(string memberId) => $"unsubscribes|{memberId}";
}
