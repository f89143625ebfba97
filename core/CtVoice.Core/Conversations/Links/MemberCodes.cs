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
/// The code that a member chose: what was already said is shown to nobody without it. Kept as a keyed hash that is slow
/// to make (<see cref="SlowHash"/>), so that the table alone tells nothing and the key does not tell much faster.
/// Guesses are counted, in the table and before they are compared, per member and per link: many at once are no way around it. Thread-safe.
/// </summary>
/// <remarks>A new index key makes every code unknown: members choose again.</remarks>
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
    private const string Slow = "slow";

    // How versions before kept a code: by its keyed hash alone.
    private const string Fast = "hash";
    private const string OfMember = "member";
    private const string OfPhone = "phone";

    /// <summary>True when it could be a code.</summary>
    public static bool IsCode(string code) => code.Length is >= Shortest and <= Longest && code.All(char.IsAsciiDigit);

    /// <summary>Stores the code a member chose, instead of any other.</summary>
    public async Task SetAsync(string memberId, string code, CancellationToken cancellationToken = default)
    {
        if (!IsCode(code))
            throw new ArgumentException("A code has 4 to 8 digits.");
        var row = new TableRow(Codes, memberId).With(Slow, SlowHash.Of(index.OfCode(memberId, code))).With("setAt", clock.GetUtcNow());
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
        if (await CountAsync(Guesses(link.MemberId), OfMember, OfLink(link), cancellationToken) is { } locked)
            return locked;
        if (!await FitsAsync(code, link.MemberId, guess, cancellationToken))
            return new CodeCheck.Wrong();
        // A right one proves who holds the link; the count of the link goes with that of the member.
        foreach (var key in new[] { OfMember, OfLink(link) })
            _ = await tables.Records.SubmitAsync(Guesses(link.MemberId), [new TableOperation.Delete(key)], cancellationToken);
        return new CodeCheck.Right();
    }

    /// <summary>
    /// Whose code it is that somebody wrote from a phone which several use; null when it is nobody's, more than one chose it, or too many
    /// were tried. The guesses of a phone are counted by themselves: a sister's code is no guess at one's own.
    /// </summary>
    public async Task<string?> WhoseAsync(IReadOnlyList<string> members, string guess, CancellationToken cancellationToken = default)
    {
        var partition = Guesses(members[0]);
        if (await CountAsync(partition, OfPhone, null, cancellationToken) is not null)
            return null;
        var owners = new List<string>();
        foreach (var member in members)
        {
            if (await tables.Contacts.GetAsync(Codes, member, cancellationToken) is { } code
                && await FitsAsync(code, member, guess, cancellationToken))
                owners.Add(member);
        }
        if (owners is not [var owner])
            return null;
        _ = await tables.Records.SubmitAsync(partition, [new TableOperation.Delete(OfPhone)], cancellationToken);
        return owner;
    }

    /// <summary>Whether a guess is the code; one that was kept as versions before did is kept slowly from then on.</summary>
    private async Task<bool> FitsAsync(TableRow code, string memberId, string guess, CancellationToken cancellationToken)
    {
        var keyed = index.OfCode(memberId, guess.Trim());
        if (code.Text(Slow) is { } kept)
            return SlowHash.Fits(keyed, kept);
        if (keyed != code.Text(Fast))
            return false;
        // Whoever was faster set another code, or kept this one so.
        _ = await tables.Contacts.SubmitAsync(
            Codes, [new TableOperation.Replace(code.With(Fast, null).With(Slow, SlowHash.Of(keyed)))], cancellationToken);
        return true;
    }

    /// <summary>Takes one of the guesses that are left; whoever gets none is told until when.</summary>
    /// <param name="partition">Where the guesses are counted.</param>
    /// <param name="key">The count that locks for a while.</param>
    /// <param name="ofLink">The count that locks for good; null where there is none.</param>
    /// <param name="cancellationToken">Stops before the next attempt.</param>
    private async Task<CodeCheck.Locked?> CountAsync(string partition, string key, string? ofLink, CancellationToken cancellationToken)
    {
        CodeCheck.Locked? locked = null;
        await RowChanges.UntilStoredAsync(async () =>
        {
            var now = clock.GetUtcNow();
            var held = await tables.Records.GetAsync(partition, key, cancellationToken);
            var link = ofLink is null ? null : await tables.Records.GetAsync(partition, ofLink, cancellationToken);
            locked = (link?.Number("wrong") ?? 0) >= TriesOfLink ? new(null)
                : held?.Instant("lockedUntil") is { } until && until > now ? new(until)
                : null;
            if (locked is not null)
                return true;
            var wrong = (held?.Number("wrong") ?? 0) + 1;
            var counted = (held ?? new TableRow(partition, key)).With("wrong", wrong)
                .With("lockedUntil", wrong % Tries == 0 ? now + LockAfter(wrong / Tries) : null);
            var ofThis = ofLink is null ? null : (link ?? new TableRow(partition, ofLink)).With("wrong", (link?.Number("wrong") ?? 0) + 1);
            return (await tables.Records.SubmitAsync(
                partition, [.. RowChanges.Write(held, counted), .. RowChanges.Write(link, ofThis)], cancellationToken)).Committed;
        }, cancellationToken);
        return locked;
    }

    private static TimeSpan LockAfter(long times) =>
        times > 7 ? LongestLock : TimeSpan.FromTicks(Math.Min(LongestLock.Ticks, FirstLock.Ticks << (int)(times - 1)));

    private static string Guesses(string memberId) => $"guesses|{memberId}";

    private static string OfLink(MemberLink link) => string.Create(CultureInfo.InvariantCulture, $"link|{link.Hash}");
}
