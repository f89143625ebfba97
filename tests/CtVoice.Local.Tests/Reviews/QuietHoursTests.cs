using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Reviews;
using CtVoice.Web.Simulation;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>
/// No message leaves outside 9:00-20:00 where its recipient is, unless it answers within five minutes: over both days on
/// which clocks change, and over a long weekend.
/// </summary>
public sealed class QuietHoursTests
{
    private static readonly TimeOnly Opens = new(9, 0);
    private static readonly TimeOnly Closes = new(20, 0);
    private static readonly string[] Zones = ["America/New_York", "America/Los_Angeles", "America/Puerto_Rico", "Pacific/Honolulu"];
    private static readonly string[] NightWords = ["HELP", "2 but not at night", "who is this", "AYUDA", "1"];

    [Theory]
    [InlineData(2027, 3, 10)]  // Clocks go forward on Sunday, March 14.
    [InlineData(2027, 11, 3)]  // Clocks go back on Sunday, November 7; Veterans Day on Thursday after it.
    [InlineData(2027, 7, 1)]   // Independence Day on a Sunday, kept on Monday, July 5.
    public async Task Nothing_that_we_start_leaves_at_night_wherever_its_reader_is(int year, int month, int day)
    {
        var start = Eastern(year, month, day, 16, 40);
        await using var story = await BeginAsync(start);
        var members = (await story.Service<BoardStore>().MembersAsync()).Select(m => m.Id).Order(StringComparer.Ordinal).ToList();
        foreach (var (n, member) in members.Index())
            await story.ChangeAsync(member, m => m with { Zone = Zones[n % Zones.Length] });
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();

        // Each night somebody writes; each is answered at once, and nothing else leaves.
        var texters = await story.TextersAsync();
        for (var night = 0; night < 16; night++)
        {
            await story.AdvanceToAsync(start.AddDays(night).AddHours(9).AddMinutes(20 + night));
            if ((await story.StateAsync()).Stage is ReviewStage.Open && texters.Count > 0)
                await story.SaysAsync(texters[night % texters.Count], NightWords[night % NightWords.Length], "sms");
        }
        await story.AdvanceAsync(TimeSpan.FromDays(20));

        var started = 0;
        var answers = 0;
        foreach (var member in members)
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById((await story.MemberAsync(member)).Zone);
            foreach (var box in await BoxesAsync(story, member))
            {
                foreach (var message in box.Where(m => m.FromBoard))
                {
                    var local = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(message.At, zone).DateTime);
                    var direct = box.Any(m => !m.FromBoard && m.At <= message.At && message.At - m.At <= AnswerDirectly.AtOnce);
                    Assert.True(direct
                        || (local >= Opens && local < Closes),
                        $"{member} at {local} in {zone.Id} on {message.At:yyyy-MM-dd}: not an answer within five minutes");
                    (started, answers) = direct ? (started, answers + 1) : (started + 1, answers);
                }
            }
        }
        Assert.True(started >= 10
            && answers >= 4, $"Only {started} messages and {answers} answers: the story is too short to mean anything.");
    }

    [Fact]
    public async Task An_answer_that_comes_late_keeps_to_the_hours_of_its_reader_and_not_to_ours()
    {
        await using var story = await BeginAsync(Eastern(2027, 1, 11, 9, 30));
        foreach (var member in await story.Service<BoardStore>().MembersAsync())
            await story.ChangeAsync(member.Id, m => m with { Zone = "America/Los_Angeles" });
        await story.SubmitAsync(questions: 2);
        await story.ReleaseTextsAsync();
        await story.AdvanceToAsync(Eastern(2027, 1, 11, 15, 0));
        var asked = (await story.TextersAsync())[0];

        // Nine in Connecticut is six in the morning where they are: what comes back then waits for their morning.
        var morning = await AnsweredAsync(story, asked, "2", Eastern(2027, 1, 12, 8, 50));
        Assert.Equal(Eastern(2027, 1, 12, 12, 0), morning);
        // Half past eight in Connecticut is half past five where they are: it need not wait for the next day.
        var evening = await AnsweredAsync(story, asked, "1", Eastern(2027, 1, 12, 20, 30));
        Assert.InRange(evening, Eastern(2027, 1, 12, 20, 42), Eastern(2027, 1, 12, 23, 0));
    }

    /// <summary>Says something while no text leaves for twelve minutes; when its answer came.</summary>
    private static async Task<DateTimeOffset> AnsweredAsync(ReviewStory story, string member, string text, DateTimeOffset at)
    {
        await story.AdvanceToAsync(at);
        var before = (await story.SentToAsync(member)).Count;
        story.Carrier.FateOf = _ => throw new SendFaultException("The provider is down.");
        await story.SaysAsync(member, text, "sms");
        await story.AdvanceAsync(TimeSpan.FromMinutes(12));
        story.Carrier.FateOf = _ => Fate.Delivered;
        await story.AdvanceAsync(TimeSpan.FromHours(4));
        return (await story.SentToAsync(member))[before].At;
    }

    /// <summary>The member's phone and inbox, oldest first. On a shared phone the zones could differ: those are left out.</summary>
    private static async Task<List<IReadOnlyList<SimulatedMessage>>> BoxesAsync(ReviewStory story, string member)
    {
        var contacts = story.Service<ContactStore>();
        var mailbox = story.Service<SimulatedMailbox>();
        var contact = (await contacts.ForSendingAsync(member))!;
        var boxes = new List<IReadOnlyList<SimulatedMessage>>();
        if (contact.Phone is { } phone && (await contacts.MembersOnPhoneAsync(phone)).Count == 1)
            boxes.Add(await mailbox.ReadAsync(mailbox.Phone(phone)));
        if (contact.Email is { } email)
            boxes.Add(await mailbox.ReadAsync(mailbox.Inbox(email)));
        return boxes;
    }
}
