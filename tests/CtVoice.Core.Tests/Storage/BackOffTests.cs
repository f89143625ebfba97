using CtVoice.Core.Storage;
using CtVoice.Testing.Web;

namespace CtVoice.Core.Tests.Storage;

/// <summary>Due work that failed waits behind what is fresh.</summary>
public sealed class BackOffTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 11, 15, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 60)]
    [InlineData(3, 120)]
    [InlineData(7, 1_920)]
    [InlineData(8, 3_600)]
    [InlineData(1_000, 3_600)]
    public void Each_failure_makes_the_wait_twice_as_long_up_to_an_hour(int attempts, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), BackOff.After(attempts));

    [Fact]
    public async Task A_failure_is_counted_the_row_waits_and_when_it_was_due_at_first_is_kept()
    {
        var due = new DueRows(new MemoryTable());
        var row = await due.AddAsync(new("inbound", "a"), Now);

        var once = (await due.PostponeAsync(row, Now, transient: true))!;
        var twice = (await due.PostponeAsync(once, once.At, transient: false))!;

        Assert.Equal((2, 1, Now, Now.AddSeconds(90)), (twice.Attempts, twice.Faults, twice.Since, twice.At));
        Assert.Empty(await due.ReadAsync(twice.At.AddTicks(-1)));
        Assert.Equal(twice, Assert.Single(await due.ReadAsync(twice.At)));
    }

    [Fact]
    public async Task A_failure_of_work_that_somebody_else_did_or_put_off_changes_nothing()
    {
        var due = new DueRows(new MemoryTable());
        var row = await due.AddAsync(new("inbound", "a"), Now);
        Assert.NotNull(await due.PostponeAsync(row, Now, transient: false));

        Assert.Null(await due.PostponeAsync(row, Now, transient: false));

        Assert.Equal(1, Assert.Single(await due.ReadAsync(Now.AddDays(1))).Faults);
    }

    [Fact]
    public void A_busy_table_passes_and_a_broken_row_does_not()
    {
        Assert.True(Transient.Is(new TableFaultException("busy", isTransient: true)));
        Assert.True(Transient.Is(new TimeoutException()));
        Assert.False(Transient.Is(new TableFaultException("full", isTransient: false)));
        Assert.False(Transient.Is(new InvalidOperationException()));
    }
}
