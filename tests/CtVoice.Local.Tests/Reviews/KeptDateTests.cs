using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Reviews;
using CtVoice.Local.Tests.Pages;
using CtVoice.Local.Tests.Records;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>The date that members were given is kept, also where the review closes before it; what is taken back goes nowhere.</summary>
public sealed class KeptDateTests
{
    private static readonly DateTimeOffset Given = Eastern(2027, 1, 26, 20);
    private static readonly ReviewPolicy Early = ReviewPolicy.Default with { EarlyCloseAfter = 1 };

    [Fact]
    public async Task By_default_a_review_that_all_have_answered_closes_on_the_day_that_was_given()
    {
        await using var story = await AskedAsync(policy: ReviewPolicy.Default);
        await story.EverybodySaysAsync("1");
        await story.AdvanceToAsync(Given.AddSeconds(-1));
        Assert.Equal(ReviewStage.Open, (await story.StateAsync()).Stage);
        await story.AdvanceToAsync(Given + ReviewPolicy.Default.Settling);
        Assert.Equal((ReviewStage.Preview, Given), ((await story.StateAsync()).Stage, (await story.StateAsync()).ClosedAt));
    }

    [Fact]
    public async Task After_an_early_close_answers_are_changed_and_taken_back_until_the_day_that_was_given()
    {
        await using var story = await AskedAsync(policy: Early);
        var texters = await story.TextersAsync();
        await story.EverybodySaysAsync("2 leave out the names");
        // Closed on the 12th, the report out on the 14th; the members were told the 26th.
        await story.AdvanceToAsync(Eastern(2027, 1, 13, 9));
        Assert.Equal((ReviewStage.Preview, Given), ((await story.StateAsync()).Stage, (await story.StateAsync()).Window!.ClosesAt));
        await story.SaysAsync(texters[0], "change my answer to 3", "sms");
        await story.CoordinatorAsync("replies/1/release", new() { ["text"] = "Leave out the names." });
        await story.CoordinatorAsync("replies/2/release", new() { ["text"] = "Leave out the names." });
        await story.AdvanceToAsync(Eastern(2027, 1, 20, 11));
        Assert.Equal(ReviewStage.Answering, (await story.StateAsync()).Stage);
        var second = (await story.StateAsync()).Replies[1];
        await story.SaysAsync(texters[1], "change my answer to 1", "sms");

        var replies = (await story.StateAsync()).Replies;
        Assert.DoesNotContain(replies, r => r.Late);
        Assert.Equal(3, replies.Single(r => r.MemberId == texters[0]).Choice);
        Assert.Equal(1, replies.Single(r => r.MemberId == texters[1]).Choice);

        // Taken back in time, although the report went out: no count and no word of it any more.
        await story.SaysAsync(second.MemberId, "take back my answer");
        Assert.True((await story.StateAsync()).Replies[1].Withdrawn);
        var report = await story.GetAsync("DSS", $"/api/reviews/{story.Id}/report");
        Assert.Equal(1, Count(report, "Leave out the names."));

        // From the day that was given on, it is an addendum and what went out stays.
        await story.AdvanceToAsync(Given);
        await story.SaysAsync(texters[0], "change my answer to 1", "sms");
        await story.SaysAsync(texters[0], "take back my answer", "sms");
        replies = (await story.StateAsync()).Replies;
        Assert.Equal((3, false),
            (replies.Single(r => r.MemberId == texters[0] && !r.Late).Choice,
                replies.Single(r => r.MemberId == texters[0] && !r.Late).Withdrawn));
        Assert.Single(replies, r => r.Late);
        Assert.Equal([], await story.Service<ReviewStore>().VerifyAsync(story.Id));
    }

    [Fact]
    public async Task The_page_takes_answers_until_the_day_that_it_shows()
    {
        await using var story = await AskedAsync(policy: Early);
        var member = (await story.TextersAsync())[0];
        await story.EverybodySaysAsync("1");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync(member);
        await story.AdvanceToAsync(Eastern(2027, 1, 20, 11));
        await browser.GetAsync(link);
        Assert.Contains("Tue, Jan 26", browser.Html, StringComparison.Ordinal);
        await browser.PressAsync(link, "answer", ("choice-1", "3"));
        Assert.Equal((3, false), (await story.StateAsync()).Replies.Where(r => r.MemberId == member).Select(r => (r.Choice!.Value, r.Late))
            .Single());
    }

    [Fact]
    public async Task Between_the_close_and_the_report_an_answer_is_changed_and_a_first_one_is_late()
    {
        await using var story = await AskedAsync(policy: ReviewPolicy.Default with { Quorum = 1 });
        var texters = await story.TextersAsync();
        await story.SaysAsync(texters[0], "2 leave out the names");
        await story.AdvanceToAsync(Eastern(2027, 1, 27, 11));
        await story.SaysAsync(texters[0], "change my answer to 3", "sms");
        await story.SaysAsync(texters[1], "3", "sms");
        Assert.Equal([(3, false), (3, true)], (await story.StateAsync()).Replies.Select(r => (r.Choice!.Value, r.Late)));

        await story.AdvanceToAsync(Eastern(2027, 1, 29, 11));
        Assert.NotNull((await story.StateAsync()).Report);
        await story.SaysAsync(texters[0], "change my answer to 1", "sms");
        Assert.Equal(3, (await story.StateAsync()).Replies[0].Choice);
    }

    [Fact]
    public async Task What_was_taken_back_is_no_source_of_a_draft_and_its_words_leave_under_no_release()
    {
        await using var story = await AskedAsync(policy: ReviewPolicy.Default with { Quorum = 1 });
        var texters = await story.TextersAsync();
        await story.SaysAsync(texters[0], "2 leave out the names of the streets around us");
        await story.SaysAsync(texters[1], "2 leave out the birthdays");
        await story.AdvanceToAsync(Given + ReviewPolicy.Default.Settling);
        using var editor = new Editor(story);
        var both = await Editor.Done(editor.PostAsync("drafts", Draft("Leave out street names and birthdays.", 1, 2)));
        var one = await Editor.Done(editor.PostAsync("drafts", Draft("Leave out street names.", 1)));
        foreach (var draft in (await story.StateAsync()).Drafting.Drafts)
            await Editor.Done(editor.PostAsync($"preview/draft-{draft.Id}/release", new() { ["for"] = "agency" }, draft.Tag));
        Assert.NotNull(both);
        Assert.NotNull(one);

        await story.SaysAsync(texters[0], "take back my answer", "sms");

        var drafts = (await story.StateAsync()).Drafting.Drafts;
        Assert.Equal([2], drafts[0].From);
        Assert.Null(drafts[0].Release);
        var repeats =
            await editor.PostAsync("preview/draft-1/release", new()
            { ["for"] = "agency", ["text"] = "Leave out the names of the streets around us." }, drafts[0].Tag);
        Assert.Equal(HttpStatusCode.BadRequest, repeats.Status);
        await Editor.Done(
            editor.PostAsync("preview/draft-1/release", new() { ["for"] = "agency", ["text"] = "Leave out birthdays." }, drafts[0].Tag));
        await story.AdvanceToAsync(Eastern(2027, 1, 29, 11));
        var report = await story.GetAsync("DSS", $"/api/reviews/{story.Id}/report");
        Assert.Contains("Leave out birthdays.", report, StringComparison.Ordinal);
        Assert.DoesNotContain("street", report, StringComparison.OrdinalIgnoreCase);
        Assert.Single((await story.StateAsync()).Recommendations);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static JsonObject Draft(string text, params int[] from) => new()
    {
        ["text"] = text,
        ["from"] = new JsonArray([.. from.Select(n => JsonValue.Create(n))]),
        ["addressee"] = "DSS",
    };
}
