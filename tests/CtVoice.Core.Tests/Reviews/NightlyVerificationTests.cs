using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Core.Workflows;

namespace CtVoice.Core.Tests.Reviews;

public sealed class NightlyVerificationTests
{
    private static readonly DateTimeOffset Now = new(2031, 3, 5, 14, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Each_review_whose_state_or_ledger_was_changed_is_one_error_by_id()
    {
        var desk = new Desk(Now);
        foreach (var id in new[] { "r-1", "r-2", "r-3", "r-4" })
            await desk.AddReviewAsync(id, "Benefits and shelters", ReviewStage.Open);
        await ChangeAsync(desk, "r-2", "head", text => text.Replace("shelters", "prisons", StringComparison.Ordinal));
        await ChangeAsync(desk, "r-3", "ledger|00000001", text => text.Replace("DSS", "DOC", StringComparison.Ordinal));
        await ChangeAsync(desk, "r-4", "head", _ => "not json");
        var log = new LogLines<NightlyVerification>();

        var (broken, _) = await desk.Nightly(log).RunAsync();

        Assert.Equal(["r-2", "r-3", "r-4"], broken.Order(StringComparer.Ordinal));
        Assert.Equal(
            ["r-2", "r-3", "r-4"],
            log.Lines.Order().Select(l => l.Text.Replace("CTV-LEDGER: the ledger of review ", "", StringComparison.Ordinal)[..3]));
        Assert.All(log.Lines, l => Assert.Equal("LedgerBroken", l.Event));
    }

    [Fact]
    public async Task Nothing_is_said_when_every_ledger_holds()
    {
        var desk = new Desk(Now);
        await desk.AddReviewAsync("r-1", "Benefits and shelters", ReviewStage.Open);
        var log = new LogLines<NightlyVerification>();

        Assert.Empty((await desk.Nightly(log).RunAsync()).Broken);
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task A_night_that_could_not_be_finished_is_an_error_too()
    {
        var log = new LogLines<NightlyVerification>();
        var down = new Down();
        var reviews = new ReviewStore(new(down, down), new(down), TimeProvider.System);

        await Assert.ThrowsAsync<TableFaultException>(() => new NightlyVerification(
            reviews, new(new(down, down)),
            new(reviews, new(new(down, down)), Desk.Options.CheckpointKeys, TimeProvider.System, new LogLines<NightlyCheckpoint>()),
            new(down, down),
            TimeProvider.System, log).RunAsync());

        Assert.Equal("LedgerUnverified", Assert.Single(log.Lines).Event);
    }

    [Fact]
    public async Task A_night_with_many_reviews_is_verified_in_slices_each_review_once_and_ends_with_the_checkpoint()
    {
        var desk = new Desk(Now);
        var ids = Enumerable.Range(1, 9).Select(n => $"r-{n}").ToList();
        foreach (var id in ids)
            await desk.AddReviewAsync(id, "Benefits", ReviewStage.Open);
        foreach (var id in ids)
            await ChangeAsync(desk, id, "ledger|00000001", text => text.Replace("DSS", "DOC", StringComparison.Ordinal));
        var log = new LogLines<NightlyVerification>();
        var time = new Passing(Now, TimeSpan.FromSeconds(30));
        var slices = new List<IReadOnlyList<string>>();

        bool done;
        do
        {
            Assert.Null(await desk.Checkpoints.LatestAsync());
            // Each run is one of a host of its own, as after a restart.
            (var broken, done) = await desk.Nightly(log, time).RunAsync();
            slices.Add(broken);
        }
        while (!done);

        Assert.InRange(slices.Count, 2, 9);
        Assert.Equal(ids, slices.SelectMany(s => s));
        Assert.Equal(9, (await desk.Checkpoints.LatestAsync())!.Read().Reviews.Count);
        Assert.Equal(9, log.Lines.Count);

        // The rest of the day there is nothing left to do.
        var (again, over) = await desk.Nightly(log, time).RunAsync();
        Assert.True(over);
        Assert.Empty(again);
        Assert.Equal(9, log.Lines.Count);
    }

    [Fact]
    public async Task A_review_that_a_checkpoint_knows_and_that_is_gone_without_a_trace_is_found()
    {
        var desk = new Desk(Now);
        await desk.AddReviewAsync("r-1", "Benefits", ReviewStage.Open);
        await desk.AddReviewAsync("r-2", "Shelters", ReviewStage.Open);
        _ = await desk.Nightly(new()).RunAsync();
        foreach (var partition in new[] { "review|r-1", "ids|2031" })
        {
            foreach (var row in (await desk.Tables.Records.QueryAsync(new(partition))).Rows.Where(r => partition != "ids|2031"
                || r.Key == "r-1"))
                Assert.True((await desk.Tables.Records.SubmitAsync(partition, [new TableOperation.Delete(row.Key)])).Committed);
        }
        desk.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(["r-1"], (await desk.Nightly(new()).RunAsync()).Broken);
    }

    [Fact]
    public async Task A_night_that_the_next_one_overtook_is_an_error_and_the_next_begins_anew()
    {
        var desk = new Desk(Now);
        foreach (var n in Enumerable.Range(1, 9))
            await desk.AddReviewAsync($"r-{n}", "Benefits", ReviewStage.Open);
        var log = new LogLines<NightlyVerification>();
        Assert.False((await desk.Nightly(log, new Passing(Now, TimeSpan.FromMinutes(1))).RunAsync()).Done);
        desk.Time.Advance(TimeSpan.FromDays(1));

        Assert.True((await desk.Nightly(log).RunAsync()).Done);

        Assert.Equal(("NightUnfinished", "CTV-LEDGER: the nightly verification of 2031-03-05 did not finish before the next night"),
            Assert.Single(log.Lines));
        Assert.Equal(9, (await desk.Checkpoints.LatestAsync())!.Read().Reviews.Count);
    }

    [Theory]
    [InlineData("2031-03-05T14:00:00Z", "2031-03-06T08:30:00Z")]
    // The night in which clocks skip from two to three.
    [InlineData("2031-03-09T06:00:00Z", "2031-03-09T07:30:00Z")]
    [InlineData("2031-03-09T07:30:00Z", "2031-03-10T07:30:00Z")]
    public void It_runs_at_half_past_three_each_night(string now, string next) =>
        Assert.Equal(Of(next), NightlyVerification.NextAfter(Of(now)));

    private static async Task ChangeAsync(Desk desk, string id, string key, Func<string, string> change)
    {
        var row = (await desk.Tables.Records.GetAsync($"review|{id}", key))!;
        var changed = new TableOperation.Upsert(row.WithText(change(row.LongTextOrNull()!)));
        Assert.True((await desk.Tables.Records.SubmitAsync(row.Partition, [changed])).Committed);
    }

    private static DateTimeOffset Of(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Each look at the clock takes a while.</summary>
    private sealed class Passing(DateTimeOffset start, TimeSpan step) : TimeProvider
    {
        private DateTimeOffset now = start;

        public override DateTimeOffset GetUtcNow() => now += step;
    }

    private sealed class Down : ITable
    {
        public Task<TableRow?> GetAsync(string partition, string key, CancellationToken cancellationToken = default) => throw Fault();

        public Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken = default) => throw Fault();

        public Task<BatchResult> SubmitAsync(string partition, IReadOnlyList<TableOperation> operations,
            CancellationToken cancellationToken = default) =>
            throw Fault();

        private static TableFaultException Fault() => new("down", isTransient: true);
    }
}
