using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Reviews;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Local.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Conversations;

/// <summary>A member whom everybody asks on one day: four messages that we start, the rest the next morning.</summary>
public sealed class StartCapStoryTests
{
    private const string Member = "m-23";
    private const int Reviews = 6;

    [Fact]
    public async Task Many_reviews_start_at_most_four_messages_a_day_while_answers_and_last_reminders_leave()
    {
        await using var story = await BeginAsync(policy: Rules with { PanelSize = 1, Alternates = 0, Quorum = 1 });
        using var provider = new Provider(story);
        foreach (var member in await story.Service<BoardStore>().MembersAsync())
            await story.ChangeAsync(member.Id, m => m with { State = m.Id == Member ? MemberState.Active : MemberState.Paused });
        await story.ChangeAsync(Member, m => m with
        { Channels = [Channel.Email], Consent = [new(Channel.Email, ConsentState.Given, Monday.AddDays(-9), "test", "form")] });
        var asked = new List<string>();
        for (var n = 0; n < Reviews; n++)
            asked.Add(await AskAsync(story, n));
        Assert.Equal(4, Started(story).Count);

        // A direct answer is none of the four.
        var mail = (await story.SentToAsync(Member, "email"))[0];
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await AnsweredMailTests.AnswerAsync(provider, $"In-Reply-To: <{mail.MessageId}>", "1");
        Assert.Contains("We saved your answer: 1", (await story.SentToAsync(Member, "email"))[^1].Text, StringComparison.Ordinal);
        Assert.Equal(4, Started(story).Count);

        await story.AdvanceToAsync(Eastern(2027, 1, 12, 8, 59));
        Assert.Equal(4, Started(story).Count);
        await story.AdvanceToAsync(Eastern(2027, 1, 12, 9, 1));
        Assert.Equal(Reviews, Started(story).Count(s => s.Kind == "invitation"));

        // Four more fill the day on which the last reminders of the first ones begin.
        await story.AdvanceToAsync(Eastern(2027, 1, 21, 9, 30));
        for (var n = 0; n < 4; n++)
            asked.Add(await AskAsync(story, Reviews + n));
        var closes = new Dictionary<string, DateTimeOffset>();
        foreach (var id in asked)
            closes[id] = (await story.StateAsync(id)).Window!.ClosesAt;
        await story.AdvanceAsync(TimeSpan.FromDays(30));
        var days = (await StartedAsync(story)).GroupBy(s => LocalTime.DateIn(BusinessCalendar.Zone, s.At)).ToList();
        // A moved date and a last reminder cannot wait: in whatever order those of one instant leave, they come on top of the four.
        Assert.All(days,
            day => Assert.InRange(
                day.Count(s => !s.Kind.StartsWith("reminder-before", StringComparison.Ordinal)
                    && !s.Kind.StartsWith("moved", StringComparison.Ordinal)), 0, 4));
        Assert.Equal(7, days.Single(day => day.Key == new DateOnly(2027, 1, 21)).Count());
        var last = (await StartedAsync(story)).Where(s => s.Kind == "reminder-before-1").ToDictionary(s => s.Review, s => s.At);
        Assert.Equal(asked.Count - 1, last.Count);
        Assert.All(last, l => Assert.Equal(
            BusinessCalendar.Connecticut.BusinessDaysBefore(closes[l.Key], 1, ReviewPolicy.Default.RemindsAt).At, l.Value,
            TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task A_question_that_waits_for_tomorrow_keeps_the_phone_from_nobody()
    {
        await using var story = await BeginAsync(
            policy: Rules with { PanelSize = 1, Alternates = 0, Quorum = 1 },
            change: services => services.AddSingleton(PaceOptions.Unlimited with { StartedPerDay = 1 }));
        using var provider = new Provider(story);
        foreach (var member in await story.Service<BoardStore>().MembersAsync())
            await story.ChangeAsync(member.Id, m => m with { State = m.Id == "m-07" ? MemberState.Active : MemberState.Paused });
        var phone = await provider.PhoneOfAsync("m-07");
        var first = await AskAsync(story, 1);
        // On a shared number a question is shown to whoever asks.
        using var asked = await provider.TwilioAsync(Provider.Sms(Provider.Sid(11), phone, "ask"));
        using var answer = await provider.TwilioAsync(Provider.Sms(Provider.Sid(1), phone, "1"));
        var second = await AskAsync(story, 2);
        await story.ChangeAsync("m-08", m => m with { State = MemberState.Active, Channels = [Channel.Sms], Experiences = ["custody"] });
        var third = await AskAsync(story, 3);

        Assert.Equal(["m-07", "m-07", "m-08"],
            await Task.WhenAll(new[] { first, second, third }.Select(async id => (await story.StateAsync(id)).Invitations[0].MemberId)));
        Assert.Equal(["invitation"], story.PurposesTo("m-07", first));
        Assert.Empty(story.PurposesTo("m-07", second));
        Assert.Equal(["invitation"], story.PurposesTo("m-08", third));
        using var askedToo = await provider.TwilioAsync(Provider.Sms(Provider.Sid(12), phone, "ask"));
        using var other = await provider.TwilioAsync(Provider.Sms(Provider.Sid(2), phone, "3"));
        await story.AdvanceToAsync(Eastern(2027, 1, 12, 9, 1));

        Assert.Equal(["invitation"], story.PurposesTo("m-07", second));
        Assert.Equal(3, Assert.Single((await story.StateAsync(third)).Replies).Choice);
        // A stop is confirmed on a full day.
        using var stop = await provider.TwilioAsync(Provider.Sms(Provider.Sid(3), phone, "STOP"));
        Assert.Contains("no more texts", (await story.SentToAsync("m-07"))[^1].Text, StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(ReviewStory story, int n)
    {
        var id = await story.SubmitAsync(key: string.Create(CultureInfo.InvariantCulture, $"review-{n}"));
        await story.ReleaseTextsAsync();
        return id;
    }

    private static IReadOnlyList<(string Review, string Kind)> Started(ReviewStory story) =>
        [.. story.Carrier.Sent.Where(k => k.Contains($"/outbox|{Member}|", StringComparison.Ordinal)).Select(Parts)];

    private static async Task<IReadOnlyList<(string Review, string Kind, DateTimeOffset At)>> StartedAsync(ReviewStory story)
    {
        var sent = new List<(string, string, DateTimeOffset)>();
        var mails = (await story.SentToAsync(Member, "email")).ToDictionary(m => m.Id, m => m.At);
        foreach (var key in story.Carrier.Sent.Where(k => k.Contains($"/outbox|{Member}|", StringComparison.Ordinal)))
        {
            var (review, kind) = Parts(key);
            sent.Add((review, kind, mails[AnsweredMailTests.OperationOf(key)]));
        }
        return sent;
    }

    private static (string Review, string Kind) Parts(string key) => (key.Split('/')[0]["review|".Length..], key.Split('|')[3]);
}
