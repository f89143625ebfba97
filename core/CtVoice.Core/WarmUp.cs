using System.Text;
using System.Text.Json;
using CtVoice.Core.Accountability;
using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Json;
using CtVoice.Core.Ledger;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Language.Email;
using CtVoice.Language.Sms;

namespace CtVoice.Core;

/// <summary>
/// Makes ready, in the background of a start, what the first message needs: words and expressions, the shapes of what is stored,
/// the way to the tables. Otherwise a resident waits for it, and a provider of texts gives up after 15 seconds. Changes nothing.
/// </summary>
public sealed class WarmUp(TableSet tables, DueRows due, BusinessCalendar calendar)
{
    // One of each kind that leads through other words.
    private static readonly string[] Texts =
        ["2 take the names out, please", "Sí, pero sin los nombres", "STOP", "AYUDA", "Liked \"Question 1\"",
            "I am driving and will reply later. (Auto reply)"];

    private static readonly byte[] Mail = Encoding.UTF8.GetBytes(
        "From: a@example.org\r\nTo: b@example.org\r\nSubject: Re: a question\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        + "<p>2, take the names out.</p><p>Sent from my phone</p><blockquote>On Monday, the board wrote:<br>&gt; What do you "
        + "think?</blockquote>\r\n");

    private static readonly DateTimeOffset Then = new(2027, 1, 4, 14, 0, 0, TimeSpan.Zero);

    // On a thread of its own: it takes seconds of a processor's time, and those of the pool are what a start goes on with.
    private static readonly Lazy<Task> Words = new(() => Task.Factory.StartNew(() =>
    {
        foreach (var text in Texts)
            _ = SmsReader.Read(text, SmsContext.Default);
        _ = EmailReader.Read(Mail, EmailContext.Default);
        _ = (Phrases.In("en"), Phrases.In("es"));
    }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));

    /// <summary>
    /// Words and expressions, which need nothing but a processor and take longest: a host begins with them, beside all else that its
    /// start waits for. Done once; whoever asks again waits for the same.
    /// </summary>
    public static Task WordsAsync() => Words.Value;

    /// <summary>Makes it ready; what it reads is empty.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var rows = Task.WhenAll(
            due.ReadAsync(Then, cancellationToken: cancellationToken), tables.Records.GetAsync("warm-up", "nothing", cancellationToken),
            tables.Contacts.GetAsync("warm-up", "nothing", cancellationToken));
        Decide();
        await Task.WhenAll(rows, WordsAsync());
    }

    // A decision on a review of nobody, stored nowhere.
    private void Decide()
    {
        var review = Repeated(new Review
        {
            Id = "warm-up",
            Agency = "OPM",
            Title = "Warm-up",
            Policy = ReviewPolicy.Default,
            PseudonymSalt = "00",
            SubmittedAt = Then,
            StageSince = Then,
            Agencies = ["OPM"],
            Questions = [new ResidentQuestion { Text = new Dictionary<string, string> { ["en"] = "Is this right?" } }],
            Stage = ReviewStage.Open,
            Window = new(Then, Then.AddDays(14), []),
            Invitations =
                [new() { MemberId = "m", Pseudonym = "p", Language = "en", Code = "C", Round = 1, CreatedAt = Then, SentAt = Then }],
        });
        var taken = TakingReplies.Decide(review, new("m", "sms|warm-up", Channel.Sms, Then.AddHours(1), 2, "take the names out"),
            Then.AddHours(1));
        _ = Repeated(Waking.Concerned(review, taken.Change!, calendar, Then.AddHours(1)).State);
        _ = ReviewSchedule.Of(review, calendar, Then);
        _ = LedgerChain.Append(LedgerHead.Empty, LedgerDraft.Of("warm-up", Actor.System), Then, LedgerChain.Digest("{}"),
            new Dictionary<string, string>());
        _ = Repeated<Effect>(new Effect.WakeReview());
        _ = Repeated(new InboundOutcome(InboundPlace.Accepted, ""));
        _ = Repeated(new InboundArrival(false, null, 1));
    }

    private static T Repeated<T>(T value) =>
        JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, WorkflowJson.Options), WorkflowJson.Options)!;
}
