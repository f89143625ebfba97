using System.Collections.Concurrent;
using CtVoice.Local.Tests.Harness;
using Microsoft.Playwright;

namespace CtVoice.Local.Tests.Pages;

/// <summary>A real browser, where one is installed: <c>/usr/bin/chromium</c>, or what <c>CTVOICE_CHROMIUM</c> names.
/// One for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string Path = Environment.GetEnvironmentVariable("CTVOICE_CHROMIUM") ?? "/usr/bin/chromium";

    // Started by whoever is first; nobody knows which test is the last.
    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    private readonly ConcurrentBag<IBrowserContext> windows = [];

    /// <summary>Why there is none; null when there is.</summary>
    internal string? Missing { get; } = File.Exists(Path) ? null : $"There is no browser at {Path}; name one in CTVOICE_CHROMIUM.";

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var window in windows)
            await window.CloseAsync();
    }

    /// <summary>Whether what was looked at in one width and one set of colours is looked at in the other as well.</summary>
    internal static bool Long => Environment.GetEnvironmentVariable("CTVOICE_LONG") == "1";

    /// <summary>Skips what only repeats the same pages in another width, unless time is there.</summary>
    internal static void SkipUnlessLong(bool again) =>
        Skip.If(again && !Long, "The same pages in another width and other colours: CTVOICE_LONG=1 runs it.");

    /// <summary>A fresh window.</summary>
    /// <param name="width">CSS pixels.</param>
    /// <param name="scripts">Whether scripts of pages run.</param>
    internal async Task<IPage> OpenAsync(int width = 1280, bool scripts = true)
    {
        var browser = await Started.Value;
        var window =
            await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, JavaScriptEnabled = scripts });
        windows.Add(window);
        return await window.NewPageAsync();
    }

    private static async Task<IBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        // Its driver ends the browser with itself.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => playwright.Dispose();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Path,
            Args = ["--no-sandbox", .. TempFolder.InMemory ? (string[])[] : ["--disable-dev-shm-usage"]],
        });
    }
}
