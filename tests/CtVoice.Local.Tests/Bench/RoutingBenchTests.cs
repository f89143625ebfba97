using CtVoice.Bench;

namespace CtVoice.Local.Tests.Bench;

public sealed class RoutingBenchTests
{
    [Fact]
    public void A_year_of_panels_covers_the_populations_and_asks_equals_equally()
    {
        var figures = RoutingBench.Run(120, 60);

        Assert.Equal(1, figures.FullPanels);
        Assert.InRange(figures.Covered, 0.9, 1);
        Assert.InRange(figures.Spread, 0, 1);
    }

    [Fact]
    public void A_board_that_is_too_small_is_measured_as_such() => Assert.Equal(0, RoutingBench.Run(3, 5).FullPanels);
}
