using CtVoice.Core.Board;
using CtVoice.Core.Board.Erasing;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Workflows.Erasing;

/// <summary>
/// Carries out erase requests. The request is a row before anything happens; contact stops with the first step, and every
/// step may be repeated, so whatever a crash leaves the sweep finishes.
/// </summary>
/// <remarks>What is kept of a member in each area goes by the <see cref="MemberTrace"/> of that area,
/// in the order in which they are registered.</remarks>
public sealed class ErasingMembers(
    ErasureStore erasures, DueRows due, BoardStore board, InboundStore inbox, IEnumerable<MemberTrace> traces, CopiesElsewhere elsewhere,
    TimeProvider clock)
{
    /// <summary>Kind of the due rows that lead to an erasure.</summary>
    public const string DueKind = "erase";

    /// <summary>Erases a member at their request. Asking again changes nothing; null when there is no such member.</summary>
    public async Task<Erasure?> EraseAsync(string memberId, string keyId, HowTold told, CancellationToken cancellationToken = default)
    {
        if (await board.GetAsync(memberId, cancellationToken) is null)
            return null;
        var now = clock.GetUtcNow();
        var row = await due.AddAsync(new(DueKind, memberId), now + DueRows.Grace, cancellationToken);
        _ = await erasures.AddAsync(new(memberId, ErasureStore.NewReference(), now, keyId, told), cancellationToken);
        _ = await FinishAsync(memberId, cancellationToken);
        await due.RemoveAsync(row, cancellationToken);
        return await erasures.FindAsync(memberId, cancellationToken);
    }

    /// <summary>Does what is left to do of an erasure; false when nobody asked for one.</summary>
    public async Task<bool> FinishAsync(string memberId, CancellationToken cancellationToken = default)
    {
        if (await erasures.FindAsync(memberId, cancellationToken) is not { } erasure)
            return false;
        // First of all: whatever is about to be sent reads this before it leaves.
        _ = await board.ChangeAsync(memberId, member => member is null ? null : Emptied(member, erasure.At), cancellationToken);
        foreach (var trace in traces)
            await trace.ForgetAsync(memberId, cancellationToken);
        foreach (var message in await erasures.MessagesAsync(memberId, cancellationToken))
            await inbox.SealAsync(message, cancellationToken);
        // Done is what nobody who holds the files can undo.
        await erasures.ForgetBytesAsync(cancellationToken);
        _ = await erasures.ChangeAsync(memberId, e => e.DoneAt is null ? e with { DoneAt = clock.GetUtcNow() } : e, cancellationToken);
        await elsewhere.NoteAsync(erasure, cancellationToken);
        return true;
    }

    // Nothing stays by which anybody could tell who it was; the record of consent stays, as proof that we stopped.
    private static Member Emptied(Member member, DateTimeOffset at) => member.Channels
        .Where(member.Consents)
        .Aggregate(member, (m, channel) => m.With(new ConsentRecord(channel, ConsentState.Withdrawn, at, "erase request", "erase request")))
        with
    {
        State = MemberState.Left,
        Erased = true,
        Populations = [],
        Experiences = [],
        Conflicts = [],
        Away = [],
        HouseholdKey = null,
        SharedNumberKey = null,
    };
}
