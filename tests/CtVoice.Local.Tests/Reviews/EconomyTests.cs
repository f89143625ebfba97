using System.Collections.Concurrent;
using CtVoice.Core.Engine;
using CtVoice.Core.Storage;
using CtVoice.Core.Workflows;
using CtVoice.Local.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>What a review of five members costs: docs/benchmarks.md tells the figures and what they were.</summary>
public sealed class EconomyTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Workflows_are_woken_only_when_they_see_something_new()
    {
        var steps = new ConcurrentDictionary<string, int>();
        CountedTable records = null!;
        await using var story = await FiveMembers.PlayedAsync(services =>
        {
            services.AddSingleton(new WorkflowCatalog(
                ReviewWorkflows.Catalog.Workflows,
                ReviewWorkflows.Catalog.Activities.Select(a => a with
                {
                    RunAsync = (provider, input, cancellationToken) =>
                    {
                        steps.AddOrUpdate(a.Name, 1, (_, n) => n + 1);
                        return a.RunAsync(provider, input, cancellationToken);
                    },
                })));
            var tables = (TableSet)services.Single(s => s.ServiceType == typeof(TableSet)).ImplementationInstance!;
            records = new(tables.Records);
            services.AddSingleton(tables with { Records = records });
        });

        var reads = steps.Where(s => s.Key.StartsWith("Read", StringComparison.Ordinal)).Sum(s => s.Value);
        var sends = steps[nameof(ReviewWorkflows.SendToMember)];
        output.WriteLine($"{reads} looks of workflows, {sends} sends, {records.Reads} reads of rows, {records.Batches} batches: "
            + $"{string.Join(", ", steps.OrderBy(s => s.Key))}");
        // Fifteen messages. One that something overtakes in the moment it leaves is looked at again: which, is the machine's doing.
        Assert.InRange(sends, 15, 20);
        // Each look is a step and a turn of a workflow. It was 92 when every decision woke everybody.
        Assert.InRange(reads, sends, 75);
    }
}
