using System.Net;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Drafts;
using CtVoice.Core.Reviews;
using CtVoice.Local.Host;
using CtVoice.Local.Tests.Reviews;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Pages;

/// <summary>An agency brings a project and follows it to the end by forms alone, without one call of the interface for programs.</summary>
public sealed class AgencyJourneyTests
{
    // Words of somebody who tries it out.
    private const string Hostile = "<script>alert(1)</script>\"'& ñ";

    [Fact]
    public async Task From_the_first_step_to_the_last_piece_of_evidence_by_forms_alone()
    {
        await using var story = await BeginAsync(policy: Rules with { PanelSize = 1, Alternates = 0 });
        using var browser = await new AgencyBrowser(story).SignInAsync("DSS");
        await WriteAsync(browser);

        Assert.Contains("Residents will be asked.", browser.Says, StringComparison.Ordinal);
        Assert.Contains("People on benefits", browser.Says, StringComparison.Ordinal);
        await browser.SendAsync("submit", []);
        Assert.Contains("The project is submitted", browser.Says, StringComparison.Ordinal);
        story.Follow(browser.Path.Split('/')[3].Split('?')[0]);
        Assert.Empty(await story.Service<ProjectDraftStore>().AllAsync("DSS"));
        await browser.FollowAsync("Project");
        Assert.Contains(Hostile, browser.Says, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("main script"));
        // Who wrote it and who stands behind it are for the agency and the office, and for nobody else.
        Assert.Contains("Prepared byLee Park", browser.Says, StringComparison.Ordinal);
        Assert.Contains("Signed off byCommissioner Roe", browser.Says, StringComparison.Ordinal);
        Assert.Contains("Commissioner Roe", (await story.AskAsync(HttpMethod.Get, $"/api/reviews/{story.Id}/project", "coordinator")).Text,
            StringComparison.Ordinal);
        foreach (var open in new[] { $"/api/register/{story.Id}", $"/register/{story.Id}", $"/api/reviews/{story.Id}" })
            Assert.DoesNotContain("Roe",
                (await story.AskAsync(HttpMethod.Get, open, open.Contains("reviews", StringComparison.Ordinal) ? "DSS" : null)).Text,
                StringComparison.Ordinal);

        await browser.FollowAsync("Texts");
        await browser.SendAsync("text-en", [("summary", "We look at two lists. We show no names.")]);
        await story.ReleaseTextsAsync();
        await story.EverybodySaysAsync("2 take names out");
        await story.AdvanceToAsync(Eastern(2027, 1, 12, 20, 10));
        await story.CoordinatorAsync("replies/1/release", []);
        await story.AdvanceToAsync(Eastern(2027, 1, 14, 10));
        // A session lasts eight hours, and days have passed.
        await browser.SignInAsync("DSS");
        await browser.FollowAsync("Answer recommendation 1");
        await browser.SendAsync("answer",
            [("kind", "adopted"), ("plainWords/en", "We will."), ("reason", Hostile), ("owner", "Director of data"),
                ("dueOn", "2027-06-01")]);
        await browser.SendAsync("answer", [], "Publish");
        await browser.SendAsync("evidence", [("text", "Done since March.")]);

        var recommendation = Assert.Single((await story.StateAsync()).Recommendations);
        Assert.Equal((AnswerKind.Adopted, true), (recommendation.Answer!.Kind, recommendation.Commitment!.Delivered));
        Assert.Contains(Hostile, browser.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_keeps_what_was_written_says_what_lacks_at_its_field_and_leads_on_when_nothing_does()
    {
        await using var story = await BeginAsync();
        using var browser = await new AgencyBrowser(story).SignInAsync("DSS");
        await browser.GetAsync("/agency/new");
        await browser.SendAsync("begin", []);

        await browser.SendAsync("what", [("title", "Rental help"), ("purpose", "")], "Save and go on to");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Equal("#what-purpose", browser.Page.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Contains("your draft is saved", browser.Says, StringComparison.Ordinal);
        Assert.Equal("Rental help", Assert.Single(await story.Service<ProjectDraftStore>().AllAsync("DSS")).Project.Title);
        await browser.SendAsync("what", [("purpose", "Warn people sooner."), ("applicableLaws", "FERPA\n7 CFR 272")], "Save and go on to");
        Assert.EndsWith("/data", browser.Path, StringComparison.Ordinal);

        await browser.SendAsync("data", [("data/0/source", "DSS"), ("data/0/name", "Gendr"), ("data/0/whyNeeded", "To compare.")],
            "Save and go on to");
        Assert.Equal("#data-data-0-name", browser.Page.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Contains("“Gendr” is not in the public dictionary", browser.Says, StringComparison.Ordinal);
        await browser.SendAsync("data",
            [("data/0/notInCatalogue", "true"), ("data/0/description", "As on the form."), ("data/1/source", "DSS"),
                ("data/1/name", "Other"), ("data/1/notInCatalogue", "true")], "Save and stay");
        Assert.Equal(2, (await ProjectAsync(story)).Data.Count);
        await browser.SendAsync("data", [], "Remove number 1");
        Assert.Equal("Other", Assert.Single((await ProjectAsync(story)).Data).Name);
        Assert.Equal(["FERPA", "7 CFR 272"], (await ProjectAsync(story)).ApplicableLaws);
    }

    [Fact]
    public async Task An_element_is_found_in_the_catalogue_by_its_name_by_search_or_by_a_name_that_is_nearly_right()
    {
        await using var story = await BeginAsync();
        var catalogue = await story.Service<Core.Projects.Catalogue.CatalogueStore>().CurrentAsync();
        var element = catalogue.Elements[0];
        using var browser = await new AgencyBrowser(story).SignInAsync("DSS");
        await browser.GetAsync("/agency/new");
        await browser.SendAsync("begin", []);
        await browser.FollowAsync("Data");

        await browser.SendAsync("data",
            [("data/0/source", element.Agency), ("data/0/name", element.Name + "x"), ("data/0/whyNeeded", "To compare.")],
            "Save and go on to");
        await browser.SendAsync("data", [], element.Name);
        Assert.Equal((element.Id, "To compare."), (await ProjectAsync(story)).Data.Select(d => (d.Element!, d.WhyNeeded!)).Single());
        await browser.SendAsync("data", [], "Remove number 1");
        await browser.SendAsync("data", [("find", element.Name)], "Save and look");
        await browser.SendAsync("data", [], "Add " + element.Name);
        Assert.Equal(element.Id, (await ProjectAsync(story)).Data[0].Element);
        await browser.SendAsync("data", [], "Remove number 1");
        await browser.SendAsync("data", [("data/0/source", element.Agency), ("data/0/name", element.Name.ToUpperInvariant())],
            "Save and stay");
        Assert.Contains("In the public dictionary", browser.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_as_JSON_becomes_a_draft_that_loses_nothing_when_its_steps_are_saved()
    {
        await using var story = await BeginAsync();
        using var browser = await new AgencyBrowser(story).SignInAsync("DSS");
        using var reader = new StreamReader(SampleFiles.Open("projects/snap-homelessness.json"));
        var json = await reader.ReadToEndAsync();
        await browser.GetAsync("/agency/new");
        await browser.SendAsync("file", [("json", "{\"title\":1,\"unknown\":2}")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("unknown:", browser.Says, StringComparison.Ordinal);

        await browser.SendAsync("file", [("json", json)]);
        var before = await ProjectAsync(story);
        foreach (var step in new[] { "what", "data", "people", "impact", "ai", "questions", "dates" })
        {
            Assert.EndsWith("/" + step, browser.Path, StringComparison.Ordinal);
            await browser.SendAsync(step, [], "Save and go on to");
        }
        Assert.EndsWith("/check", browser.Path, StringComparison.Ordinal);
        Assert.Contains("Residents will be asked.", browser.Says, StringComparison.Ordinal);
        // Prompts that nobody answers are not kept as answers, and an empty list of choices is none.
        Assert.Equal(Written(before), Written(await ProjectAsync(story)));
    }

    [Fact]
    public async Task Two_colleagues_who_write_one_step_see_both_and_nothing_is_overwritten()
    {
        await using var story = await BeginAsync();
        using var one = await new AgencyBrowser(story).SignInAsync("DSS");
        using var two = await new AgencyBrowser(story).SignInAsync("DSS");
        await one.GetAsync("/agency/new");
        await one.SendAsync("begin", []);
        await two.GetAsync(one.Path);
        await one.SendAsync("what", [("title", "Theirs")], "Save and stay");

        await two.SendAsync("what", [("title", "Mine")], "Save and stay");
        Assert.Equal(HttpStatusCode.PreconditionFailed, two.Status);
        Assert.Contains("Theirs", two.Says, StringComparison.Ordinal);
        Assert.Equal("Mine", two.Page.QuerySelector("#what-title")!.GetAttribute("value"));
        Assert.Equal("Theirs", (await ProjectAsync(story)).Title);
        await two.SendAsync("what", [], "Save and stay");
        Assert.Equal("Mine", (await ProjectAsync(story)).Title);
    }

    [Fact]
    public async Task A_draft_is_of_its_agency_alone_and_takes_no_form_without_its_token()
    {
        await using var story = await BeginAsync();
        using var browser = await new AgencyBrowser(story).SignInAsync("DSS");
        using var other = await new AgencyBrowser(story).SignInAsync("OEC");
        await browser.GetAsync("/agency/new");
        await browser.SendAsync("begin", []);
        var path = browser.Path;

        await other.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        var id = path.Split('/')[3];
        Assert.Equal(HttpStatusCode.NotFound, (await story.AskAsync(HttpMethod.Get, $"/api/project-drafts/{id}", "OEC")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await story.AskAsync(HttpMethod.Get, $"/api/project-drafts/{id}", "coordinator")).Status);
        Assert.Equal(HttpStatusCode.OK, (await story.AskAsync(HttpMethod.Get, $"/api/project-drafts/{id}", "DSS")).Status);
        await browser.PostAsync(path, ("form", "what"), ("title", "Forged"));
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        Assert.Equal("", (await ProjectAsync(story)).Title);
    }

    [Fact]
    public async Task A_project_that_is_taken_back_to_be_corrected_is_a_draft_again()
    {
        await using var story = await BeginAsync();
        await story.SubmitAsync();
        using var browser = await new AgencyBrowser(story).SignInAsync("DSS");
        await browser.GetAsync($"/agency/reviews/{story.Id}");
        await browser.SendAsync("withdraw", [("reason", "A date is wrong.")], "correct it");

        Assert.Equal("Food benefits and losing a home", browser.Page.QuerySelector("#what-title")!.GetAttribute("value"));
        Assert.Equal(ReviewStage.Cancelled, (await story.StateAsync()).Stage);
    }

    [Fact]
    public async Task A_program_is_subscribed_and_its_secret_is_shown_once()
    {
        await using var story = await BeginAsync();
        using var browser = await new AgencyBrowser(story).SignInAsync("DSS");
        await browser.GetAsync("/agency/subscriptions");
        await browser.SendAsync("add", [("url", "http://hooks.example.org")]);
        Assert.Equal("#add-url", browser.Page.QuerySelector(".errors a")!.GetAttribute("href"));
        await browser.SendAsync("add", [("url", "https://hooks.example.org/in")]);
        var secret = browser.Page.QuerySelector("code")!.TextContent;
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);

        await browser.GetAsync("/agency/subscriptions");
        Assert.DoesNotContain(secret, browser.Page.ToString(), StringComparison.Ordinal);
        var id = browser.Page.QuerySelectorAll("form").Select(f => f.Id!)
            .Single(i => i.StartsWith("remove-", StringComparison.Ordinal))[7..];
        await browser.SendAsync("secret-" + id, []);
        Assert.NotEqual(secret, browser.Page.QuerySelector("code")!.TextContent);
        await browser.SendAsync("remove-" + id, []);
        Assert.Contains("No program is told anything yet", browser.Says, StringComparison.Ordinal);
    }

    private static async Task WriteAsync(AgencyBrowser browser)
    {
        await browser.GetAsync("/agency/new");
        await browser.SendAsync("begin", []);
        await browser.SendAsync("what", [("title", "Food help and homes"), ("summary", "Two lists, side by side."), ("purpose", Hostile)],
            "Save and go on to");
        await browser.SendAsync("data",
            [("data/0/source", "DSS"), ("data/0/name", "SNAP active month"), ("data/0/notInCatalogue", "true"),
                ("data/0/description", "Each month with SNAP."), ("data/0/whyNeeded", "Shows when help stops.")],
            "Save and go on to");
        await browser.SendAsync("people",
            [("people/description", "People who got SNAP."), ("people/total", "6,180"), ("people/programmes", "benefits")],
            "Save and go on to");
        await browser.SendAsync("impact", [("dppeia/answers/0/answer", "Earlier warnings."), ("dppeia/answers/0/risk", "low")],
            "Save and go on to");
        await browser.SendAsync("ai", [("ai/used", "false")], "Save and go on to");
        await browser.SendAsync("questions",
            [("questions/0/text/en", "Is it OK to look at both lists?"), ("questions/0/text/es", "¿Está bien ver las dos listas?"),
                ("texts/en/summary", "We look at two lists. We show no names."),
                ("texts/es/summary", "Vemos dos listas. No mostramos nombres."), ("texts/es/translator", "Marisol Vega")],
                "Save and go on to");
        await browser.SendAsync("dates",
            [("dissemination/plan", "A report for everybody."), ("preparedBy", "Lee Park"), ("signedOffBy", "Commissioner Roe")],
            "Save and go on to");
    }

    private static async Task<ProjectRequest> ProjectAsync(ReviewStory story) =>
        Assert.Single(await story.Service<ProjectDraftStore>().AllAsync("DSS")).Project;

    // Ticks have the order of the page.
    private static string Written(ProjectRequest project) => System.Text.Json.JsonSerializer.Serialize(
        project with
        {
            LearningAgenda = [.. project.LearningAgenda.Order()],
            People = project.People! with { Programmes = [.. project.People.Programmes.Order()] },
            Dppeia = project.Dppeia! with { Answers = [.. project.Dppeia.Answers.OrderBy(a => a.Prompt, StringComparer.Ordinal)] },
        },
        Core.Json.WorkflowJson.Options);
}
