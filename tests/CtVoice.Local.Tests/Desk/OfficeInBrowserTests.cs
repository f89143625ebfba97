using CtVoice.Core.Board.Erasing;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Projects.Context;
using CtVoice.Local.Tests.Pages;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web;
using Microsoft.Playwright;

namespace CtVoice.Local.Tests.Desk;

/// <summary>The pages outside a review in a real browser: the rules of accessibility, every width, light and dark,
/// with scripts switched off.</summary>
public sealed class OfficeInBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    [SkippableTheory]
    [InlineData(Role.Coordinator, 1280, ColorScheme.Light)]
    [InlineData(Role.Coordinator, 320, ColorScheme.Dark)]
    [InlineData(Role.Auditor, 1280, ColorScheme.Dark)]
    [InlineData(Role.Auditor, 320, ColorScheme.Light)]
    public async Task Every_page_keeps_the_rules_and_fits_its_window(Role role, int width, ColorScheme colours)
    {
        Skip.If(chromium.Missing is not null, chromium.Missing);
        Chromium.SkipUnlessLong(colours is ColorScheme.Light);
        await using var story = await FilledAsync();
        var pen = await PenPageTests.PennedAsync(story, "SM1", "Who is this? " + new string('w', 120));
        var page = await SignedInAsync(story, role, width);
        await page.EmulateMediaAsync(new() { ColorScheme = colours });
        string[] paths = role is Role.Auditor
            ? ["/audit", "/audit?month=x", "/audit/keys", "/audit/keys/actions", "/audit/record", "/audit/sealed", "/desk/payments"]
            :
            [
                "/desk/pen", $"/desk/pen/{Uri.EscapeDataString(pen)}", "/desk/pen/none", "/desk/members", "/desk/members?q=none",
                "/desk/members/new", "/desk/members/terms", "/desk/members/vacancies", "/desk/members/welcomes", "/desk/board-year",
                "/desk/members/m-01", "/desk/members/m-01/edit", "/desk/members/import",
                "/desk/members/m-02/erase", "/desk/members/m-08/erase", "/desk/holds", "/desk/people", "/desk/people/actions",
                "/desk/settings", "/desk/settings/rules", "/desk/settings/data/rel",
                "/desk/settings/data/policy", "/desk/settings/catalogue",
                $"/desk/settings/catalogue/versions/{(await story.Service<CatalogueStore>().VersionsAsync())[0].Version}",
                "/desk/settings/catalogue/unlisted", "/desk/settings/inventory", "/desk/settings/inventory/unreviewed",
                "/desk/settings/ai-inventory", "/desk/meetings", await MeetingAsync(story), "/desk/settings/notes",
                "/desk/settings/notes/housing-1", "/desk/settings/calendar",
                "/desk/settings/absence", "/desk/payments", "/desk/contacts", "/desk/on-call", "/desk/letters",
                "/desk/before-real-people", "/desk/before-real-people/help-person", "/desk/practice", .. await LettersAsync(story),
            ];
        foreach (var path in paths)
        {
            await page.GotoAsync(new Uri(story.Url, path).AbsoluteUri);
            await MemberPageInBrowserTests.HoldsAsync(page, path);
        }
        // A form with a fault, and one that shows what is asked for.
        foreach (var (path, form) in role is Role.Auditor
            ? new[] { ("/audit/sealed", "sealed"), ("/audit/record", "check") }
            : [("/desk/members/new", "new"), ("/desk/members/m-01", "consent"), ("/desk/members/m-01", "contact"), ("/desk/people", "map"),
                ("/desk/settings/notes", "add"), ("/desk/practice", "add"),
                ("/desk/settings/calendar", "closing"), ("/desk/settings/absence", "away"), ("/desk/on-call", "add"),
                ("/desk/on-call", "approve"), ("/desk/letters/new?member=m-01", "letter"), ("/desk/settings/inventory", "import")])
        {
            await page.GotoAsync(new Uri(story.Url, path).AbsoluteUri);
            await page.ArriveByClickAsync(page.Locator($"#{form} button").First);
            await MemberPageInBrowserTests.HoldsAsync(page, $"{path}, {form} sent");
        }
        if (role is not Role.Auditor)
            await CheckedAsync(story, page);
    }

    [SkippableFact]
    public async Task A_message_is_placed_and_a_member_added_by_keyboard_with_scripts_switched_off()
    {
        Skip.If(chromium.Missing is not null, chromium.Missing);
        await using var story = await ReviewStory.AskedAsync();
        var id = await PenPageTests.PennedAsync(story, "SM1", "Buy now");
        var page = await SignedInAsync(story, Role.Coordinator, 320, scripts: false);
        await page.GotoAsync(new Uri(story.Url, $"/desk/pen/{Uri.EscapeDataString(id)}").AbsoluteUri);

        await page.Locator("#dismiss-reason").FocusAsync();
        await page.Keyboard.TypeAsync("An advertisement");
        await page.ArriveByEnterAsync();
        await page.WaitForSelectorAsync("[role=status]");
        Assert.Contains("The pen is empty", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        await page.GotoAsync(new Uri(story.Url, "/desk/members/new").AbsoluteUri);
        await page.Locator("#new-id").FocusAsync();
        await page.Keyboard.TypeAsync("m-90");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Sp");
        await page.Locator("#new-member-channels-0").FocusAsync();
        await page.Keyboard.TypeAsync("Te");
        await page.Locator("#new-member-term-from").FillAsync("2027-01-01");
        await page.Locator("#new-id").FocusAsync();
        await page.ArriveByEnterAsync();
        await page.WaitForSelectorAsync("h1:has-text('Member m-90')");
        Assert.Equal(["es"], (await story.MemberAsync("m-90")).Languages);
    }

    /// <summary>Pages that show something before it leaves or is stored.</summary>
    private static async Task CheckedAsync(ReviewStory story, IPage page)
    {
        var policy = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(
            Core.Representation.OverrepresentationPolicy.Shipped with
            { Version = "opm-2", FewestInComparison = 31 }, Core.Json.WorkflowJson.Options);
        foreach (var (path, form, fill) in new (string, string, Func<Task>)[]
        {
            ("/desk/letters/new?member=m-01", "letter",
                () => page.Locator("#letter-texts-0-text").FillAsync("We are sorry: the date we gave you was wrong.")),
            ("/desk/settings/calendar", "closing", async () =>
            {
                await page.Locator("#closing-on").FillAsync("2027-02-10");
                await page.Locator("#closing-reason").FillAsync("The office moves.");
            }),
            ("/desk/settings/data/policy", "replace", () => page.Locator("#replace input[type=file]")
                .SetInputFilesAsync(new FilePayload { Name = "p.json", MimeType = "application/json", Buffer = policy })),
            ("/desk/settings/inventory", "import", () => page.Locator("#import input[type=file]")
                .SetInputFilesAsync(new FilePayload
                    { Name = "a.csv", MimeType = "text/csv", Buffer = "asset id,agency,name\nDSS-1,DSS,SNAP by month\n"u8.ToArray() })),
            ("/desk/settings/catalogue", "import", () => page.Locator("#import input[type=file]")
                .SetInputFilesAsync(new FilePayload
                    { Name = "c.csv", MimeType = "text/csv", Buffer =
                        """
                        Agency,Program,Data Category,Data Element Name,Data Element Definition,Data Type,Years Available
                        DOL,UI,Employment,Wage,Pay,Numeric,2002-2026

                        """u8.ToArray() })),
        })
        {
            await page.GotoAsync(new Uri(story.Url, path).AbsoluteUri);
            await fill();
            await page.ArriveByClickAsync(page.Locator($"#{form} button").First);
            Assert.Equal(0, await page.Locator(".errors").CountAsync());
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
            await MemberPageInBrowserTests.HoldsAsync(page, $"{path}, {form} to be checked");
        }
    }

    // The packet of the next meeting.
    private static async Task<string> MeetingAsync(ReviewStory story)
    {
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync("/desk/meetings");
        return desk.Page.QuerySelector("ul.rows h2 a")!.GetAttribute("href")!;
    }

    // One that can be stopped, and one that was.
    private static async Task<IReadOnlyList<string>> LettersAsync(ReviewStory story)
    {
        var box = story.Service<Core.Letters.LetterBox>();
        var waits = await box.WriteAsync(null, [new("m-01", "en")], [new("en", "We are sorry.")], "k");
        var stopped = await box.WriteAsync(null, [new("m-01", "en")], [new("en", "We are sorry.")], "k");
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync($"/desk/letters/{stopped.Id}");
        if (desk.Page.Forms.Any(f => f.Id == "stop"))
            await desk.SendAsync("stop");
        return [$"/desk/letters/new?review={story.Id}", "/desk/letters/new?member=m-01", $"/desk/letters/{waits.Id}",
            $"/desk/letters/{stopped.Id}"];
    }

    private static async Task<ReviewStory> FilledAsync()
    {
        var story = await ReviewStory.AskedAsync();
        await story.SaysAsync((await story.TextersAsync())[0], "2 only without names");
        await story.Service<HoldStore>().SetAsync(HoldKind.Audit, null, "m-08", "An audit " + new string('x', 80), "k", story.Now);
        await story.Service<ContextNotes>()
            .PutAsync(new("housing-1", "homeless", "Count", "https://example.org", "2026", new(2026, 2, 1), new Dictionary<string, string>
            { ["en"] = "Many sleep in cars.", ["es"] = "Muchos duermen en carros." }));
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync("/desk/members/m-08/erase");
        await desk.SendAsync("erase", ("told", "by-phone"));
        await desk.OpenAsync("/desk/members/m-01");
        await desk.SendAsync("contact");
        await story.AdvanceToAsync((await story.StateAsync()).Window!.ClosesAt.AddHours(1));
        await new OnCall.OnCallCrew(story).AddAsync("Renee Okafor", OnCall.OnCallCrew.Phones[0], "OPM");
        var today = Core.Calendar.LocalTime.DateIn(Core.Calendar.LocalTime.Connecticut, story.Now);
        await story.Service<Core.Todo.Absences>().PutAsync(new("deputy", today, today.AddDays(2), "k"));
        _ = await story.Service<Core.Workflows.ClosingDayNews>()
            .ChangeAsync(held => held.With(today.AddDays(9), "Training", story.Now), "k");
        return story;
    }

    private async Task<IPage> SignedInAsync(ReviewStory story, Role role, int width, bool scripts = true)
    {
        var key = await story.Service<AccessKeys>().CreateAsync("browser", role, null, null);
        var page = await chromium.OpenAsync(width, scripts);
        await page.GotoAsync(new Uri(story.Url, "/sign-in").AbsoluteUri);
        await page.Locator("#key").FillAsync(key.Token);
        await page.ArriveByAsync(() => page.Locator("#key").PressAsync("Enter"));
        await page.WaitForSelectorAsync(".who");
        return page;
    }
}
