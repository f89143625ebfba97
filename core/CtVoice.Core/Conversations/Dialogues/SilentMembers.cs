using CtVoice.Core.Board;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Dialogues;

/// <summary>A channel that was paused because nothing had come by it for a year and nobody answered when asked.</summary>
/// <param name="MemberId">Whose.</param>
/// <param name="Channel">Which.</param>
/// <param name="Since">Since when it is paused.</param>
public sealed record SilentMember(string MemberId, Channel Channel, DateTimeOffset Since);

/// <summary>The channels that were paused after a silent year, for the coordinator: they may call, or let it be.</summary>
public sealed class SilentMembers(TableSet tables)
{
    private const string Partition = "silent";

    /// <summary>Puts one on the list; the same again changes nothing.</summary>
    public async Task AddAsync(string memberId, Channel channel, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        _ = await tables.Records.SubmitAsync(Partition,
            [new TableOperation.Insert(new TableRow(Partition, Key(memberId, channel)).With("since", since))], cancellationToken);

    /// <summary>Those on the list whose channel is still paused.</summary>
    public async Task<IReadOnlyList<SilentMember>> ReadAsync(BoardStore board, CancellationToken cancellationToken = default) =>
        (await ListAsync(board, cancellationToken)).Lines;

    /// <summary>The same, with the rows that cannot be read.</summary>
    public async Task<ListedRows<SilentMember>> ListAsync(BoardStore board, CancellationToken cancellationToken = default)
    {
        var found = new List<SilentMember>();
        var read = ListedRows.Read(
            await tables.Records.AllAsync(new(Partition), cancellationToken),
            row => (Row: row,
                Member: new SilentMember(row.Key.Split('|')[0], Enum.Parse<Channel>(row.Key.Split('|')[1]), row.Instant("since")!.Value)));
        foreach (var (row, silent) in read.Lines)
        {
            if (await board.GetAsync(silent.MemberId, cancellationToken) is { State: MemberState.Active } member
                && !member.Consents(silent.Channel))
                found.Add(silent);
            else
                _ = await tables.Records.SubmitAsync(Partition, [new TableOperation.Delete(row.Key)], cancellationToken);
        }
        return new(found, read.Unreadable);
    }

    /// <summary>Takes a member off the list.</summary>
    public async Task ForgetAsync(string memberId, CancellationToken cancellationToken = default)
    {
        foreach (var channel in Enum.GetValues<Channel>())
            _ = await tables.Records.SubmitAsync(Partition, [new TableOperation.Delete(Key(memberId, channel))], cancellationToken);
    }

    private static string Key(string memberId, Channel channel) => $"{memberId}|{channel}";
}
