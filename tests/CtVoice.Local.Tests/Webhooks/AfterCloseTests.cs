using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Core.Todo;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Webhooks;

/// <summary>After a review has closed: what is said is kept, that it has closed is said once a day, the rest is heard as ever.</summary>
public sealed class AfterCloseTests
{
    private const string Closed = "This review has closed.";

    [Fact]
    public async Task That_a_review_has_closed_is_said_once_a_day_and_every_word_is_kept()
    {
        await using var story = await ReadBackTests.ClosedAsync("m-09", "m-19");
        Assert.Contains(Closed, await AnswerAsync(story, "One more thing: no dates either"), StringComparison.Ordinal);
        Assert.Null(await AnswerAsync(story, "And no addresses"));
        Assert.Null(await AnswerAsync(story, "And nothing about schools"));
        await story.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Contains(Closed, await AnswerAsync(story, "And no phone numbers"), StringComparison.Ordinal);

        var late = Assert.Single((await story.StateAsync()).Replies, reply => reply is { MemberId: "m-09", Late: true });
        Assert.Equal(4, late.Pieces.Count);
    }

    [Fact]
    public async Task Danger_help_and_stop_are_answered_also_where_it_was_said()
    {
        await using var story = await ReadBackTests.ClosedAsync("m-09", "m-19");
        Assert.Contains(Closed, await AnswerAsync(story, "One more thing: no dates either"), StringComparison.Ordinal);
        Assert.Contains("911", await AnswerAsync(story, "my boyfriend is going to kill me"), StringComparison.Ordinal);
        Assert.Contains(await story.Service<Matters>().OpenAsync(), matter => matter.Kind == TodoKinds.Acute);
        Assert.Contains("860-555-0100", await AnswerAsync(story, "HELP"), StringComparison.Ordinal);
        Assert.Contains("You asked for a call", await AnswerAsync(story, "call me please"), StringComparison.Ordinal);
        Assert.Contains("no more texts", await AnswerAsync(story, "STOP"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_draft_that_went_out_it_is_said_once_as_well()
    {
        await using var story = await ReadBackTests.ReadBackAsync("m-09", "m-19");
        await story.AdvanceAsync(TimeSpan.FromDays(4));
        Assert.NotNull((await story.StateAsync()).Report);
        Assert.Contains(Closed, await AnswerAsync(story, "2 no, that is wrong"), StringComparison.Ordinal);
        Assert.Null(await AnswerAsync(story, "you left out the dates"));
        Assert.Equal(2, (await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.ReadBack)!.Late.Count);
    }

    /// <summary>What is answered to a text; null when nothing is.</summary>
    private static async Task<string?> AnswerAsync(ReviewStory story, string text)
    {
        await story.AdvanceAsync(TimeSpan.FromMinutes(2));
        var before = (await story.SentToAsync("m-09")).Count;
        await story.SaysAsync("m-09", text, "sms");
        return (await story.SentToAsync("m-09")).Skip(before).SingleOrDefault()?.Text;
    }
}
