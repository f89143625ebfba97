using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Drafts;
using CtVoice.Local.Tests.Pages;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Connecticut;

/// <summary>Equity awareness in data reporting, by page and by API: hints on a draft, nothing stored, then the residents' review.</summary>
public sealed class ReportCheckTests
{
    private const string Secret = "Quetzalcoatlus";
    private const string Draft = "Group,Children,Percent,Total\nBlack " + Secret + ",7,12%,60\nWhite,40,9%,500\nAt-risk youth left.";

    [Fact]
    public async Task A_draft_gets_hints_is_stored_nowhere_and_one_button_leads_to_the_residents_review()
    {
        await using var story = await BeginAsync();
        using var browser = await new AgencyBrowser(story).SignInAsync("DSS");
        await browser.GetAsync("/agency/new");
        await browser.FollowAsync("Check a draft");
        await browser.SendAsync("check", [("text", Draft)]);

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("Black " + Secret + ": 7", browser.Says, StringComparison.Ordinal);
        Assert.Contains("Often heard as blame", browser.Says, StringComparison.Ordinal);
        Assert.Contains(Secret, browser.Page.QuerySelector("textarea[name=text]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("score of", browser.Says, StringComparison.OrdinalIgnoreCase);
        var seen = await story.AskAsync(HttpMethod.Post, "/api/report-check", "DSS", new JsonObject { ["text"] = Draft });
        var items = seen.Body["items"]!.AsArray();
        Assert.Equal(["labels", "comparators", "small-numbers", "deficit-framing"], items.Select(i => i!["id"]!.GetValue<string>()));
        Assert.All(items.SelectMany(i => i!["hints"]!.AsArray()), hint =>
            Assert.Contains(hint!["says"]!.GetValue<string>(), browser.Says, StringComparison.Ordinal));

        await browser.SendAsync("ask", []);
        Assert.EndsWith("/what", browser.Path, StringComparison.Ordinal);
        var draft = Assert.Single(await story.Service<ProjectDraftStore>().AllAsync("DSS"));
        Assert.Equal(ProjectKind.PublicationCheck, draft.Project.Kind);
        Assert.DoesNotContain(await story.EveryRowAsync(), row => row.Contains(Secret, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("The families moved in May.", "Nothing was seen")]
    [InlineData("At-risk youth left.", "One thing to look at")]
    [InlineData("At-risk youth left. Vulnerable families moved. At-risk youth came.", "3 things to look at")]
    public async Task The_heading_counts_the_hints_in_one_sentence(string text, string heading)
    {
        await using var story = await BeginAsync();
        using var browser = await new AgencyBrowser(story).SignInAsync("DSS");
        await browser.GetAsync("/agency/report-check");

        await browser.SendAsync("check", [("text", text)]);

        Assert.Equal(heading, browser.Page.QuerySelector("#seen-title")!.TextContent);
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_at_its_field_and_markup_stays_text()
    {
        await using var story = await BeginAsync();
        using var browser = await new AgencyBrowser(story).SignInAsync("DSS");
        await browser.GetAsync("/agency/report-check");
        await browser.SendAsync("check", [("text", " ")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Paste the draft first", browser.Says, StringComparison.Ordinal);

        await browser.SendAsync("check", [("text", "Group,Children\n<script>alert(1)</script>,7\n")]);
        Assert.Null(browser.Page.QuerySelector("main script"));
        var tooLong = await story.AskAsync(HttpMethod.Post, "/api/report-check", "DSS", new JsonObject
        { ["text"] = new string('a', 50_001) });
        Assert.Equal((HttpStatusCode.BadRequest, "/text"),
            (tooLong.Status, tooLong.Body["faults"]![0]!["pointer"]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.Unauthorized,
            (await story.AskAsync(HttpMethod.Post, "/api/report-check", null, new JsonObject { ["text"] = "a" })).Status);
    }
}
