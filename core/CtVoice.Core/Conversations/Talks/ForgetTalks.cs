using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Sending;

namespace CtVoice.Core.Conversations.Talks;

/// <summary>Forgets every talk with a member, and when they were heard; again is as good as once.</summary>
public sealed class ForgetTalks(TalkStore talks, AskInTalk asking, ReplyAddress replyAddress, LastHeard heard)
{
    public async Task ForgetAsync(string memberId, CancellationToken cancellationToken = default)
    {
        foreach (var kind in new[] { Talk.Welcome, Talk.StillYou })
        {
            if (await talks.FindAsync(kind, memberId, cancellationToken) is { Channel: Channel.Email } talk)
                await replyAddress.ForgetAsync(asking.CodeOf(talk), cancellationToken);
        }
        await talks.ForgetAsync(memberId, cancellationToken);
        await heard.ForgetAsync(memberId, cancellationToken);
    }
}
