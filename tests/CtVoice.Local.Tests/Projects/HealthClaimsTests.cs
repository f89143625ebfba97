using System.Text.Json.Nodes;

namespace CtVoice.Local.Tests.Projects;

/// <summary>Health claims (APCD) count as sensitive, in routing and in messages.</summary>
public sealed class HealthClaimsTests
{
    [Fact]
    public async Task No_text_message_names_the_topic_and_the_panel_says_so()
    {
        await using var desk = await LocalDesk.OpenAsync();
        var id = await desk.SubmitAsync("OHS", LocalDesk.Sample("apcd-asthma"), "claims");
        if ((await desk.GetAsync($"/api/reviews/{id}", "coordinator"))["stage"]!.GetValue<string>() == "coordinator-decides")
        {
            _ = await desk.PostAsync($"/api/reviews/{id}/need", "coordinator", new JsonObject
            { ["required"] = true, ["reason"] = "Health data of many people." });
            await desk.PassAsync("PT0S");
        }
        await desk.ReleaseTextsAsync(id);

        var panel = await desk.GetAsync($"/api/reviews/{id}/panel", "coordinator");
        var texts = new List<string>();
        var mails = new List<string>();
        foreach (var seat in panel["seats"]!.AsArray())
        {
            foreach (var (box, found) in new[] { ("sms", texts), ("email", mails) })
            {
                var (status, messages) = await desk.SendAsync(HttpMethod.Get, $"/sim/{seat!["memberId"]}/{box}", null);
                if (status is System.Net.HttpStatusCode.OK)
                    found.AddRange(messages.AsArray().Select(m => m!["text"]!.GetValue<string>()));
            }
        }

        Assert.Contains(panel["notes"]!.AsArray(),
            n => n!.GetValue<string>().StartsWith("Health claims are sensitive", StringComparison.Ordinal));
        Assert.NotEmpty(texts);
        Assert.All(texts, t => Assert.DoesNotContain("asthma", t, StringComparison.OrdinalIgnoreCase));
        Assert.All(texts, t => Assert.DoesNotContain("asma", t, StringComparison.OrdinalIgnoreCase));
        Assert.All(mails, m => Assert.Contains("Emergency department claim line (APCD)", m, StringComparison.Ordinal));
    }
}
