using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CtVoice.Local.Host;
using CtVoice.Local.Tests.Desk;
using CtVoice.Local.Tests.Pages;
using CtVoice.Local.Tests.Projects;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Connecticut;

/// <summary>The Responsible AI Framework, by page and by API: the inventory, the five fields, and the statement.</summary>
public sealed class AiTests
{
    [Fact]
    public async Task A_project_names_a_system_of_the_imported_inventory_and_people_who_decide_see_what_it_is()
    {
        await using var story = await BeginAsync();
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync("/desk/settings/ai-inventory");
        Assert.Contains("None is imported yet", desk.Says, StringComparison.Ordinal);
        var twice = Encoding.UTF8.GetString(Inventory()).Replace("DSS-AI-002", "DOL-AI-014", StringComparison.Ordinal);
        await desk.SendFileAsync("import", "small-ai-inventory.csv", Encoding.UTF8.GetBytes(twice));
        Assert.StartsWith("Row 3: ", Assert.Single(desk.Faults), StringComparison.Ordinal);
        await desk.SendFileAsync("import", "small-ai-inventory.csv", Inventory());
        Assert.Empty(desk.Faults);
        Assert.Contains("Job path grouping", desk.Says, StringComparison.Ordinal);
        var found = (await story.AskAsync(HttpMethod.Get, "/api/ai-inventory?search=job", "DOL")).Body["systems"]!.AsArray();
        Assert.Equal("DOL-AI-014", Assert.Single(found)!["id"]!.GetValue<string>());

        await story.SubmitAsync("reentry-employment", questions: 3);
        await desk.OpenAsync($"/desk/reviews/{story.Id}");
        Assert.Contains("Job path grouping, None: written in the agency: Groups job histories", desk.Says, StringComparison.Ordinal);
        Assert.Contains("Makes or supports decisions: No. Assessed for harm: Yes.", desk.Says, StringComparison.Ordinal);
        using var agency = await new AgencyBrowser(story).SignInAsync("DOL");
        await agency.GetAsync($"/agency/reviews/{story.Id}/project");
        Assert.Contains("From the state’s inventory.", agency.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_system_is_refused_with_the_nearest_and_unknown_headings_are_named_by_hand()
    {
        await using var desk = await LocalDesk.OpenAsync();
        var foreign = Encoding.UTF8.GetString(Inventory()).Replace("System Name", "Werkzeug", StringComparison.Ordinal);

        var (refused, problem) = await SendAsync(desk, "/api/ai-inventory", foreign);
        Assert.Equal(HttpStatusCode.BadRequest, refused);
        Assert.Contains("Werkzeug", problem["faults"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(desk, "/api/ai-inventory?name=Werkzeug", foreign)).Status);

        var project = LocalDesk.Sample("reentry-employment");
        project["ai"]!["inventoryId"] = "DOL-AI-041";
        var (status, faults) = await desk.PostAsync("/api/projects/check", "DOL", project);
        Assert.Equal((HttpStatusCode.BadRequest, "/ai/inventoryId"), (status, Assert.Single(LocalDesk.Pointers(faults))));
        Assert.Contains("DOL-AI-014", faults["faults"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(desk, "/api/ai-inventory", foreign, "DSS")).Status);
    }

    [Fact]
    public async Task The_five_fields_are_asked_at_intake_and_what_lacks_is_a_question_in_the_report()
    {
        await using var story = await BeginAsync();
        using var browser = await new AgencyBrowser(story).SignInAsync("DOL");
        await browser.GetAsync("/agency/new");
        await browser.SendAsync("begin", []);
        await browser.GetAsync($"/agency/new/{browser.Path.Split('/')[3]}/ai");
        foreach (var field in new[] { "inventoryId", "approvalReference", "assessmentDate", "role", "humanOverseer" })
            Assert.NotNull(browser.Page.QuerySelector($"[name='ai/{field}']"));

        var project = LocalDesk.Sample("reentry-employment");
        project["ai"] = new JsonObject { ["used"] = true };
        var check = await story.AskAsync(HttpMethod.Post, "/api/projects/check", "DOL", project);
        Assert.Equal(HttpStatusCode.OK, check.Status);
        Assert.Equal(5, check.Body["openQuestions"]!.AsArray()
            .Count(q => q!["pointer"]!.GetValue<string>().StartsWith("/ai/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/no-ai", "Nothing here is decided by AI", "Aquí la IA")]
    [InlineData("/es/no-ai", "Aquí la IA no decide nada", "Nothing here")]
    public async Task The_statement_is_public_in_both_languages(string path, string says, string foreign)
    {
        await using var desk = await LocalDesk.OpenAsync();

        var page = WebUtility.HtmlDecode(await desk.TextAsync(path));

        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.DoesNotContain(foreign, page, StringComparison.Ordinal);
    }

    private static Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(
        LocalDesk desk, string path, string csv, string who = "coordinator") =>
        desk.SendAsync(HttpMethod.Post, path, who, new StringContent(csv, Encoding.UTF8, "text/csv"));

    private static byte[] Inventory()
    {
        using var file = SampleFiles.Open("ai/small-ai-inventory.csv");
        using var read = new MemoryStream();
        file.CopyTo(read);
        return read.ToArray();
    }
}
