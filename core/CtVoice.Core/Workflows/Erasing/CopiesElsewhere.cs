using System.Security.Cryptography;
using CtVoice.Core.Board.Erasing;
using CtVoice.Core.Commands;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Erasing;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Workflows.Erasing;

/// <summary>
/// What the phone company, the mail service and whoever keeps copies answered when they were asked to delete what they hold of a member
/// who was erased: written down with the erase request, and noted in the ledger of each review the member was in. A crash in between
/// leaves a due row, and the sweep notes the rest.
/// </summary>
public sealed class CopiesElsewhere(
    ErasureStore erasures, DueRows due, ReviewStore reviews, ReviewCommands commands, TimeProvider clock)
{
    /// <summary>Writes an answer down; the same words as the last time change nothing. Null when nobody asked to be erased.</summary>
    /// <param name="memberId">Who was erased.</param>
    /// <param name="says">What was asked of whom, when, and what they answered.</param>
    /// <param name="settled">Everybody has answered.</param>
    /// <param name="keyId">Key of whoever writes it down.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    public async Task<Erasure?> RecordAsync(
        string memberId, string says, bool settled, string keyId, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var answer = new AnswerElsewhere(RandomNumberGenerator.GetHexString(12, lowercase: true), now, keyId, says, settled);
        var row = await due.AddAsync(new(ErasingMembers.DueKind, memberId), now + DueRows.Grace, cancellationToken);
        var stored = await erasures.ChangeAsync(
            memberId,
            e => e.Answers is [.., var last] && last.Says == says && last.Settled == settled
                ? e
                : e with { Answers = [.. e.Answers, answer], Elsewhere = says },
            cancellationToken);
        if (stored is not null)
            await NoteAsync(stored, cancellationToken);
        await due.RemoveAsync(row, cancellationToken);
        return stored;
    }

    /// <summary>Notes in the ledgers whatever is not yet noted.</summary>
    public async Task NoteAsync(Erasure erasure, CancellationToken cancellationToken = default)
    {
        if (erasure.Answers.Count == 0)
            return;
        foreach (var id in await reviews.AllIdsAsync(cancellationToken))
        {
            foreach (var answer in erasure.Answers)
            {
                _ = await commands.DecideAsync(
                    id, (review, now) => Sealing.NoteElsewhere(review, erasure.MemberId, answer, now),
                    cancellationToken: cancellationToken);
            }
        }
    }
}
