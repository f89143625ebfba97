using CtVoice.Local.Tests.Reviews;
using Microsoft.Playwright;

namespace CtVoice.Local.Tests.Pages;

/// <summary>The desk in a real browser: WCAG 2.2 AA and best practices as far as a machine can tell, in every stage of a review,
/// wide and light; with CTVOICE_LONG=1 on a phone and dark as well.</summary>
public sealed class DeskInBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string[] Tabs =
        ["", "/assessment", "/panel", "/texts", "/replies", "/report", "/answers", "/dates", "/record?check=now", "/dictate"];

    private static readonly string[] Making = ["/replies", "/report", "/report/1", "/report/2"];
    private static readonly string[] Out = ["/report", "/answers", "/dates", "/guardrails", "/exhibit-a"];

    [SkippableFact]
    public async Task The_rules_find_what_breaks_them()
    {
        Skip.If(chromium.Missing is not null, chromium.Missing);
        var page = await chromium.OpenAsync();
        await page.SetContentAsync("<img src=x><p style='color:#999;background:#aaa'>Hardly read</p>");
        Assert.Equal(
            ["color-contrast", "document-title", "html-has-lang", "image-alt"], (await Axe.BrokenAsync(page, Axe.Wcag))
                .Select(wrong => wrong.Split(' ')[0]).Order());
    }

    [SkippableFact]
    public async Task Every_page_of_a_review_that_begins_keeps_the_rules()
    {
        Skip.If(chromium.Missing is not null, chromium.Missing);
        await using var story = await ReviewStory.BeginAsync();
        await story.SubmitAsync("unknown-counts", key: "decides");
        var decides = story.Id;
        await story.SubmitAsync();
        await HoldAsync(story, ["/sign-in", "/desk", "/desk/reviews", "/desk/reviews?q=nothing", $"/desk/reviews/{decides}/assessment",
            .. Tabs.Select(t => $"/desk/reviews/{story.Id}{t}"), $"/desk/reviews/{story.Id}/texts/en/release"]);
    }

    [SkippableFact]
    public async Task Every_page_of_a_review_that_asks_keeps_the_rules()
    {
        Skip.If(chromium.Missing is not null, chromium.Missing);
        await using var story = await ReviewStory.AskedAsync();
        await story.EverybodySaysAsync("2 Take out names before you share");
        await story.SaysAsync((await story.TextersAsync())[0], "I want to kill myself");
        using var browser = await StaffBrowser.SignInAsync(story, "coordinator");
        var alert = browser.Page.QuerySelector(".danger a")!.GetAttribute("href")!;
        await HoldAsync(story, ["/desk", alert, .. Tabs.Select(t => $"/desk/reviews/{story.Id}{t}")]);
    }

    [SkippableFact]
    public async Task Every_page_of_a_report_in_the_making_and_of_answers_keeps_the_rules()
    {
        Skip.If(chromium.Missing is not null, chromium.Missing);
        await using var story = await ReviewStory.AskedAsync();
        await story.EverybodySaysAsync("2 Take out names before you share");
        await DeskJourneyTests.CloseAsync(story);
        using var browser = await StaffBrowser.SignInAsync(story, "coordinator");
        foreach (var text in new[] { "Take out names.", "I lost my home because of it." })
        {
            await browser.OpenReviewAsync("report");
            await browser.DoAsync("write", ("from", "1"), ("text", text), ("addressee", "OPM"));
        }
        await browser.OpenReviewAsync("report/1");
        await browser.DoAsync("release-agency");
        await HoldAsync(story, ["/desk", .. Making.Select(t => $"/desk/reviews/{story.Id}{t}")]);
        await RefusedAsync(story, ("/replies", "decide-2"), ("/report", "write"), ("/report/1", "drop"));
        await story.AdvanceAsync(TimeSpan.FromDays(3));
        await HoldAsync(story, ["/desk", "/desk/reviews", .. Out.Select(t => $"/desk/reviews/{story.Id}{t}")]);
        await RefusedAsync(story, ("/answers", "answer-1"), ("/answers", "board"));
    }

    [SkippableFact]
    public async Task A_refused_form_leads_to_its_field_by_keyboard_and_keeps_the_rules()
    {
        Skip.If(chromium.Missing is not null, chromium.Missing);
        await using var story = await ReviewStory.AskedAsync();
        var page = await SignedInAsync(story, 320, scripts: false);
        await page.GotoAsync(new Uri(story.Url, $"/desk/reviews/{story.Id}/dates").AbsoluteUri);
        await page.Locator("#extend button").FocusAsync();
        await page.ArriveByEnterAsync();
        await page.Locator(".errors a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**#extend-businessDays");
        Assert.Equal("true", await page.Locator("#extend-businessDays").GetAttributeAsync("aria-invalid"));
    }

    /// <summary>Forms sent empty: the page comes again with each fault in the summary and at its field.</summary>
    private async Task RefusedAsync(ReviewStory story, params (string Tab, string Form)[] forms)
    {
        var page = await SignedInAsync(story, 1280);
        foreach (var (tab, form) in forms)
        {
            await page.GotoAsync(new Uri(story.Url, $"/desk/reviews/{story.Id}{tab}").AbsoluteUri);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
            await page.EvaluateAsync("id => document.querySelectorAll(`#${id} textarea, #${id} "
                + "input:not([type=hidden]):not([type=radio]):not([type=checkbox])`).forEach(f => f.value = '')", form);
            await page.ArriveByClickAsync(page.Locator($"#{form} button").First);
            await Assertions.Expect(page.Locator(".errors").First).ToBeAttachedAsync();
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
            await MemberPageInBrowserTests.HoldsAsync(page, $"{tab}, {form} refused");
        }
        await page.Context.CloseAsync();
    }

    private async Task HoldAsync(ReviewStory story, IReadOnlyList<string> paths)
    {
        // Agencies' pages are looked at the other way round.
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (320, ColorScheme.Dark) }.Take(Chromium.Long ? 2 : 1))
        {
            var page = await SignedInAsync(story, width);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var path in paths)
            {
                await page.GotoAsync(new Uri(story.Url, path).AbsoluteUri);
                // NormalizedText parts are parts of the page.
                await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
                Assert.Equal([], (await Axe.BrokenAsync(page, Axe.WcagAndPractice))
                    .Select(wrong => $"{path} at {width}, {scheme}: {wrong}"));
                var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                Assert.True(wide <= width, $"{path} is {wide} pixels wide in a window of {width}.");
            }
            await page.Context.CloseAsync();
        }
    }

    private async Task<IPage> SignedInAsync(ReviewStory story, int width, bool scripts = true)
    {
        using var browser = await StaffBrowser.SignInAsync(story, "coordinator");
        var page = await chromium.OpenAsync(width, scripts);
        await page.Context.AddCookiesAsync(
            browser.Cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = story.Url.AbsoluteUri }));
        return page;
    }
}
