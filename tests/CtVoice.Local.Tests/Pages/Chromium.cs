using Microsoft.Playwright;

namespace CtVoice.Local.Tests.Pages;

/// <summary>A real browser, where one is installed: <c>/usr/bin/chromium</c>, or what <c>CTVOICE_CHROMIUM</c> names.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Why there is none; null when there is.</summary>
    internal string? Missing { get; private set; }

    public async Task InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("CTVOICE_CHROMIUM") ?? "/usr/bin/chromium";
        if (!File.Exists(path))
        {
            Missing = $"There is no browser at {path}; name one in CTVOICE_CHROMIUM.";
            return;
        }
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
            { ExecutablePath = path, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>Whether what was looked at in one width and one set of colours is looked at in the other as well.</summary>
    internal static bool Long => Environment.GetEnvironmentVariable("CTVOICE_LONG") == "1";

    /// <summary>Skips what only repeats the same pages in another width, unless time is there.</summary>
    internal static void SkipUnlessLong(bool again) =>
        Skip.If(again && !Long, "The same pages in another width and other colours: CTVOICE_LONG=1 runs it.");

    /// <summary>A fresh window.</summary>
    /// <param name="width">CSS pixels.</param>
    /// <param name="scripts">Whether scripts of pages run.</param>
    internal async Task<IPage> OpenAsync(int width = 1280, bool scripts = true) =>
        await (await browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, JavaScriptEnabled = scripts }))
            .NewPageAsync();
}
