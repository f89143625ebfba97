using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;
using CtVoice.Local.Tests.Notices;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>Before anybody is asked: whether, whom, and with which texts.</summary>
public sealed class NeedAndTextsTests
{
    [Fact]
    public async Task Texts_are_to_be_released_at_once_are_late_after_two_business_days_and_are_escalated_after_five()
    {
        await using var story = await BeginAsync();
        await story.SubmitAsync();
        Assert.Equal(["release-texts"], await TodoAsync(story));
        await story.AdvanceToAsync(Eastern(2027, 2, 1, 12));
        Assert.Equal(Eastern(2027, 1, 13, 10), Assert.Single(await story.LedgerAsync("texts-late")).At);
        Assert.Equal(Eastern(2027, 1, 19, 10), Assert.Single(await story.LedgerAsync("texts-late-escalated")).At);
        // It reaches a person: the chair of the Executive Board, by mail, once.
        var told = Assert.Single(Mailboxes.To(story, "executive.board.chair@example.org"));
        Assert.StartsWith("Texts for residents are late: ", told.Subject, StringComparison.Ordinal);
        Assert.Contains($"http://localhost/register/{story.Id}", told.Text, StringComparison.Ordinal);
        Assert.Contains("Tuesday, January 19, 2027", told.Text, StringComparison.Ordinal);
        Assert.Contains("Texts for residents are late", Mailboxes.SubjectsTo(story, "coordinator@example.org"));
        Assert.Equal(["release-texts"], await TodoAsync(story));
        Assert.Equal(ReviewStage.Preparing, (await story.StateAsync()).Stage);
        // The coordinator's digest leaves every morning; nothing else does.
        Assert.All(story.Carrier.Sent, key => Assert.StartsWith("digest|", key, StringComparison.Ordinal));
        await story.ReleaseTextsAsync();
        Assert.Equal(ReviewStage.Open, (await story.StateAsync()).Stage);
        Assert.Empty(await TodoAsync(story));
    }

    [Fact]
    public async Task Silence_of_the_coordinator_requires_a_review_after_three_business_days()
    {
        await using var story = await BeginAsync();
        await story.SubmitAsync("unknown-counts");
        Assert.Equal(ReviewStage.CoordinatorDecides, (await story.StateAsync()).Stage);
        Assert.Equal(["decide-need"], await TodoAsync(story));
        await story.AdvanceToAsync(Eastern(2027, 1, 14, 9, 59));
        Assert.Equal(ReviewStage.CoordinatorDecides, (await story.StateAsync()).Stage);
        await story.AdvanceToAsync(Eastern(2027, 1, 14, 10));
        var review = await story.StateAsync();
        Assert.Equal(("silence", ReviewNeed.Required), (review.Assessment!.DecidedBy, review.Assessment.Outcome));
        Assert.NotNull(review.Panel);
        Assert.Equal(["write-texts"], await TodoAsync(story));
    }

    [Fact]
    public async Task A_review_that_is_not_required_ends_with_its_reason_and_asks_nobody()
    {
        await using var story = await BeginAsync();
        await story.SubmitAsync("unknown-counts");
        await story.CoordinatorAsync("need", new JsonObject { ["required"] = false, ["reason"] = "The data hold no one of these groups." });
        await story.AdvanceToAsync(Eastern(2027, 3, 1, 12));
        var review = await story.StateAsync();
        Assert.Equal(ReviewStage.NotRequired, review.Stage);
        Assert.Equal("The data hold no one of these groups.", review.Assessment!.Reasons[^1]);
        Assert.Empty(story.Carrier.Sent);
    }

    [Fact]
    public async Task A_board_too_short_for_a_panel_goes_to_the_coordinator_and_is_looked_at_again_each_business_day()
    {
        await using var story = await BeginAsync();
        var members = await story.Service<BoardStore>().MembersAsync();
        foreach (var member in members.Skip(3))
            await story.ChangeAsync(member.Id, m => m with { State = MemberState.Paused });
        await story.SubmitAsync();
        Assert.Equal(ReviewStage.ShortOfMembers, (await story.StateAsync()).Stage);
        Assert.Equal(["too-few-members"], await TodoAsync(story));
        await story.AdvanceToAsync(Eastern(2027, 1, 13, 9));
        Assert.Single(await story.LedgerAsync("panel-short"));
        foreach (var member in members)
            await story.ChangeAsync(member.Id, m => m with { State = MemberState.Active });
        await story.AdvanceToAsync(Eastern(2027, 1, 13, 10));
        Assert.Equal(ReviewStage.Preparing, (await story.StateAsync()).Stage);
    }

    private static async Task<IReadOnlyList<string>> TodoAsync(ReviewStory story) =>
        [.. (await story.Service<ReviewLists>().ReadAsync(ReviewLists.Todo, 100, null)).Rows.Select(r => r.Text("what")!)];
}
