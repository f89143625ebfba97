using CtVoice.Core.Conversations.Dialogues;
using CtVoice.Core.Engine;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>A phone is free of a question: whoever waits next on it looks again at once, and not at their next look.</summary>
public sealed class FreeingPhones(PhoneQueue phones, IWorkflowClient workflows, DueRows due, TimeProvider clock)
{
    /// <summary>Frees the phone of a member's question in a review or talk; nothing happens when it did not hold it.</summary>
    public async Task FreeAsync(string memberId, QuestionSource source, CancellationToken cancellationToken = default)
    {
        if (await phones.FreeAsync(memberId, source, cancellationToken) is not { } next)
            return;
        if (next.Source.DialogueKind is { } kind)
            _ = await due.AddAsync(new(DialogueStore.DueKind, $"{kind}|{next.MemberId}"), clock.GetUtcNow(), cancellationToken);
        else
            await workflows.WakeAsync(WorkflowIds.OfInvitation(next.Source.ReviewId!, next.MemberId, next.Round), cancellationToken);
    }
}
