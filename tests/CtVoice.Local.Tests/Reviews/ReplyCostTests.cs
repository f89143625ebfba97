using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Storage;
using CtVoice.Local.Engine;
using CtVoice.Local.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>
/// What one reply asks of the storage, from the message as it came to the sent answer and to the workflows at rest again:
/// docs/benchmarks.md tells what each read and write is for, and how many there were.
/// </summary>
public sealed class ReplyCostTests(ITestOutputHelper output)
{
    private const int Most = 20;

    [Fact]
    public async Task A_reply_by_text_or_mail_asks_little_of_the_storage()
    {
        CountedTable records = null!, contacts = null!;
        await using var story = await ReviewStory.AskedAsync(change: services =>
        {
            var tables = (TableSet)services.Single(s => s.ServiceType == typeof(TableSet)).ImplementationInstance!;
            (records, contacts) = (new(tables.Records), new(tables.Contacts));
            services.AddSingleton(new TableSet(records, contacts));
        });
        var invitations = (await story.StateAsync()).Invitations;
        var texter = invitations.First(i => i.Channel is Channel.Sms);
        var phone = (await story.Service<ContactStore>().ForSendingAsync(texter.MemberId))!.Phone!;
        var mailer = invitations.First(i => i.Channel is Channel.Email);
        records.Log = contacts.Log = output.WriteLine;

        await CostsLittleAsync(new(Channel.Sms, "SMcost", phone, "board", null, "2 and leave the names out", story.Now));
        await CostsLittleAsync(
            new(Channel.Email, "mail-cost", "somebody@example.org", $"reply+{mailer.Code}@example.org", "Re: your question",
                "\n2 and leave the names out", story.Now));

        async Task CostsLittleAsync(InboundMessage message)
        {
            var before = (Reads: records.Reads + contacts.Reads, Batches: records.Batches + contacts.Batches);

            await story.Service<Receive>().ReceiveAsync(message);
            // What it woke is part of what it costs.
            await story.Service<EmbeddedEngine>().DrainAsync();

            var (reads, batches) = (records.Reads + contacts.Reads - before.Reads, records.Batches + contacts.Batches - before.Batches);
            output.WriteLine($"{message.Channel}: {reads} reads, {batches} batches");
            Assert.Equal(InboundPlace.Accepted, (await story.Service<InboundStore>().ReadAsync(message.Id))!.Outcome!.Place);
            Assert.InRange(reads, 1, Most);
            Assert.InRange(batches, 1, Most);
        }
    }
}
