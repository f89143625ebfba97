using CtVoice.Core.Conversations.Talks;
using CtVoice.Core.Engine;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>A phone is free of a question: whoever waits next on it looks again at once, and not at their next look.</summary>
public sealed class FreeingPhones(PhoneQueue phones, IWorkflowClient workflows, DueRows due, TimeProvider clock)
{
    /// <summary>Frees the phone of a member's question in a review; nothing happens when it did not hold it.</summary>
    public async Task FreeAsync(string memberId, string reviewId, CancellationToken cancellationToken = default)
    {
        if (await phones.FreeAsync(memberId, reviewId, cancellationToken) is not { } next)
            return;
        if (Talk.Is(next.ReviewId))
            _ = await due.AddAsync(new(TalkStore.DueKind, $"{next.ReviewId}|{next.MemberId}"), clock.GetUtcNow(), cancellationToken);
        else
            await workflows.WakeAsync(WorkflowIds.OfInvitation(next.ReviewId, next.MemberId, next.Round), cancellationToken);
    }
}
