using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>A date that moves is told at once to everyone who was given another one.</summary>
public sealed class MovedDateTests
{
    private static readonly DateTimeOffset Given = Eastern(2027, 1, 26, 20);

    [Fact]
    public async Task More_time_is_told_at_once_to_everyone_in_their_language_on_their_channel()
    {
        await using var story = await BeginAsync();
        foreach (var texter in (await story.Service<BoardStore>().MembersAsync())
            .Where(m => m.UsableChannels.FirstOrDefault() is Channel.Sms))
            await story.ChangeAsync(texter.Id, m => m with { Languages = ["es"] });
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        await story.AdvanceToAsync(Eastern(2027, 1, 13, 11));
        var members = (await story.StateAsync()).Invitations;
        Assert.Contains(members, i => i.Channel is Channel.Email);
        Assert.Contains(members, i => i.Language == "es");
        await story.SaysAsync(members[0].MemberId, "1");
        var before = await CountAsync(story);

        await story.CoordinatorAsync("extend", new() { ["businessDays"] = 2, ["reason"] = "A storm closed the libraries." });

        foreach (var invitation in (await story.StateAsync()).Invitations)
        {
            var sent = await SentAsync(story, invitation);
            Assert.Equal(before[invitation.MemberId] + 1, sent.Count);
            Assert.Contains(Phrases.In(invitation.Language).Day(new(2027, 1, 28)), sent[^1], StringComparison.Ordinal);
            Assert.Equal((1, story.Now), (invitation.MovesTold, invitation.DateToldAt));
        }
        // Once, and whatever comes later says the day that holds.
        await story.AdvanceToAsync(Eastern(2027, 1, 28, 12));
        foreach (var invitation in (await story.StateAsync()).Invitations.Where(i => i.Silent && before.ContainsKey(i.MemberId)))
        {
            var later = (await SentAsync(story, invitation)).Skip(before[invitation.MemberId] + 1).ToList();
            Assert.NotEmpty(later);
            Assert.All(later,
                text => Assert.DoesNotContain(Phrases.In(invitation.Language).Day(new(2027, 1, 26)), text, StringComparison.Ordinal));
            if (invitation.Channel is Channel.Email)
                Assert.Contains(Phrases.In(invitation.Language).Day(new(2027, 1, 28)), later[^1], StringComparison.Ordinal);
        }
        Assert.Equal(members.Count, (await story.LedgerAsync("date-told")).Count);
        Assert.Equal(1, story.PurposesTo(members[0].MemberId).Count(p => p == "moved-1"));
    }

    [Fact]
    public async Task Who_is_asked_after_the_date_moved_was_given_the_new_one_and_hears_of_no_move()
    {
        await using var story = await AskedAsync();
        await story.AdvanceToAsync(Eastern(2027, 1, 13, 11));
        await story.CoordinatorAsync("extend", new() { ["businessDays"] = 2, ["reason"] = "A storm." });
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        var declined = (await story.StateAsync()).Invitations[0].MemberId;
        await story.SaysAsync(declined, "STOP");
        await story.AdvanceAsync(TimeSpan.FromDays(1));
        var joined = (await story.StateAsync()).Invitations[^1];
        Assert.Equal(2, joined.Round);
        Assert.DoesNotContain("moved-1", story.PurposesTo(joined.MemberId));
    }

    [Fact]
    public async Task The_automatic_extension_is_told_in_the_morning_after_the_evening_of_the_close()
    {
        await using var story = await AskedAsync();
        await story.AdvanceToAsync(Given + ReviewPolicy.Default.Settling);
        Assert.True((await story.StateAsync()).Window!.AutomaticExtension);
        var texter = (await story.TextersAsync())[0];
        Assert.DoesNotContain("moved-1", story.PurposesTo(texter));
        await story.AdvanceToAsync(Eastern(2027, 1, 27, 9));
        Assert.Contains("moved-1", story.PurposesTo(texter));
        Assert.Contains("Jan 29", (await story.SentToAsync(texter))[^1].Text, StringComparison.Ordinal);
        // Each reminder was sent before: what was said last is the day that holds.
        await story.AdvanceToAsync(Eastern(2027, 1, 29, 19));
        Assert.Equal("moved-1", story.PurposesTo(texter)[^1]);
    }

    [Fact]
    public async Task A_review_that_is_cancelled_says_so_to_everyone_whom_it_asked_and_to_nobody_else()
    {
        await using var story = await AskedAsync();
        await story.AdvanceToAsync(Eastern(2027, 1, 13, 21));
        var stopped = (await story.TextersAsync())[0];
        await story.SaysAsync(stopped, "STOP");
        await story.CoordinatorAsync("cancel", new() { ["reason"] = "The project was withdrawn." });
        await story.AdvanceToAsync(Eastern(2027, 1, 14, 9));

        foreach (var invitation in (await story.StateAsync()).Invitations.Where(i => i.SentAt is not null))
            Assert.Equal(invitation.MemberId == stopped ? 0 : 1, story.PurposesTo(invitation.MemberId).Count(p => p == "cancelled"));
        var told = (await story.StateAsync()).Invitations.First(i => i is { Channel: Channel.Sms, Language: "en", Stands: true }).MemberId;
        Assert.Contains("ended early", (await story.SentToAsync(told))[^1].Text, StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromDays(30));
        Assert.Equal("cancelled", story.PurposesTo(told)[^1]);
    }

    [Fact]
    public async Task Members_who_take_calls_only_are_called_about_it()
    {
        await using var story = await AskedAsync();
        var member = (await story.TextersAsync())[0];
        await story.ChangeAsync(member, m => m with
        {
            Channels = [Channel.PhoneDictated],
            Consent =
                [.. m.Consent, new(Channel.PhoneDictated, ConsentState.Given, story.Now, "t", "call")]
        });
        await story.CoordinatorAsync("extend", new() { ["businessDays"] = 2, ["reason"] = "A storm." });
        var call = Assert.Single(PhoneCalls.Wanted(await story.StateAsync()), c => c.Invitation.MemberId == member);
        Assert.Equal("moved-1", call.Call.Kind);
        var made = await story.AskAsync(HttpMethod.Post, $"/api/reviews/{story.Id}/calls", "coordinator", new JsonObject
        { ["memberId"] = member });
        Assert.True((int)made.Status < 300, made.Text);
        Assert.Equal(1, (await story.StateAsync()).InvitationOf(member)!.MovesTold);
        Assert.Empty(PhoneCalls.Wanted(await story.StateAsync()));
    }

    private static async Task<IReadOnlyList<string>> SentAsync(ReviewStory story, Invitation invitation) =>
        [.. (await story.SentToAsync(invitation.MemberId, invitation.Channel!.Value.Name())).Select(m => m.Text)];

    private static async Task<Dictionary<string, int>> CountAsync(ReviewStory story)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var invitation in (await story.StateAsync()).Invitations)
            counts[invitation.MemberId] = (await SentAsync(story, invitation)).Count;
        return counts;
    }
}
