using CtVoice.Local.Tests.Reviews;
using Microsoft.Playwright;

namespace CtVoice.Local.Tests.Pages;

/// <summary>Somebody at a real browser with a keyboard and nothing else: no mouse, no script, no address typed but the first.</summary>
internal sealed class KeyboardBrowser(ReviewStory story, IPage page) : IAsyncDisposable
{
    // More stops than any page has: whatever is not reached by then cannot be reached.
    private const int Stops = 400;

    private readonly List<string> asked = [];

    /// <summary>What the page says, each run of space as one.</summary>
    internal async Task<string> SaysAsync() =>
        string.Join(' ', (await page.Locator("main").InnerTextAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Paths that the browser asked for.</summary>
    internal IReadOnlyList<string> Asked => asked;

    internal string Path => new Uri(page.Url).AbsolutePath;

    internal static async Task<KeyboardBrowser> OpenAsync(ReviewStory story, Chromium chromium, int width)
    {
        var page = await chromium.OpenAsync(width, scripts: false);
        var browser = new KeyboardBrowser(story, page);
        page.Request += (_, request) => browser.asked.Add(new Uri(request.Url).AbsolutePath);
        return browser;
    }

    /// <summary>Types the address of the sign-in and a key; a session lasts eight hours, a review weeks.</summary>
    internal async Task SignInAsync(string who)
    {
        await page.GotoAsync(new Uri(story.Url, "/sign-in").AbsoluteUri);
        await TypeAsync("form[action='/sign-in'] [name=key]", story.Key(who));
        await EnterAsync();
        Assert.NotEqual("/sign-in", Path);
    }

    /// <summary>Follows a link of the page by its words.</summary>
    internal async Task FollowAsync(string words)
    {
        await TabToAsync(page.Locator("a", new() { HasText = words }).First);
        await EnterAsync();
    }

    /// <summary>Follows a link of the page by where it leads.</summary>
    internal async Task FollowToAsync(string path)
    {
        await TabToAsync(page.Locator($"a[href='{path}']").First);
        await EnterAsync();
    }

    /// <summary>Fills in fields of the form of that name in the order of the page, and presses one of its buttons.</summary>
    /// <param name="form">Its name.</param>
    /// <param name="fields">Names of fields and what is typed or chosen.</param>
    /// <param name="button">Its words; the first when null.</param>
    internal async Task SendAsync(string form, (string Name, string Value)[] fields, string? button = null)
    {
        await SendAnywayAsync(form, fields, button);
        Assert.True(await page.Locator(".errors").CountAsync() == 0, $"{form} at {Path}: {await SaysAsync()}");
    }

    /// <summary>The same, whether it is refused or not.</summary>
    internal async Task SendAnywayAsync(string form, (string Name, string Value)[] fields, string? button = null)
    {
        foreach (var (name, value) in fields)
            await FillAsync($"#{form} [name='{name}']", value);
        var buttons = page.Locator($"#{form} button");
        await TabToAsync((button is null ? buttons : buttons.Filter(new() { HasText = button })).First);
        await EnterAsync();
    }

    /// <summary>Names of forms of the page that begin so.</summary>
    internal async Task<IReadOnlyList<string>> FormsAsync(string start) =>
        await page.Locator($"form[id^='{start}']").EvaluateAllAsync<string[]>("forms => forms.map(f => f.id)");

    public async ValueTask DisposeAsync() => await page.Context.CloseAsync();

    private async Task FillAsync(string selector, string value)
    {
        var field = page.Locator(selector).First;
        Assert.True(await field.CountAsync() > 0, $"{Path} has no {selector}.");
        switch (await field.GetAttributeAsync("type") ?? await field.EvaluateAsync<string>("e => e.localName"))
        {
            case "radio":
                await ChooseAsync(selector, value);
                break;
            case "checkbox":
                // Of several of one name it is the one with that value.
                var box = await page.Locator(selector).CountAsync() > 1 ? page.Locator($"{selector}[value='{value}']") : field;
                await TabToAsync(box);
                await page.Keyboard.PressAsync("Space");
                Assert.True(await box.IsCheckedAsync());
                break;
            case "select":
                await TabToAsync(field);
                await page.Keyboard.TypeAsync(
                    await page.Locator($"{selector} option[value='{value}']").First.EvaluateAsync<string>("e => e.label"));
                Assert.Equal(value, await field.InputValueAsync());
                break;
            case "date":
                // As an American keyboard is asked for it: month, day, year.
                await TabToAsync(field);
                await page.Keyboard.TypeAsync(value[5..7] + value[8..] + value[..4]);
                Assert.Equal(value, await field.InputValueAsync());
                break;
            default:
                await TypeAsync(selector, value);
                break;
        }
    }

    private async Task TypeAsync(string selector, string value)
    {
        var field = page.Locator(selector).First;
        await TabToAsync(field);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync(value);
        Assert.Equal(value, await field.InputValueAsync());
    }

    /// <summary>Tab leads into a group of choices, arrows lead through it.</summary>
    private async Task ChooseAsync(string selector, string value)
    {
        var group = page.Locator(selector);
        await TabToAsync(group);
        await page.Keyboard.PressAsync("Space");
        var choice = page.Locator($"{selector}[value='{value}']");
        for (var n = await group.CountAsync(); n > 0 && !await choice.IsCheckedAsync(); n--)
            await page.Keyboard.PressAsync("ArrowDown");
        Assert.True(await choice.IsCheckedAsync(), $"{Path}: arrows do not lead to {selector} {value}.");
    }

    /// <summary>Presses Tab until one of them has the focus; a folded part of the page is opened on the way.</summary>
    private async Task TabToAsync(ILocator target)
    {
        Assert.True(await target.CountAsync() > 0, $"{Path} has no {target}: {await SaysAsync()}");
        if (!await target.First.IsVisibleAsync())
        {
            await TabToAsync(target.First.Locator("xpath=ancestor::details[not(@open)][1]/summary"));
            await page.Keyboard.PressAsync("Enter");
        }
        for (var stop = 0; stop < Stops; stop++)
        {
            if (await target.EvaluateAllAsync<bool>("all => all.includes(document.activeElement)"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{Path}: Tab does not lead to {target}.");
    }

    /// <summary>Enter leads to another page, or to the same one again.</summary>
    private async Task EnterAsync()
    {
        await page.ArriveByEnterAsync();
        await story.SettleAsync();
    }
}
