using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Core.Todo;
using CtVoice.Local.Tests.Webhooks;
using static CtVoice.Local.Tests.Webhooks.Provider;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>"Did this answer you?", once to each member and review, after they were told.</summary>
public sealed class SatisfactionStoryTests
{
    [Fact]
    public async Task Members_are_asked_once_after_they_were_told_and_each_vote_is_an_entry_of_the_record()
    {
        await using var story = await ToldAsync("m-09", "m-19");
        using var provider = new Provider(story);

        Assert.Equal(["invitation", "outcome", "satisfaction"], story.PurposesTo("m-09"));
        Assert.Contains("Did this answer you? Reply 1 yes; 2 partly; 3 no.", (await story.SentToAsync("m-09")).Select(m => m.Text)
            .Single(t => t.Contains("Did this", StringComparison.Ordinal)), StringComparison.Ordinal);
        using var no = await provider.TwilioAsync(Sms(Sid(1), await provider.PhoneOfAsync("m-09"), "3"));
        using var again = await provider.TwilioAsync(Sms(Sid(1), await provider.PhoneOfAsync("m-09"), "3"));
        using var other = await provider.TwilioAsync(Sms(Sid(2), await provider.PhoneOfAsync("m-19"), "no they never said when"));
        await story.AdvanceAsync(TimeSpan.FromDays(30));

        var review = await story.StateAsync();
        Assert.Equal(new(2, 0, 0, 2), Satisfaction.Of(review));
        Assert.True(Satisfaction.Of(review).NotAnswered);
        Assert.Equal(2, (await story.LedgerAsync("satisfaction-voted")).Count);
        Assert.Equal(1, story.PurposesTo("m-09").Count(p => p == "satisfaction"));
        Assert.Equal(2, review.Replies.Count);
        Assert.Empty((await story.Service<ReviewStore>().VerifyAsync(story.Id))!);
    }

    [Fact]
    public async Task A_later_vote_replaces_an_earlier_one_until_votes_are_counted_and_then_is_an_addendum()
    {
        await using var story = await ToldAsync("m-09", "m-19");
        var counted = Satisfaction.CountedAt(await story.StateAsync(), BusinessCalendar.Connecticut)!.At;
        await story.SaysAsync("m-09", "3");
        await story.AdvanceToAsync(counted.AddMinutes(-5));
        await story.SaysAsync("m-09", "2 they answered half of it");
        await story.AdvanceToAsync(counted);
        await story.SaysAsync("m-09", "1");

        var vote = (await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.Satisfaction)!;
        Assert.Equal((2, 2, 1), (vote.Choice!.Value, vote.Pieces.Count, vote.Late.Count));
        Assert.Equal(new(2, 0, 1, 0), Satisfaction.Of(await story.StateAsync()));
    }

    [Fact]
    public async Task An_answer_that_was_received_in_time_counts_although_it_is_applied_later()
    {
        await using var story = await ToldAsync("m-09", "m-19");
        var counted = Satisfaction.CountedAt(await story.StateAsync(), BusinessCalendar.Connecticut)!.At;
        await story.AdvanceToAsync(counted.AddMinutes(10));
        await story.ArrivesAsync("m-09", "3", counted.AddSeconds(-1), "just-before");
        await story.ArrivesAsync("m-19", "3", counted, "at-the-end");
        Assert.Equal(new(2, 0, 0, 1), Satisfaction.Of(await story.StateAsync()));
    }

    [Fact]
    public async Task Nobody_is_asked_when_there_was_no_answer_to_tell_of()
    {
        await using var story = await ReadBackTests.ClosedAsync("m-09", "m-19");
        await story.CoordinatorAsync("replies/1/release", []);
        await story.AdvanceAsync(TimeSpan.FromDays(60));
        Assert.Equal(["invitation", "outcome"], story.PurposesTo("m-09"));
    }

    [Fact]
    public async Task Danger_in_a_vote_gets_the_fixed_answer_and_a_person_looks()
    {
        await using var story = await ToldAsync("m-09", "m-19");
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await story.SaysAsync("m-09", "3 I want to kill myself");
        Assert.Contains("988", (await story.SentToAsync("m-09"))[^1].Text, StringComparison.Ordinal);
        Assert.Equal(TodoKinds.Acute, Assert.Single(await story.Service<Matters>().OpenAsync()).Kind);
        Assert.Equal(3, (await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.Satisfaction)!.Choice);
    }

    [Theory]
    [InlineData("for 1: 2 they only did half", 2, new[] { 1 })]
    // Only one recommendation went out: which of the two numbers is the vote, nobody can tell.
    [InlineData("3 number 2", 0, new int[0])]
    [InlineData("no", 3, new int[0])]
    public async Task A_vote_that_names_a_recommendation_is_read_or_asked_about(string text, int vote, int[] named)
    {
        await using var story = await ToldAsync("m-09", "m-19");
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await story.SaysAsync("m-09", text);

        var answered = (await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.Satisfaction)!;
        Assert.Equal(vote, answered.Choice ?? 0);
        Assert.Equal(named, answered.Named);
        Assert.Contains(vote == 0 ? "Did they answer you?" : $"We saved your answer: {vote}.", (await story.SentToAsync("m-09"))[^1].Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I do not want to answer this one", "we skip that question", 0)]
    [InlineData("stop asking me about this", "nothing more until you reply START", 1)]
    public async Task Whoever_does_not_want_to_vote_does_not_and_a_person_looks_where_it_may_mean_every_message(string text, string receipt,
        int looked)
    {
        await using var story = await ToldAsync("m-09", "m-19");
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await story.SaysAsync("m-09", text);

        Assert.Contains(receipt, (await story.SentToAsync("m-09"))[^1].Text, StringComparison.Ordinal);
        var asked = (await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.Satisfaction)!;
        Assert.Equal((null, 0), (asked.Choice, asked.Pieces.Count));
        Assert.Equal(new(2, 0, 0, 0), Satisfaction.Of(await story.StateAsync()));
        Assert.Single(await story.LedgerAsync("follow-up-skipped"));
        Assert.Equal(looked, (await story.Service<Core.Conversations.Inbound.HoldingPen>().ReadAsync()).Count);
        Assert.True((await story.MemberAsync("m-09")).Consents(Core.Board.Channel.Sms));
        // A change of mind counts.
        await story.SaysAsync("m-09", "2");
        Assert.Equal(2, (await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.Satisfaction)!.Choice);
    }

    [Fact]
    public async Task A_vote_is_taken_back_and_given_anew_like_an_answer()
    {
        await using var story = await ToldAsync("m-09", "m-19");
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await story.SaysAsync("m-09", "3 number 1, it does not say when");
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));

        await story.SaysAsync("m-09", "take back my answer");

        Assert.Contains("We took your answer back.", (await story.SentToAsync("m-09"))[^1].Text, StringComparison.Ordinal);
        Assert.Equal(new(2, 0, 0, 0), Satisfaction.Of(await story.StateAsync()));
        var taken = (await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.Satisfaction)!;
        Assert.Equal((null, 0, true), (taken.Choice, taken.Named.Count, taken.NotQuoted));
        Assert.Single(await story.LedgerAsync("follow-up-withdrawn"));
        // What was said to the review's own questions is not meant.
        Assert.DoesNotContain((await story.StateAsync()).Replies, r => r.Withdrawn);
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await story.SaysAsync("m-09", "1");
        Assert.Equal(new(2, 1, 0, 0), Satisfaction.Of(await story.StateAsync()));
    }

    /// <summary>A review whose one recommendation was answered and whose members were told.</summary>
    internal static async Task<ReviewStory> ToldAsync(params string[] members)
    {
        var story = await ReadBackTests.ClosedAsync(members);
        await story.CoordinatorAsync("replies/1/release", []);
        await story.WithholdTheRestAsync();
        await story.AdvanceAsync(TimeSpan.FromDays(4));
        await story.AnswerAsync(1);
        await story.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal(ReviewStage.Finished, (await story.StateAsync()).Stage);
        return story;
    }
}
