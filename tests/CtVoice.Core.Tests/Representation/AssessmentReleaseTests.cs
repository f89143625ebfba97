using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Representation;

namespace CtVoice.Core.Tests.Representation;

public sealed class AssessmentReleaseTests
{
    [Fact]
    public void Figures_stay_where_their_counts_are_shown_and_go_where_they_are_not()
    {
        var released = Release(1000, ("2054-5", 240), ("2028-9", 7));

        Assert.NotNull(Finding(released, "2054-5").Figures);
        var hidden = Finding(released, "2028-9");
        Assert.Null(hidden.Figures);
        Assert.Equal(PopulationStatus.TooFew, hidden.Status);
        Assert.Equal(["Asian: Figures are held back so that small numbers of people stay unknown."], hidden.Sentences);
    }

    [Fact]
    public void A_relative_rate_goes_with_the_count_of_the_reference_population()
    {
        var released = Release(1000, ("2054-5", 240), ("2106-3", 9));

        Assert.Null(Finding(released, "2054-5").Figures);
        Assert.Equal(PopulationStatus.Overrepresented, Finding(released, "2054-5").Status);
    }

    [Fact]
    public void Nothing_of_a_released_assessment_tells_one_small_count_from_another()
    {
        // From one in 10,000, far below the state's share, to ten: everything that leaves is the same.
        var released = Enumerable.Range(1, 10)
            .Select(n => JsonSerializer.Serialize(Release(10000, ("2054-5", n), ("2135-2", 3000)), WorkflowJson.Options));

        Assert.Single(released.Distinct());
    }

    [Fact]
    public void A_share_so_large_that_the_rest_is_small_is_held_back()
    {
        var released = Release(100, ("2054-5", 95));

        Assert.Null(Finding(released, "2054-5").Figures);
        Assert.Equal(RepresentationOutcome.ReviewRequired, released.Outcome);
    }

    private static Assessment Release(long people, params (string Population, long Count)[] groups)
    {
        var input = new AssessmentInput
        {
            People = Count.Of(people),
            Groups = [.. groups.Select(g => new PopulationCount(g.Population, Count.Of(g.Count)))],
        };
        var policy = OverrepresentationPolicy.Shipped;
        var assessment = Overrepresentation.Assess(input, policy, BaselineSet.Shipped, RelCodes.Shipped, SourceProfiles.Shipped);
        var shown = Suppression.Apply(CountTable.OfPeople(input.People, input.Groups, RelCodes.Shipped), []);
        return AssessmentRelease.Of(assessment, shown, policy.Reference);
    }

    private static PopulationFinding Finding(Assessment assessment, string population) =>
        assessment.Findings.Single(f => f.Population == population);
}
