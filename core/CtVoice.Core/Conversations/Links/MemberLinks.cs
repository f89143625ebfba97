using System.Security.Cryptography;
using System.Text;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Links;

/// <summary>A link that works: what it stands for.</summary>
/// <param name="Hash">Name of the link, SHA-256 of its token; no secret.</param>
/// <param name="Source">The review, or the talk.</param>
/// <param name="MemberId">Who was sent it.</param>
/// <param name="Channel">How it was sent: sms, email or letter.</param>
/// <param name="Until">From this instant on it leads nowhere.</param>
public sealed record MemberLink(string Hash, QuestionSource Source, string MemberId, Channel Channel, DateTimeOffset Until);

/// <summary>
/// The links in invitations and reminders: random, fresh in each message, kept by hash, good for 14 days. Whether one
/// still works follows from what is stored about the member now, so nothing has to be told to it: it ends when the member
/// opts out of the channel it came by, leaves, gets another number or address, or begins to share the number. Whoever
/// shows what it leads to ends it with the review's window as well.
/// </summary>
public sealed class MemberLinks(
    TableSet tables, BoardStore board, ContactStore contacts, ContactIndex index, ConversationOptions options, TimeProvider clock)
{
    /// <summary>How long a link works at the most (DOMAIN, "Messaging").</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(14);

    /// <summary>How long one on paper works at the most: it comes by post, and ends with the window like every other.</summary>
    public static TimeSpan OnPaper { get; } = TimeSpan.FromDays(42);

    /// <summary>Characters of a token. 56 to the power of 17 is more than 2 to the power of 98.</summary>
    public const int TokenLength = 17;

    /// <summary>What every link has between the host and the token.</summary>
    internal const string Path = "/r/";

    // Letters and digits that nobody confuses; a phone ends a link at anything else.
    internal const string Alphabet = "23456789abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Row = "link";

    /// <summary>Whether the product has a public address, without which there are no pages.</summary>
    public bool Offered => options.PublicUrl is not null;

    /// <summary>A link for a message of a review or a talk to a member; null where the product has no public address,
    /// or the member no contact.</summary>
    public async Task<Uri?> MakeAsync(QuestionSource source, string memberId, Channel channel,
        CancellationToken cancellationToken = default)
    {
        if (options.PublicUrl is not { } address || await board.GetAsync(memberId, cancellationToken) is not { } member
            || await SentToAsync(memberId, channel, cancellationToken) is not { } sentTo)
            return null;
        var token = RandomNumberGenerator.GetString(Alphabet, TokenLength);
        var now = clock.GetUtcNow();
        var until = now + (channel is Channel.Letter ? OnPaper : Lifetime);
        var row = new TableRow(Partition(Hash(token)), Row).With("review", source.ToString()).With("member", memberId)
            .With("channel", channel.ToString())
            .With("sentTo", sentTo).With("shared", member.SharedNumberKey).With("madeAt", now).With("until", until);
        // The member's list first: what is not on it could never be taken back.
        var listed = new TableRow(ListOf(memberId), Hash(token)).With("until", until);
        _ = await tables.Records.SubmitAsync(listed.Partition, [new TableOperation.Upsert(listed)], cancellationToken);
        _ = await tables.Records.SubmitAsync(row.Partition, [new TableOperation.Upsert(row)], cancellationToken);
        return new(address, Path + token);
    }

    /// <summary>What a token stands for; null for one that is unknown, taken back, or older than its time.</summary>
    /// <param name="token">What the path carries.</param>
    /// <param name="grace">How long after its time it is still known: what a person has just written is not lost.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<MemberLink?> FindAsync(string token, TimeSpan grace = default, CancellationToken cancellationToken = default)
    {
        if (token.Length != TokenLength || token.Any(c => !Alphabet.Contains(c, StringComparison.Ordinal))
            || await tables.Records.GetAsync(Partition(Hash(token)), Row, cancellationToken) is not { } row
            || row.Instant("until")!.Value + grace <= clock.GetUtcNow())
            return null;
        var (member, channel) = (row.Text("member")!, Enum.Parse<Channel>(row.Text("channel")!));
        return await StandsAsync(member, channel, row, cancellationToken)
            ? new(Hash(token), QuestionSource.Read(row.Text("review")!), member, channel, row.Instant("until")!.Value)
            : null;
    }

    /// <summary>A text with the tokens of its links left out.</summary>
    internal static string Hide(string text)
    {
        var hidden = new StringBuilder(text);
        for (var at = text.IndexOf(Path, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Path, at + 1, StringComparison.Ordinal))
        {
            for (var i = at + Path.Length; i < text.Length && Alphabet.Contains(text[i], StringComparison.Ordinal); i++)
                hidden[i] = '*';
        }
        return hidden.ToString();
    }

    /// <summary>Takes back every link of a member. Returns how many there were.</summary>
    public async Task<int> RevokeAsync(string memberId, CancellationToken cancellationToken = default)
    {
        var listed = await tables.Records.AllAsync(new(ListOf(memberId)), cancellationToken);
        foreach (var line in listed)
            await tables.Records.DropListedAsync(line, Partition(line.Key), Row, cancellationToken);
        return listed.Count;
    }

    private async Task<bool> StandsAsync(string memberId, Channel channel, TableRow link, CancellationToken cancellationToken)
    {
        // That a number is shared is said in the talk itself, which goes on; nothing that was said is behind its link.
        if (await board.GetAsync(memberId, cancellationToken) is not { State: MemberState.Active } member
            || (member.SharedNumberKey != link.Text("shared") && QuestionSource.Read(link.Text("review")!).DialogueKind is null)
            || await SentToAsync(memberId, channel, cancellationToken) != link.Text("sentTo"))
            return false;
        // Who opted out and came back gets new links: the old ones may be in other hands by now.
        var history = await board.ConsentHistoryAsync(memberId, cancellationToken);
        return !history.Any(c => c.Channel == channel && c.State is ConsentState.Withdrawn && c.When >= link.Instant("madeAt"));
    }

    private async Task<string?> SentToAsync(string memberId, Channel channel, CancellationToken cancellationToken) =>
        await contacts.ForSendingAsync(memberId, cancellationToken) switch
        {
            { Phone: { } phone } when channel is Channel.Sms => index.OfPhone(phone),
            { Email: { } address } when channel is Channel.Email => index.OfAddress(address),
            { Post: { } lines } when channel is Channel.Letter => index.OfPost(lines),
            _ => null,
        };

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static string Partition(string hash) => $"link|{hash}";

    private static string ListOf(string memberId) => $"links|{memberId}";
}
