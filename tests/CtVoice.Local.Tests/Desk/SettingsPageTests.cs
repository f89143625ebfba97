using System.Net;
using System.Text;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Context;
using CtVoice.Core.Reviews;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web;

namespace CtVoice.Local.Tests.Desk;

public sealed class SettingsPageTests
{
    [Fact]
    public async Task Rules_are_changed_by_a_form_for_reviews_that_start_from_then_on()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync("/desk/settings/rules");
        var before = await story.Service<ReviewPolicies>().CurrentAsync();
        Assert.Contains("1 review is running: it keeps the rules it began with.", desk.Says, StringComparison.Ordinal);

        await desk.SendAsync("rules", ("windowBusinessDays", "12"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.StartsWith($"The version {before.Version} has another content", Assert.Single(desk.Faults), StringComparison.Ordinal);
        await desk.SendAsync("rules", ("version", "review/opm-1"), ("remindBeforeClose/0", "4"), ("remindBeforeClose/1", ""));

        Assert.Equal("/desk/settings/rules?done=deskReplaceRules", desk.Path);
        var now = await story.Service<ReviewPolicies>().CurrentAsync();
        Assert.Equal([4], now.RemindBeforeClose);
        Assert.Equal(
            Versions.Of(before with { Version = "review/opm-1", WindowBusinessDays = 12, RemindBeforeClose = [4] }), Versions.Of(now));
        Assert.Equal(before.WindowBusinessDays, (await story.StateAsync()).Policy.WindowBusinessDays);

        using var deputy = await DeskVisitor.SignInAsync(story, Role.Deputy);
        await deputy.OpenAsync("/desk/settings/rules");
        Assert.Contains("Only the coordinator changes them.", deputy.Says, StringComparison.Ordinal);
        Assert.Empty(deputy.Page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task A_data_file_is_shown_and_replaced_by_another_version()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync("/desk/settings/data/policy");
        var present = desk.Page.QuerySelector("pre")!.TextContent;

        await desk.SendFileAsync("replace", "p.json", Encoding.UTF8.GetBytes("{\"id\":1}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.NotEmpty(desk.Faults);
        var version = OfPolicy(await DataAsync()).Version;
        await desk.SendFileAsync("replace", "p.json",
            Encoding.UTF8.GetBytes(present.Replace($"\"version\": \"{version}\"", "\"version\": \"opm-<2>\"", StringComparison.Ordinal)));
        // Where they differ comes first, and nothing is replaced by it.
        Assert.Contains("1 difference", desk.Says, StringComparison.Ordinal);
        Assert.Equal(["version", $"\"{version}\"", "\"opm-<2>\""], desk.Page.QuerySelectorAll("tbody tr > *").Select(c => c.TextContent));
        Assert.Equal(version, OfPolicy(await DataAsync()).Version);
        await desk.SendAsync("do");
        Assert.Equal("/desk/settings/data/policy?done=deskReplacePolicy", desk.Path);
        Assert.Equal("opm-<2>", OfPolicy(await DataAsync()).Version);
        Assert.Contains("opm-<2>", desk.Says, StringComparison.Ordinal);

        Task<ReferenceData> DataAsync() => story.Service<ReferenceStore>().CurrentAsync();

        static Core.Representation.DataFile OfPolicy(ReferenceData data) => ReferenceStore.FileOf(data, ReferenceKind.Policy);
    }

    [Fact]
    public async Task A_catalogue_is_imported_and_says_what_it_changed()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync("/desk/settings/catalogue");
        var before = desk.Page.QuerySelectorAll("#versions + ul h3").Select(h => h.TextContent).ToList();
        const string Head = "Agency,Program,Data Category,Data Element Name,Data Element Definition,Data Type,Years Available\n";

        await desk.SendFileAsync("import", "dict.csv", Encoding.UTF8.GetBytes(Head + "DOL,UI,Employment,,Pay,Numeric,2002-2026\n"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.StartsWith("Row ", desk.Faults[0], StringComparison.Ordinal);
        await desk.SendFileAsync("import", "dict.csv", Encoding.UTF8.GetBytes(Head + "DOL,UI,Employment,Wage <b>,Pay,Numeric,2002-2026\n"));
        Assert.Empty(desk.Faults);
        // It is stored and compared; the catalogue is as it was until the button on that page is pressed.
        Assert.Contains("1 element of 1 agency are stored", desk.Says, StringComparison.Ordinal);
        Assert.Contains("New1Gone", desk.Says, StringComparison.Ordinal);
        using (var deputy = await DeskVisitor.SignInAsync(story, Role.Deputy))
        {
            await deputy.OpenAsync("/desk/settings/catalogue");
            Assert.Equal(before[0], deputy.Page.QuerySelector("#versions + ul li:has(.tag) h3")!.TextContent);
            var other = deputy.Page.QuerySelectorAll("#versions + ul h3").Select(h => h.TextContent).Single(v => v != before[0]);
            await deputy.OpenAsync($"/desk/settings/catalogue/versions/{other}");
            await deputy.SendAsync("current");
            Assert.Equal("/desk/settings/catalogue?done=deskMakeCatalogueCurrent", deputy.Path);
        }
        // The other one pressed first: it is current already, and pressing again changes nothing.
        await desk.SendAsync("current");
        Assert.Equal("/desk/settings/catalogue?done=deskMakeCatalogueCurrent", desk.Path);
        await desk.OpenAsync($"/desk/settings/catalogue/versions/{before[0]}");
        Assert.Contains("What would change", desk.Says, StringComparison.Ordinal);
        await desk.OpenAsync("/desk/settings/catalogue?from=" + Uri.EscapeDataString(before[0]));
        Assert.Contains("Wage <b>", desk.Says, StringComparison.Ordinal);
        await desk.OpenAsync("/desk/settings/catalogue?search=wage");
        Assert.Contains("1 element found", desk.Says, StringComparison.Ordinal);

        await desk.OpenAsync("/desk/settings/inventory");
        await desk.SendFileAsync("import", "assets.csv", Encoding.UTF8.GetBytes("asset id,agency,name\nDSS-1,DSS,SNAP <i>by</i> month\n"));
        await desk.SendAsync("columns");
        Assert.Contains("New1Gone", desk.Says, StringComparison.Ordinal);
        await desk.SendAsync("do");
        Assert.Equal("/desk/settings/inventory?done=deskImportInventory", desk.Path);
        Assert.Contains("SNAP <i>by</i> month", desk.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_is_added_changed_by_one_of_two_and_removed()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var desk = await DeskVisitor.SignInAsync(story);
        using var other = await DeskVisitor.SignInAsync(story, Role.Deputy);
        await desk.OpenAsync("/desk/settings/notes");

        await desk.SendAsync("add", ("id", "housing-1"), ("subject", "homeless"), ("title", "<b>Count</b>"), ("link", "http://example.org"),
            ("version", "2026"), ("date", "2026-02-01"), ("sentences/en", "Many sleep in cars."));
        Assert.Equal(["Give a link that starts with https:// and has at most 300 characters."], desk.Faults);
        await desk.SendAsync("add", ("link", "https://example.org"));
        Assert.Equal("/desk/settings/notes?done=deskAddNote", desk.Path);
        Assert.Contains("<b>Count</b>", desk.Says, StringComparison.Ordinal);
        await desk.OpenAsync("/desk/settings/notes/housing-1");
        await other.OpenAsync("/desk/settings/notes/housing-1");
        await other.SendAsync("change", ("sentences/es", "Muchos duermen en carros."));
        await desk.SendAsync("change", ("sentences/en", "Some sleep in cars."));
        Assert.Equal(HttpStatusCode.PreconditionFailed, desk.Status);
        Assert.Contains("Muchos duermen en carros.", desk.Says, StringComparison.Ordinal);
        await desk.OpenAsync("/desk/settings/notes/housing-1");
        await desk.SendAsync("remove");
        Assert.Empty(await story.Service<ContextNotes>().AllAsync());
    }

    [Fact]
    public async Task Payments_are_marked_by_the_coordinator_and_read_by_the_auditor()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        await story.SaysAsync(member, "1");
        await story.AdvanceToAsync((await story.StateAsync()).Window!.ClosesAt.AddHours(1));
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync("/desk/payments");

        await desk.SendAsync("paid", ("reference", ""));
        Assert.Equal(["Name the payment run in 1 to 80 characters."], desk.Faults);
        await desk.SendAsync("paid", ("reference", "batch-<1>"));
        Assert.Equal("/desk/payments?year=2027&done=deskMarkPaid", desk.Path);
        Assert.Contains("batch-<1>", desk.Says, StringComparison.Ordinal);
        using var auditor = await DeskVisitor.SignInAsync(story, Role.Auditor);
        await auditor.OpenAsync("/desk/payments");
        Assert.Contains(member, auditor.Says, StringComparison.Ordinal);
        Assert.Empty(auditor.Page.QuerySelectorAll("main form[method=post]"));
        Assert.Contains(await auditor.ViewsAsync(), v => v.Screen == "payments" && v.MemberIds.Contains(member));
        await auditor.OpenAsync("/desk/payments/table?year=2027");
        Assert.Contains("payee_reference", auditor.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_are_counted_and_every_setting_leads_somewhere()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync("/desk/settings/calendar?from=2027-01-15&days=1");
        Assert.Contains("Tuesday, January 19, 2027", desk.Says, StringComparison.Ordinal);
        await desk.OpenAsync("/desk/settings/calendar?days=x");
        Assert.Contains("Give 0 to 500 business days.", desk.Says, StringComparison.Ordinal);

        await desk.OpenAsync("/desk/settings");
        var links = desk.Page.QuerySelectorAll("main a[href^='/']").Select(a => a.GetAttribute("href")!).Distinct().ToList();
        Assert.True(links.Count >= 12, string.Join(' ', links));
        foreach (var link in links)
        {
            await desk.OpenAsync(link);
            Assert.True(desk.Status is HttpStatusCode.OK, $"{link}: {desk.Status}");
        }
    }
}
