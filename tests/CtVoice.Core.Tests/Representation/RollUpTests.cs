using CtVoice.Core.Representation;

namespace CtVoice.Core.Tests.Representation;

public sealed class RollUpTests
{
    private const string Puerto = "2180-8";

    [Fact]
    public void Every_category_is_a_line_and_of_its_subgroups_those_that_were_stated()
    {
        var assessed = Assess(new(Puerto, Count.Of(300)), new("2054-5", Count.Of(240)), new("poverty", Count.Of(10)));
        var lines = RollUp.Of(assessed, RelCodes.Shipped);

        var categories = RelCodes.Shipped.Codes.Where(c => c.Parent is null).Select(c => c.Code).ToList();
        Assert.Equal(categories, lines.Where(l => l.Level == 0).Select(l => l.Code));
        Assert.Equal([Puerto], lines.Where(l => l.Level > 0).Select(l => l.Code));
        // Below its category, which has the largest of its subgroups for its least.
        var at = lines.ToList().FindIndex(l => l.Code == Puerto);
        Assert.Equal(("2135-2", true), (lines[at - 1].Code, lines[at - 1].Finding!.IsAtLeast));
        Assert.Null(lines.Single(l => l.Code == "2028-9").Finding);
        Assert.DoesNotContain(lines, l => l.Code == "poverty");
    }

    [Fact]
    public void Without_a_population_of_the_codes_there_is_nothing_to_roll_up() =>
        Assert.Empty(RollUp.Of(Assess(new PopulationCount("poverty", Count.Of(10))), RelCodes.Shipped));

    private static Assessment Assess(params PopulationCount[] groups) => Overrepresentation.Assess(
        AssessmentInput.Of(new() { Total = Count.Of(1000), Groups = groups, RaceBasis = RaceBasis.Alone }, ["DSS"]),
        OverrepresentationPolicy.Shipped, BaselineSet.Shipped, RelCodes.Shipped, SourceProfiles.Shipped);
}
