using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Core.Workflows;

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
        foreach (var anchor in text.Reviews)
            Assert.Null(await desk.Reviews.AgainstAsync(1, anchor));
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
        _ = await desk.Checkpoint(options: Desk.Options with
        { SigningKey = [1, .. new byte[31]], EarlierSigningKey = Desk.Options.SigningKey }).MakeAsync();
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
        var seal = (await desk.Tables.Records.GetAsync(partition, "ledger|00000002"))!;
        var after = LedgerChain.HashOf(hash, 2, seal.LongTextOrNull()!);
        _ = await desk.Tables.Records.SubmitAsync(partition,
        [
            new TableOperation.Upsert(entry.With("hash", hash).WithText(text)), new TableOperation.Upsert(seal.With("hash", after)),
            new TableOperation.Upsert(head.With("ledgerHash", after)),
        ]);
        Assert.Equal([], await desk.Reviews.VerifyAsync("r-1"));
        desk.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(["r-1"], (await desk.Nightly(new()).RunAsync()).Broken);
    }

    [Fact]
    public async Task While_residents_are_asked_a_checkpoint_says_neither_how_much_was_written_nor_whether_anything_was()
    {
        foreach (var stage in Enum.GetValues<ReviewStage>())
            await desk.AddReviewAsync($"r-{stage}", "Shelters", stage);
        var first = (await desk.Checkpoint().MakeAsync())!.Read().Reviews;
        desk.Time.Advance(TimeSpan.FromDays(1));
        var second = (await desk.Checkpoint().MakeAsync())!.Read().Reviews;

        ReviewStage[] asked = [ReviewStage.Answering, ReviewStage.Open, ReviewStage.Preview];
        Assert.Equal(asked.Select(s => $"r-{s}"), first.Where(a => a is { Count: null, Hash: null }).Select(a => a.Id));
        // Nothing happened in between, and each night says something else.
        Assert.All(first.Zip(second), a => Assert.True(a.First.Sealed is null ? a.First == a.Second : a.First.Sealed != a.Second.Sealed));
        Assert.All(first.Where(a => a.Sealed is not null), a => Assert.Equal(64, a.Sealed!.Length));
    }

    [Fact]
    public async Task A_night_has_one_seal_however_often_it_is_asked_for_and_each_opens_from_the_ledger_alone()
    {
        await desk.AddReviewAsync("r-1", "Shelters", ReviewStage.Open);
        for (var night = 0; night < 3; night++)
        {
            Assert.True(await desk.Checkpoint().SealAsync("r-1"));
            Assert.True(await desk.Checkpoint().SealAsync("r-1"));
            _ = await desk.Checkpoint().MakeAsync();
            desk.Time.Advance(TimeSpan.FromDays(1));
        }

        var ledger = await desk.Reviews.ReadLedgerAsync("r-1");
        Assert.Equal([new(2031, 3, 5), new(2031, 3, 6), new(2031, 3, 7)], ledger.Skip(1).Select(LedgerSeal.NightOf));
        var said = (await AllAsync()).Select(c => c.Read().Reviews.Single().Sealed!).ToList();
        Assert.Equal(ledger.Skip(1).Select(e => LedgerSeal.Commitment("r-1", e)), said);
        Assert.Empty(await desk.Reviews.VerifyAsync("r-1") ?? ["gone"]);
        // A tail that was cut, and a seal of another review, open nothing.
        Assert.Equal("no entry opens the seal of checkpoint 3: the ledger was cut or written again",
            new LedgerAnchor("r-1", null, null, said[2]).Against(3, [.. ledger.Take(3)]));
        Assert.NotNull(new LedgerAnchor("r-2", null, null, said[2]).Against(3, ledger));
    }

    [Fact]
    public async Task The_close_opens_how_long_the_ledger_was_then_and_what_residents_do_later_stays_sealed()
    {
        await desk.AddReviewAsync("r-1", "Shelters", ReviewStage.Open);
        Assert.True(await desk.Checkpoint().SealAsync("r-1"));
        _ = await desk.Reviews.DecideAsync("r-1", review => new Decided<bool>(
            true, new(desk.Time.GetUtcNow(), review with { Stage = ReviewStage.Preview }, LedgerDraft.Of("review-closed", Actor.System))));
        var closed = (await desk.Reviews.HeadAsync("r-1"))!;
        desk.Time.Advance(TimeSpan.FromDays(1));

        var preview = (await desk.Checkpoint().MakeAsync())!.Read().Reviews.Single();
        Assert.Equal((closed.Count, closed.Hash), (preview.Count, preview.Hash));
        Assert.NotNull(preview.Sealed);
        _ = await desk.Reviews.DecideAsync("r-1", review => new Decided<bool>(
            true, new(desk.Time.GetUtcNow(), review with
            { Stage = ReviewStage.Finished }, LedgerDraft.Of("answers-collected", Actor.System))));
        desk.Time.Advance(TimeSpan.FromDays(1));

        var finished = (await desk.Checkpoint().MakeAsync())!.Read().Reviews.Single();
        Assert.Equal(new("r-1", closed.Count + 2, (await desk.Reviews.HeadAsync("r-1"))!.Hash), finished);
        foreach (var (checkpoint, number) in (await AllAsync()).Select((c, i) => (c.Read().Reviews.Single(), i + 1)))
            Assert.Null(await desk.Reviews.AgainstAsync(number, checkpoint));
        Assert.Empty(CheckpointChain.Check(await AllAsync(), []));
    }

    [Fact]
    public async Task A_review_that_does_not_verify_is_not_sealed_and_keeps_what_was_said_of_it_before()
    {
        await desk.AddReviewAsync("r-1", "Shelters", ReviewStage.Open);
        var first = (await desk.Checkpoint().MakeAsync())!.Read().Reviews.Single();
        var head = (await desk.Tables.Records.GetAsync("review|r-1", "head"))!;
        _ = await desk.Tables.Records.SubmitAsync(
            "review|r-1",
            [new TableOperation.Upsert(head.WithText(head.LongTextOrNull()!.Replace("Shelters", "Prisons", StringComparison.Ordinal)))]);
        desk.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(["r-1"], (await desk.Nightly(new()).RunAsync()).Broken);

        Assert.Equal(first, (await desk.Checkpoints.LatestAsync())!.Read().Reviews.Single());
        Assert.Equal(["the review's state is not the one that the last entry vouches for"], await desk.Reviews.VerifyAsync("r-1"));
    }

    private async Task<List<Checkpoint>> AllAsync()
    {
        var all = new List<Checkpoint>();
        await foreach (var checkpoint in desk.Checkpoints.AllAsync())
            all.Add(checkpoint);
        return all;
    }
}
