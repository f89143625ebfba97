using CtVoice.Core.Engine;
using CtVoice.Core.Storage;
using CtVoice.Core.Workflows;
using CtVoice.Local.Engine;
using CtVoice.Local.Host;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Local.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CtVoice.Functions.Tests.Storage;

/// <summary>What the product asks of Azure Table Storage, counted as requests to Azurite;
/// docs/benchmarks.md tells the figures and what they were.</summary>
[Collection(Azurite.Collection)]
public sealed class ReviewCostTests(Azurite azurite, ITestOutputHelper output)
{
    /// <summary>What Durable Task asks of the storage for one activity and the turn after it, wakes and starts included;
    /// measured by ReviewOnDurableTaskTests.</summary>
    internal const int DurablePerActivity = 13;

    private int activities;

    [SkippableFact]
    public async Task A_review_of_five_members_costs_no_more_than_is_written_down()
    {
        var requests = new CountedRequests();
        var tables = await azurite.NewTablesAsync(requests);
        await using var story = await FiveMembers.PlayedAsync(services =>
        {
            services.MoveTo(tables);
            Attribute(services);
        });

        var (reads, batches) = (requests.Reads(Cause.Review), requests.Batches(Cause.Review));
        output.WriteLine($"COST {reads} reads, {batches} batches, {activities} activities; by the clock {requests.Reads(Cause.Clock)} "
            + $"reads, {requests.Batches(Cause.Clock)} batches");
        Assert.InRange(reads, 500, 1160);
        Assert.InRange(batches, 400, 840);
        Assert.InRange(reads + batches + (DurablePerActivity * activities), 1000, 3060);
    }

    [SkippableFact]
    public async Task A_minute_with_nothing_to_do_costs_one_request()
    {
        var requests = new CountedRequests();
        var due = new DueRows(await azurite.NewTableAsync(requests));

        _ = await CountedRequests.ForAsync(Cause.Clock, () => due.ReadAsync(DateTimeOffset.UnixEpoch.AddYears(60)));

        Assert.Equal((1, 0), (requests.Reads(Cause.Clock), requests.Batches(Cause.Clock)));
    }

    /// <summary>Has the host say of each thing that it does who caused it.</summary>
    private void Attribute(IServiceCollection services) => services
        .AddTransient<IStartupFilter, Requests>()
        .AddSingleton(new WorkflowCatalog(
            ReviewWorkflows.Catalog.Workflows,
            ReviewWorkflows.Catalog.Activities.Select(a => a with
            {
                RunAsync = (provider, input, stop) =>
                {
                    Interlocked.Increment(ref activities);
                    return CountedRequests.ForAsync(Cause.Review, () => a.RunAsync(provider, input, stop));
                },
            })))
        .AddSingleton(s => new TimeTravel(s.GetRequiredService<LocalClock>(),
        [
            s.GetRequiredService<EmbeddedEngine>(), new Caused(Cause.Review, s.GetRequiredService<Local.Host.DueInTime>()),
            new Caused(Cause.Clock, s.GetRequiredService<DailyWork>()),
        ]));

    private sealed class Requests : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) => CountedRequests.ForAsync(Cause.Review, async () =>
            {
                await rest(context);
                return true;
            }));
            next(app);
        };
    }

    private sealed class Caused(Cause cause, ITimedWork work) : ITimedWork
    {
        // Looking when there is something to do is the local clock's affair; in Azure the sweep looks each minute.
        public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken = default) =>
            work.NextDueAsync(cancellationToken);

        public Task DrainAsync(CancellationToken cancellationToken = default) => CountedRequests.ForAsync(cause, async () =>
        {
            await work.DrainAsync(cancellationToken);
            return true;
        });
    }
}
