using CtVoice.Core.Workflows;

namespace CtVoice.Core.Accountability;

/// <summary>What starts a recommendation's workflow.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Number">Number of the recommendation.</param>
/// <param name="Policy">Version of the rules.</param>
public sealed record AccountabilityInput(string ReviewId, int Number, string Policy);

/// <summary>One recommendation until it is answered: its addressee is reminded, then it is publicly overdue and escalated.</summary>
public sealed class AccountabilityWorkflow : IWorkflow<AccountabilityInput>
{
    public async Task RunAsync(IWorkflowContext context, AccountabilityInput input)
    {
        var wake = new Wake(context);
        while (await wake.TurnAsync())
        {
            var seen = await context.CallAsync(ReviewWorkflows.ReadRecommendation, Now());
            if (seen.Over)
                return;
            if (Reached(seen.OverdueAt))
            {
                await context.CallAsync(ReviewWorkflows.NoteOverdue, Now());
            }
            else if (Reached(seen.NoticeAt))
            {
                var sending = await context.CallAsync(
                    ReviewWorkflows.SendNotice, new(input.ReviewId, input.Number, seen.Notice!, context.CurrentUtcDateTime));
                if (sending.NotBefore is { } later)
                    await wake.UntilAsync(later);
            }
            else
            {
                await wake.UntilAsync(seen.NoticeAt < seen.OverdueAt ? seen.NoticeAt : seen.OverdueAt ?? seen.NoticeAt);
            }
        }
        context.ContinueAsNew(input);

        RecommendationMoment Now() => new(input.ReviewId, input.Number, context.CurrentUtcDateTime);
        bool Reached(DateTimeOffset? instant) => instant <= context.CurrentUtcDateTime;
    }
}
