using System.Text.Json;
using CtVoice.Core.Commands;
using CtVoice.Core.Engine;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Workflows.Activities;

/// <summary>Assesses the project and records the outcome with its reasons and the whole computation.</summary>
public sealed class AssessProject(ReviewStore reviews, ReviewCommands commands, ReferenceStore references, PublishedCounts published)
    : IActivity<ReviewMoment, bool>
{
    public async Task<bool> RunAsync(ReviewMoment input, CancellationToken cancellationToken)
    {
        if (await reviews.ReadAsync(input.ReviewId, cancellationToken) is not { State.Stage: ReviewStage.Submitted } stored
            || await reviews.ReadProjectAsync(input.ReviewId, cancellationToken) is not { } project)
            return false;
        var reference = await references.CurrentAsync(cancellationToken);
        var assessment = await published.RecordAsync(
            stored.State.FirstReview ?? stored.State.Id, stored.State.Id,
            earlier => RecordedAssessment.Of(project, reference, earlier), cancellationToken);
        var computation = JsonSerializer.Serialize(assessment, WorkflowJson.Options);
        return await commands.DecideAsync(
            input.ReviewId, (review, now) => Assessing.Record(review, assessment.Outcome, computation, now), input.Now,
            cancellationToken: cancellationToken) is { Result: true };
    }
}
