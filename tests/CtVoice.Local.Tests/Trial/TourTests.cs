using CtVoice.Core.Reviews;
using CtVoice.Local.Demo;
using CtVoice.Local.Host;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Tests.Pages;
using CtVoice.Local.Tests.Reviews;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CtVoice.Local.Tests.Trial;

/// <summary>The tour of three minutes, as a newcomer takes it: in a real browser, with scripts switched off,
/// and without one call of an operation for programs.</summary>
public sealed class TourTests(Chromium chromium, PreparedFolder prepared) : IClassFixture<Chromium>, IClassFixture<PreparedFolder>
{
    [SkippableFact]
    public async Task It_is_played_to_its_end_without_a_script()
    {
        Skip.If(chromium.Missing is not null, chromium.Missing);
        using var folder = new TempFolder();
        prepared.CopyTo(folder.Path);
        await using var host =
            await LocalHost.StartAsync(new(folder.Path, Port: 0)
            { Clock = new StandingClock(ReviewStory.Monday), TimePasses = false, Trial = true });
        var page = await chromium.OpenAsync(1280, scripts: false);
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);

        await page.GotoAsync(new Uri(host.Url, "/").AbsoluteUri);
        Assert.Equal("Trial copy · nobody here is real · Monday, January 11, 2027, 9:30 AM", await page.InnerTextAsync(".trial p"));
        await page.ClickAsync("text=Take the tour");
        await ArrivesAsync(page, "Step 1 of 8: an agency sends its project");
        await page.ClickAsync("text=Send it as Social Services");

        // The office releases by hand; ten minutes later the panel is asked.
        await ArrivesAsync(page, "Step 2 of 8: what residents will read");
        await page.ClickAsync("text=Read and release as the coordinator");
        await page.WaitForSelectorAsync(".who");
        foreach (var language in new[] { "en", "es" })
        {
            await page.ArriveByClickAsync(page.Locator($"a[href$='/texts/{language}/release']").First);
            await page.ArriveByClickAsync(page.Locator("#release button").First);
        }
        await ArrivesAsync(page, "Step 2 of 8: the texts are released");
        await page.ClickAsync(".tour >> text=Next event");

        // A resident answers by hand, and what follows is on the phone at once; the others are played.
        await ArrivesAsync(page, "Step 3 of 8: residents get the question");
        await page.ClickAsync("text=Open the two phones");
        await Assertions.Expect(page.Locator(".phone")).ToHaveCountAsync(2);
        await HoldAsync(host, "/", "/sim");
        var first = page.Locator(".phone").First;
        await first.Locator("textarea").FillAsync("1");
        await first.Locator("button:has-text('Send')").ClickAsync();
        await first.Locator(".bubble").Nth(2).WaitForAsync();
        await page.ClickAsync("text=Go on to the close");

        await ArrivesAsync(page, "Step 4 of 8: the question is closed");
        await page.ClickAsync("text=Have it written and sent");
        await ArrivesAsync(page, "Step 5 of 8: the report is out");
        // Weeks pass while people are played: whoever takes the tour stays who they are.
        await page.ClickAsync("text=Answer as Social Services");
        await page.WaitForSelectorAsync(".who:has-text('DSS')");
        await page.ClickAsync("text=Have one answered in time");
        await ArrivesAsync(page, "Step 6 of 8: agencies answer, in time or late");
        await page.ClickAsync("text=Let one be late, then answered");

        await ArrivesAsync(page, "Step 7 of 8: did this answer you?");
        await page.Locator(".phone textarea").First.FillAsync("3");
        await page.Locator(".phone button:has-text('Send')").First.ClickAsync();
        await page.WaitForSelectorAsync(".phone .mine p:text-is('3')");
        await page.ClickAsync("text=Go on to the count");
        await ArrivesAsync(page, "Step 8 of 8: what was promised is followed");
        await page.WaitForSelectorAsync(".who:has-text('DSS')");
        await page.ClickAsync("text=Let the day come");
        await ArrivesAsync(page, "The tour is over: a promise was broken, in public");
        await page.ClickAsync("text=See how it ended");

        await page.WaitForSelectorAsync("main >> text=3 recommendations: 1 kept, 1 promise broken, 1 refused. Residents: not answered.");
        Assert.DoesNotContain(asked, path => path.StartsWith("/api/", StringComparison.Ordinal)
            || path.EndsWith(".js", StringComparison.Ordinal));
        var review = await OnlyAsync(host);
        Assert.True(review.ResidentsNotAnswered);
        Assert.Contains(review.Recommendations, r => r.AnsweredLate);
        Assert.Contains(review.Recommendations, r => r.Commitment is { Delivered: false, NotDeliveredSince: not null });
        Assert.Contains(review.Recommendations, r => r.Commitment is { Delivered: true });
        Assert.Contains(review.Recommendations, r => r.Answer!.Kind is AnswerKind.NotAdopted);
        Assert.Equal([], await host.Services.GetRequiredService<ReviewStore>().VerifyAsync(review.Id));

        // Everything is behind it: a scene before that is played with a new project.
        await page.SelectOptionAsync("#scene", "texts");
        await page.ClickAsync("text=Jump");
        await ArrivesAsync(page, "Step 2 of 8: what residents will read");
        await page.ClickAsync("text=Leave the tour");
        await page.WaitForSelectorAsync("text=Take the tour");
        await Assertions.Expect(page.Locator(".tour")).ToHaveCountAsync(0);
    }

    /// <summary>Pages with the bar and the strip keep the rules of accessibility on a small phone in the dark,
    /// where they have least room.</summary>
    private async Task HoldAsync(LocalHost host, params string[] paths)
    {
        var page = await chromium.OpenAsync(320);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        foreach (var path in paths)
        {
            await page.GotoAsync(new Uri(host.Url, path).AbsoluteUri);
            await MemberPageInBrowserTests.HoldsAsync(page, path);
        }
        await page.Context.CloseAsync();
    }

    private static async Task ArrivesAsync(IPage page, string title) =>
        await page.WaitForSelectorAsync($"#tour-h:text-is('{title}')", new() { Timeout = 60_000 });

    private static async Task<Review> OnlyAsync(LocalHost host)
    {
        var reviews = host.Services.GetRequiredService<ReviewStore>();
        return (await reviews.ReadAsync(Assert.Single(await reviews.AllIdsAsync())))!.State;
    }
}
