using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>A numbered question that is open, or waits its turn, on a phone.</summary>
/// <param name="Source">The review, or the talk.</param>
/// <param name="MemberId">Whom it is for: several members may use one phone.</param>
/// <param name="Round">Round of the invitation.</param>
/// <param name="FollowUp">The follow-up that is asked; null for the review's own questions.</param>
public sealed record PhoneTurn(QuestionSource Source, string MemberId, int Round, FollowUpKind? FollowUp = null)
{
    /// <summary>True when both are of one member in one review or talk: they never compete for the phone.</summary>
    public bool IsOfSame(PhoneTurn other) => Source == other.Source && MemberId == other.MemberId;
}

/// <summary>
/// At most one numbered question is open on a phone at a time, so that "2" can only mean one thing. The others wait their
/// turn, in order. The last question stays known after it was answered, for words that come late.
/// </summary>
public sealed class PhoneQueue(TableSet tables, ContactStore contacts, ContactIndex index, TimeProvider clock)
{
    private const string Current = "current";
    private const string AskedAgain = "asked-again";
    private const string AskedWho = "asked-who";

    // Closing a review frees its phones; this is for the time between the close and that, and for a number that changed.
    private static readonly TimeSpan Longer = TimeSpan.FromDays(1);

    /// <summary>When whoever found a phone taken looks again, unless it is told before that the phone is free.</summary>
    public DateTimeOffset LookAgainAt => clock.GetUtcNow() + TimeSpan.FromHours(1);

    /// <summary>
    /// Takes the phone for a question, or gets in line. True when the question is the one open on the phone, also when it
    /// was before.
    /// </summary>
    /// <param name="phone">The phone, E.164.</param>
    /// <param name="turn">The question.</param>
    /// <param name="until">When its review closes; a day after that it holds the phone no longer, whatever happens.</param>
    /// <param name="cancellationToken">Stops before the next attempt to store.</param>
    public async Task<bool> ClaimAsync(string phone, PhoneTurn turn, DateTimeOffset until, CancellationToken cancellationToken = default)
    {
        var partition = Partition(phone);
        TableRow? before = null;
        var current = await tables.Records.ChangeAsync(
            partition, Current,
            held => IsOpen(before = held) && (!Read(held!).IsOfSame(turn) || Read(held!) == turn)
                ? held
                : Write(new TableRow(partition, Current), turn).With("open", true).With("until", until + Longer),
            cancellationToken);
        if (!Read(current!).IsOfSame(turn))
        {
            await WaitAsync(partition, turn, cancellationToken);
            return false;
        }
        if (!ReferenceEquals(current, before))
            await LeaveLineAsync(partition, turn.Source, turn.MemberId, cancellationToken);
        return true;
    }

    /// <summary>The window of an open question was extended: it holds the phone until then. Never shortens.</summary>
    public async Task KeepAsync(string memberId, string reviewId, DateTimeOffset until, CancellationToken cancellationToken = default)
    {
        if (await contacts.ForSendingAsync(memberId, cancellationToken) is not { Phone: { } phone })
            return;
        var partition = Partition(phone);
        _ = await tables.Records.ChangeAsync(
            partition, Current,
            held => held is not null && held.Flag("open") && held.Instant("until") < until + Longer
                && IsOf(held, memberId, QuestionSource.Review(reviewId))
                ? held.With("until", until + Longer)
                : held,
            cancellationToken);
    }

    /// <summary>
    /// The member's question in a review or talk is answered or over. Returns who waits next on that phone, to be woken; null when
    /// nobody does, or the phone was not held by that question.
    /// </summary>
    public async Task<PhoneTurn?> FreeAsync(string memberId, QuestionSource source, CancellationToken cancellationToken = default)
    {
        if (await contacts.ForSendingAsync(memberId, cancellationToken) is not { Phone: { } phone })
            return null;
        var partition = Partition(phone);
        var freed = await LayDownAsync(partition, source, memberId, cancellationToken);
        // Also when it was never its turn: nobody waits for a question that is over.
        var others = await LeaveLineAsync(partition, source, memberId, cancellationToken);
        return freed && others is [var first, ..] ? Read(first) : null;
    }

    /// <summary>Ends the question on a phone; false when it is not the one that had the phone last.</summary>
    private async Task<bool> LayDownAsync(string partition, QuestionSource source, string memberId, CancellationToken cancellationToken) =>
        await tables.Records.ChangeAsync(
            partition, Current, held => held is not null && held.Flag("open") && IsOf(held, memberId, source)
                ? held.With("open", false)
                : held,
            cancellationToken) is { } current && IsOf(current, memberId, source);

    /// <summary>The question that is open on a phone, or was last; null when none ever was.</summary>
    public async Task<PhoneTurn?> LastAsync(string phone, CancellationToken cancellationToken = default) =>
        await tables.Records.GetAsync(Partition(phone), Current, cancellationToken) is { } row ? Read(row) : null;

    /// <summary>The question that is open on a phone now; null when none is.</summary>
    public async Task<PhoneTurn?> OpenAsync(string phone, CancellationToken cancellationToken = default) =>
        await tables.Records.GetAsync(Partition(phone), Current, cancellationToken) is { } row && IsOpen(row) ? Read(row) : null;

    /// <summary>Notes that a phone which had stopped was asked whether it wants texts again.</summary>
    public async Task NoteAskedAgainAsync(string phone, CancellationToken cancellationToken = default) =>
        _ = await tables.Records.SubmitAsync(
            Partition(phone), [new TableOperation.Upsert(new TableRow(Partition(phone), AskedAgain).With("at", clock.GetUtcNow()))],
            cancellationToken);

    /// <summary>Whether it was asked that, not long ago.</summary>
    public async Task<bool> WasAskedAgainAsync(string phone, CancellationToken cancellationToken = default) =>
        (await tables.Records.GetAsync(Partition(phone), AskedAgain, cancellationToken))?.Instant("at") > clock.GetUtcNow()
            - TimeSpan.FromDays(1);

    /// <summary>Notes that a phone which several use was asked who of them wants texts again.</summary>
    /// <param name="phone">The phone, E.164.</param>
    /// <param name="inboundId">The message that led to it, and lies in the holding pen.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task NoteAskedWhoAsync(string phone, string inboundId, CancellationToken cancellationToken = default) =>
        _ = await tables.Records.SubmitAsync(
            Partition(phone),
            [new TableOperation.Upsert(new TableRow(Partition(phone), AskedWho).With("at", clock.GetUtcNow()).With("message", inboundId))],
            cancellationToken);

    /// <summary>The message that led to that question; null when it was not asked, or long ago.</summary>
    public async Task<string?> AskedWhoAsync(string phone, CancellationToken cancellationToken = default) =>
        await tables.Records.GetAsync(Partition(phone), AskedWho, cancellationToken) is { } row
            && row.Instant("at") > clock.GetUtcNow() - TimeSpan.FromDays(1)
            ? row.Text("message")
            : null;

    /// <summary>Nobody uses the phone any more: nothing is known of it.</summary>
    public Task ForgetAsync(string phone, CancellationToken cancellationToken = default) =>
        tables.Records.ClearAsync(new(Partition(phone)), cancellationToken);

    private bool IsOpen(TableRow? held) => held is not null && held.Flag("open") && held.Instant("until") > clock.GetUtcNow();

    private static bool IsOf(TableRow held, string memberId, QuestionSource source) =>
        Read(held) is var turn && turn.Source == source && turn.MemberId == memberId;

    private string Partition(string phone) => $"open|{index.OfPhone(phone)}";

    private Task<IReadOnlyList<TableRow>> LineAsync(string partition, CancellationToken cancellationToken) =>
        tables.Records.AllAsync(TableQuery.StartingWith(partition, "wait|"), cancellationToken);

    private async Task WaitAsync(string partition, PhoneTurn turn, CancellationToken cancellationToken)
    {
        if ((await LineAsync(partition, cancellationToken)).Any(row => Read(row) == turn))
            return;
        var key = string.Create(CultureInfo.InvariantCulture, $"wait|{clock.GetUtcNow().UtcTicks:D19}|{turn.Source}|{turn.MemberId}");
        _ = await tables.Records.SubmitAsync(partition, [new TableOperation.Upsert(Write(new(partition, key), turn))], cancellationToken);
    }

    /// <summary>Takes a question out of the line, and returns who waits in it then.</summary>
    private async Task<IReadOnlyList<TableRow>> LeaveLineAsync(string partition, QuestionSource source, string memberId,
        CancellationToken cancellationToken)
    {
        var others = new List<TableRow>();
        foreach (var row in await LineAsync(partition, cancellationToken))
        {
            if (Read(row) is var turn && turn.Source == source && turn.MemberId == memberId)
                _ = await tables.Records.SubmitAsync(partition, [new TableOperation.Delete(row.Key)], cancellationToken);
            else
                others.Add(row);
        }
        return others;
    }

    private static TableRow Write(TableRow row, PhoneTurn turn) =>
        row.With("review", turn.Source.ToString()).With("member", turn.MemberId).With("round", (long)turn.Round)
            .With("followUp", turn.FollowUp?.ToString());

    private static PhoneTurn Read(TableRow row) => new(
        QuestionSource.Read(row.Text("review")!), row.Text("member")!, (int)row.Number("round")!.Value,
        row.Text("followUp") is { } followUp ? Enum.Parse<FollowUpKind>(followUp) : null);
}
