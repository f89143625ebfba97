using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Projects.Sharing;
using CtVoice.Local.Tests.Pages;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Projects;

/// <summary>P20 WIN: Exhibit A out of a project and into a draft, and what the public dictionary lacks.</summary>
public sealed class ExhibitTests
{
    [Fact]
    public async Task Exhibit_A_is_read_by_program_and_printed_at_desk_and_agency_with_every_field_of_the_agreement()
    {
        await using var story = await ReviewStory.BeginAsync();
        await story.SubmitAsync();
        var exhibit = (await story.AskAsync(HttpMethod.Get, $"/api/reviews/{story.Id}/exhibit-a", "DSS")).Body;
        Assert.Equal(ExhibitA.Current, exhibit["form"]!.GetValue<string>());
        Assert.Equal("DSS", exhibit["requestingEntity"]!.GetValue<string>());
        // No count of people is among its fields.
        Assert.DoesNotContain("391200", exhibit.ToJsonString(), StringComparison.Ordinal);

        using var agency = await new AgencyBrowser(story).SignInAsync("DSS");
        await agency.GetAsync($"/agency/reviews/{story.Id}/project");
        await agency.FollowAsync("Exhibit A, to print");
        Printed(agency.Says, exhibit);
        using var desk = await StaffBrowser.SignInAsync(story, "coordinator");
        await desk.OpenReviewAsync("exhibit-a");
        Printed(string.Join(' ', desk.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), exhibit);

        // Nobody else's agency.
        Assert.Equal(HttpStatusCode.NotFound, (await story.AskAsync(HttpMethod.Get, $"/api/reviews/{story.Id}/exhibit-a", "DOL")).Status);
    }

    [Theory]
    [InlineData("snap-homelessness", "DSS")]
    [InlineData("apcd-asthma", "OHS")]
    public async Task Exhibit_A_comes_back_as_a_draft_by_program_and_by_page_and_says_the_same(string sample, string agency)
    {
        await using var story = await ReviewStory.BeginAsync();
        await story.SubmitAsync(sample);
        var exhibit = (await story.AskAsync(HttpMethod.Get, $"/api/reviews/{story.Id}/exhibit-a", agency)).Body.AsObject();

        var kept = await story.AskAsync(HttpMethod.Post, "/api/project-drafts/exhibit-a", agency, exhibit);
        Assert.Equal(HttpStatusCode.Created, kept.Status);
        Same(exhibit, await AgainAsync(kept.Body["project"]!));

        using var browser = await new AgencyBrowser(story).SignInAsync(agency);
        await browser.GetAsync("/agency/new");
        await browser.SendAsync("file", [("json", exhibit.ToJsonString())]);
        var id = browser.Path.Split('/')[3];
        Same(exhibit, await AgainAsync((await story.AskAsync(HttpMethod.Get, $"/api/project-drafts/{id}", agency)).Body["project"]!));
        // The draft is a project like others: what an exhibit does not ask for is still missing.
        await browser.GetAsync($"/agency/new/{id}/check");
        Assert.Contains("to mend before you can submit it", browser.Says, StringComparison.Ordinal);

        async Task<JsonNode> AgainAsync(JsonNode project)
        {
            var catalogue = await story.Service<CatalogueStore>().CurrentAsync();
            var again = ExhibitA.Of(project.Deserialize<ProjectRequest>(WorkflowJson.Options)!, catalogue);
            return JsonSerializer.SerializeToNode(again, WorkflowJson.Options)!;
        }
    }

    [Theory]
    [InlineData("form", "another/1", "/form")]
    [InlineData("requestingEntity", "DOL", "/requestingEntity")]
    [InlineData("secret", "x", "/secret")]
    public async Task An_exhibit_of_another_form_or_agency_or_with_a_member_that_is_not_known_is_refused_at_its_place(
        string member, string value, string pointer)
    {
        await using var story = await ReviewStory.BeginAsync();
        var exhibit = new JsonObject { ["form"] = ExhibitA.Current, ["title"] = "A title", ["requestingEntity"] = "DSS" };
        exhibit[member] = value;

        var refused = await story.AskAsync(HttpMethod.Post, "/api/project-drafts/exhibit-a", "DSS", exhibit);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal([pointer], LocalDesk.Pointers(refused.Body));
    }

    [Fact]
    public async Task What_the_public_dictionary_lacks_is_collected_by_source_with_the_projects_that_need_it_and_why()
    {
        await using var story = await ReviewStory.BeginAsync();
        await story.SubmitAsync(key: "one");
        await story.SubmitAsync(key: "two");
        var sources = (await story.AskAsync(HttpMethod.Get, "/api/catalogue/unlisted", "auditor")).Body["sources"]!.AsArray();
        var first = sources[0]!["names"]![0]!;
        Assert.Equal(2, first["projects"]!.AsArray().Count);

        using var desk = await StaffBrowser.SignInAsync(story, "coordinator");
        await desk.OpenAsync("/desk/settings/catalogue/unlisted");
        Assert.Contains(sources[0]!["source"]!.GetValue<string>(), desk.Words, StringComparison.Ordinal);
        Assert.Contains(first["name"]!.GetValue<string>(), desk.Words, StringComparison.Ordinal);
        Assert.All(first["projects"]!.AsArray(),
            p => Assert.Contains(p!["whyNeeded"]!.GetValue<string>(), desk.Words, StringComparison.Ordinal));
        Assert.Contains("2 projects", desk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_public_dictionary_lacks_can_be_seen_of_any_year_that_has_projects()
    {
        await using var story = await ReviewStory.BeginAsync();
        await story.SubmitAsync();
        using var desk = await Tests.Desk.DeskVisitor.SignInAsync(story);

        await desk.OpenAsync("/desk/settings/catalogue/unlisted?year=2025");

        Assert.Contains("What projects of 2025 need", desk.Says, StringComparison.Ordinal);
        Assert.Equal(["2027", "2025"], desk.Page.QuerySelectorAll("#year option").Select(o => o.TextContent));
        Assert.Equal("2025", desk.Page.QuerySelector("#year option[selected]")!.TextContent);
        await desk.OpenAsync("/desk/settings/catalogue/unlisted");
        Assert.Contains("What projects of 2027 need", desk.Says, StringComparison.Ordinal);
        Assert.Equal(["H1", "H2", "H3", "H4"],
            desk.Page.QuerySelectorAll("main h1, main h2, main h3, main h4").Select(h => h.TagName).Distinct());
    }

    private static void Printed(string words, JsonNode exhibit)
    {
        foreach (var member in (string[])["title", "purpose", "legalBasis", "analysisAndReporting", "secureEnvironment", "retention"])
        {
            if (exhibit[member] is { } said)
                Assert.Contains(said.GetValue<string>(), words, StringComparison.Ordinal);
        }
        foreach (var heading in (string[])["Fields to query or link", "Requesting entity", "Applicable laws",
            "Fit with the Learning Agenda", "Destroyed or returned by", "Limits on dissemination", "Approvals",
            "Who has access", "Bias considerations"])
            Assert.Contains(heading, words, StringComparison.Ordinal);
        Assert.All(exhibit["fields"]!.AsArray(), f => Assert.Contains(f!["name"]!.GetValue<string>(), words, StringComparison.Ordinal));
    }

    private static void Same(JsonNode one, JsonNode other) => Assert.Equal(one.ToJsonString(), other.ToJsonString());
}
