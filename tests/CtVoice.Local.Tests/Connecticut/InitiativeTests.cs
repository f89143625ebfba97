using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CtVoice.Local.Tests.Desk;
using CtVoice.Local.Tests.Pages;
using CtVoice.Local.Tests.Reviews;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Connecticut;

/// <summary>Initiatives outside government, by page and by API: entered by the office, public in the data landscape.</summary>
public sealed class InitiativeTests
{
    private const string File = "/api/reference/initiatives";
    private const string Settings = "/desk/settings/data/initiatives";

    [Fact]
    public async Task The_office_enters_initiatives_by_API_and_by_page_and_everybody_finds_them_in_the_landscape()
    {
        await using var story = await BeginAsync();
        using var visitor = new AgencyBrowser(story);
        await visitor.GetAsync("/register/landscape");
        Assert.DoesNotContain("Outside government", visitor.Says, StringComparison.Ordinal);
        Assert.Empty((await LandscapeAsync(story))["initiatives"]!.AsArray());

        var file = (await story.AskAsync(HttpMethod.Get, File, null)).Body.AsObject();
        Assert.Empty(file["initiatives"]!.AsArray());
        file["version"] = "2";
        file["initiatives"] = new JsonArray(Entry("homes", "Homes & towns"));
        Assert.Equal(HttpStatusCode.Forbidden, (await story.AskAsync(HttpMethod.Put, File, "DSS", file)).Status);
        Assert.Equal(HttpStatusCode.OK, (await story.AskAsync(HttpMethod.Put, File, "coordinator", file)).Status);

        await visitor.GetAsync("/register/landscape");
        foreach (var said in (string[])["Outside government", "nobody outside government has to", "Homes & towns",
            "Counts how many homes each town has.", "Run by A housing alliance.", "Topics: housing.",
            "Connecticut Coalition to End Homelessness",
            "From: Its own page; checked Monday, November 30, 2026."])
            Assert.Contains(said, visitor.Says, StringComparison.Ordinal);
        Assert.Contains(visitor.Page.QuerySelectorAll("#i-homes a"), a => a.GetAttribute("href") == "https://example.org/homes");
        var entered = Assert.Single((await LandscapeAsync(story))["initiatives"]!.AsArray())!;
        Assert.Equal(("homes", "A housing alliance", "2054-5", "Black or African American", "CCEH"),
            (Text(entered["id"]), Text(entered["runBy"]), Text(entered["populations"]![0]!["code"]),
                Text(entered["populations"]![0]!["name"]), Text(entered["agencies"]![0])));

        // By page: what stands there, with one more and without the other.
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync(Settings);
        Assert.Contains("Example Housing Alliance", desk.Says, StringComparison.Ordinal);
        file["version"] = "3";
        file["initiatives"] = new JsonArray(Entry("school", "School counts"));
        await desk.SendFileAsync("replace", "initiatives.json", Encoding.UTF8.GetBytes(file.ToJsonString()));
        Assert.Empty(desk.Faults);
        Assert.Equal("homes", Text((await LandscapeAsync(story))["initiatives"]![0]!["id"]));
        await desk.SendAsync("do");
        Assert.Equal($"{Settings}?done=deskReplaceInitiatives", desk.Path);
        await visitor.GetAsync("/register/landscape");
        Assert.Contains("School counts", visitor.Says, StringComparison.Ordinal);
        Assert.DoesNotContain("Homes & towns", visitor.Says, StringComparison.Ordinal);
        Assert.Equal("school", Text(Assert.Single((await LandscapeAsync(story))["initiatives"]!.AsArray())!["id"]));
    }

    [Theory]
    [InlineData("populations", """["2054-5", "homeles"]""", "/initiatives/1/populations/1", "homeless")]
    [InlineData("populations", "[]", "/initiatives/1/populations", "population")]
    [InlineData("agencies", """["DCCF"]""", "/initiatives/1/agencies/0", "DCF")]
    [InlineData("link", "\"http://example.org/\"", "/initiatives/1/link", "https://")]
    [InlineData("id", "\"homes\"", "/initiatives/1/id", "Two initiatives")]
    [InlineData("runBy", "\" \"", "/initiatives/1/runBy", "who runs it")]
    [InlineData("source", "\"\"", "/initiatives/1/source", "known from")]
    [InlineData("sentence", "\"Longitudinal administrative interoperability necessitates epistemological collaboration.\"",
        "/initiatives/1/sentence", "too hard")]
    public async Task A_bad_entry_is_refused_with_its_place_by_API_and_by_page_and_stores_nothing(
        string field, string value, string pointer, string says)
    {
        await using var story = await BeginAsync();
        var file = (await story.AskAsync(HttpMethod.Get, File, null)).Body.AsObject();
        var bad = Entry("school", "School counts");
        bad[field] = JsonNode.Parse(value);
        file["version"] = "2";
        file["initiatives"] = new JsonArray(Entry("homes", "Homes"), bad);

        var refused = await story.AskAsync(HttpMethod.Put, File, "coordinator", file);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        var fault = Assert.Single(refused.Body["faults"]!.AsArray())!;
        Assert.Equal(pointer, Text(fault["pointer"]));
        Assert.Contains(says, Text(fault["message"]), StringComparison.Ordinal);
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync(Settings);
        await desk.SendFileAsync("replace", "initiatives.json", Encoding.UTF8.GetBytes(file.ToJsonString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.Contains(says, Assert.Single(desk.Faults), StringComparison.Ordinal);
        Assert.Empty((await LandscapeAsync(story))["initiatives"]!.AsArray());
    }

    [Fact]
    public async Task A_population_whose_code_is_taken_away_later_takes_nothing_from_the_landscape()
    {
        await using var story = await BeginAsync();
        var codes = (await story.AskAsync(HttpMethod.Get, "/api/reference/rel", null)).Body.AsObject();
        var gone = codes["languages"]!.AsArray().Select(l => Text(l!["code"])).Last();
        var file = (await story.AskAsync(HttpMethod.Get, File, null)).Body.AsObject();
        file["version"] = "2";
        var entry = Entry("homes", "Homes");
        entry["populations"] = new JsonArray($"lang:{gone}");
        file["initiatives"] = new JsonArray(entry);
        Assert.Equal(HttpStatusCode.OK, (await story.AskAsync(HttpMethod.Put, File, "coordinator", file)).Status);

        codes["version"] = "fewer";
        codes["languages"]!.AsArray().RemoveAt(codes["languages"]!.AsArray().Count - 1);
        Assert.Equal(HttpStatusCode.OK, (await story.AskAsync(HttpMethod.Put, "/api/reference/rel", "coordinator", codes)).Status);
        var population = (await LandscapeAsync(story))["initiatives"]![0]!["populations"]![0]!;
        Assert.Equal($"lang:{gone}", Text(population["name"]));
    }

    private static async Task<JsonNode> LandscapeAsync(ReviewStory story) =>
        (await story.AskAsync(HttpMethod.Get, "/api/register/landscape", null)).Body;

    private static JsonObject Entry(string id, string name) => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["runBy"] = "A housing alliance",
        ["sentence"] = "Counts how many homes each town has.",
        ["link"] = $"https://example.org/{id}",
        ["populations"] = new JsonArray("2054-5"),
        ["topics"] = new JsonArray("housing"),
        ["agencies"] = new JsonArray("CCEH"),
        ["date"] = "2026-11-30",
        ["source"] = "Its own page",
    };

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
