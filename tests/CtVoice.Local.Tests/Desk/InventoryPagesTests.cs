using System.Net;
using System.Text;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web;

namespace CtVoice.Local.Tests.Desk;

public sealed class InventoryPagesTests
{
    private const string Odd = "Ref,Holder,Label,Notes\nDSS-0012,DSS,SNAP <b>households</b>,x\nDSS-0013,DSS,Never used,y\n";

    [Fact]
    public async Task A_file_with_headings_of_its_own_is_mapped_previewed_and_imported_and_the_choice_is_remembered()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var desk = await DeskVisitor.SignInAsync(story);

        await desk.OpenAsync("/desk/settings/inventory");
        await desk.SendFileAsync("import", "assets.csv", Encoding.UTF8.GetBytes(Odd));
        Assert.Contains("Which heading is which?", desk.Says, StringComparison.Ordinal);
        Assert.Contains("SNAP <b>households</b> · Never used", desk.Says, StringComparison.Ordinal);
        await desk.SendAsync("columns", ("assetId", "Ref"), ("agency", "Holder"));
        Assert.Equal(["Choose the heading of the asset’s name."], desk.Faults);
        Assert.NotNull(desk.Page.QuerySelector("#columns-assetName-error"));
        Assert.Equal(["Ref", "Holder", ""], Chosen());
        await desk.SendAsync("columns", ("assetName", "Ref"));
        Assert.Equal(["Row 1: One heading cannot be two things: choose another one."], desk.Faults);
        Assert.Equal(["Ref", "Holder", "Ref"], Chosen());
        // The file and what was chosen are still there: only what is wrong is chosen again.
        await desk.SendAsync("columns", ("assetName", "Label"));
        Assert.Contains("2 assets in the file. Nothing is stored yet", desk.Says, StringComparison.Ordinal);
        await desk.SendAsync("do");
        Assert.Equal("/desk/settings/inventory?done=deskImportInventory", desk.Path);

        await desk.SendFileAsync("import", "assets.csv", Encoding.UTF8.GetBytes(Odd));
        Assert.Equal(["Ref", "Holder", "Label"], Chosen());

        IEnumerable<string?> Chosen() => desk.Page.QuerySelectorAll("#columns option[selected]").Select(o => o.GetAttribute("value"));
    }

    [Fact]
    public async Task Programs_learn_the_headings_and_name_which_is_which()
    {
        await using var story = await ReviewStory.BeginAsync();

        var look = await UploadAsync(story, "/api/inventory/headings", Odd);
        Assert.Equal(HttpStatusCode.OK, look.Status);
        Assert.Equal(["Ref", "Holder", "Label", "Notes"],
            look.Body["headings"]!.AsArray().Select(h => h!["heading"]!.GetValue<string>()));
        Assert.Equal("", look.Body["proposed"]!["assetId"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.BadRequest, (await UploadAsync(story, "/api/inventory", Odd)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await UploadAsync(story, "/api/inventory?assetId=Ref", Odd)).Status);
        Assert.Equal(HttpStatusCode.BadRequest,
            (await UploadAsync(story, "/api/inventory?assetId=Ref&agency=Holder&assetName=Gone", Odd)).Status);
        Assert.Equal(2, (await UploadAsync(story, "/api/inventory?assetId=ref&agency=Holder&assetName=Label", Odd)).Body["assets"]!
            .GetValue<int>());
        Assert.Equal("ref", (await UploadAsync(story, "/api/inventory/headings", Odd)).Body["proposed"]!["assetId"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_asset_is_never_reviewed_until_residents_were_asked_to_the_close_about_a_project_that_names_it()
    {
        await using var story = await ReviewStory.BeginAsync();
        _ = await UploadAsync(story, "/api/inventory?assetId=Ref&agency=Holder&assetName=Label", Odd);
        await story.SubmitAsync(change: project => project["assets"] = new System.Text.Json.Nodes.JsonArray("dss-0012"));
        await story.ReleaseTextsAsync();
        Assert.Equal(["DSS-0012", "DSS-0013"], await NeverAsync(story));

        await story.AdvanceToAsync((await story.StateAsync()).Window!.ClosesAt.AddHours(1));
        await story.AdvanceAsync(TimeSpan.FromDays(10));

        Assert.Equal(["DSS-0013"], await NeverAsync(story));
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync("/desk/settings/inventory/unreviewed");
        Assert.Contains("1 of 2 assets: residents were never asked", desk.Says, StringComparison.Ordinal);
        Assert.Contains("Never used", desk.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agency_ticks_assets_of_the_agencies_of_its_project_and_types_others()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var desk = await DeskVisitor.SignInAsync(story, Role.Agency, "DSS");
        await desk.OpenAsync("/agency/new");
        await desk.SendAsync(desk.Page.Forms.First(f => f.Id is not null && f.GetAttribute("action")!.StartsWith("/agency/new",
            StringComparison.Ordinal)).Id!);
        var draft = desk.Path.Split('?')[0].Split('/')[3];
        await desk.OpenAsync($"/agency/new/{draft}/data");

        await desk.SendAsync("data", ("assetsChosen", "DSS-0012"), ("assets", "DOC-0007"), ("do", "stay"));

        await desk.OpenAsync($"/agency/new/{draft}/data");
        Assert.Equal(["DSS-0012"], desk.Page.QuerySelectorAll("[name=assetsChosen][checked]").Select(b => b.GetAttribute("value")));
        Assert.Equal("DOC-0007", desk.Page.QuerySelector("[name=assets]")!.TextContent.Trim());
        var stored = (await story.AskAsync(HttpMethod.Get, $"/api/project-drafts/{draft}", "DSS")).Body["project"]!["assets"]!.AsArray();
        Assert.Equal(["DOC-0007", "DSS-0012"], stored.Select(a => a!.GetValue<string>()).Order(StringComparer.Ordinal));
    }

    private static async Task<IEnumerable<string>> NeverAsync(ReviewStory story) =>
        (await story.AskAsync(HttpMethod.Get, "/api/inventory/unreviewed?agency=dss", "DSS")).Body["assets"]!.AsArray()
            .Select(asset => asset!["id"]!.GetValue<string>());

    private static async Task<ApiAnswer> UploadAsync(ReviewStory story, string path, string csv)
    {
        using var http = new HttpClient { BaseAddress = story.Url };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(csv)) };
        request.Headers.Add("X-Api-Key", story.Key("coordinator"));
        using var response = await http.SendAsync(request);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(), null);
    }
}
