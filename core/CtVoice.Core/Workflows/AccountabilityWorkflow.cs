using CtVoice.Core.Engine;

namespace CtVoice.Core.Workflows;

/// <summary>What starts the workflow of an addressee's part in a review.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Number">Number of the addressee in the report.</param>
/// <param name="Round">1, and one more each time it is started again after nothing was left to do.</param>
/// <param name="Policy">Version of the rules.</param>
public sealed record AccountabilityInput(string ReviewId, int Number, int Round, string Policy);

/// <summary>
/// One addressee's part in a review: reminded of the answers it owes, publicly overdue and escalated when they do not come;
/// then followed until what it promised is done, or publicly not delivered. It may wait for years.
/// </summary>
public sealed class AccountabilityWorkflow : IWorkflow<AccountabilityInput>
{
    public async Task RunAsync(IWorkflowContext context, AccountabilityInput input)
    {
        var wake = new Wake(context);
        while (await wake.TurnAsync())
        {
            var seen = await context.CallAsync(ReviewWorkflows.ReadAddressee, Now());
            if (seen.Next is not { } next)
            {
                if (await context.CallAsync(ReviewWorkflows.EndAddressee, Now()))
                    return;
            }
            else if (next.At > context.CurrentUtcDateTime)
            {
                await wake.UntilAsync(next.At);
            }
            else if (next.IsNotice())
            {
                var sending = await context.CallAsync(
                    ReviewWorkflows.SendNotice, new(input.ReviewId, input.Number, next, context.CurrentUtcDateTime));
                if (sending.NotBefore is { } later)
                    await wake.UntilAsync(later);
            }
            else
            {
                await context.CallAsync(ReviewWorkflows.NoteLate, Now());
            }
        }
        context.ContinueAsNew(input);

        AddresseeMoment Now() => new(input.ReviewId, input.Number, input.Round, context.CurrentUtcDateTime);
    }
}
