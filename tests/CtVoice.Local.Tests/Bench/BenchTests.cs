using CtVoice.Bench;
using CtVoice.Core.Reviews;
using CtVoice.Local.Engine;
using CtVoice.Local.Storage;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Local.Tests.Bench;

public sealed class BenchTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void Plain_commits_are_counted() => Assert.True(CommitBench.Run(folder.Path, TimeSpan.FromMilliseconds(50)) > 0);

    [Fact]
    public async Task Reviews_run_to_their_end_and_are_counted() =>
        Assert.True(await ReviewShapeBench.RunAsync(folder.Path, 4, TimeSpan.FromMilliseconds(200)) > 0);

    [Fact]
    public async Task Replies_over_HTTP_are_counted_when_their_reviews_hold_them()
    {
        var figures = await RepliesBench.RunAsync(folder.Path, 4, TimeSpan.FromMilliseconds(200), reviews: 8);
        Assert.True(figures.PerSecond > 0);
        Assert.InRange(figures.MedianMilliseconds, double.Epsilon, figures.SlowMilliseconds);
        Assert.True(figures.CommitsPerReply > 0);
    }

    [Fact]
    public async Task The_least_durable_reply_is_measured_beside_them()
    {
        var figures = await LeastReplyBench.RunAsync(folder.Path, 4, TimeSpan.FromMilliseconds(100), warmUp: 8);
        Assert.True(figures is { PerSecond: > 0, ProcessorMilliseconds: > 0 });
    }

    [Fact]
    public async Task Replies_are_measured_beside_copies_that_are_open_as_the_copied_review_is()
    {
        _ = await RepliesBench.RunAsync(folder.Path, 4, TimeSpan.FromMilliseconds(200), reviews: 8, open: 12);

        using var database = new SqliteDatabase(Path.Combine(folder.Path, "replies"));
        var store = new ReviewStore(SqliteTables.Open(database), new(SqliteTables.Open(database).Records), TimeProvider.System);
        var (copied, copy) = ((await store.ReadAsync(OpenReviews.Id(8)))!.State, (await store.ReadAsync(CopiedReviews.Id(1)))!.State);
        Assert.Equal((CopiedReviews.Id(1), ReviewStage.Open), (copy.Id, copy.Stage));
        Assert.Equal(copied.Invitations.Count, copy.Invitations.Count(i => i.MemberId.StartsWith(copy.Id, StringComparison.Ordinal)));
        Assert.Empty((await store.VerifyAsync(OpenReviews.Id(8)))!);
        Assert.Equal(1 + copy.Invitations.Count,
            database.Read(connection => EngineStore.Query(connection, InstanceState.Running, "", 1_000))
            .Count(instance => instance.InstanceId.Contains(copy.Id, StringComparison.Ordinal)));
    }

    [Fact]
    public void Reading_mails_and_texts_is_measured_and_a_hostile_mail_is_named()
    {
        var figures = ParserBench.Run(TimeSpan.FromMilliseconds(50), rounds: 1);
        Assert.True(figures.MailsPerSecond > 0 && figures.TextsPerSecond > 0 && figures.VariedPerSecond > 0);
        Assert.InRange(figures.Varied, 3_000, 10_000);
        Assert.NotEmpty(figures.WorstName);
        Assert.True(figures.HostileMilliseconds > 0 && figures.FriendlyMilliseconds > 0);
    }

    [Fact]
    public void Mails_of_each_kind_are_measured()
    {
        var figures = MailsBench.Run(TimeSpan.FromMilliseconds(5), node: null);
        Assert.Equal([.. MailKinds.All.Select(mail => mail.Kind), "text message"], figures.Select(figure => figure.Kind));
        Assert.All(figures, figure => Assert.True(figure is { Whole: > 0, Kibibytes: > 0, Parted: null or > 0, Node: null }, figure.Kind));
    }

    [Fact]
    public void A_parser_for_Node_that_is_not_there_is_told_and_not_measured()
    {
        var (unnamed, how) = NodeParser.Start(null);
        Assert.Null(unnamed);
        Assert.Contains("--node", how, StringComparison.Ordinal);

        var (parser, why) = NodeParser.Start(folder.Path);
        Assert.Null(parser);
        Assert.True(why.Contains(folder.Path, StringComparison.Ordinal) || why == "there is no node on this machine", why);
    }

    [Fact]
    public async Task Pages_are_measured_and_none_is_larger_than_a_phone_should_fetch()
    {
        var figures = await PagesBench.RunAsync(folder.Path, reviews: 60, members: 20, times: 1);
        Assert.All(figures, page => Assert.True(page is { SlowMilliseconds: > 0, Kibibytes: > 1 and < 60 }, $"{page}"));
    }

    public void Dispose() => folder.Dispose();
}
