using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Pages;

/// <summary>A whole review from both sides of the counter, in a real browser, by keyboard alone,
/// with scripts switched off and without one call of an operation for programs.</summary>
public sealed class KeyboardJourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    [SkippableTheory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task From_an_agencys_first_step_to_its_last_answer(int width)
    {
        Skip.If(chromium.Missing is not null, chromium.Missing);
        Chromium.SkipUnlessLong(width is 320);
        await using var story = await ReviewStory.BeginAsync(policy: ReviewStory.Rules with { PanelSize = 1, Alternates = 0 });
        await using var agency = await KeyboardBrowser.OpenAsync(story, chromium, width);
        await using var office = await KeyboardBrowser.OpenAsync(story, chromium, width);

        await agency.SignInAsync("DSS");
        await WriteAsync(agency);
        await agency.SendAsync("submit", []);
        story.Follow(agency.Path.Split('/')[3]);

        await office.SignInAsync("coordinator");
        await ReleaseTextsAsync(office, story);
        Assert.Equal(ReviewStage.Open, (await story.StateAsync()).Stage);
        await story.EverybodySaysAsync("2 take out names before you share");
        await DeskJourneyTests.CloseAsync(story);

        await office.SignInAsync("coordinator");
        await ReportAsync(office, story);
        await story.AdvanceToAsync(Reporting.GoesOutAt(await story.StateAsync(), BusinessCalendar.Connecticut)!.At.AddMinutes(1));
        Assert.Equal(ReviewStage.Answering, (await story.StateAsync()).Stage);

        await agency.SignInAsync("DSS");
        await agency.FollowAsync("Answer recommendation 1");
        await agency.SendAsync("answer",
            [("kind", "adopted"), ("plainWords/en", "We will take out names."), ("reason", "We agree."), ("owner", "Director of data"),
                ("dueOn", "2027-06-01")], "Check");
        await agency.SendAsync("answer", [], "Publish");
        await agency.SendAsync("evidence", [("text", "Names are removed since May.")]);

        await office.SignInAsync("coordinator");
        await office.FollowToAsync($"/desk/reviews/{story.Id}/answers");
        await office.SendAsync("judge-1", [("accepted", "true")]);
        Assert.Contains("Delivered", await office.SaysAsync(), StringComparison.Ordinal);
        await office.FollowToAsync($"/desk/reviews/{story.Id}/record");

        var recommendation = Assert.Single((await story.StateAsync()).Recommendations);
        Assert.Equal((AnswerKind.Adopted, true), (recommendation.Answer!.Kind, recommendation.Commitment!.Delivered));
        Assert.DoesNotContain([.. agency.Asked, .. office.Asked], path => path.StartsWith("/api/", StringComparison.Ordinal));
    }

    private static async Task WriteAsync(KeyboardBrowser agency)
    {
        await agency.FollowToAsync("/agency/new");
        await agency.SendAsync("begin", []);
        await agency.SendAsync("what",
            [("title", "Food help and homes"), ("summary", "Two lists, side by side."), ("purpose", "Warn people sooner.")],
            "Save and go on to");
        await agency.SendAsync(
            "data",
            [("data/0/source", "DSS"), ("data/0/name", "SNAP active month"), ("data/0/notInCatalogue", "true"),
                ("data/0/description", "Each month with SNAP."), ("data/0/whyNeeded", "Shows when help stops.")],
            "Save and go on to");
        await agency.SendAsync("people",
            [("people/description", "People who got SNAP."), ("people/total", "6,180"), ("people/programmes", "benefits")],
            "Save and go on to");
        await agency.SendAsync("impact", [("dppeia/answers/0/answer", "Earlier warnings."), ("dppeia/answers/0/risk", "low")],
            "Save and go on to");
        await agency.SendAsync("ai", [("ai/used", "false")], "Save and go on to");
        await agency.SendAsync(
            "questions",
            [
                ("questions/0/text/en", "Is it OK to look at both lists?"), ("questions/0/text/es", "¿Está bien ver las dos listas?"),
                ("texts/en/summary", "We look at two lists. We show no names."),
                ("texts/es/summary", "Vemos dos listas. No mostramos nombres."), ("texts/es/translator", "Marisol Vega"),
            ],
            "Save and go on to");
        await agency.SendAsync("dates", [("dissemination/plan", "A report for everybody.")], "Save and go on to");
    }

    private static async Task ReleaseTextsAsync(KeyboardBrowser office, ReviewStory story)
    {
        foreach (var language in ReleasingTexts.Missing(await story.StateAsync()))
        {
            await office.FollowToAsync("/desk");
            await office.FollowToAsync($"/desk/reviews/{story.Id}/texts");
            await office.SendAsync("text-" + language, [("reviewer", "Ana Silva")]);
            await office.FollowToAsync($"/desk/reviews/{story.Id}/texts/{language}/release");
            await office.SendAsync("release", []);
        }
    }

    private static async Task ReportAsync(KeyboardBrowser office, ReviewStory story)
    {
        await office.FollowToAsync($"/desk/reviews/{story.Id}/replies");
        await office.SendAsync("decide-1", [("do", "release"), ("for", "both")]);
        await office.FollowToAsync($"/desk/reviews/{story.Id}/report");
        await office.SendAsync("write", [("from", "1"), ("text", "Take out names."), ("addressee", "DSS"), ("kind", "recommendation")]);
        await office.FollowToAsync($"/desk/reviews/{story.Id}/report/1");
        await office.SendAsync("release-agency", []);
        await office.SendAsync("release-public", [("text", "Take out names before you share.")]);
        foreach (var form in await office.FormsAsync("translate-"))
            await office.SendAsync(form, [("text", "Quiten todos los nombres."), ("translator", "Marisol Vega")]);
    }
}
