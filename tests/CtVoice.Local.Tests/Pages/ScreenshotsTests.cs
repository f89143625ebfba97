using System.Net.Http.Json;
using CtVoice.Local.Demo;
using CtVoice.Local.Host;
using CtVoice.Local.Tests.Harness;
using CtVoice.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CtVoice.Local.Tests.Pages;

/// <summary>
/// Pictures of the pages, for README and for whoever looks: <c>CTVOICE_SCREENSHOTS=DIR dotnet test tests/CtVoice.Local.Tests --filter
/// FullyQualifiedName~Screenshots</c>. The demo's review is finished, a second one has just arrived. Each page wide and light, and on a
/// phone and dark; those of README as the first window shows them.
/// </summary>
public sealed class ScreenshotsTests
{
    private const string Folder = "CTVOICE_SCREENSHOTS";

    // So that whoever reads README on a phone has them at once.
    private const int MostBytes = 80 * 1024;

    [SkippableFact]
    public async Task Pictures_of_the_pages_are_written()
    {
        Skip.If(Environment.GetEnvironmentVariable(Folder) is null, $"{Folder}=DIR writes pictures of the pages there.");
        var to = Path.GetFullPath(Environment.GetEnvironmentVariable(Folder)!);
        var chromium = new Chromium();
        await chromium.InitializeAsync();
        Skip.If(chromium.Missing is not null, chromium.Missing);
        using var folder = new TempFolder();
        await using var host =
            await LocalHost.StartAsync(new(folder.Path, Port: 0) { Clock = new StandingClock(DemoRun.Start), TimePasses = false });
        var finished = await DemoRun.PlayAsync(host, folder.Path, TextWriter.Null, CancellationToken.None);
        using var client = new DemoClient(host.Url, who => File.ReadAllText(FirstStart.KeyPath(folder.Path, who)).Trim());
        using var project = new StreamContent(SampleFiles.Open("projects/snap-homelessness.json"));
        project.Headers.ContentType = new("application/json");
        var arrived = (await client.PostAsync("/api/projects", "DSS", project, "pictures"))["id"]!.GetValue<string>();
        // So that what follows from it is done before anybody looks.
        using var clock = JsonContent.Create(new { advance = "PT1M" });
        _ = await client.PostAsync("/sim/clock", null, clock);

        var pictures = new List<string>();
        await ShowAsync(Role.Coordinator, null, ("today", "/desk"), ("texts", $"/desk/reviews/{arrived}/texts"),
            ("reviews", "/desk/reviews"), ("project", $"/desk/reviews/{arrived}"),
            ("panel", $"/desk/reviews/{finished}/panel"), ("replies", $"/desk/reviews/{finished}/replies"),
            ("report", $"/desk/reviews/{finished}/report"),
            ("answers", $"/desk/reviews/{finished}/answers"), ("members", "/desk/members"), ("settings", "/desk/settings"),
            ("calendar", "/desk/settings/calendar"), ("on-call", "/desk/on-call"));
        await ShowAsync(Role.Agency, "DSS", ("agency", "/agency"), ("answer", $"/agency/reviews/{finished}/recommendations/1"));
        await ShowAsync(null, null, ("front", "/"), ("register", "/register"), ("public-review", $"/register/{finished}"),
            ("phones", "/sim"), ("sign-in", "/sign-in"));
        await chromium.DisposeAsync();

        Assert.True(pictures.Count > 30, $"Only {pictures.Count} pictures were written.");
        Assert.All(pictures.Where(p => p.EndsWith("-first.png", StringComparison.Ordinal)),
            p => Assert.InRange(new FileInfo(p).Length, 1024, MostBytes));

        async Task ShowAsync(Role? role, string? agency, params (string Name, string Path)[] pages)
        {
            foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (320, ColorScheme.Dark) })
            {
                var page = await chromium.OpenAsync(width, scripts: false);
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                if (role is { } who)
                {
                    var key = await host.Services.GetRequiredService<AccessKeys>().CreateAsync($"{who} of the pictures", who, agency, null);
                    await page.GotoAsync(new Uri(host.Url, "/sign-in").AbsoluteUri);
                    await page.Locator("#key").FillAsync(key.Token);
                    await page.ArriveByAsync(() => page.Locator("#key").PressAsync("Enter"));
                    await page.WaitForSelectorAsync(".who");
                }
                foreach (var (name, path) in pages)
                {
                    await page.GotoAsync(new Uri(host.Url, path).AbsoluteUri);
                    pictures.Add(Path.Combine(to, $"{name}-{width}.png"));
                    await page.ScreenshotAsync(new() { Path = pictures[^1], FullPage = true });
                    if (width != 1280)
                        continue;
                    await page.SetViewportSizeAsync(820, 500);
                    pictures.Add(Path.Combine(to, $"{name}-first.png"));
                    await page.ScreenshotAsync(new() { Path = pictures[^1] });
                    await page.SetViewportSizeAsync(width, 800);
                }
                await page.Context.CloseAsync();
            }
        }
    }
}
