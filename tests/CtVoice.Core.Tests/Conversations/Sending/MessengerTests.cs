using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Storage;
using CtVoice.Testing.Web;
using Microsoft.Extensions.Time.Testing;

namespace CtVoice.Core.Tests.Conversations.Sending;

public sealed class MessengerTests : ISmsSender, IEmailSender
{
    private static readonly DateTimeOffset Noon = new(2027, 1, 11, 17, 0, 0, TimeSpan.Zero);
    private static readonly OutboxPlace Place = new("review|r-1", "outbox|m-01|invitation|Sms");

    private readonly FakeTimeProvider time = new(Noon);
    private readonly TableSet tables = new(new MemoryTable(), new MemoryTable());
    private readonly List<string> sent = [];
    private readonly Queue<SendOutcome> answers = [];

    private SentMails Mails => new(tables, new(new byte[32]), "reply.example.org");

    private static readonly PaceOptions Pace = new([new(2, TimeSpan.FromMinutes(1))], []);
    private static readonly Recipient Maria = new("m-01", TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));

    private Messenger Messenger => new(
        new(tables, Mails, new(tables.Records), time), this, this, new(tables, Pace, time), new(tables, Pace, time),
        new(tables, Mails, "reply.example.org"), Mails, time);

    [Fact]
    public async Task A_message_that_waits_for_its_pace_is_worded_when_it_leaves()
    {
        var allowed = 0;
        async Task<Wording?> Words(CancellationToken stop) =>
            await Task.FromResult(new Wording("", $"It is {time.GetUtcNow():HH:mm}, asked {++allowed}."));
        Assert.IsType<MessageOutcome.Sent>(await Messenger.TextWhenAllowedAsync(new("p", "1"), "+1", Maria, Words));
        Assert.IsType<MessageOutcome.Sent>(await Messenger.TextWhenAllowedAsync(new("p", "2"), "+1", Maria, Words));
        Assert.Equal(Noon.AddMinutes(1),
            Assert.IsType<MessageOutcome.NotBefore>(await Messenger.TextWhenAllowedAsync(new("p", "3"), "+1", Maria, Words)).At);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<MessageOutcome.Sent>(await Messenger.TextWhenAllowedAsync(new("p", "3"), "+1", Maria, Words));
        Assert.Equal(["It is 17:00, asked 1.", "It is 17:00, asked 2.", "It is 17:01, asked 3."], sent);
    }

    [Fact]
    public async Task A_message_that_is_no_longer_allowed_never_leaves()
    {
        Assert.IsType<MessageOutcome.NotAllowed>(
            await Messenger.TextWhenAllowedAsync(Place, "+1", Maria, _ => Task.FromResult<Wording?>(null)));
        Assert.Empty(sent);
        Assert.Null(await tables.Records.GetAsync(Place.Partition, Place.Row));
    }

    [Fact]
    public async Task A_provider_that_asks_for_patience_gets_it_for_every_message_and_then_each_leaves_once()
    {
        answers.Enqueue(new SendOutcome.Throttled(TimeSpan.FromSeconds(40)));
        Assert.Equal(Noon.AddSeconds(40), Assert.IsType<MessageOutcome.NotBefore>(await Text(Place)).At);
        Assert.Equal(Noon.AddSeconds(40), Assert.IsType<MessageOutcome.NotBefore>(await Text(new("p", "other"))).At);
        Assert.Single(sent);
        time.Advance(TimeSpan.FromSeconds(61));
        Assert.IsType<MessageOutcome.Sent>(await Text(Place));
        Assert.IsType<MessageOutcome.Sent>(await Text(Place));
        Assert.IsType<MessageOutcome.Sent>(await Text(new("p", "other")));
        Assert.Equal(3, sent.Count);
    }

    [Fact]
    public async Task Once_a_message_has_left_the_link_in_it_is_kept_nowhere()
    {
        const string link = "https://rab.example.org/r/abcdefghjkmnpqrst";
        Assert.IsType<MessageOutcome.Sent>(
            await Messenger.TextAsync(Place, "+1", new Wording("", $"A question. Or go to {link} STOP to end.")));
        Assert.Contains(link, Assert.Single(sent), StringComparison.Ordinal);
        var kept = (await tables.Records.GetAsync(Place.Partition, Place.Row))!.LongTextOrNull()!;
        Assert.Equal("A question. Or go to https://rab.example.org/r/***************** STOP to end.", kept);
    }

    [Fact]
    public async Task A_text_leaves_with_plain_quotes_and_every_accent_whatever_it_costs()
    {
        await Messenger.TextAsync(new("p", "short"), "+1", new Wording("", "¿Está bien? \u201CSí\u201D\u2026"));
        await Messenger.TextAsync(new("p", "long"), "+1", new Wording("", "¿Está bien? " + new string('í', 300)));
        Assert.Equal(["¿Está bien? \"Sí\"...", "¿Está bien? " + new string('í', 300)], sent);
    }

    private Task<MessageOutcome> Text(OutboxPlace place) => Messenger.TextAsync(place, "+1", new Wording("", "Hello."));

    Task<SendOutcome> ISmsSender.SendAsync(OutgoingSms message, CancellationToken cancellationToken)
    {
        sent.Add(message.Body);
        return Task.FromResult(answers.TryDequeue(out var answer) ? answer : new SendOutcome.Accepted("SM" + sent.Count));
    }

    Task<SendOutcome?> ISmsSender.FindAsync(OutgoingSms message, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<SendOutcome?>(null);

    Task<SendOutcome> IEmailSender.SendAsync(OutgoingEmail message, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("No mail is expected.");

    Task<SendOutcome?> IEmailSender.FindAsync(OutgoingEmail message, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("No mail is expected.");
}
