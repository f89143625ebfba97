using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Dialogues;

/// <summary>
/// Who is still to be welcomed. A member is added, their consent and how to reach them are entered one after the other, in
/// any order: the welcome begins with the last of the three. Members of an imported file are welcomed when the coordinator
/// says so; most of them have been members for long.
/// </summary>
public sealed class Welcoming(TableSet tables, DialogueStore dialogues, LeadingDialogues leading, DueRows due, TimeProvider clock)
{
    internal const string Partition = "welcome";

    /// <summary>This member is to be welcomed.</summary>
    public async Task WantAsync(string memberId, CancellationToken cancellationToken = default) =>
        _ = await tables.Records.SubmitAsync(Partition,
            [new TableOperation.Upsert(new TableRow(Partition, memberId).With("since", clock.GetUtcNow()))], cancellationToken);

    /// <summary>This member is to be welcomed no more.</summary>
    public async Task ForgetAsync(string memberId, CancellationToken cancellationToken = default) =>
        _ = await tables.Records.SubmitAsync(Partition, [new TableOperation.Delete(memberId)], cancellationToken);

    /// <summary>
    /// Stores what a welcome may have waited for, then looks whether it can begin. A due row comes first: should this stop
    /// halfway, the sweep looks.
    /// </summary>
    public async Task AfterAsync(string memberId, Func<Task> change, CancellationToken cancellationToken = default)
    {
        if (await IsWantedAsync(memberId, cancellationToken)
            && await dialogues.FindAsync(Dialogue.Welcome, memberId, cancellationToken) is null)
            _ = await due.AddAsync(new(DialogueStore.DueKind, Subject(memberId)), clock.GetUtcNow() + DueRows.Grace, cancellationToken);
        await change();
        await LookAsync(memberId, cancellationToken);
    }

    /// <summary>
    /// Begins the welcome if it is wanted and can begin; one that ended because the member could not be reached begins again.
    /// True when it has begun, now or before: then whatever is missing of it is looked for.
    /// </summary>
    public async Task<bool> LookAsync(string memberId, CancellationToken cancellationToken = default)
    {
        if (!await IsWantedAsync(memberId, cancellationToken))
            return false;
        var begun = await dialogues.FindAsync(Dialogue.Welcome, memberId, cancellationToken);
        var round = begun is null ? 1 : begun.End is DialogueEnd.Unreachable ? begun.Round + 1 : begun.Round;
        return await leading.BeginAsync(Dialogue.Welcome, memberId, round, cancellationToken: cancellationToken) is not null
            || begun is not null;
    }

    /// <summary>What a due row of a talk asks for; a welcome that has not begun begins if it can.</summary>
    /// <returns>False when there was nothing to do.</returns>
    public async Task<bool> FinishAsync(DueRow row, CancellationToken cancellationToken = default) =>
        await leading.FinishAsync(row, cancellationToken)
        || (row.Subject.Id.Split('|') is [Dialogue.Welcome, var memberId, _] && await LookAsync(memberId, cancellationToken));

    private async Task<bool> IsWantedAsync(string memberId, CancellationToken cancellationToken) =>
        await tables.Records.GetAsync(Partition, memberId, cancellationToken) is not null;

    private static string Subject(string memberId) => $"{Dialogue.Welcome}|{memberId}|1";
}
