using CtVoice.Core.Board;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Dialogues;

/// <summary>When something last came from a member by a channel: proof that it still reaches somebody.</summary>
public sealed class LastHeard(TableSet tables)
{
    private const string Partition = "heard";

    /// <summary>Notes that something came; an earlier instant changes nothing.</summary>
    public async Task NoteAsync(IEnumerable<string> memberIds, Channel channel, DateTimeOffset at,
        CancellationToken cancellationToken = default)
    {
        foreach (var id in memberIds)
        {
            if (!(await AtAsync(id, channel, cancellationToken) >= at))
                _ = await tables.Records.SubmitAsync(Partition,
                    [new TableOperation.Upsert(new TableRow(Partition, Key(id, channel)).With("at", at))], cancellationToken);
        }
    }

    /// <summary>When that was; null when nothing ever came.</summary>
    public async Task<DateTimeOffset?> AtAsync(string memberId, Channel channel, CancellationToken cancellationToken = default) =>
        (await tables.Records.GetAsync(Partition, Key(memberId, channel), cancellationToken))?.Instant("at");

    /// <summary>The same of everybody, in one go: what looks through the whole board does not ask for each.</summary>
    public async Task<Func<string, Channel, DateTimeOffset?>> AllAsync(CancellationToken cancellationToken = default)
    {
        var heard = (await tables.Records.AllAsync(new(Partition), cancellationToken))
            .ToDictionary(row => row.Key, row => row.Instant("at"), StringComparer.Ordinal);
        return (memberId, channel) => heard.GetValueOrDefault(Key(memberId, channel));
    }

    /// <summary>Forgets it.</summary>
    public async Task ForgetAsync(string memberId, CancellationToken cancellationToken = default)
    {
        foreach (var channel in Enum.GetValues<Channel>())
            _ = await tables.Records.SubmitAsync(Partition, [new TableOperation.Delete(Key(memberId, channel))], cancellationToken);
    }

    private static string Key(string memberId, Channel channel) => $"{memberId}|{channel}";
}
