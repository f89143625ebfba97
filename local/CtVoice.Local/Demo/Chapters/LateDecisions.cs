using System.Globalization;
using System.Text.Json.Nodes;

namespace CtVoice.Local.Demo.Chapters;

/// <summary>
/// What the office decides after the report: one draft is released, words of a late reply are not passed on, and it goes out in
/// one supplement with one date. What is released by nobody by then leaves no more.
/// </summary>
internal static class LateDecisions
{
    public static async Task PlayAsync(Story story)
    {
        story.Chapter("Decided after the report: one supplement");
        var due = (await story.ReadAsync("report", "DSS"))["supplement"]!.Instant("dueAt");
        await ReleaseTheDraftAsync(story);
        await story.TellAsync($"The coordinator releases one of the drafts that waited. No agency sees it before "
            + $"{RecordWords.Local(due)}, and no clock runs");
        foreach (var text in (await story.ReadAsync("preview")).AsArray().Where(t => t!["decision"]?.GetValue<string>() == "undecided"))
        {
            await story.DoAsync($"preview/{text!.Text("name")}/withhold", "coordinator", new() { ["because"] = "not-wanted" });
            await story.TellAsync($"The words of {text!.Text("name")} are not passed on; the reason is for coordinator and auditor, and "
                + "whoever wrote them is told");
        }
        await story.PassToAsync(due);
        var report = await story.ReadAsync("report", "DSS");
        await story.TellAsync(string.Create(CultureInfo.InvariantCulture,
            $"The supplement: recommendations {string.Join(", ", report["supplement"]!.Items("recommendations"))}; "
                + $"{report["withheld"]} not passed on, {report["notDecided"]} not decided"));
    }

    private static async Task ReleaseTheDraftAsync(Story story)
    {
        var draft = (await story.ReadAsync("drafts")).Items("drafts").First(d => !d["released"]!.GetValue<bool>());
        var path = string.Create(CultureInfo.InvariantCulture, $"preview/draft-{draft.Number("draft")}/release");
        await story.Client.SendAsync(HttpMethod.Post, story.At(path), "coordinator", new JsonObject
        { ["for"] = "agency" }, $"\"{draft.Text("version")}\"");
    }
}
