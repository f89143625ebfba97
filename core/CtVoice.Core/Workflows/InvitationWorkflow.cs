using CtVoice.Core.Engine;

namespace CtVoice.Core.Workflows;

/// <summary>What starts a member's workflow.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="MemberId">The member.</param>
/// <param name="Round">1 for those asked first, 2 for those who joined later; from 3 on, one for each digest of later changes.</param>
/// <param name="Policy">Version of the rules.</param>
public sealed record InvitationInput(string ReviewId, string MemberId, int Round, string Policy);

/// <summary>
/// One member's part in a review: asked, reminded while silent, an alternate called in their stead, told in the end. A
/// message that may not leave yet is asked for again when it may.
/// </summary>
public sealed class InvitationWorkflow : IWorkflow<InvitationInput>
{
    public async Task RunAsync(IWorkflowContext context, InvitationInput input)
    {
        var wake = new Wake(context);
        while (await wake.TurnAsync())
        {
            var seen = await context.CallAsync(ReviewWorkflows.ReadInvitation, Now());
            if (seen.Over)
                return;
            if (Reached(seen.AlternateAt))
            {
                await context.CallAsync(ReviewWorkflows.CallAlternate, Now());
            }
            else if (Reached(seen.SendAt))
            {
                var sending = await context.CallAsync(
                    ReviewWorkflows.SendToMember, new(input.ReviewId, input.MemberId, seen.Purpose!, context.CurrentUtcDateTime));
                if (sending.NotBefore is { } later)
                    await wake.UntilAsync(later);
            }
            else
            {
                await wake.UntilAsync(seen.AlternateAt < seen.SendAt ? seen.AlternateAt : seen.SendAt ?? seen.AlternateAt);
            }
        }
        context.ContinueAsNew(input);

        InvitationMoment Now() => new(input.ReviewId, input.MemberId, context.CurrentUtcDateTime);
        bool Reached(DateTimeOffset? instant) => instant <= context.CurrentUtcDateTime;
    }
}
