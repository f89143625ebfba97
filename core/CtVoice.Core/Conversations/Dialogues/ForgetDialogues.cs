using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Sending;

namespace CtVoice.Core.Conversations.Dialogues;

/// <summary>Forgets every talk with a member, and when they were heard; again is as good as once.</summary>
public sealed class ForgetDialogues(DialogueStore dialogues, AskInDialogue asking, ReplyAddress replyAddress, LastHeard heard)
{
    public async Task ForgetAsync(string memberId, CancellationToken cancellationToken = default)
    {
        foreach (var kind in new[] { Dialogue.Welcome, Dialogue.StillYou })
        {
            if (await dialogues.FindAsync(kind, memberId, cancellationToken) is { Channel: Channel.Email } dialogue)
                await replyAddress.ForgetAsync(asking.CodeOf(dialogue), cancellationToken);
        }
        await dialogues.ForgetAsync(memberId, cancellationToken);
        await heard.ForgetAsync(memberId, cancellationToken);
    }
}
