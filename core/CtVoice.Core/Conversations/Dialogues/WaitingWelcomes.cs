using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Dialogues;

/// <summary>Members whose welcome waits for their consent, or for a way to reach them: somebody of the office enters both.</summary>
public sealed class WaitingWelcomes(TableSet tables, TimeProvider clock)
{
    private const string Begun = "begun";

    /// <summary>Who, and since when, who waits longest first.</summary>
    public async Task<IReadOnlyList<(string MemberId, DateTimeOffset Since)>> ReadAsync(CancellationToken cancellationToken = default)
    {
        var waiting = new List<(string MemberId, DateTimeOffset Since)>();
        foreach (var row in await tables.Records.AllAsync(new(Welcoming.Partition), cancellationToken))
        {
            // The talk says whether it has begun; that is asked once and marked, so that the list costs what waits.
            if (row.Flag(Begun))
                continue;
            if (await tables.Records.GetAsync(DialogueStore.PartitionOf(row.Key), Dialogue.Welcome, cancellationToken) is null)
                waiting.Add((row.Key, row.Instant("since") ?? clock.GetUtcNow()));
            else
                _ = await tables.Records.SubmitAsync(row.Partition, [new TableOperation.Replace(row.With(Begun, true))], cancellationToken);
        }
        return [.. waiting.OrderBy(w => w.Since)];
    }
}
