using CtVoice.Core.Storage;
using CtVoice.Local.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>What one reply asks of the storage: docs/benchmarks.md tells the figures and what they were.</summary>
public sealed class ReplyCostTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_reply_by_text_asks_little_of_the_storage()
    {
        CountedTable records = null!, contacts = null!;
        await using var story = await ReviewStory.AskedAsync(change: services =>
        {
            var tables = (TableSet)services.Single(s => s.ServiceType == typeof(TableSet)).ImplementationInstance!;
            (records, contacts) = (new(tables.Records), new(tables.Contacts));
            services.AddSingleton(new TableSet(records, contacts));
        });
        var member = "m-09";
        records.Log = contacts.Log = output.WriteLine;
        var before = (Reads: records.Reads + contacts.Reads, Batches: records.Batches + contacts.Batches);

        await story.ArrivesUnsettledAsync(member, "2 and leave the names out", "SMcost");

        var (reads, batches) = (records.Reads + contacts.Reads - before.Reads, records.Batches + contacts.Batches - before.Batches);
        output.WriteLine($"{reads} reads, {batches} batches");
        Assert.InRange(reads, 1, 20);
        Assert.InRange(batches, 1, 20);
    }
}
