using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Reviews;
using CtVoice.Local.Tests.Desk;
using CtVoice.Local.Tests.Pages;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Connecticut;

/// <summary>The impact assessment, by page and by API: from the prompt of the form to what a resident reads, and the report.</summary>
public sealed class DppeiaTests
{
    private const string Plain = "A map could show where a shelter is.";
    private const string English = "What could go wrong, as the agency sees it";
    private const string Spanish = "Qué puede salir mal, según la agencia";

    [Fact]
    public async Task The_prompts_of_the_version_in_use_are_a_form_and_what_is_wrong_stands_at_its_field()
    {
        await using var story = await BeginAsync();
        using var browser = await new AgencyBrowser(story).SignInAsync("DSS");
        await browser.GetAsync("/agency/new");
        await browser.SendAsync("begin", []);
        var id = browser.Path.Split('/')[3];
        await browser.GetAsync($"/agency/new/{id}/impact");
        var prompts = (await story.AskAsync(HttpMethod.Get, "/api/reference/dppeia", null)).Body["prompts"]!.AsArray();
        Assert.All(prompts, p => Assert.Contains(p!["text"]!.GetValue<string>(), browser.Says, StringComparison.Ordinal));

        var at = prompts.Select(p => p!["id"]!.GetValue<string>()).ToList().IndexOf("potential-harms");
        await browser.SendAsync("impact",
            [($"dppeia/answers/{at}/answer", "A map of shelters."), ($"dppeia/answers/{at}/risk", "high"),
                ($"dppeia/answers/{at}/inPlainWords/en", Plain), ($"dppeia/answers/{at}/guardrail", "No map below a region."),
                ($"dppeia/answers/{at}/guardrailBy", "2027-06-30")]);

        var draft = (await story.AskAsync(HttpMethod.Get, $"/api/project-drafts/{id}", "DSS")).Body["project"]!;
        var answer = Assert.Single(draft["dppeia"]!["answers"]!.AsArray())!;
        Assert.Equal((Plain, "2027-06-30"),
            (answer["inPlainWords"]!["en"]!.GetValue<string>(), answer["guardrailBy"]!.GetValue<string>()));

        var refused = await story.TrySubmitAsync(change: p => p["dppeia"]!["answers"]![3]!["inPlainWords"] = new JsonObject
        { ["xx"] = "?", ["en"] = new string('a', 201) });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(["/dppeia/answers/3/inPlainWords/en", "/dppeia/answers/3/inPlainWords/xx"],
            refused.Body["faults"]!.AsArray().Select(f => f!["pointer"]!.GetValue<string>()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("m-09", "en", English, Spanish, Plain)]
    [InlineData("m-04", "es", Spanish, English, "Un mapa puede mostrar dónde está un refugio.")]
    public async Task Residents_read_the_risks_in_their_language_on_page_and_in_the_mail_and_never_in_a_text(
        string member, string language, string heading, string foreign, string words)
    {
        await using var story = await MemberPageTests.OneOfAsync(member);
        using var browser = new MemberBrowser(story);
        using var desk = await DeskVisitor.SignInAsync(story);

        await browser.GetAsync(await browser.LinkOfAsync(member));
        Assert.Contains($"<h2 id=\"risks\">{heading}</h2>", browser.Html, StringComparison.Ordinal);
        Assert.Contains($"<li lang=\"{language}\">{words}", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(foreign, browser.Html, StringComparison.Ordinal);
        Assert.All(await story.SentToAsync(member), m => Assert.DoesNotContain(words, m.Text, StringComparison.Ordinal));

        await desk.OpenAsync($"/desk/reviews/{story.Id}/texts");
        var mail = desk.Page.QuerySelector($".mail-body[lang={language}]")!.TextContent;
        Assert.Contains($"{heading}:", mail, StringComparison.Ordinal);
        Assert.Contains($"- {words}", mail, StringComparison.Ordinal);
        Assert.DoesNotContain(foreign, mail, StringComparison.Ordinal);
        var texts = (await story.AskAsync(HttpMethod.Get, $"/api/reviews/{story.Id}/texts", "coordinator")).Body["texts"]!.AsArray()
            .Single(t => t!["language"]!.GetValue<string>() == language)!;
        Assert.StartsWith(words, texts["risks"]![0]!["words"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_office_writes_plain_words_where_the_agency_brought_none_and_both_reports_tell_the_risks()
    {
        await using var story = await BeginAsync(policy: Rules with { PanelSize = 1, Alternates = 0 });
        await story.SubmitAsync(change: p =>
        {
            foreach (var answer in p["dppeia"]!["answers"]!.AsArray())
                answer!.AsObject().Remove("inPlainWords");
        });
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync($"/desk/reviews/{story.Id}/texts");
        Assert.Contains("they would read “A map of single shelters", desk.Says, StringComparison.Ordinal);
        foreach (var text in (await story.StateAsync()).Texts)
        {
            var told = text.Language == "en" ? Plain : "Se puede ver un refugio en un mapa.";
            await desk.SendAsync($"text-{text.Language}", ("risks/0/words", told));
            Assert.Empty(desk.Faults);
        }
        await story.ReleaseTextsAsync();
        var state = await story.StateAsync();
        foreach (var released in state.Released)
            Assert.Equal(("potential-harms", released.Language), (state.TextIn(released.Language)!.Risks[0].Prompt,
                state.TextIn(released.Language)!.Risks[0].Language));

        await story.EverybodySaysAsync("2 take names out");
        await story.AdvanceToAsync(Eastern(2027, 1, 15, 10));
        Assert.Equal(ReviewStage.Answering, (await story.StateAsync()).Stage);
        var agency = (await story.AskAsync(HttpMethod.Get, $"/api/reviews/{story.Id}/report", "DSS")).Body["risks"]!.AsArray();
        Assert.Equal(["high", "medium", "medium"], agency.Select(r => r!["risk"]!.GetValue<string>()));
        Assert.Equal("A map of single shelters could lead to people being turned away or watched.",
            agency[0]!["words"]!.GetValue<string>());
        using var browser = await new AgencyBrowser(story).SignInAsync("DSS");
        await browser.GetAsync($"/agency/reviews/{story.Id}/report");
        Assert.Contains(English, browser.Says, StringComparison.Ordinal);
        foreach (var (path, heading) in new[] { ($"/register/{story.Id}", English), ($"/es/register/{story.Id}", Spanish) })
            Assert.Contains(heading, (await story.AskAsync(HttpMethod.Get, path, null)).Text, StringComparison.Ordinal);
        var open = (await story.AskAsync(HttpMethod.Get, $"/api/register/{story.Id}", null)).Body["risks"]!.AsArray();
        Assert.All(open, risk => Assert.NotEqual("", risk!["words"]!.GetValue<string>()));
        Assert.DoesNotContain(open, r => r!["prompt"]!.GetValue<string>() == "minimisation");
    }
}
