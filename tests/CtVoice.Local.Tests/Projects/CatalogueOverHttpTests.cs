using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CtVoice.Local.Host;

namespace CtVoice.Local.Tests.Projects;

public sealed class CatalogueOverHttpTests
{
    private const string Wage = "dol.unemployment-insurance-ui.wage";

    [Fact]
    public async Task Every_word_of_a_search_is_found_and_pages_follow_one_another()
    {
        await using var desk = await LocalDesk.OpenAsync();

        var page = await desk.GetAsync("/api/catalogue?search=unemployment%20wage&agency=DOL", "DOL");

        Assert.Contains(Wage, page["elements"]!.AsArray().Select(e => e!["id"]!.GetValue<string>()));
        Assert.All(page["elements"]!.AsArray(), e => Assert.Equal("DOL", e!["agency"]!.GetValue<string>()));
        Assert.Null(page["continuation"]);
    }

    [Fact]
    public async Task A_long_result_comes_in_pages_without_gap()
    {
        await using var desk = await LocalDesk.OpenAsync();
        var rows = string.Concat(Enumerable.Range(0, 250).Select(i => $"DOL,P,C,Element {i},d,t,y\n"));
        await ImportAsync(desk, Heading + rows);

        var ids = new HashSet<string>();
        string? continuation = null;
        do
        {
            var page = await desk.GetAsync("/api/catalogue" + (continuation is null ? "" : "?continuation=" + continuation), "DOL");
            Assert.Equal(250, page["found"]!.GetValue<int>());
            ids.UnionWith(page["elements"]!.AsArray().Select(e => e!["id"]!.GetValue<string>()));
            continuation = page["continuation"]?.GetValue<string>();
        }
        while (continuation is not null);

        Assert.Equal(250, ids.Count);
    }

    [Fact]
    public async Task An_import_is_swapped_in_at_once_and_names_the_open_projects_it_touches()
    {
        await using var desk = await LocalDesk.OpenAsync();
        var review = await desk.SubmitAsync("DOL", LocalDesk.Sample("reentry-employment"));
        var before = (await desk.GetAsync("/api/catalogue", "DOL"))["version"]!.GetValue<string>();
        using var reader = new StreamReader(SampleFiles.Open("catalogue/small-catalogue.csv"));
        var lines = (await reader.ReadToEndAsync()).Split('\n');
        var without = string.Join('\n', lines.Where(l => !l.Contains(",Wage,", StringComparison.Ordinal)));
        Assert.NotEqual(string.Join('\n', lines), without);

        var (status, imported) = await ImportAsync(desk, without);
        var diff = await desk.GetAsync($"/api/catalogue/diff?from={before}", "DOL");
        var check = await desk.PostAsync("/api/projects/check", "DOL", LocalDesk.Sample("reentry-employment"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(1, imported["removed"]!.GetValue<int>());
        var touched = Assert.Single(imported["touched"]!.AsArray())!;
        Assert.Equal(review, touched["reviewId"]!.GetValue<string>());
        Assert.Equal(Wage, Assert.Single(touched["elements"]!.AsArray())!.GetValue<string>());
        Assert.Equal(Wage, Assert.Single(diff["removed"]!.AsArray())!["id"]!.GetValue<string>());
        Assert.Contains("/element", Assert.Single(LocalDesk.Pointers(check.Body)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_bad_rows_changes_nothing_and_names_them()
    {
        await using var desk = await LocalDesk.OpenAsync();
        var before = (await desk.GetAsync("/api/catalogue", "DOL"))["version"]!.GetValue<string>();

        var (status, body) = await ImportAsync(desk, Heading + "DOL,P,C,One,d,t,y\nNowhere,P,C,Two,d,t,y\n");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(["/rows/3"], LocalDesk.Pointers(body));
        Assert.Equal(before, (await desk.GetAsync("/api/catalogue", "DOL"))["version"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("PK\u0003\u0004 and then nothing of a workbook")]
    [InlineData("")]
    public async Task A_file_that_is_no_dictionary_is_a_fault(string content)
    {
        await using var desk = await LocalDesk.OpenAsync();

        var (status, body) = await ImportAsync(desk, content);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.NotEmpty(LocalDesk.Pointers(body));
    }

    [Fact]
    public async Task Elements_that_the_catalogue_lacks_are_listed_for_OPM_with_the_project_that_needs_them()
    {
        await using var desk = await LocalDesk.OpenAsync();
        var review = await desk.SubmitAsync("DSS", LocalDesk.Sample("snap-homelessness"));
        _ = await desk.SubmitAsync("DOL", LocalDesk.Sample("reentry-employment"));

        var listed = (await desk.GetAsync("/api/catalogue/unlisted", "coordinator"))["elements"]!.AsArray();

        var wanted = LocalDesk.Sample("snap-homelessness")["data"]!.AsArray().Where(d => d!["notInCatalogue"]?.GetValue<bool>() is true)
            .Select(d => d!["name"]!.GetValue<string>());
        Assert.Equal(wanted, listed.Where(e => e!["reviewId"]!.GetValue<string>() == review).Select(e => e!["name"]!.GetValue<string>()));
        Assert.All(listed, e => Assert.NotEqual("", e!["whyNeeded"]!.GetValue<string>()));
        Assert.Empty((await desk.GetAsync("/api/catalogue/unlisted?year=2020", "coordinator"))["elements"]!.AsArray());
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.SendAsync(HttpMethod.Get, "/api/catalogue/unlisted", "DSS")).Status);
    }

    [Fact]
    public async Task Only_the_coordinator_imports()
    {
        await using var desk = await LocalDesk.OpenAsync();
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(Heading));

        Assert.Equal(HttpStatusCode.Forbidden, (await desk.SendAsync(HttpMethod.Post, "/api/catalogue", "DOL", body)).Status);
    }

    private const string Heading = "Agency,Program,Data Category,Data Element Name,Data Element Definition,Data Type,Years Available\n";

    private static async Task<(HttpStatusCode Status, JsonNode Body)> ImportAsync(LocalDesk desk, string file)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(file));
        return await desk.SendAsync(HttpMethod.Post, "/api/catalogue?name=test", "coordinator", body);
    }
}
