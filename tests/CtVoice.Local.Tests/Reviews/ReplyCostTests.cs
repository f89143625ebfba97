using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
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
        var phone = (await story.Service<ContactStore>().ForSendingAsync("m-09"))!.Phone!;
        records.Log = contacts.Log = output.WriteLine;
        var before = (Reads: records.Reads + contacts.Reads, Batches: records.Batches + contacts.Batches);

        await story.Service<Receive>().ReceiveAsync(new("sms", "SMcost", phone, "board", null, "2 and leave the names out", story.Now));

        var (reads, batches) = (records.Reads + contacts.Reads - before.Reads, records.Batches + contacts.Batches - before.Batches);
        output.WriteLine($"{reads} reads, {batches} batches");
        // It was 40 reads when each step read for itself; docs/benchmarks.md says what is left.
        Assert.InRange(reads, 1, 26);
        Assert.InRange(batches, 1, 23);
    }
}
