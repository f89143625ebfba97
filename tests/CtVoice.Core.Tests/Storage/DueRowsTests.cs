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

    [Fact]
    public async Task Nothing_due_costs_one_request_and_a_flood_in_one_shard_hides_no_other()
    {
        var table = new Asked(new MemoryTable());
        var watched = new DueRows(table);
        Assert.Empty(await watched.ReadAsync(At));
        Assert.Equal(1, table.Queries);

        var flooded = "";
        for (var i = 0; i < TableLimits.QueryRows; i++)
            flooded = (await watched.AddAsync(new("review", $"f-{i}") { Group = "flood" }, At)).Partition;
        var others = new List<DueRow>();
        for (var i = 0; i < 40; i++)
            others.Add(await watched.AddAsync(new("review", $"r-{i}"), At));
        others.RemoveAll(row => row.Partition == flooded);
        Assert.InRange(others.Count, 20, 40);

        var found = await watched.ReadAsync(At);
        Assert.Equal(others.Select(r => r.Subject.Id).Order(StringComparer.Ordinal), found.Where(r => r.Partition != flooded)
            .Select(r => r.Subject.Id).Order(StringComparer.Ordinal));
        Assert.Equal(100, found.Count(r => r.Partition == flooded));
    }

    private sealed class Asked(ITable inner) : ITable
    {
        internal int Queries { get; private set; }

        public Task<TableRow?> GetAsync(string partition, string key, CancellationToken cancellationToken = default) =>
            inner.GetAsync(partition, key, cancellationToken);

        public Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken = default)
        {
            Queries++;
            return inner.QueryAsync(query, cancellationToken);
        }

        public Task<BatchResult> SubmitAsync(string partition, IReadOnlyList<TableOperation> operations,
            CancellationToken cancellationToken = default) =>
            inner.SubmitAsync(partition, operations, cancellationToken);
    }
}
