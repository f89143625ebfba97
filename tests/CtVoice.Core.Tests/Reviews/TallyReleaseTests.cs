using CtVoice.Core.Reviews;

namespace CtVoice.Core.Tests.Reviews;

/// <summary>What may be known of who chose what (DOMAIN section 4).</summary>
public sealed class TallyReleaseTests
{
    [Theory]
    // No reply, no word.
    [InlineData("0 0 0", "")]
    // Fewer than five: words, and never which of "all" and "all but one".
    [InlineData("1 0 0", "1 most")]
    [InlineData("1 1 0", "1 some, 2 some")]
    [InlineData("0 3 0", "2 most")]
    [InlineData("1 2 0", "2 most")]
    [InlineData("1 1 1", "1 some, 2 some, 3 some")]
    [InlineData("4 0 0", "1 most")]
    [InlineData("3 0 1", "1 most")]
    [InlineData("2 2 0", "1 some, 2 some")]
    [InlineData("2 1 1", "1 some, 2 some, 3 some")]
    // From five on numbers, unless all or all but one chose the same.
    [InlineData("3 2 0", "1 3, 2 2, 3 0")]
    [InlineData("5 0 0", "1 nearly all")]
    [InlineData("0 1 4", "3 nearly all")]
    [InlineData("0 0 12", "3 nearly all")]
    [InlineData("10 2 0", "1 10, 2 2, 3 0")]
    [InlineData("6 1", "1 nearly all")]
    public void A_tally_is_shown_as_far_as_nobodys_choice_is_certain(string counts, string shown) =>
    Assert.Equal(shown, Shown(Counts(counts)));

    /// <summary>Everybody who agreed and everybody but one look the same, whatever the size of the panel and the
    /// number of options.</summary>
    [Fact]
    public void Whether_all_agree_is_never_shown()
    {
        for (var options = 2; options <= 5; options++)
        {
            for (var total = 3; total <= 50; total++)
            {
                for (var other = 1; other < options; other++)
                {
                    var all = new int[options];
                    all[0] = total;
                    var allButOne = new int[options];
                    (allButOne[0], allButOne[other]) = (total - 1, 1);
                    Assert.Equal(Shown(all), Shown(allButOne));
                }
            }
        }
    }

    private static string Shown(IReadOnlyList<int> counts) =>
        string.Join(", ", TallyRelease.Of(counts)
            .Select(o =>
                FormattableString.Invariant(
                    $"{o.Option} {o.Count?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? o.InWords}")));

    private static int[] Counts(string counts) =>
        [.. counts.Split(' ').Select(c => int.Parse(c, System.Globalization.CultureInfo.InvariantCulture))];
}
