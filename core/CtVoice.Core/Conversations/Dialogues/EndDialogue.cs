using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Sending;

namespace CtVoice.Core.Conversations.Dialogues;

/// <summary>What follows from the end of a talk: its phone is free, and after a silent year nothing more is sent there.</summary>
public sealed class EndDialogue(DialogueStore dialogues, BoardStore board, SilentMembers silent, FreeingPhones freeing, TimeProvider clock)
{
    /// <summary>Stores a talk that ended, and does what follows. Returns when to look again:
    /// at once when somebody else was faster.</summary>
    internal async Task<DateTimeOffset?> StoreAsync(StoredDialogue held, Dialogue ended, CancellationToken cancellationToken)
    {
        if (!await dialogues.WriteAsync(held, ended, cancellationToken))
            return clock.GetUtcNow();
        await FollowAsync(ended, cancellationToken);
        return null;
    }

    /// <summary>Does what follows from the end of a talk that is stored; again is as good as once.</summary>
    internal async Task FollowAsync(Dialogue ended, CancellationToken cancellationToken)
    {
        // After a silent year without an answer the number may be somebody else's: nothing more is sent there.
        if (ended is { Kind: Dialogue.StillYou, End: DialogueEnd.Silent })
        {
            _ = await board.RecordConsentAsync(
                ended.MemberId,
                new(ended.Channel, ConsentState.Withdrawn, ended.AskedAt!.Value, ended.TextVersion, "no answer after a silent year"),
                cancellationToken);
            await silent.AddAsync(ended.MemberId, ended.Channel, clock.GetUtcNow(), cancellationToken);
        }
        await freeing.FreeAsync(ended.MemberId, QuestionSource.Dialogue(ended.Kind), cancellationToken);
    }
}
