using CtVoice.Local.Host;
using CtVoice.Local.Tests.Reviews;
using Microsoft.Playwright;

namespace CtVoice.Local.Tests.Pages;

/// <summary>The pages of agencies in a real browser: WCAG 2.2 AA and good practice as far as a machine can tell, on a phone and a desk,
/// light and dark.</summary>
public sealed class AgencyPageInBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    [SkippableTheory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Answering_keeps_the_rules_and_fits_its_window_in_every_state(int width)
    {
        Skip.If(chromium.Missing is not null, chromium.Missing);
        Chromium.SkipUnlessLong(width is 1280);
        await using var story = await AnswerTests.ReportedAsync(recommendations: 2);
        var page = await SignedInAsync(story, width);
        await HoldsAsync(page, "my reviews");
        foreach (var path in new[]
            { "/agency/dates", $"/agency/reviews/{story.Id}", $"/agency/reviews/{story.Id}/project", $"/agency/reviews/{story.Id}/texts",
                $"/agency/reviews/{story.Id}/report", $"/agency/reviews/{story.Id}/guardrails", $"/agency/reviews/{story.Id}/exhibit-a" })
        {
            await GoAsync(page, story, path);
            await HoldsAsync(page, path);
        }
        await GoAsync(page, story, $"/agency/reviews/{story.Id}/recommendations/1");
        await HoldsAsync(page, "recommendation");
        await PressAsync(page, "Check your answer");
        await HoldsAsync(page, "recommendation with faults");
        await page.Locator("#answer-kind-adopted").CheckAsync();
        await page.Locator("#answer-plainWords-en").FillAsync("We will take out all names. It starts in June.");
        await page.Locator("#answer-reason").FillAsync("Names are not needed.");
        await page.Locator("#answer-owner").FillAsync("Director of data");
        await page.Locator("#answer-dueOn").FillAsync("2027-06-01");
        await PressAsync(page, "Check your answer");
        await HoldsAsync(page, "check");
        await PressAsync(page, "Publish this answer");
        await HoldsAsync(page, "answered");
    }

    [SkippableTheory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task A_review_that_is_being_prepared_keeps_the_rules(int width)
    {
        Skip.If(chromium.Missing is not null, chromium.Missing);
        Chromium.SkipUnlessLong(width is 1280);
        await using var story = await ReviewStory.BeginAsync();
        var page = await SignedInAsync(story, width);
        await HoldsAsync(page, "no reviews");
        await story.SubmitAsync(questions: 3);
        foreach (var path in new[] { $"/agency/reviews/{story.Id}", $"/agency/reviews/{story.Id}/texts" })
        {
            await GoAsync(page, story, path);
            await HoldsAsync(page, path);
        }
        await page.Locator("#text-en-summary").FillAsync(new string('a', 5000));
        await PressAsync(page, "Save, and measure again");
        await HoldsAsync(page, "texts with faults");
    }

    [SkippableTheory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Every_step_of_a_new_project_keeps_the_rules_and_fits_its_window(int width)
    {
        Skip.If(chromium.Missing is not null, chromium.Missing);
        Chromium.SkipUnlessLong(width is 1280);
        await using var story = await ReviewStory.BeginAsync();
        var page = await SignedInAsync(story, width);
        await GoAsync(page, story, "/agency/new");
        await HoldsAsync(page, "new project");
        using var reader = new StreamReader(SampleFiles.Open("projects/snap-homelessness.json"));
        await page.Locator("#file-json").FillAsync(await reader.ReadToEndAsync());
        await PressAsync(page, "Read it in");
        foreach (var next in new[] { "Data", "People", "Impact", "Methods and AI", "Questions", "Dates", "the check" })
        {
            await HoldsAsync(page, "before " + next);
            await PressAsync(page, "Save and go on to " + next);
        }
        await HoldsAsync(page, "check");
        await GoAsync(page, story, "/agency/subscriptions");
        await HoldsAsync(page, "subscriptions");
        await GoAsync(page, story, "/agency/new");
        await PressAsync(page, "Begin a project");
        await PressAsync(page, "Save and go on to Data");
        await HoldsAsync(page, "a step with faults");
        await GoAsync(page, story, "/agency/report-check");
        await HoldsAsync(page, "a draft to be checked");
        await page.Locator("#check-text").FillAsync("Group,Children,Percent,Total\nBlack,7,12%,60\nAt-risk youth left.");
        await PressAsync(page, "Check it");
        await HoldsAsync(page, "a draft that was checked");
    }

    private async Task<IPage> SignedInAsync(ReviewStory story, int width)
    {
        var page = await chromium.OpenAsync(width, scripts: true);
        await GoAsync(page, story, "/sign-in");
        await page.Locator("#key").FillAsync(story.Key("DSS"));
        await page.ArriveByClickAsync(page.Locator("form[action='/sign-in'] button"));
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(story.Url, "/agency").AbsoluteUri);
        return page;
    }

    private static async Task GoAsync(IPage page, ReviewStory story, string path) =>
        _ = await page.GotoAsync(new Uri(story.Url, path).AbsoluteUri);

    private static Task PressAsync(IPage page, string button) =>
        page.ArriveByClickAsync(page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First);

    private static async Task HoldsAsync(IPage page, string state)
    {
        // Behind a button a page may be there before its style sheet is.
        await page.WaitForLoadStateAsync();
        // Dark on a phone and light on a desk: colours do not depend on the width.
        var scheme = page.ViewportSize!.Width < 500 ? ColorScheme.Dark : ColorScheme.Light;
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        Assert.Equal([], (await Axe.BrokenAsync(page, Axe.WcagAndPractice)).Select(wrong => $"{state}, {scheme}: {wrong}"));
        var (wide, window) =
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await page.EvaluateAsync<int>("window.innerWidth"));
        Assert.True(wide <= window, $"{state} is {wide} pixels wide in a window of {window}.");
    }
}
