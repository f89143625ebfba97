using CtVoice.Core.Board.Erasing;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Core.Workflows.Erasing;
using CtVoice.Local.Tests.Reviews;
using Microsoft.Extensions.DependencyInjection;
using static CtVoice.Local.Tests.Webhooks.Provider;

namespace CtVoice.Local.Tests.Records;

/// <summary>A hold that is set after a disposal looked for holds, and before it destroys anything.</summary>
public sealed class HoldInTheMomentTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Words_are_kept_by_a_hold_that_comes_between_the_look_and_the_decision(bool ofReview, bool ofMember)
    {
        var (story, between, member) = await ErasedAsync();
        await using var playing = story;
        between.Before = (partition, writes) => partition == $"review|{story.Id}" && writes.OfType<TableOperation.Delete>().Any()
            ? () => story.Service<SettingHolds>()
                .SetAsync(HoldKind.Litigation, ofReview ? story.Id : null, ofMember ? member : null, "Docket 4", "k")
            : null;

        var disposal = await story.Service<DestroyTexts>().DisposeAsync(member, "RC-108 2027-014", "k");

        Assert.True(between.Came);
        Assert.Equal(HoldKind.Litigation, Assert.Single(Assert.IsType<Disposal.Held>(disposal).Holds).Kind);
        Assert.Empty(await story.LedgerAsync("texts-disposed"));
        Assert.NotNull(await story.Service<TableSet>().Records.GetAsync($"review|{story.Id}", "content|reply|1|1"));
        Assert.Equal("litigation", Assert.Single(await story.LedgerAsync("hold-set")).Fact("kind"));
        Assert.Equal([], await story.Service<ReviewStore>().VerifyAsync(story.Id));

        // Lifted, it is in nobody's way.
        _ = await story.Service<HoldStore>().LiftAsync((await story.Service<HoldStore>().AllAsync())[0].Id, "Settled", "k", story.Now);
        Assert.IsType<Disposal.Done>(await story.Service<DestroyTexts>().DisposeAsync(member, "RC-108 2027-014", "k"));
        Assert.Single(await story.LedgerAsync("texts-disposed"));
    }

    [Fact]
    public async Task Raw_messages_are_kept_by_a_hold_that_comes_after_the_words_are_gone()
    {
        var (story, between, member) = await ErasedAsync();
        await using var playing = story;
        between.Before = (partition, writes) => partition == ErasureStore.Partition && writes.OfType<TableOperation.Replace>().Any()
            ? () => story.Service<SettingHolds>().SetAsync(HoldKind.Foia, null, null, "Request 118", "k")
            : null;

        var disposal = await story.Service<DestroyTexts>().DisposeAsync(member, "RC-108 2027-014", "k");

        Assert.True(between.Came);
        Assert.IsType<Disposal.Held>(disposal);
        Assert.Null((await story.Service<ErasureStore>().FindAsync(member))!.Authority);
        Assert.NotEqual("", (await story.Service<TableSet>().Contacts.GetAsync("in|sms|" + Sid(1), "marker"))!.LongTextOrNull());
    }

    [Fact]
    public async Task A_hold_on_somebody_else_that_comes_between_delays_nothing()
    {
        var (story, between, member) = await ErasedAsync();
        await using var playing = story;
        between.Before = (partition, writes) => partition == $"review|{story.Id}" && writes.OfType<TableOperation.Delete>().Any()
            ? () => story.Service<SettingHolds>()
                .SetAsync(HoldKind.Audit, story.Id, story.StateAsync().Result.Invitations.First(i => i.MemberId != member).MemberId,
                    "Audit 2", "k")
            : null;

        Assert.IsType<Disposal.Done>(await story.Service<DestroyTexts>().DisposeAsync(member, "RC-108 2027-014", "k"));
        Assert.True(between.Came);
        Assert.Single(await story.LedgerAsync("texts-disposed"));
    }

    private static async Task<(ReviewStory Story, Between Between, string Member)> ErasedAsync()
    {
        Between? between = null;
        var story = await ReviewStory.AskedAsync(change: services =>
        {
            var tables = (TableSet)services.Last(s => s.ServiceType == typeof(TableSet)).ImplementationInstance!;
            between = new(tables.Records);
            services.AddSingleton(tables with { Records = between });
        });
        var member = (await story.TextersAsync())[0];
        await story.SaysAsync(member, "2 only without the shelter", providerId: Sid(1));
        await story.EraseAsync(member);
        return (story, between!, member);
    }

    /// <summary>A table in which something else happens just before a batch of a certain kind is stored, once.</summary>
    private sealed class Between(ITable inner) : ITable
    {
        internal Func<string, IReadOnlyList<TableOperation>, Func<Task>?>? Before { get; set; }

        internal bool Came { get; private set; }

        public Task<TableRow?> GetAsync(string partition, string key, CancellationToken cancellationToken = default) =>
            inner.GetAsync(partition, key, cancellationToken);

        public Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken = default) =>
            inner.QueryAsync(query, cancellationToken);

        public async Task<BatchResult> SubmitAsync(string partition, IReadOnlyList<TableOperation> operations,
            CancellationToken cancellationToken = default)
        {
            if (Before?.Invoke(partition, operations) is { } first)
            {
                (Before, Came) = (null, true);
                await first();
            }
            return await inner.SubmitAsync(partition, operations, cancellationToken);
        }
    }
}
