using CtVoice.Bench;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Proof.Budgets;

/// <summary>The times that people rely on, with few reviews and clients; <c>bench budgets</c> measures them as they are meant.</summary>
public sealed class BudgetTests
{
    [Theory]
    [InlineData(100, 2, 200, true)]
    [InlineData(100, 2, 201, false)]
    public void A_time_beyond_its_factor_is_exceeded(double aim, double factor, double taken, bool holds) =>
        Assert.Equal(holds, new Budget("something", aim, factor, taken).Holds);

    [Fact]
    public async Task Danger_and_stop_are_in_time_and_so_is_everything_else()
    {
        using var folder = new TempFolder();
        var budgets = await BudgetsBench.RunAsync(folder.Path, clients: 4, TimeSpan.FromMilliseconds(200), reviews: 8, pageTimes: 1);
        Assert.Equal(5, budgets.Count);
        // The other three depend on how busy the machine is; these two are promises.
        Assert.All(budgets.Where(b => b.Factor == 1), budget => Assert.True(budget.Holds, $"{budget}"));
    }
}
