using System.Globalization;
using Xunit.Abstractions;

namespace CtVoice.Local.Tests.Claims;

/// <summary>
/// What the product promises, claim by claim in the order of a review, each with the test that plays it by HTTP, phone, mail or
/// page in virtual time. What does not hold yet is named with the reason.
/// </summary>
public sealed class ClaimsTests(ITestOutputHelper output)
{
    private static readonly List<Claim> All = Read();

    /// <summary>Claims that a test plays; a claim without one is printed by <see cref="What_does_not_hold_yet_says_why"/>.</summary>
    public static IEnumerable<object[]> Played =>
        All.Where(c => c.PlayedBy != "").Select(c => new object[] { c.Section, c.Text, c.PlayedBy });

    [Theory]
    [MemberData(nameof(Played))]
    public void A_claim_is_played_by_a_test_that_runs(string section, string claim, string playedBy)
    {
        var (type, method) = playedBy.Split('.') is [var first, var second] ? (first, second) : (playedBy, "");
        var test = typeof(ClaimsTests).Assembly.GetTypes().Where(t => t.Name == type).Select(t => t.GetMethod(method))
            .SingleOrDefault(m => m is not null);

        Assert.True(test is not null, $"{section}: no test {playedBy} plays \"{claim}\".");
        var fact = Assert.Single(test.GetCustomAttributes(typeof(FactAttribute), inherit: true).Cast<FactAttribute>());
        Assert.Null(fact.Skip);
    }

    [Fact]
    public void What_does_not_hold_yet_says_why()
    {
        foreach (var claim in All.Where(c => c.PlayedBy == ""))
        {
            output.WriteLine($"{claim.Section}: {claim.Text}. Not yet: {claim.NotYet}");
            Assert.Matches("^issue [0-9]+: .+", claim.NotYet);
        }
        Assert.All(All.Where(c => c.PlayedBy != ""), claim => Assert.Equal("", claim.NotYet));
    }

    [Fact]
    public void Each_claim_is_made_once_and_every_part_of_a_review_has_some()
    {
        Assert.Equal(All.Count, All.Select(c => c.Text).Distinct().Count());
        Assert.Equal(
            Enumerable.Range(1, 14), All.Select(c => c.Section.Split(' ')[0]).Where(n => int.TryParse(n, out _))
                .Select(n => int.Parse(n, CultureInfo.InvariantCulture)).Distinct().Order());
    }

    // No field holds a comma.
    private static List<Claim> Read() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Claims", "claims.csv")).Skip(1)
            .Select(line => line.Split(',') is [var section, var text, var playedBy, var notYet]
                ? new Claim(section, text, playedBy, notYet)
                : throw new InvalidDataException($"Not four fields: {line}")),
    ];

    private sealed record Claim(string Section, string Text, string PlayedBy, string NotYet);
}
