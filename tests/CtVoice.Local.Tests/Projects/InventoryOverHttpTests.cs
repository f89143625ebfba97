using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace CtVoice.Local.Tests.Projects;

public sealed class InventoryOverHttpTests
{
    [Fact]
    public async Task A_misspelt_asset_is_refused_with_the_nearest_and_a_replaced_inventory_counts_at_once()
    {
        await using var desk = await LocalDesk.OpenAsync();
        var project = LocalDesk.Sample("snap-homelessness");
        Assert.Equal(HttpStatusCode.OK, (await desk.PostAsync("/api/projects/check", "DSS", project)).Status);
        project["assets"] = new JsonArray("DSS-0012", "DSS-0013");

        var (status, problem) = await desk.PostAsync("/api/projects/check", "DSS", project);
        var imported = await ImportAsync(desk, "coordinator", "Asset ID,Agency,Name\nDSS-0012,DSS,One\nDSS-0013,DSS,Two\n");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("/assets/1", Assert.Single(LocalDesk.Pointers(problem)));
        Assert.Contains("The nearest are: DSS-0012, ", problem["faults"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, 2), (imported.Status, imported.Body["assets"]!.GetValue<int>()));
        Assert.Equal(HttpStatusCode.OK, (await desk.PostAsync("/api/projects/check", "DSS", project)).Status);
        Assert.Equal("DSS-0013", Assert.Single((await desk.GetAsync("/api/inventory?search=two", "DSS"))["assets"]!.AsArray())!["id"]!
            .GetValue<string>());
    }

    [Fact]
    public async Task Bad_rows_are_named_and_only_the_coordinator_imports()
    {
        await using var desk = await LocalDesk.OpenAsync();

        var bad = await ImportAsync(desk, "coordinator", "Asset ID,Agency,Name\nDSS-1,DSS,One\n,DSS,Two\n");

        Assert.Equal(HttpStatusCode.BadRequest, bad.Status);
        Assert.Equal("/rows/3", Assert.Single(LocalDesk.Pointers(bad.Body)));
        Assert.Equal(HttpStatusCode.Forbidden, (await ImportAsync(desk, "DSS", "")).Status);
        Assert.Equal(7, (await desk.GetAsync("/api/inventory", "DSS"))["found"]!.GetValue<int>());
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> ImportAsync(LocalDesk desk, string who, string csv)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(csv));
        return await desk.SendAsync(HttpMethod.Post, "/api/inventory?name=test", who, body);
    }
}
