using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Local.Tests.Records;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>A member's own life is on nobody else's phone and in no report until a person said it in other words.</summary>
public sealed class OwnLifeStoryTests
{
    private const string Own = "Do not match the shelter list: my kids are in it.";
    private const string Plain = "Do not match the shelter list: families never said yes.";

    [Fact]
    public async Task A_draft_in_the_first_person_is_released_only_in_other_words_and_read_back_in_those()
    {
        await using var story = await ClosedAsync();
        using var editor = new Editor(story);
        var written =
            await Editor.Done(editor.PostAsync("drafts", new() { ["text"] = Own, ["from"] = Editor.Numbers(1), ["addressee"] = "DSS" }));

        var asWritten =
            await editor.PostAsync("preview/draft-1/release", new() { ["for"] = "agency", ["nobodyMeant"] = "It is fine." }, written.ETag);
        Assert.Equal(HttpStatusCode.BadRequest, asWritten.Status);
        Assert.Contains("first person (my)", asWritten.Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("first person (my)", await story.GetAsync("coordinator", $"/api/reviews/{story.Id}/preview"),
            StringComparison.Ordinal);

        var unconfirmed = await editor.PostAsync("preview/draft-1/release", new() { ["for"] = "agency", ["text"] = Plain }, written.ETag);
        Assert.Equal(HttpStatusCode.BadRequest, unconfirmed.Status);
        Assert.Contains("shelter", unconfirmed.Body!.ToJsonString(), StringComparison.Ordinal);
        var released = await Editor.Done(editor.PostAsync(
            "preview/draft-1/release", new()
            { ["for"] = "agency", ["text"] = Plain, ["nobodyMeant"] = "It names the list, and nobody on it." }, written.ETag));
        // Said once: the public text needs no second word.
        await Editor.Done(editor.PostAsync("preview/draft-1/release", new() { ["for"] = "public", ["text"] = Plain }, released.ETag));
        Assert.Contains("nobody on it", (await story.LedgerAsync("recommendation-released"))[0]
            .Fact("nobodyMeant"), StringComparison.Ordinal);

        await Editor.Done(editor.PostAsync("drafts/read-back"));
        var texter = (await story.TextersAsync())[1];
        var read = (await story.SentToAsync(texter))[^1].Text;
        Assert.Contains(Plain, read, StringComparison.Ordinal);
        Assert.DoesNotContain("my kids", string.Concat((await story.SentToAsync(texter)).Select(m => m.Text)), StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromDays(7));
        Assert.Contains(Plain, await story.GetAsync("DSS", $"/api/reviews/{story.Id}/report"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_nobody_writes_a_reply_in_the_first_person_waits_for_release_and_never_goes_out_as_it_is()
    {
        await using var story = await ClosedAsync();
        using var editor = new Editor(story);
        Assert.Equal(HttpStatusCode.BadRequest, (await editor.PostAsync("replies/1/release", [])).Status);

        await story.AdvanceAsync(TimeSpan.FromDays(7));
        var report = JsonNode.Parse(await story.GetAsync("DSS", $"/api/reviews/{story.Id}/report"))!;
        Assert.Equal(2, report["notDecided"]!.GetValue<int>());
        Assert.DoesNotContain("my kids", report.ToJsonString(), StringComparison.Ordinal);

        await Editor.Done(editor.PostAsync("replies/1/release", new() { ["text"] = Plain, ["nobodyMeant"] = "It names the list." }));
        // It leaves with the supplement.
        await story.AdvanceAsync(TimeSpan.FromDays(21));
        Assert.Contains(Plain, await story.GetAsync("DSS", $"/api/reviews/{story.Id}/report"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_translation_in_the_first_person_is_refused()
    {
        await using var story = await ClosedAsync();
        using var editor = new Editor(story);
        var tag = await editor.WriteAsync("Take names out.", 1);
        var refused =
            await editor.PutAsync("drafts/1/translations/es", new()
            { ["text"] = "Quiten los nombres de mis hijos.", ["translator"] = "Marisol Vega" }, tag);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("first person (mis)", refused.Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_too_long_for_a_text_is_read_on_the_page_and_never_cut()
    {
        await using var story = await ClosedAsync();
        using var editor = new Editor(story);
        var longOne = string.Join(" ", Enumerable.Repeat("Before anything is shared take out every name and every exact date.", 8));
        await editor.WriteAsync(longOne, 1);
        await editor.WriteAsync("Ask first.", 1);
        await Editor.Done(editor.PostAsync("drafts/read-back"));
        var texter = (await story.TextersAsync())[1];
        var read = (await story.SentToAsync(texter))[^1].Text;
        Assert.Contains("B) Ask first. (+1 on your page)", read, StringComparison.Ordinal);
        Assert.DoesNotContain("Before anything", read, StringComparison.Ordinal);
        using var browser = new Pages.MemberBrowser(story);
        await browser.GetAsync(await browser.LinkOfAsync(texter));
        Assert.Contains(longOne, browser.Html, StringComparison.Ordinal);
    }

    /// <summary>Two members have answered in words, and the review has closed.</summary>
    private static async Task<ReviewStory> ClosedAsync()
    {
        var story = await AskedAsync(policy: Rules with { Quorum = 1 });
        var texters = await story.TextersAsync();
        await story.SaysAsync(texters[0], "3 no. My kids are in that list.");
        await story.SaysAsync(texters[1], "2 take out my name");
        await story.AdvanceToAsync(Eastern(2027, 1, 27, 9, 30));
        return story;
    }
}
