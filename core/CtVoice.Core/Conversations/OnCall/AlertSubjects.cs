using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;
using CtVoice.Core.Todo;

namespace CtVoice.Core.Conversations.OnCall;

/// <summary>What an alert is about: the messages of its matters, whoever may have written them, and where these are asked.</summary>
public sealed class AlertSubjects(Matters matters, InboundStore inbox, Senders senders, ReviewStore reviews, ReviewLists lists)
{
    /// <summary>Whoever may have sent what a matter is about: ids of members, or the number nobody knows.</summary>
    public async Task<IReadOnlyList<string>> SendersOfAsync(Matter matter, CancellationToken cancellationToken = default)
    {
        var message = (await inbox.IfReadableAsync(matter.InboundId, cancellationToken))?.Message;
        var from = message is null ? [] : await senders.OfAsync(message, cancellationToken);
        return from.Count > 0 ? from : [message?.From is { Length: > 0 } stranger ? stranger : matter.Id];
    }

    /// <summary>Whether something of an alert is still to be done.</summary>
    public async Task<bool> IsOpenAsync(OnCallAlert alert, CancellationToken cancellationToken = default)
    {
        foreach (var id in alert.Matters)
        {
            if (await matters.FindAsync(id, cancellationToken) is { Closed: false })
                return true;
        }
        return false;
    }

    /// <summary>Whether what was written of danger is somebody's who practises: it is told like any other, and marked.</summary>
    public async Task<bool> IsPracticeAsync(IReadOnlyList<string> about, CancellationToken cancellationToken = default) =>
        await WhoAsync(about, cancellationToken) is { Count: > 0 } from && from.All(Practising.Is);

    /// <summary>
    /// Agencies of the reviews that run in which whoever may have written is asked. Read each time: nothing of a review is kept with
    /// an alert.
    /// </summary>
    public async Task<IReadOnlyCollection<string>> AgenciesAsync(OnCallAlert alert, CancellationToken cancellationToken = default)
    {
        var from = await WhoAsync(alert.Matters, cancellationToken);
        var agencies = new SortedSet<string>(StringComparer.Ordinal);
        if (from.Count == 0)
            return agencies;
        await foreach (var id in lists.OpenAsync(cancellationToken))
        {
            if (await reviews.ReadAsync(id, cancellationToken) is { State: var review }
                && review.Invitations.Any(i => from.Contains(i.MemberId)))
                agencies.UnionWith([review.Agency, .. review.Agencies]);
        }
        return agencies;
    }

    /// <summary>Members who may have written what matters are about.</summary>
    private async Task<HashSet<string>> WhoAsync(IReadOnlyList<string> about, CancellationToken cancellationToken)
    {
        var from = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in about)
        {
            if (await matters.FindAsync(id, cancellationToken) is { } matter
                && await inbox.IfReadableAsync(matter.InboundId, cancellationToken) is { Message: var message })
                from.UnionWith(await senders.OfAsync(message, cancellationToken));
        }
        return from;
    }
}
