using System.Globalization;
using System.Text.Json.Nodes;
using CtVoice.Local.Host;

namespace CtVoice.Local.Demo.Chapters;

/// <summary>An agency asks for a review, a panel is chosen, and the coordinator releases what members will read.</summary>
internal static class AgencyAsks
{
    public static async Task PlayAsync(Story story, CancellationToken cancellationToken)
    {
        story.Chapter("An agency asks");
        await SubmitAsync(story, cancellationToken);
        await ChooseAsync(story);
        await ReleaseTextsAsync(story);
    }

    private static async Task SubmitAsync(Story story, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(SampleFiles.Open("projects/snap-homelessness.json"));
        using var body = new StringContent(await reader.ReadToEndAsync(cancellationToken), null, "application/json");
        // The same key each time: the same review, so the same panel and the same story.
        var receipt = await story.Client.PostAsync("/api/projects", "DSS", body, idempotencyKey: "demo");
        story.Review = receipt.Text("id");
        await story.TellAsync($"DSS submits \"{receipt.Text("title")}\" (review {story.Review})");
        await story.PassAsync("PT0S");
        var need = (await story.ReadAsync())["need"]!;
        await story.TellAsync($"Assessment: {need.Text("outcome")}", need.Items("reasons").Select(reason => "- " + reason));
    }

    private static async Task ChooseAsync(Story story)
    {
        var panel = await story.ReadAsync("panel");
        var passed = panel.Items("passed").ToList();
        await story.TellAsync("Panel chosen (reasons are for the coordinator and the auditor only)",
        [
            .. panel.Items("seats").Select(s => $"{s.Text("memberId")} ({s.Text("language")}): {s.Text("reason")}"),
            "In reserve: " + string.Join(", ", panel.Items("reserve").Select(s => s.Text("memberId"))),
            string.Create(CultureInfo.InvariantCulture,
                $"{passed.Count} others, each with a reason, e.g. {passed[0].Text("memberId")}: {passed[0].Text("reason")}"),
        ]);
        await story.MeetAsync(panel.Items("seats").Select(Who), panel.Items("reserve").Select(Who));

        static (string Member, string Language) Who(JsonNode seat) => (seat.Text("memberId"), seat.Text("language"));
    }

    private static async Task ReleaseTextsAsync(Story story)
    {
        foreach (var language in (await story.ReadAsync()).Items("textsWaiting").Select(l => l.GetValue<string>()))
        {
            var text = (await story.ReadAsync("texts")).Items("texts").First(t => t.Text("language") == language);
            await story.DoAsync($"texts/{language}/release", "coordinator", new() { ["version"] = text.Number("version") });
            await story.TellAsync(
                $"The coordinator releases the texts in {language}: "
                    + $"{Grade(text["whole"]!)}{(text.Text("translator") is { Length: > 0 } translator
                        ? $", translated by {translator}" : "")}");
        }
        await NobodyStopsAsync(story);
    }

    /// <summary>What goes out to a panel can be stopped for a while.</summary>
    internal static async Task NobodyStopsAsync(Story story)
    {
        foreach (var leaves in (await story.ReadAsync()).Items("goingOut"))
        {
            await story.TellAsync(
                $"To {leaves["members"]} members, {RecordWords.Local(leaves.Instant("at"))}. Until then one press stops it; nobody does");
            await story.PassToAsync(leaves.Instant("at"));
        }
    }

    private static string Grade(JsonNode reading) => $"{reading.Text("measure")} {reading.Text("plain")}, {reading.Text("verdict")}";
}
