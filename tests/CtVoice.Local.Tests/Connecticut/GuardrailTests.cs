using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Reviews;
using CtVoice.Local.Tests.Desk;
using CtVoice.Local.Tests.Pages;
using static CtVoice.Local.Tests.Notices.Mailboxes;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Connecticut;

/// <summary>Guardrails of the impact assessment, followed as commitments.</summary>
public sealed class GuardrailTests
{
    [Fact]
    public async Task A_guardrail_is_promised_shown_judged_moved_kept_and_publicly_broken_by_page_and_by_API()
    {
        await using var story = await AskedAsync(policy: Rules with { PanelSize = 1, Alternates = 0 });
        await story.EverybodySaysAsync("2 take names out");
        await story.AdvanceToAsync(Eastern(2027, 1, 15, 10));
        Assert.Equal(ReviewStage.Answering, (await story.StateAsync()).Stage);
        var public0 = (await story.AskAsync(HttpMethod.Get, $"/api/register/{story.Id}", null)).Body["guardrails"]!.AsArray();
        Assert.Equal(["high", "medium", "medium"], public0.Select(g => g!["risk"]!.GetValue<string>()));
        Assert.All(public0, g => Assert.Equal("open", g!["promise"]!["state"]!.GetValue<string>()));

        using var agency = await new AgencyBrowser(story).SignInAsync("DSS");
        await agency.GetAsync($"/agency/reviews/{story.Id}/guardrails");
        await agency.SendAsync("evidence-1", [("text", "The export drops small areas.")]);
        Assert.Contains("Shown. The board’s office looks at it.", agency.Says, StringComparison.Ordinal);
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync($"/desk/reviews/{story.Id}/guardrails");
        await desk.SendAsync("judge-1", ("accepted", "false"), ("reason", "It names no area."));
        Assert.Empty(desk.Faults);
        Assert.Contains("It names no area.", desk.Says, StringComparison.Ordinal);
        Assert.Contains("3 guardrails are followed like promises. They are public with the report.", desk.Says, StringComparison.Ordinal);
        await agency.GetAsync($"/agency/reviews/{story.Id}/guardrails");
        await agency.SendAsync("move-2", [("dueOn", "2027-02-01"), ("reason", "The page is not up yet.")]);

        var shown = await story.AskAsync(HttpMethod.Post, $"/api/reviews/{story.Id}/guardrails/1/evidence", "DSS", new JsonObject
        { ["text"] = "See the list of areas.", ["link"] = "https://example.org/areas" });
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        var judged = await story.AskAsync(HttpMethod.Post, $"/api/reviews/{story.Id}/guardrails/1/evidence/word", "coordinator",
            new JsonObject { ["accepted"] = true });
        Assert.Equal("delivered", judged.Body[0]!["promise"]!["state"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, (await story.AskAsync(HttpMethod.Post,
            $"/api/reviews/{story.Id}/guardrails/2/commitment", "CCEH", new JsonObject
            { ["dueOn"] = "2027-03-01", ["reason"] = "Not ours." })).Status);

        await story.AdvanceToAsync(Eastern(2027, 3, 15, 10));
        var after = (await story.AskAsync(HttpMethod.Get, $"/api/register/{story.Id}", null)).Body["guardrails"]!.AsArray();
        Assert.Equal(["delivered", "not-delivered", "open"], after.Select(g => g!["promise"]!["state"]!.GetValue<string>()));
        var page = (await story.AskAsync(HttpMethod.Get, $"/register/{story.Id}", null)).Text;
        Assert.Contains("broken: it was promised by February 1, 2027", page, StringComparison.Ordinal);
        Assert.Contains("The page is not up yet.", page, StringComparison.Ordinal);
        Assert.Contains("no cumplido", (await story.AskAsync(HttpMethod.Get, $"/es/register/{story.Id}", null)).Text,
            StringComparison.Ordinal);
        using var everybody = new AgencyBrowser(story);
        await everybody.GetAsync($"/register/{story.Id}");
        foreach (var said in new[]
        {
            "The agency: The export drops small areas. Not accepted. The board’s office: It names no area.",
            "The agency: See the list of areas. See it at example.org. Shown and accepted.",
            "to February 1, 2027: The page is not up yet.",
        })
            Assert.Contains(said, everybody.Says, StringComparison.Ordinal);
        Assert.Equal("https://example.org/areas", everybody.Page.QuerySelector("#g1 a")!.GetAttribute("href"));
        await everybody.GetAsync($"/es/register/{story.Id}");
        Assert.Contains("No se aceptó.", everybody.Says, StringComparison.Ordinal);
        Assert.Contains("al 1 de febrero de 2027", everybody.Says, StringComparison.Ordinal);
        using var late = await new AgencyBrowser(story).SignInAsync("DSS");
        await late.GetAsync("/agency");
        Assert.Contains("Show that guardrail 2 is in place", late.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agency_that_writes_a_guardrail_is_told_that_it_becomes_public()
    {
        await using var story = await BeginAsync();
        using var browser = await new AgencyBrowser(story).SignInAsync("DSS");
        await browser.GetAsync("/agency/new");
        await browser.SendAsync("begin", []);

        await browser.GetAsync($"/agency/new/{browser.Path.Split('/')[3]}/impact");

        foreach (var (field, hint) in new[]
            { ("guardrail", "Public once the report is out."), ("owner", "Public once the report is out. A role, not a name.") })
        {
            var described = browser.Page.QuerySelector($"[name='dppeia/answers/0/{field}']")!.GetAttribute("aria-describedby");
            Assert.Equal(hint, browser.Page.GetElementById(described!)!.TextContent);
        }
    }

    [Fact]
    public async Task The_agencys_mailbox_is_told_once_of_each_day_that_comes_and_of_a_broken_guardrail_and_of_none_that_was_kept()
    {
        await using var story = await AskedAsync(policy: Rules with { PanelSize = 1, Alternates = 0 });
        await GiveAsync(story);
        await GiveAsync(story, "CCEH", Cceh);
        await story.EverybodySaysAsync("2 take names out");
        await story.AdvanceToAsync(Eastern(2027, 1, 15, 10));
        await ShowAsync(1);
        Assert.Equal(HttpStatusCode.OK, (await story.AskAsync(HttpMethod.Post, $"/api/reviews/{story.Id}/guardrails/2/commitment", "DSS",
            new JsonObject { ["dueOn"] = "2027-02-01", ["reason"] = "The page comes sooner." })).Status);

        await story.AdvanceToAsync(Eastern(2027, 2, 1, 10, 9));
        Assert.Empty(Told());
        await story.AdvanceToAsync(Eastern(2027, 2, 1, 10, 10));
        Assert.Equal(["A guardrail is due"], Told().Select(m => m.Subject.Split(": ")[0]));
        Assert.Contains("Guardrail 2 is to be in place by Monday, February 1, 2027.", Told()[0].Text, StringComparison.Ordinal);
        Assert.Contains($"http://localhost/agency/reviews/{story.Id}/guardrails", Told()[0].Text, StringComparison.Ordinal);
        await story.AdvanceToAsync(Eastern(2027, 2, 2, 10, 10));
        Assert.Equal(["A guardrail is due", "A guardrail is not shown to be in place"], Told().Select(m => m.Subject.Split(": ")[0]));
        // A mailbox that is given now is told nothing of what was before.
        await GiveAsync(story, address: "second@dss.example.org");
        await story.AdvanceToAsync(Eastern(2027, 2, 12, 10));
        Assert.Equal(2, Told().Count);
        await ShowAsync(2);

        await story.AdvanceToAsync(Eastern(2027, 3, 12, 10, 10));
        Assert.Contains("Guardrail 3 is to be in place by Sunday, April 11, 2027.", Told()[^1].Text, StringComparison.Ordinal);
        await ShowAsync(3);
        await story.AdvanceToAsync(Eastern(2027, 5, 3, 10));
        Assert.Equal(3, Told().Count);
        Assert.Equal(["A guardrail is due"], SubjectsTo(story, "second@dss.example.org"));
        Assert.DoesNotContain(To(story, Cceh), m => m.Text.Contains("uardrail", StringComparison.Ordinal));

        IReadOnlyList<OutgoingEmail> Told() => [.. To(story, Dss).Where(m => m.Text.Contains("uardrail", StringComparison.Ordinal))];

        async Task ShowAsync(int number) => Assert.Equal(HttpStatusCode.OK, (await story.AskAsync(HttpMethod.Post,
            $"/api/reviews/{story.Id}/guardrails/{number}/evidence", "DSS", new JsonObject { ["text"] = "See the page." })).Status);
    }
}
