using System.Text.Json;
using System.Text.RegularExpressions;
using CtVoice.Core.Json;
using CtVoice.Core.Representation;

namespace CtVoice.Core.Tests.Representation;

/// <summary>What everybody sees of an assessment holds no count of people, whatever the project is.</summary>
public sealed partial class AssessmentInWordsTests
{
    private static readonly string[] Populations = ["2106-3", "2054-5", "2028-9", "2135-2", "1002-5", "2118-8", "2076-8", "poverty"];

    [Fact]
    public void No_number_is_in_the_words_of_any_project_but_the_total_to_two_figures()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var people = random.Next(4) == 0 ? random.Next(0, 400) : random.Next(400, 4_000_000);
            var groups = Populations.Where(_ => random.Next(3) > 0)
                .Select(p => (p, (long)(random.Next(3) == 0 ? random.Next(0, Math.Min(11, people + 1)) : random.Next(0, people + 1))))
                .ToArray();
            var full = Assess(people, groups);

            var words = JsonSerializer.Serialize(AssessmentInWords.Of(full), WorkflowJson.Options);

            // What a reader knows without the project: codes, versions, and whom the others are compared with.
            foreach (var known in BaselineSet.Shipped.Baselines.Select(b => b.Name).Concat(full.Findings.Select(f => f.Population))
                .Concat(full.Findings.Select(f => JsonSerializer.Serialize(f.Comparison, WorkflowJson.Options)))
                .Concat(full.Findings.Select(f => f.Comparison?.Name).OfType<string>())
                .Concat(full.Editions.Select(e => JsonSerializer.Serialize(e, WorkflowJson.Options)))
                .OrderByDescending(k => k.Length))
                words = words.Replace(known, "", StringComparison.Ordinal);
            Assert.False(Digit().IsMatch(words), $"seed {seed}: {words}");
            Assert.True(full.Findings.Count == 0 || groups.Length == 0
                || full.Findings.Any(f => f.Figures is not null || f.Reason is not null || f.Comparison is null),
                "The projects have no figures any more.");
        }
    }

    [Fact]
    public void One_small_count_looks_like_another()
    {
        var words = Enumerable.Range(1, 10).Select(n => JsonSerializer.Serialize(
            AssessmentInWords.Of(Assess(10_000, ("2054-5", n), ("2135-2", 3_000))), WorkflowJson.Options));

        Assert.Single(words.Distinct());
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(0L, "Fewer than 100 people.")]
    [InlineData(99L, "Fewer than 100 people.")]
    [InlineData(100L, "About 100 people.")]
    [InlineData(104L, "About 100 people.")]
    [InlineData(996L, "About 1,000 people.")]
    [InlineData(6_234L, "About 6,200 people.")]
    [InlineData(391_200L, "About 390,000 people.")]
    public void A_total_has_two_figures(long? total, string? words) => Assert.Equal(words, AssessmentInWords.People(total));

    [Theory]
    [InlineData(300, "Hispanic or Latino: many more in these data than among everybody in Connecticut, 2020 Census.")]
    [InlineData(170, "Hispanic or Latino: not many more in these data than among everybody in Connecticut, 2020 Census.")]
    [InlineData(40,
        "Hispanic or Latino: far fewer in these data than among everybody in Connecticut, 2020 Census; people may be missing from them.")]
    [InlineData(4, "Hispanic or Latino: too few to tell.")]
    [InlineData(0, "Hispanic or Latino: too few to tell.")]
    public void A_finding_is_a_sentence(int count, string sentence) =>
        Assert.Equal([sentence],
            AssessmentInWords.Of(Assess(1_000, ("2135-2", count))).Findings.Single(f => f.Population == "2135-2").Sentences);

    private static Assessment Assess(long people, params (string Population, long Count)[] groups) => Overrepresentation.Assess(
        new()
        {
            People = Count.Of(people),
            Groups =
            [.. groups.Select(g => new PopulationCount(g.Population, Count.Of(g.Count)))],
            RaceBasis = RaceBasis.Alone
        },
        OverrepresentationPolicy.Shipped, BaselineSet.Shipped, RelCodes.Shipped, SourceProfiles.Shipped);

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digit();
}
