using CtVoice.Core.Projects;
using CtVoice.Core.Representation;
using CtVoice.Core.Workflows;

namespace CtVoice.Core.Reviews.Activities;

/// <summary>Assesses the project and records the outcome with its reasons.</summary>
public sealed class AssessProject(ReviewStore reviews, ReviewCommands commands, ReferenceData reference) : IActivity<ReviewMoment, bool>
{
    public async Task<bool> RunAsync(ReviewMoment input, CancellationToken cancellationToken)
    {
        if (await reviews.ReadProjectAsync(input.ReviewId, cancellationToken) is not { } project)
            return false;
        var outcome = Outcome(reference.Assess(project));
        return await commands.DecideAsync(
            input.ReviewId, (review, now) => Assessing.Record(review, outcome, now), input.Now, cancellationToken) is { Result: true };
    }

    private static AssessmentOutcome Outcome(Assessment assessment) => new(
        assessment.Outcome switch
        {
            RepresentationOutcome.ReviewRequired => ReviewNeed.Required,
            RepresentationOutcome.NoReviewRequired => ReviewNeed.NotRequired,
            _ => ReviewNeed.CoordinatorDecides,
        },
        assessment.Reasons,
        // Populations of which the figures do not tell count for routing once the review comes about.
        [.. assessment.Touched.Concat(assessment.Undecided).Distinct(StringComparer.Ordinal)],
        string.Join(", ", assessment.Editions.Select(e => $"{e.Id} {e.Version}")), "system");
}
