using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Tests.Reviews;

public sealed class NightlyCheckpointTests
{
    // Half past three in Connecticut.
    private static readonly DateTimeOffset Night = new(2031, 3, 5, 8, 30, 0, TimeSpan.Zero);

    private readonly Desk desk = new(Night);

    [Fact]
    public async Task A_night_has_one_checkpoint_however_often_it_is_asked_for()
    {
        await desk.AddReviewAsync("r-2", "Benefits", ReviewStage.Open);
        await desk.AddReviewAsync("r-1", "Shelters", ReviewStage.Open);

        var first = await desk.Checkpoint().MakeAsync();
        var again = await desk.Checkpoint().MakeAsync();

        Assert.Equal(first, again);
        var text = first!.Read();
        Assert.Equal(new(2031, 3, 5), text.Day);
        Assert.Equal(await desk.Reviews.AnchorsAsync(), text.Reviews);
        Assert.Equal(["r-1", "r-2"], text.Reviews.Select(r => r.Id));
        var (lines, _) = await desk.Checkpoints.ListAsync(10, null);
        Assert.Equal([new(1, text.Day, first.Hash, text.Key.Id, 2)], lines.Lines);
    }

    [Fact]
    public async Task Missed_nights_do_not_break_the_chain()
    {
        await desk.AddReviewAsync("r-1", "Shelters", ReviewStage.Open);
        foreach (var nights in new[] { 0, 1, 5, 40 })
        {
            desk.Time.Advance(TimeSpan.FromDays(nights));
            _ = await desk.Checkpoint().MakeAsync();
        }
        var all = await AllAsync();
        Assert.Equal([1, 2, 3, 4], all.Select(c => c.Number));
        Assert.Empty(CheckpointChain.Check(all, []));
        Assert.Equal([4, 3, 2, 1], (await desk.Checkpoints.ListAsync(10, null)).Lines.Lines.Select(l => l.Number));
    }

    [Fact]
    public async Task Two_hosts_at_once_make_one()
    {
        await desk.AddReviewAsync("r-1", "Shelters", ReviewStage.Open);
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => desk.Checkpoint().MakeAsync()));
        Assert.Single(made.Distinct());
        Assert.Single(await AllAsync());
    }

    [Fact]
    public async Task A_text_of_many_rows_is_read_as_it_was_signed()
    {
        var anchors = Enumerable.Range(0, 9000).Select(i => new LedgerAnchor($"r-{i:D6}", i, new string('a', 64)));
        var made = CheckpointChain.Next(null, anchors, new(2031, 3, 5), Night, new SigningKey(new byte[32]));
        Assert.True(made.Text.Length > 2 * LongText.RowCharacters);
        Assert.True(await desk.Checkpoints.AddAsync(made));
        Assert.Equal(made, await desk.Checkpoints.LatestAsync());
        Assert.Empty(CheckpointChain.Check(await AllAsync(), []));
    }

    [Fact]
    public async Task Without_a_key_none_is_made_and_that_is_said()
    {
        var log = new LogLines<NightlyCheckpoint>();
        Assert.Null(await desk.Checkpoint(log, Desk.Options with { SigningKey = null }).MakeAsync());
        Assert.Equal("NoKey", Assert.Single(log.Lines).Event);
        Assert.Empty(await AllAsync());
    }

    [Fact]
    public async Task A_new_key_is_vouched_for_by_the_one_before()
    {
        _ = await desk.Checkpoint().MakeAsync();
        desk.Time.Advance(TimeSpan.FromDays(1));
        _ = await desk.Checkpoint(options: Desk.Options with { SigningKey = [1, .. new byte[31]], EarlierSigningKey = Desk.Options.SigningKey }).MakeAsync();
        var all = await AllAsync();
        Assert.Equal(2, all.Select(c => c.Read().Key.Id).Distinct().Count());
        Assert.Empty(CheckpointChain.Check(all, []));
    }

    [Fact]
    public async Task The_next_night_finds_a_ledger_that_was_written_again()
    {
        await desk.AddReviewAsync("r-1", "Shelters", ReviewStage.Open);
        _ = await desk.Checkpoint().MakeAsync();
        var partition = "review|r-1";
        var entry = (await desk.Tables.Records.GetAsync(partition, "ledger|00000001"))!;
        var head = (await desk.Tables.Records.GetAsync(partition, "head"))!;
        var text = entry.LongTextOrNull()!.Replace("DSS", "DOC", StringComparison.Ordinal);
        var hash = LedgerChain.HashOf(LedgerChain.Origin, 1, text);
        _ = await desk.Tables.Records.SubmitAsync(
            partition, [new TableOperation.Upsert(entry.With("hash", hash).WithText(text)), new TableOperation.Upsert(head.With("ledgerHash", hash))]);
        Assert.Equal([], await desk.Reviews.VerifyAsync("r-1"));
        desk.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(["r-1"], (await desk.Nightly(new()).RunAsync()).Broken);
    }

    private async Task<List<Checkpoint>> AllAsync()
    {
        var all = new List<Checkpoint>();
        await foreach (var checkpoint in desk.Checkpoints.AllAsync())
            all.Add(checkpoint);
        return all;
    }
}
