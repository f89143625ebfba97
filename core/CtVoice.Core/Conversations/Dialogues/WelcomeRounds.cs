using System.Security.Cryptography;
using System.Text.Json;
using CtVoice.Core.Board;
using CtVoice.Core.Json;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Dialogues;

/// <summary>
/// Welcomes of many members by one act. One is a row, announced by a due row at the instant from which on it leaves; until then it can
/// be stopped. Each welcome is begun as a single one is, and goes through the same gate. Every step may be repeated.
/// </summary>
public sealed class WelcomeRounds(
    TableSet tables, BoardStore board, DialogueStore dialogues, Welcoming welcoming, ReviewPolicies policies, DueRows due,
    TimeProvider clock)
{
    /// <summary>Kind of the due rows that lead to a round.</summary>
    public const string DueKind = "welcomes";

    private const string Partition = "welcomes";

    /// <summary>Members who can be welcomed and never were, in order of id; those of a round that was not stopped left out.</summary>
    public async Task<IReadOnlyList<string>> NewAsync(CancellationToken cancellationToken = default)
    {
        var members = new List<string>();
        var taken = (await AllAsync(cancellationToken)).Where(round => round.StoppedAt is null).SelectMany(round => round.Members)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var member in (await board.MembersAsync(cancellationToken)).Where(m => Welcomed.CanBe(m) && !taken.Contains(m.Id)))
        {
            if (await dialogues.FindAsync(Dialogue.Welcome, member.Id, cancellationToken) is null)
                members.Add(member.Id);
        }
        return members;
    }

    /// <summary>When a round that is begun now leaves: after the time in which it can be stopped, within the hours of messages.</summary>
    public async Task<DateTimeOffset> LeavesAtAsync(CancellationToken cancellationToken = default) => SendingHours.FirstFrom(
        clock.GetUtcNow().AddMinutes((await policies.CurrentAsync(cancellationToken)).StopForMinutes ?? 0));

    /// <summary>Begins a round.</summary>
    /// <param name="members">Whom it welcomes; of <see cref="NewAsync"/>.</param>
    /// <param name="keyId">Who begins it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<WelcomeRound> BeginAsync(IEnumerable<string> members, string keyId, CancellationToken cancellationToken = default)
    {
        var round = new WelcomeRound
        {
            Id = "w-" + RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 10),
            Members = [.. members.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            By = keyId,
            At = clock.GetUtcNow(),
            LeavesAt = await LeavesAtAsync(cancellationToken),
        };
        // The due row first: one without a round is harmless.
        _ = await due.AddAsync(new(DueKind, round.Id), round.LeavesAt, cancellationToken);
        _ = await tables.Records.SubmitAsync(
            Partition, [new TableOperation.Insert(Write(new(Partition, round.Id), round))], cancellationToken);
        return round;
    }

    /// <summary>All rounds, newest first.</summary>
    public async Task<IReadOnlyList<WelcomeRound>> AllAsync(CancellationToken cancellationToken = default) =>
        [.. (await tables.Records.AllAsync(new(Partition), cancellationToken)).Select(Read).OrderByDescending(round => round.At)];

    /// <summary>The round of that id, or null.</summary>
    public async Task<WelcomeRound?> FindAsync(string id, CancellationToken cancellationToken = default) =>
        await tables.Records.GetAsync(Partition, id, cancellationToken) is { } row ? Read(row) : null;

    /// <summary>How far each member of a round is.</summary>
    public async Task<IReadOnlyList<Welcomed>> ProgressAsync(WelcomeRound round, CancellationToken cancellationToken = default)
    {
        var talks = new Dictionary<string, Dialogue>(StringComparer.Ordinal);
        foreach (var member in round.Members)
        {
            if (await dialogues.FindAsync(Dialogue.Welcome, member, cancellationToken) is { } talk)
                talks[member] = talk;
        }
        return round.Progress(talks);
    }

    /// <summary>Stops a round that has not begun to leave: nobody is written to. False when it has, or was stopped before.</summary>
    public async Task<bool> StopAsync(string id, string keyId, CancellationToken cancellationToken = default)
    {
        var stopped = false;
        _ = await ChangeAsync(
            id, round => (stopped = round is { Leaving: false, StoppedAt: null })
                ? round with { StoppedAt = clock.GetUtcNow(), StoppedBy = keyId }
                : round, cancellationToken);
        return stopped;
    }

    /// <summary>Does what is due of a round.</summary>
    /// <returns>False when the round that the row announced is not there.</returns>
    public async Task<bool> FinishAsync(DueRow row, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        if (await ChangeAsync(
            row.Subject.Id, round => round.StoppedAt is null && now >= round.LeavesAt ? round with { Leaving = true } : round,
            cancellationToken) is not { } round)
            return false;
        if (round is { StoppedAt: null, Leaving: false })
            await due.LookAgainAsync(row.Subject, round.LeavesAt, cancellationToken);
        // What a crash left out is begun when the row is looked at again; what has begun does not begin twice.
        if (round is { StoppedAt: null, Leaving: true })
            await OneAfterAnother.RunAsync(round.Members.ToAsyncEnumerable(), member => WelcomeAsync(member, cancellationToken));
        return true;
    }

    private async Task WelcomeAsync(string member, CancellationToken cancellationToken)
    {
        await welcoming.WantAsync(member, cancellationToken);
        _ = await welcoming.LookAsync(member, cancellationToken);
    }

    /// <summary>Forgets that a member was in a round; again is as good as once.</summary>
    public async Task ForgetAsync(string memberId, CancellationToken cancellationToken = default)
    {
        foreach (var round in (await AllAsync(cancellationToken)).Where(round => round.Members.Contains(memberId, StringComparer.Ordinal)))
        {
            _ = await ChangeAsync(round.Id, one => one with { Members = [.. one.Members.Where(member => member != memberId)] },
                cancellationToken);
        }
    }

    private async Task<WelcomeRound?> ChangeAsync(string id, Func<WelcomeRound, WelcomeRound> change, CancellationToken cancellationToken)
    {
        WelcomeRound? after = null;
        _ = await tables.Records.ChangeAsync(Partition, id, row =>
        {
            var before = row is null ? null : Read(row);
            after = before is null ? null : change(before);
            return after is null || ReferenceEquals(after, before) ? row : Write(row!, after);
        }, cancellationToken);
        return after;
    }

    private static TableRow Write(TableRow row, WelcomeRound round) => row.WithText(JsonSerializer.Serialize(round, WorkflowJson.Options));

    private static WelcomeRound Read(TableRow row) =>
        JsonSerializer.Deserialize<WelcomeRound>(row.LongTextOrNull()!, WorkflowJson.Options)!;
}
