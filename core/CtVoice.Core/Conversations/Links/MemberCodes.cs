using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Links;

/// <summary>What became of a guess at a member's code.</summary>
public abstract record CodeCheck
{
    private CodeCheck() { }

    /// <summary>It is the code.</summary>
    public sealed record Right : CodeCheck;

    /// <summary>It is not.</summary>
    public sealed record Wrong : CodeCheck;

    /// <summary>The member has no code.</summary>
    public sealed record None : CodeCheck;

    /// <summary>Too many wrong ones: nothing is compared before then; null when this link takes no more guesses at all.</summary>
    public sealed record Locked(DateTimeOffset? Until) : CodeCheck;
}

/// <summary>
/// The code that a member chose: what was already said is shown to nobody without it. Kept as a keyed hash, so that the
/// table alone tells nothing. Guesses are counted, in the table and before they are compared, per member and per link:
/// many at once are no way around it. Thread-safe.
/// </summary>
/// <remarks>A new index key (<see cref="CtVoiceOptions.IndexKey"/>) makes every code unknown: members choose again.</remarks>
public sealed class MemberCodes(TableSet tables, ContactIndex index, TimeProvider clock)
{
    /// <summary>Fewest and most digits of a code.</summary>
    public const int Shortest = 4, Longest = 8;

    /// <summary>Wrong guesses after which a member's code is locked for a while; each further lock lasts twice as long.</summary>
    public const int Tries = 5;

    /// <summary>Wrong guesses after which a link shows nothing any more, whatever is guessed.</summary>
    public const int TriesOfLink = 10;

    /// <summary>How long the first lock lasts.</summary>
    public static TimeSpan FirstLock { get; } = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan LongestLock = TimeSpan.FromDays(1);

    private const string Codes = "codes";
    private const string OfMember = "member";

    /// <summary>True when it could be a code.</summary>
    public static bool IsCode(string code) => code.Length is >= Shortest and <= Longest && code.All(char.IsAsciiDigit);

    /// <summary>Stores the code a member chose, instead of any other.</summary>
    public async Task SetAsync(string memberId, string code, CancellationToken cancellationToken = default)
    {
        if (!IsCode(code))
            throw new ArgumentException("A code has 4 to 8 digits.");
        var row = new TableRow(Codes, memberId).With("hash", index.OfCode(memberId, code)).With("setAt", clock.GetUtcNow());
        _ = await tables.Contacts.SubmitAsync(Codes, [new TableOperation.Upsert(row)], cancellationToken);
    }

    /// <summary>Whether a member has a code.</summary>
    public async Task<bool> HasAsync(string memberId, CancellationToken cancellationToken = default) =>
        await tables.Contacts.GetAsync(Codes, memberId, cancellationToken) is not null;

    /// <summary>Forgets a member's code and what was guessed.</summary>
    public async Task RemoveAsync(string memberId, CancellationToken cancellationToken = default)
    {
        _ = await tables.Contacts.SubmitAsync(Codes, [new TableOperation.Delete(memberId)], cancellationToken);
        await tables.Records.ClearAsync(new(Guesses(memberId)), cancellationToken);
    }

    /// <summary>Compares a guess made by way of a link.</summary>
    public async Task<CodeCheck> CheckAsync(MemberLink link, string guess, CancellationToken cancellationToken = default)
    {
        if (await tables.Contacts.GetAsync(Codes, link.MemberId, cancellationToken) is not { } code)
            return new CodeCheck.None();
        if (await CountAsync(link, cancellationToken) is { } locked)
            return locked;
        if (index.OfCode(link.MemberId, guess.Trim()) != code.Text("hash"))
            return new CodeCheck.Wrong();
        // A right one proves who holds the link; the count of the link goes with that of the member.
        foreach (var key in new[] { OfMember, OfLink(link) })
            _ = await tables.Records.SubmitAsync(Guesses(link.MemberId), [new TableOperation.Delete(key)], cancellationToken);
        return new CodeCheck.Right();
    }

    /// <summary>Takes one of the guesses that are left; whoever gets none is told until when.</summary>
    private async Task<CodeCheck.Locked?> CountAsync(MemberLink link, CancellationToken cancellationToken)
    {
        var partition = Guesses(link.MemberId);
        while (true)
        {
            var now = clock.GetUtcNow();
            var member = await tables.Records.GetAsync(partition, OfMember, cancellationToken);
            var ofLink = await tables.Records.GetAsync(partition, OfLink(link), cancellationToken);
            if ((ofLink?.Number("wrong") ?? 0) >= TriesOfLink)
                return new(null);
            if (member?.Instant("lockedUntil") is { } until && until > now)
                return new(until);
            var wrong = (member?.Number("wrong") ?? 0) + 1;
            var counted = (member ?? new TableRow(partition, OfMember)).With("wrong", wrong)
                .With("lockedUntil", wrong % Tries == 0 ? now + LockAfter(wrong / Tries) : null);
            var countedOfLink = (ofLink ?? new TableRow(partition, OfLink(link))).With("wrong", (ofLink?.Number("wrong") ?? 0) + 1);
            if ((await tables.Records.SubmitAsync(partition, [Write(member, counted), Write(ofLink, countedOfLink)], cancellationToken)).Committed)
                return null;
        }
    }

    private static TimeSpan LockAfter(long times) =>
        times > 7 ? LongestLock : TimeSpan.FromTicks(Math.Min(LongestLock.Ticks, FirstLock.Ticks << (int)(times - 1)));

    private static TableOperation Write(TableRow? held, TableRow row) => held is null ? new TableOperation.Insert(row) : new TableOperation.Replace(row);

    private static string Guesses(string memberId) => $"guesses|{memberId}";

    private static string OfLink(MemberLink link) => string.Create(CultureInfo.InvariantCulture, $"link|{link.Hash}");
}
