using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Local.Tests.Reviews;
using Microsoft.Playwright;
using static CtVoice.Local.Tests.Pages.MemberPageInBrowserTests;

namespace CtVoice.Local.Tests.Pages;

/// <summary>What follows a review's own questions, in a real browser: the rules a machine can check,
/// the smallest phone, no script.</summary>
public sealed class FollowUpPageInBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    [SkippableTheory]
    [InlineData(FollowUpKind.ReadBack, 1280)]
    [InlineData(FollowUpKind.ReadBack, 320)]
    [InlineData(FollowUpKind.Satisfaction, 320)]
    public async Task Every_state_of_a_follow_up_keeps_the_rules_and_fits_its_window(FollowUpKind kind, int width)
    {
        Skip.If(chromium.Missing is not null, chromium.Missing);
        Chromium.SkipUnlessLong(width is 1280);
        await using var story = kind is FollowUpKind.ReadBack
            ? await ReadBackTests.ReadBackAsync("m-09", "m-19")
            : await SatisfactionStoryTests.ToldAsync("m-09", "m-19");
        await story.Service<MemberCodes>().SetAsync("m-09", "4821");
        using var browser = new MemberBrowser(story);
        var link = new Uri(story.Url, await browser.LinkOfAsync("m-09")).AbsoluteUri;
        var page = await chromium.OpenAsync(width, scripts: true);
        var send = page.Locator("form:has(input[value=follow-up]) button");
        var number = (await story.StateAsync()).FollowUpOf("m-09", kind)!.Number;

        await page.GotoAsync(link);
        await HoldsAsync(page, "question");
        await page.ArriveByClickAsync(send);
        await Assertions.Expect(page.Locator("#faults a")).ToHaveCountAsync(1);
        await HoldsAsync(page, "fault");
        await page.Locator($"label[for='choice-{number}-2']").ClickAsync();
        await page.ArriveByClickAsync(send);
        await HoldsAsync(page, kind is FollowUpKind.ReadBack ? "asked for words" : "receipt");
        await page.GotoAsync(link);
        await page.Locator($"#words-{number}").FillAsync(new string('w', 200));
        await page.ArriveByClickAsync(send);
        await HoldsAsync(page, "receipt");
        await page.GotoAsync(link);
        await HoldsAsync(page, "answered");
        await page.Locator("#code").FillAsync("4821");
        await page.ArriveByClickAsync(page.Locator("form:has(#code) button"));
        await HoldsAsync(page, "words");
        await story.SettleAsync();
        Assert.Equal(2, (await story.StateAsync()).FollowUpOf("m-09", kind)!.Choice);
    }
}
