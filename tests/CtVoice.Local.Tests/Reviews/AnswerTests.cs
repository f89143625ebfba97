using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>From the report to the answers: deadlines, reminders, escalations, and words released late.</summary>
public sealed class AnswerTests
{
    private static readonly DateTimeOffset Due = Eastern(2027, 2, 16, 20);

    /// <summary>Ten business days after the report; January 18 is a holiday.</summary>
    private static readonly DateTimeOffset Supplemented = Eastern(2027, 1, 29, 10);

    [Fact]
    public async Task An_answer_is_late_from_the_deadline_on_and_members_are_told_once()
    {
        await using var story = await ReportedAsync(recommendations: 3);
        await story.AdvanceToAsync(Due.AddSeconds(-1));
        await story.AnswerAsync(1);
        await story.AdvanceToAsync(Due);
        await story.AnswerAsync(2);
        await story.AdvanceToAsync(Due.AddSeconds(1));
        await story.AnswerAsync(3);
        Assert.Equal(["False", "True", "True"], (await story.LedgerAsync("recommendation-answered")).Select(e => e.Fact("late")));
        var review = await story.StateAsync();
        Assert.Equal([null, Due, Due], review.Recommendations.Select(r => r.OverdueSince));
        Assert.Equal([false, true, true], review.Recommendations.Select(r => r.AnsweredLate));
        await story.AdvanceToAsync(Due.AddDays(60));
        var repliers = review.Replies.Select(r => r.MemberId).ToList();
        Assert.All(repliers, member => Assert.Single(story.PurposesTo(member), "outcome"));
        Assert.Equal(repliers.Count, story.Carrier.Sent.Count(k => k.Contains("|outcome|", StringComparison.Ordinal)));
        // Sent twice, an answer is one.
        await story.AnswerAsync(1);
        Assert.Equal(3, (await story.LedgerAsync("recommendation-answered")).Count);
        Assert.Empty(await story.LedgerAsync("answer-changed"));
    }

    [Fact]
    public async Task A_silent_agency_is_reminded_twice_then_escalated_three_times_and_stays_overdue()
    {
        await using var story = await ReportedAsync(recommendations: 1);
        await story.AdvanceToAsync(Due.AddSeconds(-1));
        Assert.Empty(await story.LedgerAsync("answer-overdue"));
        await story.AdvanceToAsync(Due.AddDays(60));
        Assert.Equal(
            [
                ("reminder-before-5", Eastern(2027, 2, 5, 10)), ("reminder-before-1", Eastern(2027, 2, 11, 10)),
                // The deadline is in the evening: the first goes out in the morning. February 12 and 15 are holidays.
                ("escalation-1", Eastern(2027, 2, 17, 9)), ("escalation-2", Eastern(2027, 2, 23, 10)),
                ("escalation-3", Eastern(2027, 3, 2, 10)),
            ],
            (await story.StateAsync()).Notices.Select(n => (n.Kind, n.SentAt)));
        Assert.Equal(Due, Assert.Single(await story.LedgerAsync("answer-overdue")).At);
        // Late, and it still counts.
        await story.AnswerAsync(1);
        var review = await story.StateAsync();
        Assert.True(review.Over);
        Assert.True(review.Recommendations[0].AnsweredLate);
    }

    [Fact]
    public async Task An_answer_ends_the_escalations()
    {
        await using var story = await ReportedAsync(recommendations: 1);
        await story.AdvanceToAsync(Due.AddDays(1));
        await story.AnswerAsync(1);
        await story.AdvanceToAsync(Due.AddDays(60));
        Assert.Equal("escalation-1", (await story.StateAsync()).Notices.Last(n => n.DueAt == Due).Kind);
    }

    [Fact]
    public async Task Words_released_after_the_report_become_recommendations_in_its_supplement_with_one_clock()
    {
        await using var story = await ReportedAsync(recommendations: 0, replies: 2, restWaits: true);
        Assert.Equal(ReviewStage.Answering, (await story.StateAsync()).Stage);
        await story.AdvanceToAsync(Eastern(2027, 1, 20, 12));
        Assert.Contains("release-words", await TodoAsync(story));
        await story.CoordinatorAsync("replies/1/release", []);
        await story.AdvanceToAsync(Eastern(2027, 1, 26, 12));
        await story.CoordinatorAsync("replies/2/release", new() { ["text"] = "Take names out." });
        Assert.Empty(await TodoAsync(story));
        await story.AdvanceToAsync(Supplemented.AddSeconds(-1));
        Assert.Empty((await story.StateAsync()).Recommendations);
        await story.AdvanceToAsync(Supplemented);
        // Twenty business days after it; February 12 and 15 are holidays.
        var due = Eastern(2027, 3, 2, 20);
        Assert.Equal([(1, due), (2, due)], (await story.StateAsync()).Recommendations.Select(r => (r.Number, r.DueAt)));
        await story.AdvanceToAsync(due);
        Assert.All((await story.StateAsync()).Recommendations, r => Assert.NotNull(r.OverdueSince));
    }

    [Fact]
    public async Task A_late_reply_becomes_an_addendum_in_the_supplement_when_its_words_are_released()
    {
        await using var story = await ReportedAsync(recommendations: 1);
        var late = (await story.StateAsync()).Replies[0].MemberId;
        await story.AdvanceToAsync((await story.StateAsync()).Window!.ClosesAt);
        await story.SaysAsync(late, "3 better not at all");
        await story.CoordinatorAsync("replies/2/release", []);
        await story.AdvanceToAsync(Supplemented);
        var review = await story.StateAsync();
        Assert.Equal([false, true], review.Replies.Select(r => r.Late));
        Assert.Equal([2], review.Recommendations[1].From);
        Assert.Equal(1, review.Report!.Replied);
    }

    /// <summary>A report that went out at 10:00 on January 14, with so many recommendations of so many replies.</summary>
    internal static async Task<ReviewStory> ReportedAsync(
        int recommendations, int? replies = null, Func<ReviewStory, Task>? before = null, bool restWaits = false)
    {
        var story = await BeginAsync(policy: Rules with { PanelSize = replies ?? recommendations, Alternates = 0 });
        if (before is not null)
            await before(story);
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        await story.EverybodySaysAsync("2 take names out");
        await story.AdvanceToAsync(Eastern(2027, 1, 12, 20, 10));
        for (var n = 1; n <= recommendations; n++)
            await story.CoordinatorAsync($"replies/{n}/release", []);
        if (!restWaits)
            await story.WithholdTheRestAsync();
        await story.AdvanceToAsync(Eastern(2027, 1, 14, 10));
        Assert.Equal(recommendations, (await story.StateAsync()).Recommendations.Count);
        return story;
    }

    internal static async Task<IReadOnlyList<string>> TodoAsync(ReviewStory story) =>
        [.. (await story.Service<ReviewLists>().ReadAsync(ReviewLists.Todo, 100, null)).Rows.Select(r => r.Text("what")!)];
}
