using System.Text.Json.Nodes;

namespace CtVoice.Local.Demo.Chapters;

/// <summary>Somebody on the board's list, whom nobody asked anything, writes at night that they are in danger.</summary>
internal static class SomebodyInDanger
{
    public static async Task PlayAsync(Story story)
    {
        story.Chapter("Somebody in danger writes at night");
        await story.PassAsync("PT13H");
        await story.SaysAsync(story.ReserveTexters.Last(), "I cant do this anymore, goodbye");
        var first = (await story.Client.GetAsync("/api/todo", "coordinator")).Items("things").First();
        await story.TellAsync($"First on the coordinator's list, at once: {first.Text("why")}; a mail with the number "
            + $"{first.Text("id")} and nothing else has left");
        var alert = await story.Client.GetAsync($"/api/matters/{first.Text("id")}", "coordinator");
        await story.TellAsync(
            "The coordinator reads the words, which is recorded, and calls; what was done is a code, and no review holds a trace of it");
        await story.Client.PostAsync($"/api/matters/{alert.Text("id")}/done", "coordinator", new JsonObject { ["done"] = "safe" });
        await story.TellAsync($"Noted: {(await story.Client.GetAsync($"/api/matters/{alert.Text("id")}", "coordinator")).Text("done")}");
    }
}
