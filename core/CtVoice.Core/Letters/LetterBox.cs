using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CtVoice.Core.Board;
using CtVoice.Core.Commands;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Json;
using CtVoice.Core.Ledger;
using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Core.Todo;

namespace CtVoice.Core.Letters;

/// <summary>
/// Letters of the office. One is a row, announced by a due row at the instant from which on it leaves; until then it can be
/// stopped. Each copy goes through the same outbox and gate as every message that we start: consent, quiet hours, the member's
/// day, the pace. Every step may be repeated.
/// </summary>
public sealed class LetterBox(
    TableSet tables, BoardStore board, ReviewStore reviews, ReviewCommands commands, ReviewPolicies policies, SendLetter copies,
    DueRows due, TimeProvider clock)
{
    /// <summary>Kind of the due rows that lead to a letter.</summary>
    public const string DueKind = "letter";

    private const string Partition = "letters";

    /// <summary>Whom a letter to one member, or to a panel, goes to, in order; null when there is no such member or review.</summary>
    public async Task<IReadOnlyList<LetterReader>?> ReadersAsync(string? memberId, string? reviewId,
        CancellationToken cancellationToken = default)
    {
        if (memberId is not null)
        {
            return await board.GetAsync(memberId, cancellationToken) is { Erased: false } member
                ? [new(member.Id, member.Languages.FirstOrDefault(Phrases.Reviewed.ContainsKey) ?? "en")]
                : null;
        }
        return reviewId is not null && await reviews.ReadAsync(reviewId, cancellationToken) is { } stored
            ? [.. stored.State.Invitations.Where(i => i is { Stands: true, SentAt: not null })
                .Select(i => new LetterReader(i.MemberId, i.Language))]
            : null;
    }

    /// <summary>When a letter that is written now leaves: after the time in which it can be stopped,
    /// within the hours of messages.</summary>
    public async Task<DateTimeOffset> LeavesAtAsync(CancellationToken cancellationToken = default) => SendingHours.FirstFrom(
        clock.GetUtcNow().AddMinutes((await policies.CurrentAsync(cancellationToken)).StopForMinutes ?? 0));

    /// <summary>Takes a letter whose words were checked.</summary>
    public async Task<Letter> WriteAsync(
        string? reviewId, IReadOnlyList<LetterReader> to, IReadOnlyList<LetterText> texts, string keyId,
        CancellationToken cancellationToken = default)
    {
        var letter = new Letter
        {
            Id = "l-" + RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 10),
            ReviewId = reviewId,
            Texts = [.. texts.Where(t => to.Any(r => r.Language == t.Language))],
            To = to,
            By = keyId,
            At = clock.GetUtcNow(),
            LeavesAt = await LeavesAtAsync(cancellationToken),
        };
        // The due row first: one without a letter is harmless.
        _ = await due.AddAsync(new(DueKind, letter.Id), letter.LeavesAt, cancellationToken);
        await tables.Records.SubmitAsync(Partition, [new TableOperation.Insert(RowOf(letter))], cancellationToken);
        return letter;
    }

    /// <summary>All letters, newest first.</summary>
    public async Task<IReadOnlyList<Letter>> AllAsync(CancellationToken cancellationToken = default) =>
        [.. (await tables.Records.AllAsync(new(Partition), cancellationToken)).Select(Read).OrderByDescending(l => l.At)];

    /// <summary>The letter of that id, or null.</summary>
    public async Task<Letter?> FindAsync(string id, CancellationToken cancellationToken = default) =>
        await tables.Records.GetAsync(Partition, id, cancellationToken) is { } row ? Read(row) : null;

    /// <summary>Stops a letter that has not begun to leave: nobody gets it. False when it has, or was stopped before.</summary>
    public async Task<bool> StopAsync(string id, string keyId, CancellationToken cancellationToken = default)
    {
        var stopped = false;
        var letter = await ChangeAsync(
            id, l => (stopped = l is { Leaving: false, StoppedAt: null })
                ? l with { StoppedAt = clock.GetUtcNow(), StoppedBy = keyId }
                : l, cancellationToken);
        if (stopped && letter!.ReviewId is { } review)
            await NoteAsync(review, letter, cancellationToken);
        return stopped;
    }

    /// <summary>Somebody has called a reader whom no message may reach. False when nobody was to.</summary>
    public async Task<bool> CalledAsync(string id, string memberId, CancellationToken cancellationToken = default)
    {
        var called = false;
        var letter = await ChangeAsync(id, l =>
        {
            called = l.To.FirstOrDefault(r => r.MemberId == memberId) is { State: LetterState.Call };
            return called ? l.With(l.To.First(r => r.MemberId == memberId) with { State = LetterState.Called, At = clock.GetUtcNow() }) : l;
        }, cancellationToken);
        if (letter is not null)
            await TellAsync(letter, cancellationToken);
        return called;
    }

    /// <summary>Does what is due of a letter, and notes when to look again.</summary>
    /// <returns>False when the letter that the row announced is not there.</returns>
    public async Task<bool> FinishAsync(DueRow row, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        if (await ChangeAsync(row.Subject.Id, l => l.StoppedAt is null && now >= l.LeavesAt
            ? l with { Leaving = true }
            : l, cancellationToken) is not { } letter)
            return false;
        if (letter is { StoppedAt: null, Leaving: false })
        {
            await due.LookAgainAsync(row.Subject, letter.LeavesAt, cancellationToken);
            return true;
        }
        if (letter.ReviewId is { } review)
            await NoteAsync(review, letter, cancellationToken);
        if (letter.StoppedAt is not null)
            return true;
        DateTimeOffset? again = null;
        foreach (var reader in letter.To.Where(r => r.State is LetterState.Waits))
        {
            switch (await copies.SendAsync(letter, reader, cancellationToken))
            {
                case (var state, null):
                    letter = await ChangeAsync(letter.Id, l => l.With(reader with { State = state, At = clock.GetUtcNow() }),
                        cancellationToken) ?? letter;
                    break;
                case (_, { } later):
                    again = again < later ? again : later;
                    break;
            }
        }
        await TellAsync(letter, cancellationToken);
        if (again > clock.GetUtcNow())
            await due.LookAgainAsync(row.Subject, again.Value, cancellationToken);
        else if (again is { } at)
            _ = await due.AddAsync(row.Subject, at, cancellationToken);
        return true;
    }

    /// <summary>Forgets letters to a member, and that they were among the readers of others; again is as good as once.</summary>
    public async Task ForgetAsync(string memberId, CancellationToken cancellationToken = default)
    {
        foreach (var letter in (await AllAsync(cancellationToken)).Where(l => l.To.Any(r => r.MemberId == memberId)))
        {
            await tables.Records.ClearAsync(TableQuery.StartingWith(SendLetter.Outbox(letter.Id), $"outbox|{memberId}|"),
                cancellationToken);
            if (letter.ReviewId is null)
                _ = await tables.Records.SubmitAsync(Partition, [new TableOperation.Delete(letter.Id)], cancellationToken);
            var without = letter.ReviewId is null
                ? letter with { To = [] }
                : await ChangeAsync(letter.Id, l => l with { To = [.. l.To.Where(r => r.MemberId != memberId)] }, cancellationToken);
            await TellAsync(without!, cancellationToken);
        }
    }

    // The record of the review says that a note went out or was stopped, once, and none of its words.
    private async Task NoteAsync(string reviewId, Letter letter, CancellationToken cancellationToken)
    {
        _ = await commands.DecideAsync(reviewId, (review, now) =>
        {
            if (review.Notes.Contains(letter.Id, StringComparer.Ordinal))
                return new Decided<bool>(false);
            var entry = LedgerDraft.Of(letter.StoppedAt is null ? "note-sent" : "note-stopped",
                Actor.Coordinator(letter.StoppedBy ?? letter.By),
                ("note", letter.Id), ("members", letter.To.Count), ("languages", string.Join(' ', letter.Texts.Select(t => t.Language))));
            return new Decided<bool>(true, new(now, review with { Notes = [.. review.Notes, letter.Id] }, entry));
        }, cancellationToken: cancellationToken);
    }

    // For the coordinator: there while somebody is to be called, gone when nobody is.
    private async Task TellAsync(Letter letter, CancellationToken cancellationToken)
    {
        var key = $"{letter.Id}|{TodoKinds.CallLetter}";
        TableOperation write = letter.WantsCalls
            ? new TableOperation.Upsert(new TableRow(ReviewLists.Todo, key).With("id", letter.Id).With("what", TodoKinds.CallLetter)
                .With("title",
                    string.Create(CultureInfo.InvariantCulture, $"Calls to make: {letter.To.Count(r => r.State is LetterState.Call)}"))
                .With("since", letter.LeavesAt).With("seq", 0L).With(ReviewLists.NoReview, true))
            : new TableOperation.Delete(key);
        // Nothing to take away is fine.
        _ = await tables.Records.SubmitAsync(ReviewLists.Todo, [write], cancellationToken);
    }

    private async Task<Letter?> ChangeAsync(string id, Func<Letter, Letter> change, CancellationToken cancellationToken)
    {
        Letter? after = null;
        _ = await tables.Records.ChangeAsync(Partition, id, row =>
        {
            after = row is null ? null : change(Read(row));
            return after is null || after.Equals(Read(row!)) ? row : row!.WithText(JsonSerializer.Serialize(after, WorkflowJson.Options));
        }, cancellationToken);
        return after;
    }

    private static TableRow RowOf(Letter letter) =>
        new TableRow(Partition, letter.Id).WithText(JsonSerializer.Serialize(letter, WorkflowJson.Options));

    private static Letter Read(TableRow row) => JsonSerializer.Deserialize<Letter>(row.LongTextOrNull()!, WorkflowJson.Options)!;
}
