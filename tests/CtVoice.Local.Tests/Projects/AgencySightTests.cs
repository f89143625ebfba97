using System.Net;
using System.Text.Json.Nodes;

namespace CtVoice.Local.Tests.Projects;

/// <summary>What a panel reads says something about its members: no answer to an agency may hold it.</summary>
public sealed class AgencySightTests
{
    [Fact]
    public async Task An_agency_learns_that_texts_are_being_made_ready_and_not_in_which_languages()
    {
        await using var desk = await LocalDesk.OpenAsync();
        var id = await desk.SubmitAsync("DSS", LocalDesk.Sample("snap-homelessness"));

        var agency = await desk.GetAsync($"/api/reviews/{id}", "DSS");
        var coordinator = await desk.GetAsync($"/api/reviews/{id}", "coordinator");

        Assert.Equal("preparing", agency["stage"]!.GetValue<string>());
        Assert.True(agency["textsInPreparation"]!.GetValue<bool>());
        Assert.Null(agency["textsWaiting"]);
        Assert.NotEmpty(coordinator["textsWaiting"]!.AsArray());
    }

    [Fact]
    public async Task What_the_coordinator_had_translated_or_released_is_not_shown_to_the_agency()
    {
        await using var desk = await LocalDesk.OpenAsync();
        var project = LocalDesk.Sample("snap-homelessness");
        project["texts"]!.AsObject().Remove("es");
        foreach (var question in project["questions"]!.AsArray())
        {
            question!["text"]!.AsObject().Remove("es");
            foreach (var choice in question["choices"]?.AsArray() ?? [])
                choice!.AsObject().Remove("es");
        }
        // The same review each time, so the same panel: one that reads both languages.
        var id = await desk.SubmitAsync("DSS", project, "agency-sight");
        Assert.Contains("es", (await desk.GetAsync($"/api/reviews/{id}/texts", "coordinator"))["needed"]!.AsArray()
            .Select(l => l!.GetValue<string>()));
        var written = await desk.SendAsync(HttpMethod.Put, $"/api/reviews/{id}/texts/es", "coordinator", Json(new JsonObject
        {
            ["summary"] = "El estado quiere ver quién recibió ayuda. No va a mostrar nombres.",
            ["questions"] = new JsonArray([.. project["questions"]!.AsArray().Select(q => (JsonNode)new JsonObject
            {
                ["text"] = "¿Está bien usar estos datos?",
                ["choices"] = new JsonArray([.. (q!["choices"]?.AsArray() ?? []).Select(_ => (JsonNode)"sí")]),
            })]),
            ["translator"] = "Marisol Rivera",
        }));
        Assert.Equal(HttpStatusCode.OK, written.Status);
        await desk.ReleaseTextsAsync(id);

        var shown = (await desk.GetAsync($"/api/reviews/{id}/texts", "DSS"))["texts"]!.AsArray();
        var refused = await desk.SendAsync(HttpMethod.Put, $"/api/reviews/{id}/texts/es", "DSS", Json(new JsonObject
        {
            ["summary"] = "Otro texto.",
            ["questions"] =
                new JsonArray([.. project["questions"]!.AsArray().Select(_ => (JsonNode)new JsonObject { ["text"] = "¿Otra pregunta?" })]),
        }));

        Assert.Equal(["en"], shown.Select(t => t!["language"]!.GetValue<string>()));
        Assert.Equal("reviewed", shown[0]!["standing"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.DoesNotContain("released", refused.Body.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    private static StringContent Json(JsonObject body) => new(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
}
