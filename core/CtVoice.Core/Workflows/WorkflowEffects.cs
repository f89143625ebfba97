using CtVoice.Core.Engine;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Workflows;

/// <summary>The workflows that decisions start and wake.</summary>
internal static class WorkflowEffects
{
    internal static Task StartReviewAsync(
        IWorkflowClient workflows, StoredReview stored, Effect.StartReview effect, CancellationToken cancellationToken) =>
        workflows.StartAsync(
            ReviewWorkflows.Review, WorkflowIds.OfReview(stored.State.Id),
            new ReviewInput(stored.State.Id, stored.State.Policy.Version), cancellationToken);

    internal static Task StartInvitationAsync(
        IWorkflowClient workflows, StoredReview stored, Effect.StartInvitation effect, CancellationToken cancellationToken) =>
        workflows.StartAsync(
            ReviewWorkflows.Invitation, WorkflowIds.OfInvitation(stored.State.Id, effect.MemberId, effect.Round),
            new InvitationInput(stored.State.Id, effect.MemberId, effect.Round, stored.State.Policy.Version), cancellationToken);

    // It may run already, and wait for something far away: then it looks again.
    internal static async Task StartAccountabilityAsync(
        IWorkflowClient workflows, StoredReview stored, Effect.StartAccountability effect, CancellationToken cancellationToken)
    {
        var review = stored.State;
        var (number, round) = PartOf(review, effect.Number);
        var id = WorkflowIds.OfAddressee(review.Id, number, round);
        await workflows.StartAsync(
            ReviewWorkflows.Accountability, id, new AccountabilityInput(review.Id, number, round, review.Policy.Version),
            cancellationToken);
        await workflows.WakeAsync(id, cancellationToken);
    }

    internal static Task WakeReviewAsync(
        IWorkflowClient workflows, StoredReview stored, Effect.WakeReview effect, CancellationToken cancellationToken) =>
        workflows.WakeAsync(WorkflowIds.OfReview(stored.State.Id), cancellationToken);

    internal static Task WakeInvitationAsync(
        IWorkflowClient workflows, StoredReview stored, Effect.WakeInvitation effect, CancellationToken cancellationToken) =>
        workflows.WakeAsync(WorkflowIds.OfInvitation(stored.State.Id, effect.MemberId, effect.Round), cancellationToken);

    internal static Task WakeAccountabilityAsync(
        IWorkflowClient workflows, StoredReview stored, Effect.WakeAccountability effect, CancellationToken cancellationToken)
    {
        var (number, round) = PartOf(stored.State, effect.Number);
        return workflows.WakeAsync(WorkflowIds.OfAddressee(stored.State.Id, number, round), cancellationToken);
    }

    private static (int Number, int Round) PartOf(Review review, int recommendation)
    {
        var addressee = review.Recommendations.First(r => r.Number == recommendation).Addressee;
        return (AddresseeParts.NumberOf(review, addressee), AddresseeParts.RoundOf(review, addressee));
    }
}
