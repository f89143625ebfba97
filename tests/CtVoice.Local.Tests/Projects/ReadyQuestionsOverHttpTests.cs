using System.Net;
using System.Text.Json.Nodes;

namespace CtVoice.Local.Tests.Projects;

public sealed class ReadyQuestionsOverHttpTests
{
    [Fact]
    public async Task A_ready_made_question_is_checked_submitted_modified_and_released_in_each_language()
    {
        await using var desk = await LocalDesk.OpenAsync();
        var ready = (await desk.GetAsync("/api/reference/ready-questions", null))["questions"]!.AsArray()
            .First(q => q!["id"]!.GetValue<string>() == "aisp-good-idea")!["text"]!;
        var project = LocalDesk.Sample("snap-homelessness");
        project["questions"] = new JsonArray(new JsonObject { ["ready"] = "aisp-good-idea" });

        var check = await desk.PostAsync("/api/projects/check", "DSS", project);
        var first = await desk.SubmitAsync("DSS", project);
        project["kind"] = "modification";
        project["earlierProject"] = first;
        project["changes"] = new JsonArray("The data are kept for one year more.");
        project["retention"] = "Three years.";
        // The same review each time, so the same panel: one that reads both languages.
        var second = await desk.SubmitAsync("DSS", project, "ready-2");
        await desk.ReleaseTextsAsync(second);

        Assert.Equal(HttpStatusCode.OK, check.Status);
        Assert.Contains("/questions/0/text/es", check.Body["reading"]!.AsArray().Select(r => r!["pointer"]!.GetValue<string>()));
        var texts = (await desk.GetAsync($"/api/reviews/{second}/texts", "coordinator"))["texts"]!.AsArray();
        foreach (var language in new[] { "en", "es" })
        {
            var question = texts.First(t => t!["language"]!.GetValue<string>() == language)!["questions"]![0]!["text"]!.GetValue<string>();
            Assert.Equal(ready[language]!.GetValue<string>(), question);
        }
        Assert.Contains(await MessagesAsync(desk), m => m.Contains(ready["en"]!.GetValue<string>(), StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> MessagesAsync(LocalDesk desk)
    {
        var messages = new List<string>();
        foreach (var member in (await desk.GetAsync("/sim/members", null)).AsArray())
        {
            foreach (var box in member!["boxes"]!.AsArray().Select(b => b!.GetValue<string>()))
                messages.AddRange((await desk.GetAsync($"/sim/{member["id"]}/{box}", null)).AsArray()
                    .Select(m => m!["text"]!.GetValue<string>()));
        }
        return messages;
    }
}
