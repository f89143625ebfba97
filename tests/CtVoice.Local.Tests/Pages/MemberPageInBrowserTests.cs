using CtVoice.Core.Conversations.Links;
using CtVoice.Local.Tests.Reviews;
using Microsoft.Playwright;

namespace CtVoice.Local.Tests.Pages;

/// <summary>The members' pages in a real browser: WCAG 2.1 AA as far as a machine can tell, the smallest phone,
/// no mouse, no script.</summary>
public sealed class MemberPageInBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    [SkippableTheory]
    [InlineData("m-09", "en", 1280)]
    [InlineData("m-09", "en", 320)]
    [InlineData("m-04", "es", 320)]
    public async Task Every_state_of_the_page_keeps_the_rules_and_fits_its_window(string member, string language, int width)
    {
        Skip.If(chromium.Missing is not null, chromium.Missing);
        Chromium.SkipUnlessLong(width is 1280);
        await using var story = await MemberPageTests.OneOfAsync(member, questions: 3);
        await story.Service<MemberCodes>().SetAsync(member, "4821");
        using var browser = new MemberBrowser(story);
        var link = await LinkAsync(story, browser, member);
        var page = await chromium.OpenAsync(width);

        await page.GotoAsync(link);
        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        await HoldsAsync(page, "question");
        await SendAsync(page);
        await Assertions.Expect(page.Locator("#faults a")).ToHaveCountAsync(1);
        await HoldsAsync(page, "fault");
        await page.Locator("#choice-1-2").CheckAsync();
        await page.Locator("#words-2").FillAsync(new string('w', 200));
        await SendAsync(page);
        await HoldsAsync(page, "receipt");
        await page.GotoAsync(link);
        await HoldsAsync(page, "answered");
        await page.Locator("#words-2").FillAsync("I want to kill myself");
        await SendAsync(page);
        await Assertions.Expect(page.Locator(".danger[role=alert] a")).ToHaveCountAsync(5);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            foreach (var forced in new[] { ForcedColors.None, ForcedColors.Active })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme, ForcedColors = forced });
                await HoldsAsync(page, $"danger, {scheme}, {forced}");
                Assert.Equal("double",
                    await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.danger')).borderTopStyle"));
            }
        }
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.None });
        await page.GotoAsync(link);
        await page.Locator("#code").FillAsync("0000");
        await page.ArriveByClickAsync(page.Locator("form:has(#code) button"));
        await HoldsAsync(page, "wrong code");
        await page.Locator("#code").FillAsync("4821");
        await page.ArriveByClickAsync(page.Locator("form:has(#code) button"));
        await HoldsAsync(page, "words");
        await page.GotoAsync(link);
        await page.ArriveByClickAsync(page.Locator("form:has(input[value=withdraw]) button"));
        await HoldsAsync(page, "taken back");
        await page.GotoAsync(link[..^3] + "abc");
        await HoldsAsync(page, "gone");
        await story.ChangeAsync(member, m => m with { Discreet = true });
        await page.GotoAsync(link);
        await HoldsAsync(page, "hidden");
    }

    [SkippableFact]
    public async Task A_member_answers_by_keyboard_alone()
    {
        Skip.If(chromium.Missing is not null, chromium.Missing);
        await using var story = await MemberPageTests.OneOfAsync("m-09");
        using var browser = new MemberBrowser(story);
        var page = await chromium.OpenAsync(320);
        await page.GotoAsync(await LinkAsync(story, browser, "m-09"));

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("skip", await page.EvaluateAsync<string>("document.activeElement.className"));
        await page.Keyboard.PressAsync("Enter");
        var seen = new List<string>();
        while (!seen.Contains("words-1") && seen.Count < 30)
        {
            await page.Keyboard.PressAsync("Tab");
            seen.Add(await page.EvaluateAsync<string>("document.activeElement.id"));
            if (seen[^1].StartsWith("choice-1-", StringComparison.Ordinal))
                await page.Keyboard.PressAsync("Space");
        }
        await page.Keyboard.TypeAsync("by keyboard");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("quote", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Tab");
        await page.ArriveByEnterAsync();
        await page.WaitForSelectorAsync("h1:has-text('We saved your answer')");
        await story.SettleAsync();

        var reply = Assert.Single((await story.StateAsync()).Replies);
        Assert.Equal((1, true, true), (reply.Choice!.Value, reply.HasWords, reply.NotQuoted));
    }

    [SkippableFact]
    public async Task A_member_answers_with_scripts_switched_off()
    {
        Skip.If(chromium.Missing is not null, chromium.Missing);
        await using var story = await MemberPageTests.OneOfAsync("m-09", change: m => m with { Discreet = true });
        using var browser = new MemberBrowser(story);
        var page = await chromium.OpenAsync(360, scripts: false);
        await page.GotoAsync(await LinkAsync(story, browser, "m-09"));
        await page.ArriveByClickAsync(page.Locator("form:has(input[value=show]) button"));
        await page.Locator("label[for='choice-1-3']").ClickAsync();
        await SendAsync(page);
        await story.SettleAsync();
        Assert.Equal(3, Assert.Single((await story.StateAsync()).Replies).Choice);
    }

    private static Task SendAsync(IPage page) => page.ArriveByClickAsync(page.Locator("form:has(input[value=answer]) button"));

    private static async Task<string> LinkAsync(ReviewStory story, MemberBrowser browser, string member) =>
        new Uri(story.Url, await browser.LinkOfAsync(member)).AbsoluteUri;

    internal static async Task HoldsAsync(IPage page, string state)
    {
        // Behind a button a page may be there before its style sheet is.
        await page.WaitForLoadStateAsync();
        Assert.Equal([], (await Axe.BrokenAsync(page, Axe.Wcag)).Concat(await ChartRules.BrokenAsync(page))
            .Select(wrong => $"{state}: {wrong}"));
        var (wide, window) =
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await page.EvaluateAsync<int>("window.innerWidth"));
        Assert.True(wide <= window, $"{state} is {wide} pixels wide in a window of {window}.");
    }
}
