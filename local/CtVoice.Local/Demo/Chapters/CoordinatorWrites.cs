using System.Globalization;
using System.Text.Json.Nodes;

namespace CtVoice.Local.Demo.Chapters;

/// <summary>
/// After the close the coordinator writes recommendations from what members said, releases them for the agencies and for
/// the public, and has them read back.
/// </summary>
internal static class CoordinatorWrites
{
    public static async Task PlayAsync(Story story)
    {
        story.Chapter("The coordinator writes, and members check it");
        await story.PassToAsync((await story.ReadAsync())["window"]!.Instant("closesAt").AddHours(1));
        await story.SaysAsync(story.Seats[3], story.In(
            story.Seats[3], "2 sorry I am late. Keep the data one year, not five.",
            "2 perdón por la demora. Guarden los datos un año, no cinco."));
        await story.PassAsync("PT12H");
        await WriteAsync(story);
        await ReadBackAsync(story);
        await story.PassAsync("P2D");
        await ShowReportAsync(story);
    }

    /// <summary>Shows the report as agencies read it.</summary>
    internal static async Task ShowReportAsync(Story story)
    {
        var report = await story.ReadAsync("report", "DSS");
        await story.TellAsync($"Report: {report["asked"]} asked, {report["replied"]} replied, {report["notDecided"]} replies not decided "
            + $"and {report["draftsWaiting"]} drafts not released", Lines(report));
    }

    private static IEnumerable<string> Lines(JsonNode report)
    {
        foreach (var item in report.Items("recommendations"))
        {
            yield return $"{item["number"]}. {item.Text("text")}";
            yield return $"   to {item.Text("addressee")}{(item["dissent"]!.GetValue<bool>() ? ", dissent" : "")}; answer due "
                + $"{RecordWords.Local(item.Instant("dueAt"))}";
        }
    }

    private static async Task WriteAsync(Story story)
    {
        var replies = (await story.ReadAsync("replies")).AsArray().Select(r => r!).ToList();
        JsonArray From(string member) =>
            [.. replies.Where(r => r.Text("memberId") == member && !r["late"]!.GetValue<bool>()).Take(1)
                .Select(r => (JsonNode)r.Number("number"))];
        JsonArray Last(string member) =>
            [.. replies.Where(r => r.Text("memberId") == member).TakeLast(1).Select(r => (JsonNode)r.Number("number"))];

        var names = await DraftAsync(story, "Take out names.", "DSS", From(story.Seats[1]));
        var dates = await DraftAsync(story, "Take out exact dates.", "DSS", From(story.Seats[4]));
        var one = await story.Client.SendAsync(HttpMethod.Post, story.At("drafts/merge"), "coordinator", new JsonObject
        {
            ["drafts"] = new JsonArray(names.Number("draft"), dates.Number("draft")),
            ["text"] = "Take out names and exact dates before anything is shared.",
            ["addressee"] = "DSS",
            ["reason"] = "They ask for the same.",
        }, await story.Client.VersionAsync(story.At("drafts"), "coordinator"));
        var plain = await DraftAsync(story, "Tell families in plain words what was found.", "CCEH", Last(story.Seats[0]));
        var dissent =
            await DraftAsync(story, "Do not match the shelter list: my kids are in it and never said yes.", "DSS", From(story.Seats[2]),
                "dissent");
        _ = await DraftAsync(story, "Ask residents before help is cut.", "DSS", Last(story.Seats[1]));
        _ = await DraftAsync(story, "Show families what was found before others see it.", "OPM", Last(story.Seats[0]));
        await story.TellAsync(
            "The coordinator writes from the replies; two drafts that ask for the same are merged, dissent stays an item of its own");

        await ReleaseAsync(story, one, "Quiten nombres y fechas exactas antes de compartir.");
        await ReleaseAsync(story, plain, "Digan a las familias en palabras sencillas lo que encontraron.");
        await ReleaseAsync(
            story, dissent, "No usen la lista del refugio: las familias nunca dijeron que sí.",
            reworded: "Do not match the shelter list: families never said yes.",
            nobodyMeant: "It names the list of the project, and nobody on it.");
        await story.TellAsync("Three are released, for the agencies and for the public, one in other words, because it told of one "
            + "family; two drafts wait and leave nowhere");
    }

    private static Task<JsonNode> DraftAsync(Story story, string text, string addressee, JsonArray from, string kind = "recommendation") =>
        story.DoAsync("drafts", "coordinator", new()
        {
            ["text"] = text,
            ["from"] = from,
            ["supports"] = from.DeepClone(),
            ["addressee"] = addressee,
            ["kind"] = kind,
        });

    private static async Task ReleaseAsync(Story story, JsonNode draft, string spanish, string? reworded = null, string? nobodyMeant = null)
    {
        var number = draft.Number("draft");
        var part = string.Create(CultureInfo.InvariantCulture, $"preview/draft-{number}/release");
        foreach (var audience in new[] { "agency", "public" })
        {
            var release = new JsonObject { ["for"] = audience };
            if (reworded is not null)
                (release["text"], release["nobodyMeant"]) = (reworded, nobodyMeant);
            await story.Client.SendAsync(HttpMethod.Post, story.At(part), "coordinator", release, await VersionAsync(story, number));
        }
        await story.Client.SendAsync(
            HttpMethod.Put, story.At(string.Create(CultureInfo.InvariantCulture, $"drafts/{number}/translations/es")), "coordinator",
            new JsonObject { ["text"] = spanish, ["translator"] = "Marisol Vega" }, await VersionAsync(story, number));
    }

    private static async Task<string> VersionAsync(Story story, int draft) =>
        $"\"{(await story.ReadAsync("drafts")).Items("drafts").First(d => d.Number("draft") == draft).Text("version")}\"";

    private static async Task ReadBackAsync(Story story)
    {
        await story.DoAsync("drafts/read-back", "coordinator", []);
        await story.TellAsync("The drafts are to be read back to those who replied");
        await AgencyAsks.NobodyStopsAsync(story);
        await story.PassAsync("PT1H");
        await story.SaysAsync(story.Seats[1], "1");
        await story.SaysAsync(story.Seats[2], "2 I said ask us first. I did not say never.");
        var objections = (await story.ReadAsync("drafts")).Items("readBacks").Count(r => r.Text("text").Length > 0);
        await story.TellAsync($"{objections} objection is attached to the report; its words wait for a person's release");
    }
}
