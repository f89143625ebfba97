using CtVoice.Core.Storage;
using CtVoice.Testing.Web;

namespace CtVoice.Core.Tests.Storage;

public sealed class DueRowsTests
{
    private static readonly DateTimeOffset At = new(2027, 1, 11, 14, 30, 0, TimeSpan.Zero);
    private readonly DueRows due = new(new MemoryTable());

    [Fact]
    public async Task Work_is_found_from_its_instant_on_and_until_it_is_removed()
    {
        var row = await due.AddAsync(new("review", "r-1"), At);
        Assert.Empty(await due.ReadAsync(At.AddTicks(-1)));
        Assert.Equal(row, Assert.Single(await due.ReadAsync(At)));
        Assert.Equal(At, await due.NextAsync());
        await due.RemoveAsync(row);
        await due.RemoveAsync(row);
        Assert.Empty(await due.ReadAsync(At.AddYears(1)));
        Assert.Null(await due.NextAsync());
    }

    [Fact]
    public async Task The_same_subject_at_the_same_instant_has_a_row_for_each_time_it_was_asked_for()
    {
        var first = await due.AddAsync(new("review", "r-1"), At);
        var second = await due.AddAsync(new("review", "r-1"), At);
        await due.RemoveAsync(first);
        Assert.Equal(second, Assert.Single(await due.ReadAsync(At)));
    }

    [Fact]
    public async Task A_row_whose_work_is_not_there_comes_due_less_and_less_often_and_is_given_up_after_a_day()
    {
        var first = await due.AddAsync(new("review", "r-1"), At);
        var looks = new List<TimeSpan>();
        while (await due.NextAsync() is { } next)
        {
            looks.Add(next - At);
            var row = Assert.Single(await due.ReadAsync(next));
            Assert.Equal((first.Subject, first.Name, At), (row.Subject, row.Name, row.Since));
            await due.LookedAtAsync(row, done: false, next);
        }
        Assert.Equal([0, 30, 60, 120, 240], looks.Take(5).Select(l => l.TotalSeconds));
        Assert.InRange(looks[^1], DueRows.Patience, 2 * DueRows.Patience);
        Assert.Equal(14, looks.Count);
    }

    [Fact]
    public async Task A_row_whose_work_is_done_goes_also_when_it_was_put_off()
    {
        await due.LookedAtAsync(await due.AddAsync(new("review", "r-1"), At), done: false, At);
        await due.LookedAtAsync(Assert.Single(await due.ReadAsync(At.AddMinutes(1))), done: true, At.AddMinutes(1));
        Assert.Null(await due.NextAsync());
    }

    [Fact]
    public async Task Looking_again_at_an_instant_is_noted_once()
    {
        await due.LookAgainAsync(new("talk", "welcome|m-1"), At);
        await due.LookAgainAsync(new("talk", "welcome|m-1"), At);
        Assert.Single(await due.ReadAsync(At));
    }

    [Fact]
    public async Task The_next_instant_is_the_earliest_of_all_shards_and_every_row_is_found()
    {
        for (var i = 40; i > 0; i--)
            _ = await due.AddAsync(new("review", $"r-{i}"), At.AddMinutes(i));
        Assert.Equal(At.AddMinutes(1), await due.NextAsync());
        var rows = await due.ReadAsync(At.AddMinutes(40));
        Assert.Equal(40, rows.Select(r => r.Subject.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.True(rows.Select(r => r.Partition).Distinct(StringComparer.Ordinal).Count() > 4);
    }
}
