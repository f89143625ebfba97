using CtVoice.Core.Workflows;

namespace CtVoice.Core.Reviews.Activities;

/// <summary>Assesses the project and records the outcome with its reasons.</summary>
public sealed class AssessProject(ReviewStore reviews, ReviewCommands commands) : IActivity<ReviewMoment, bool>
{
    public async Task<bool> RunAsync(ReviewMoment input, CancellationToken cancellationToken)
    {
        if (await reviews.ReadProjectAsync(input.ReviewId, cancellationToken) is not { } project)
            return false;
        var outcome = ProjectAssessment.Of(project);
        return await commands.DecideAsync(
            input.ReviewId, (review, now) => Assessing.Record(review, outcome, now), input.Now, cancellationToken) is { Result: true };
    }
}
