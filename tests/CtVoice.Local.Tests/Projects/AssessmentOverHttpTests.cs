using System.Net;
using System.Text.Json.Nodes;

namespace CtVoice.Local.Tests.Projects;

public sealed class AssessmentOverHttpTests
{
    [Fact]
    public async Task The_office_and_who_asks_see_every_figure_and_everybody_else_words()
    {
        await using var desk = await LocalDesk.OpenAsync();
        var project = Counted(1000, ("2135-2", 7), ("2054-5", 300));
        var id = await desk.SubmitAsync("OEC", project);

        var full = await desk.GetAsync($"/api/reviews/{id}/assessment", "coordinator");
        var agency = await desk.GetAsync($"/api/reviews/{id}/assessment", "OEC");
        var everybody = await desk.GetAsync($"/api/register/{id}/assessment", null);

        foreach (var all in new[] { full, agency })
            Assert.Equal(7, Finding(all, "2135-2")["figures"]!["inData"]!.GetValue<long>());
        Assert.Equal("not shown", Cell(agency, "2135-2")["text"]!.GetValue<string>());
        Assert.NotNull(full["exposed"]);
        Assert.Null(agency["exposed"]);
        Assert.All(everybody["assessment"]!["findings"]!.AsArray(), f => Assert.Null(f!["figures"]));
        Assert.Null(everybody["counts"]);
        Assert.Equal("too-few", Finding(everybody, "2135-2")["status"]!.GetValue<string>());
        Assert.Equal("About 1,000 people.", everybody["people"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_later_version_of_a_project_gives_nothing_away_by_its_difference_to_an_earlier_one()
    {
        await using var desk = await LocalDesk.OpenAsync();
        var first = Counted(1000, ("2135-2", 400));
        var id = await desk.SubmitAsync("OEC", first);
        var changed = Counted(1000, ("2135-2", 405));
        changed["kind"] = "modification";
        changed["earlierProject"] = id;
        changed["changes"] = new JsonArray("Five more people.");

        var check = (await desk.PostAsync("/api/projects/check", "OEC", changed)).Body;
        var later = await desk.SubmitAsync("OEC", changed);
        var published = await desk.GetAsync($"/api/register/{later}/assessment", null);

        Assert.Equal("not shown", Cell(check, "2135-2")["text"]!.GetValue<string>());
        Assert.Equal(
            published["assessment"]!.ToJsonString(), (await desk.GetAsync($"/api/register/{id}/assessment", null))["assessment"]!
                .ToJsonString());
        Assert.Equal(405, Finding(await desk.GetAsync($"/api/reviews/{later}/assessment", "auditor"), "2135-2")["figures"]!["inData"]!
            .GetValue<long>());
    }

    [Fact]
    public async Task An_agency_does_not_see_the_assessment_of_another()
    {
        await using var desk = await LocalDesk.OpenAsync();
        var id = await desk.SubmitAsync("DSS", LocalDesk.Sample("snap-homelessness"));

        Assert.Equal(HttpStatusCode.NotFound, (await desk.SendAsync(HttpMethod.Get, $"/api/reviews/{id}/assessment", "DOL")).Status);
    }

    [Fact]
    public async Task A_replaced_policy_counts_for_projects_that_are_assessed_from_then_on()
    {
        await using var desk = await LocalDesk.OpenAsync();
        var project = Counted(1000, ("2135-2", 300));
        var policy = (await desk.GetAsync("/api/reference/policy", null)).AsObject();
        policy["indexAtLeast"] = 3;
        var before = await desk.SubmitAsync("OEC", project);

        var sameName = await desk.SendAsync(HttpMethod.Put, "/api/reference/policy", "coordinator", Json(policy));
        policy["version"] = "3";
        var byAgency = await desk.SendAsync(HttpMethod.Put, "/api/reference/policy", "OEC", Json(policy));
        var replaced = await desk.SendAsync(HttpMethod.Put, "/api/reference/policy", "coordinator", Json(policy));
        var after = await desk.SubmitAsync("OEC", project);

        Assert.Equal(["/version"], LocalDesk.Pointers(sameName.Body));
        Assert.Equal(HttpStatusCode.Forbidden, byAgency.Status);
        Assert.True(replaced.Body["changed"]!.GetValue<bool>());
        Assert.Equal("overrepresented",
            Finding(await desk.GetAsync($"/api/reviews/{before}/assessment", "coordinator"), "2135-2")["status"]!.GetValue<string>());
        Assert.Equal("not-overrepresented",
            Finding(await desk.GetAsync($"/api/reviews/{after}/assessment", "coordinator"), "2135-2")["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Codes_that_put_Middle_Eastern_under_White_are_refused()
    {
        await using var desk = await LocalDesk.OpenAsync();
        var codes = (await desk.GetAsync("/api/reference/rel", null)).AsObject();
        codes["version"] = "2";
        var all = codes["codes"]!.AsArray();
        var mena = all.First(c => c!["code"]!.GetValue<string>() == "2118-8")!;
        all.Remove(mena);
        mena["parent"] = "2106-3";
        all.Add(mena);

        var (status, body) = await desk.SendAsync(HttpMethod.Put, "/api/reference/rel", "coordinator", Json(codes));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("SPD 15", body.ToJsonString(), StringComparison.Ordinal);
    }

    private static JsonObject Counted(int total, params (string Population, int Count)[] groups)
    {
        var project = LocalDesk.Sample("too-few-people");
        project["people"] = new JsonObject
        {
            ["description"] = "Children in a pilot program.",
            ["total"] = total,
            ["groups"] = new JsonArray([.. groups.Select(g => new JsonObject { ["population"] = g.Population, ["count"] = g.Count })]),
            ["raceBasis"] = "alone",
            ["place"] = "Connecticut",
            ["years"] = new JsonObject { ["from"] = 2026, ["to"] = 2026 },
        };
        return project;
    }

    private static StringContent Json(JsonNode body) => new(body.ToJsonString(), null, "application/json");

    private static JsonNode Finding(JsonNode view, string population) =>
        view["assessment"]!["findings"]!.AsArray().First(f => f!["population"]!.GetValue<string>() == population)!;

    private static JsonNode Cell(JsonNode view, string id) => view["counts"]!.AsArray().First(c => c!["id"]!.GetValue<string>() == id)!;
}
