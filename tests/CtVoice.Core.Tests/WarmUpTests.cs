using CtVoice.Core.Calendar;
using CtVoice.Core.Tests.Reviews;

namespace CtVoice.Core.Tests;

public sealed class WarmUpTests
{
    [Fact]
    public async Task Warming_up_works_on_empty_tables_and_leaves_them_empty()
    {
        var desk = new Desk(new(2031, 3, 5, 14, 0, 0, TimeSpan.Zero));

        await new WarmUp(desk.Tables, desk.Due, BusinessCalendar.Connecticut).RunAsync();

        foreach (var partition in new[] { "warm-up", "review|warm-up", "inbound", "due|00" })
            Assert.Empty((await desk.Tables.Records.QueryAsync(new(partition))).Rows);
        Assert.Null(await desk.Reviews.ReadAsync("warm-up"));
        Assert.Empty(await desk.Reviews.AllIdsAsync());
        Assert.Null(await desk.Due.NextAsync());
    }
}
