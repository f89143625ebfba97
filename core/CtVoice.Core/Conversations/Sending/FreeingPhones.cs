using CtVoice.Core.Workflows;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>A phone is free of a question: whoever waits next on it looks again at once, and not at their next look.</summary>
public sealed class FreeingPhones(PhoneQueue phones, IWorkflowClient workflows)
{
    /// <summary>Frees the phone of a member's question in a review; nothing happens when it did not hold it.</summary>
    public async Task FreeAsync(string memberId, string reviewId, CancellationToken cancellationToken = default)
    {
        if (await phones.FreeAsync(memberId, reviewId, cancellationToken) is { } next)
            await workflows.WakeAsync(ReviewWorkflows.InvitationId(next.ReviewId, next.MemberId, next.Round), cancellationToken);
    }
}
