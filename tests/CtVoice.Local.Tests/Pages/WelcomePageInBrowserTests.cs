using CtVoice.Core.Conversations.Dialogues;

namespace CtVoice.Local.Tests.Pages;

/// <summary>The welcome in a real browser, with scripts switched off.</summary>
public sealed class WelcomePageInBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    [SkippableTheory]
    [InlineData("en", 1280)]
    [InlineData("en", 320)]
    [InlineData("es", 320)]
    public async Task Every_step_keeps_the_rules_fits_its_window_and_leads_to_the_next(string language, int width)
    {
        Skip.If(chromium.Missing is not null, chromium.Missing);
        Chromium.SkipUnlessLong(width is 1280);
        await using var story = await WelcomePageTests.WelcomedAsync(language);
        using var browser = new MemberBrowser(story);
        var page = await chromium.OpenAsync(width);
        await page.GotoAsync(new Uri(story.Url, await browser.LinkOfAsync("m-90")).AbsoluteUri);
        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        foreach (var (state, field) in new[]
        {
            ("consent", "#choice-1"), ("language", language == "en" ? "#choice-1" : "#choice-2"), ("calls", "#choice-2"),
            ("shared", "#choice-2"), ("discreet", "#choice-2"), ("code", "#code"), ("practice", "#choice-3"),
        })
        {
            await MemberPageInBrowserTests.HoldsAsync(page, state);
            await SendAsync();
            Assert.Equal(field == "#code" ? "#code" : "#choice-1", await page.Locator("#faults a").GetAttributeAsync("href"));
            await MemberPageInBrowserTests.HoldsAsync(page, state + " without an answer");
            if (field == "#code")
                await page.Locator(field).FillAsync("4821");
            else
                await page.Locator(field).CheckAsync();
            await SendAsync();
        }
        await MemberPageInBrowserTests.HoldsAsync(page, "done");
        await story.SettleAsync();
        Assert.Equal(DialogueEnd.Done, (await story.Service<DialogueStore>().FindAsync(Dialogue.Welcome, "m-90"))!.End);

        Task SendAsync() => page.ArriveByClickAsync(page.Locator("form:has(input[value=answer]) button:not(.second)"));
    }

    [SkippableFact]
    public async Task The_code_is_chosen_by_keyboard_with_scripts_switched_off()
    {
        Skip.If(chromium.Missing is not null, chromium.Missing);
        await using var story = await WelcomePageTests.WelcomedAsync();
        using var browser = new MemberBrowser(story);
        var page = await chromium.OpenAsync(320, scripts: false);
        await page.GotoAsync(new Uri(story.Url, await browser.LinkOfAsync("m-90")).AbsoluteUri);
        foreach (var option in new[] { "#choice-1", "#choice-1", "#choice-3", "#choice-2", "#choice-2" })
        {
            await page.Locator(option).FocusAsync();
            await page.Keyboard.PressAsync("Space");
            await page.ArriveByEnterAsync();
            await page.WaitForSelectorAsync("[role=status]");
        }
        // Enter sends the code: it is not taken for going on without one.
        await page.Locator("#code").FocusAsync();
        await page.Keyboard.TypeAsync("4821");
        await page.ArriveByEnterAsync();
        await page.WaitForSelectorAsync("textarea");
        Assert.True(await story.Service<Core.Conversations.Links.MemberCodes>().HasAsync("m-90"));
    }
}
