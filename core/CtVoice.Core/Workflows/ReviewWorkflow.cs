using CtVoice.Core.Engine;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Workflows;

/// <summary>What starts a review's workflow.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Policy">Version of the rules it runs by; the rules themselves are part of the review and never change.</param>
public sealed record ReviewInput(string ReviewId, string Policy);

/// <summary>
/// One review from request to answer, and to what residents say of it. Every turn reads where the review stands and does what its stage
/// asks for; what happens is decided and recorded by the activities.
/// </summary>
public sealed class ReviewWorkflow : IWorkflow<ReviewInput>
{
    public async Task RunAsync(IWorkflowContext context, ReviewInput input)
    {
        var wake = new Wake(context);
        while (await wake.TurnAsync())
        {
            var review = await context.CallAsync(ReviewWorkflows.ReadReview, Now());
            switch (review.Stage)
            {
                case ReviewStage.Submitted:
                    await context.CallAsync(ReviewWorkflows.AssessProject, Now());
                    break;

                case ReviewStage.CoordinatorDecides when Reached(review.DecideBy):
                    await context.CallAsync(ReviewWorkflows.RequireReview, Now());
                    break;
                case ReviewStage.CoordinatorDecides:
                    await wake.UntilAsync(review.DecideBy);
                    break;

                case ReviewStage.Routing:
                    await context.CallAsync(ReviewWorkflows.ChoosePanel, Now());
                    break;
                case ReviewStage.ShortOfMembers:
                    await wake.UntilAsync(review.LookAgainAt);
                    await context.CallAsync(ReviewWorkflows.ChoosePanel, Now());
                    break;

                case ReviewStage.Preparing when review.TextsReady:
                    await context.CallAsync(ReviewWorkflows.StartAsking, Now());
                    break;
                case ReviewStage.Preparing when Reached(review.TextsDigestAt):
                    await context.CallAsync(ReviewWorkflows.NoteTextsLate,
                        new(input.ReviewId, Escalate: false, context.CurrentUtcDateTime));
                    break;
                case ReviewStage.Preparing when Reached(review.TextsEscalateAt):
                    await context.CallAsync(ReviewWorkflows.NoteTextsLate, new(input.ReviewId, Escalate: true, context.CurrentUtcDateTime));
                    break;
                case ReviewStage.Preparing:
                    await wake.UntilAsync(review.AskAt ?? review.TextsDigestAt ?? review.TextsEscalateAt);
                    break;

                case ReviewStage.Open when Reached(review.CloseAt):
                    await context.CallAsync(ReviewWorkflows.CloseReview, Now());
                    break;
                case ReviewStage.Open:
                    await wake.UntilAsync(review.CloseAt);
                    break;

                case ReviewStage.Preview when Reached(review.ReportAt):
                    await context.CallAsync(ReviewWorkflows.SendReport, Now());
                    break;
                case ReviewStage.Preview:
                    await wake.UntilAsync(review.ReportAt);
                    break;

                // Reviews that began before there were supplements never have one: their histories replay as they were.
                case ReviewStage.Answering when context.Version != ReviewVersions.First && Reached(review.SupplementAt):
                    await context.CallAsync(ReviewWorkflows.SendSupplement, Now());
                    break;
                case ReviewStage.Answering when Reached(review.TellAt):
                    await context.CallAsync(ReviewWorkflows.FinishReview, Now());
                    break;
                case ReviewStage.Answering:
                    await wake.UntilAsync(review.SupplementAt ?? review.TellAt);
                    break;

                case ReviewStage.Finished when Reached(review.CountAt):
                    await context.CallAsync(ReviewWorkflows.CountVotes, Now());
                    break;
                case ReviewStage.Finished when review.VotesOpen:
                    await wake.UntilAsync(review.CountAt);
                    break;

                default:
                    return;
            }
        }
        context.ContinueAsNew(input);

        ReviewMoment Now() => new(input.ReviewId, context.CurrentUtcDateTime);
        bool Reached(DateTimeOffset? instant) => instant <= context.CurrentUtcDateTime;
    }
}
