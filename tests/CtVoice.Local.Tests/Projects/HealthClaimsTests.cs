using System.Text.Json.Nodes;
using CtVoice.Core.Reviews;
using CtVoice.Local.Tests.Pages;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Projects;

/// <summary>Health claims (APCD) count as sensitive, in routing and in messages.</summary>
public sealed class HealthClaimsTests
{
    [Fact]
    public async Task An_agency_enters_them_on_its_form_without_a_script_and_what_was_entered_stays()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var browser = await new AgencyBrowser(story).SignInAsync("OHS");
        await browser.GetAsync("/agency/new");
        await browser.SendAsync("begin", []);
        var id = browser.Path.Split('/')[3];
        await browser.GetAsync($"/agency/new/{id}/data");
        await browser.SendAsync("data", [("period", "2020 to 2026")]);
        Assert.Null(await ClaimsAsync());

        await browser.GetAsync($"/agency/new/{id}/data");
        await browser.SendAsync("data",
            [("claims/dataReleaseCommittee", "DRC-2027-04"), ("claims/files", "medical\r\n\r\npharmacy"), ("claims/payers", "Medicaid"),
                ("claims/selection", "Asthma, ages 0 to 17"), ("claims/deidentification", "No dates of birth"), ("claims/linked", "true")]);
        var claims = (await ClaimsAsync())!;
        Assert.Equal("""["medical","pharmacy"]""", claims["files"]!.ToJsonString());
        Assert.Equal("""["Medicaid"]""", claims["payers"]!.ToJsonString());
        Assert.Equal(("DRC-2027-04", "Asthma, ages 0 to 17", "No dates of birth", true),
            (Text("dataReleaseCommittee"), Text("selection"), Text("deidentification"), claims["linked"]!.GetValue<bool>()));

        // What is there is shown again, and stays when another field is sent.
        await browser.GetAsync($"/agency/new/{id}/data");
        Assert.Equal("DRC-2027-04", browser.Page.QuerySelector("[name='claims/dataReleaseCommittee']")!.GetAttribute("value"));
        await browser.SendAsync("data", [("claims/payers", "Medicaid\r\ncommercial")]);
        Assert.Equal("""["Medicaid","commercial"]""", (await ClaimsAsync())!["payers"]!.ToJsonString());
        Assert.Equal("DRC-2027-04", (await ClaimsAsync())!["dataReleaseCommittee"]!.GetValue<string>());

        string Text(string name) => claims[name]!.GetValue<string>();

        async Task<JsonNode?> ClaimsAsync() =>
            (await story.AskAsync(HttpMethod.Get, $"/api/project-drafts/{id}", "OHS")).Body["project"]!["claims"];
    }

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

    [Theory]
    [InlineData("DRC-2026-07")]
    [InlineData("https://portal.ct.gov/ohs/drc/2026-07")]
    public async Task The_committees_reference_is_read_where_people_decide_and_in_no_message_to_a_resident(string reference)
    {
        await using var story = await ReviewStory.BeginAsync();
        await story.SubmitAsync("apcd-asthma", questions: 2, change: project =>
        {
            project["claims"]!["dataReleaseCommittee"] = reference;
            // A request of two agencies goes to the Governing Board.
            project["sharingAgencies"]!.AsArray().Add(new JsonObject { ["agency"] = "DMHAS" });
        });
        if ((await story.StateAsync()).Stage is ReviewStage.CoordinatorDecides)
            await story.CoordinatorAsync("need", new() { ["required"] = true, ["reason"] = "Health data of many people." });
        await story.ReleaseTextsAsync();
        await story.EverybodySaysAsync("1");

        string[] operations =
            [$"/api/reviews/{story.Id}/project", $"/api/reviews/{story.Id}/exhibit-a", "/api/governing-board/meetings/2027-01-22/packet"];
        foreach (var path in operations)
            Assert.Contains(reference, (await story.AskAsync(HttpMethod.Get, path, "coordinator")).Text, StringComparison.Ordinal);
        using var desk = await StaffBrowser.SignInAsync(story, "coordinator");
        foreach (var path in (string[])[$"/desk/reviews/{story.Id}", $"/desk/reviews/{story.Id}/exhibit-a", "/desk/meetings/2027-01-22"])
        {
            await desk.OpenAsync(path);
            Assert.Contains(reference, desk.Words, StringComparison.Ordinal);
            Assert.Equal(reference.StartsWith("https:", StringComparison.Ordinal),
                desk.Page.QuerySelector($"a[href='{reference}']") is not null);
        }
        using var agency = await StaffBrowser.SignInAsync(story, "OHS");
        await agency.OpenAsync($"/agency/reviews/{story.Id}/project");
        Assert.Contains(reference, agency.Words, StringComparison.Ordinal);

        Assert.NotEmpty(story.Carrier.Mails);
        Assert.DoesNotContain(story.Carrier.Mails, m => (m.Subject + m.Text).Contains(reference, StringComparison.Ordinal));
        foreach (var member in (await story.StateAsync()).Invitations.Select(i => i.MemberId))
        {
            foreach (var box in (string[])["sms", "email"])
            {
                var read = await story.AskAsync(HttpMethod.Get, $"/sim/{member}/{box}", null);
                Assert.DoesNotContain(reference, read.Text, StringComparison.Ordinal);
            }
        }
    }
}
