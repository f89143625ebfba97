using System.Net;
using System.Text;
using CtVoice.Core.Board;
using CtVoice.Core.Board.Erasing;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web;

namespace CtVoice.Local.Tests.Desk;

public sealed class MembersPageTests
{
    [Fact]
    public async Task Somebody_new_is_added_reached_and_welcomed_without_a_call_of_the_api()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var desk = await DeskVisitor.SignInAsync(story);

        await desk.OpenAsync("/desk/members/new");
        await desk.SendAsync("new", ("id", "M 90"), ("member/languages/1", "es"), ("member/term/from", "2027-01-01"),
            ("member/channels/0", "sms"),
            ("member/conflicts/0/agency", "DSS"), ("member/conflicts/0/kind", "contractor"), ("member/experiences", "poverty"),
            ("member/away/0/from", "2027-03-02"), ("member/away/0/to", "2027-03-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.Equal(["An id is 1 to 64 of a-z, 0-9 and hyphen, such as m-07.", "A time away ends on or after the day it starts."],
            desk.Faults);
        // The empty first row is gone, and the fault of a row stands at that row.
        await desk.SendAsync("new", ("id", "m-90"), ("member/away/0/to", "2027-03-04"));

        Assert.Equal("/desk/members/m-90?done=deskAddMember", desk.Path);
        var added = await story.MemberAsync("m-90");
        Assert.Equal(["es"], added.Languages);
        Assert.Equal([new Conflict("DSS", ConflictKind.Contractor)], added.Conflicts);
        Assert.Equal([new DaySpan(new(2027, 3, 2), new(2027, 3, 4))], added.Away);
        Assert.Equal(["poverty"], added.Experiences);
        Assert.Contains("Cannot be asked: no consent", desk.Says, StringComparison.Ordinal);

        await desk.SendAsync("consent", ("channel", "sms"), ("state", "given"), ("textVersion", "consent-2026-1"), ("how", "paper form"),
            ("when", "2027-01-08T16:30"));
        Assert.Equal(ReviewStory.Eastern(2027, 1, 8, 16, 30), Assert.Single((await story.MemberAsync("m-90")).Consent).When);
        await desk.SendAsync("contact");
        Assert.Contains("Nothing is stored yet.", desk.Says, StringComparison.Ordinal);
        await desk.SendAsync("save", ("name", "<b>Rosa</b>"), ("phone", "12"), ("email", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.Equal("<b>Rosa</b>", desk.Page.QuerySelector("#save-name")!.GetAttribute("value"));
        await desk.SendAsync("save", ("phone", "860-555-0190"), ("calls", "call-only"));

        Assert.Equal("/desk/members/m-90?done=deskSaveContact", desk.Path);
        var stored = (await story.Service<ContactStore>().ForSendingAsync("m-90"))!;
        Assert.Equal(("+18605550190", CallsAllowed.CallOnly), (stored.Phone!, stored.Calls!.Value));
        Assert.Equal(["members/contact", "members/contact"], (await desk.ViewsAsync()).Select(v => v.Screen));
        Assert.NotEmpty(await story.SentToAsync("m-90"));
        Assert.DoesNotContain("Rosa", desk.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_searched_without_a_name()
    {
        await using var story = await ReviewStory.BeginAsync();
        await story.ChangeAsync("m-02", m => m with { Away = [new(new(2027, 1, 1), new(2027, 2, 1))] });
        await story.ChangeAsync("m-03", m => m with { State = MemberState.Paused });
        using var desk = await DeskVisitor.SignInAsync(story);

        await desk.OpenAsync("/desk/members");
        Assert.Contains("m-24", desk.Says, StringComparison.Ordinal);
        Assert.DoesNotContain("Avery", desk.Says, StringComparison.Ordinal);
        Assert.Empty(await desk.ViewsAsync());
        await ShowsAsync("show=away", "m-02");
        await ShowsAsync("show=paused&q=m-03", "m-03");
        await ShowsAsync("show=silent");
        await ShowsAsync("show=away&language=en&channel=email");
        await ShowsAsync("q=m-07", "m-07");
        await desk.OpenAsync("/desk/members?q=%3Cscript%3E");
        Assert.Equal("<script>", desk.Page.QuerySelector("#q")!.GetAttribute("value"));

        async Task ShowsAsync(string query, params string[] ids)
        {
            await desk.OpenAsync("/desk/members?" + query);
            Assert.Equal(ids, desk.Page.QuerySelectorAll("ul.rows h2").Select(h => h.TextContent));
        }
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_not_overwritten()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var first = await DeskVisitor.SignInAsync(story);
        using var second = await DeskVisitor.SignInAsync(story, Role.Deputy);
        await first.OpenAsync("/desk/members/m-01");
        await second.OpenAsync("/desk/members/m-01");

        await second.SendAsync("availability", ("maximumPerYear", "4"));
        await first.SendAsync("availability", ("maximumPerYear", "9"));

        Assert.Equal(HttpStatusCode.PreconditionFailed, first.Status);
        Assert.Contains("Somebody changed this while you were writing", first.Says, StringComparison.Ordinal);
        Assert.Equal(4, (await story.MemberAsync("m-01")).MaximumPerYear);
        await first.SendAsync("availability");
        Assert.Equal(9, (await story.MemberAsync("m-01")).MaximumPerYear);

        await first.OpenAsync("/desk/members/m-01/edit");
        var before = await story.MemberAsync("m-01");
        await first.SendAsync("edit");
        Assert.Equal("/desk/members/m-01?done=deskChangeMember", first.Path);
        Assert.Equal(Versions.Of(before), Versions.Of(await story.MemberAsync("m-01")));
        await first.SendAsync("pay", ("declines", "true"), ("yearlyLimit", "600.50"), ("payeeReference", "V-1"));
        Assert.Equal(new MemberPay(true, 600.50m, "V-1"), (await story.MemberAsync("m-01")).Pay);
    }

    [Fact]
    public async Task A_file_is_imported_after_each_row_was_shown_with_its_fate()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var desk = await DeskVisitor.SignInAsync(story);
        const string Head = "member_id,name,phone,email,languages,channels,term_from\n";
        const string Row = "m-90,\"Ana \"\"<i>\"\" Nueva\",860-555-0190,,es,sms,2027-01-01\n";

        await desk.OpenAsync("/desk/members/import");
        await desk.SendFileAsync("file", "board.csv", []);
        Assert.Equal(["Choose a file first."], desk.Faults);
        await desk.SendFileAsync("file", "board.csv", Encoding.UTF8.GetBytes(Head + Row + "m-91,Bo,12,,es,sms,2027-01-01\n"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.StartsWith("Row 3, phone: ", Assert.Single(desk.Faults), StringComparison.Ordinal);
        await desk.SendFileAsync("file", "board.csv", Encoding.UTF8.GetBytes(Head + Row));
        Assert.Contains("1 new, 0 changed, 0 as they are. Nothing is stored yet.", desk.Says, StringComparison.Ordinal);
        Assert.Null(await story.Service<BoardStore>().GetAsync("m-90"));
        await desk.SendAsync("do");

        Assert.Contains("1 new, 0 changed, 0 as they are. Nobody was written to.", desk.Says, StringComparison.Ordinal);
        Assert.Equal("Ana \"<i>\" Nueva", (await story.Service<ContactStore>().ForSendingAsync("m-90"))!.Name);
    }

    [Fact]
    public async Task Who_asks_to_be_erased_is_read_the_words_first_and_disposed_of_only_when_no_hold_stands()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync("/desk/holds");
        await desk.SendAsync("set", ("kind", "litigation"), ("reason", "A suit <b>names</b> us."), ("memberId", "m-77"));
        Assert.Equal(["There is no such member."], desk.Faults);
        await desk.SendAsync("set", ("memberId", "m-08"));
        Assert.Contains("A suit <b>names</b> us.", desk.Says, StringComparison.Ordinal);
        var hold = Assert.Single(await story.Service<HoldStore>().AllAsync());

        await desk.OpenAsync("/desk/members/m-08/erase");
        Assert.Contains("We will not contact you again.", desk.Says, StringComparison.Ordinal);
        await desk.SendAsync("erase");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.False((await story.MemberAsync("m-08")).Erased);
        await desk.SendAsync("erase", ("told", "by-phone"));
        Assert.True((await story.MemberAsync("m-08")).Erased);
        await desk.OpenAsync("/desk/members/m-08/erase");
        await desk.SendAsync("dispose", ("authority", "RC-108 2027-014"));
        Assert.Equal(HttpStatusCode.Conflict, desk.Status);
        using var deputy = await DeskVisitor.SignInAsync(story, Role.Deputy);
        await deputy.OpenAsync("/desk/members/m-08/erase");
        Assert.DoesNotContain(deputy.Page.Forms, f => f.Id == "dispose");

        await desk.OpenAsync("/desk/holds");
        await desk.SendAsync("lift-" + hold.Id, ("reason", "Settled."));
        await desk.OpenAsync("/desk/members/m-08/erase");
        await desk.SendAsync("dispose", ("authority", "RC-108 2027-014"));
        Assert.Contains("Words destroyed", desk.Says, StringComparison.Ordinal);
        Assert.Equal("RC-108 2027-014", (await story.Service<ErasureStore>().FindAsync("m-08"))!.Authority);
    }

    [Fact]
    public async Task The_record_of_a_review_is_shown_for_a_reason_that_is_recorded()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var desk = await DeskVisitor.SignInAsync(story, Role.Deputy);
        await desk.OpenAsync("/desk/holds");

        await desk.SendAsync("record", ("reviewId", story.Id), ("reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.SendAsync("record", ("reason", "Request 2027-118"));

        Assert.Contains($"Record of review {story.Id}", desk.Page.Title, StringComparison.Ordinal);
        Assert.Equal(($"foia/{story.Id}", "Request 2027-118"), Assert.Single((await desk.ViewsAsync()).Select(v => (v.Screen, v.Reason))));
    }

    [Fact]
    public async Task Links_are_taken_back_and_a_welcome_begins_once_consent_is_there()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        using var desk = await DeskVisitor.SignInAsync(story);
        using var browser = new Pages.MemberBrowser(story);
        var link = await browser.LinkOfAsync(member);

        await desk.OpenAsync("/desk/members/" + member);
        await desk.SendAsync("links");
        Assert.Contains("Every link of this member stopped working.", desk.Says, StringComparison.Ordinal);
        await browser.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        await desk.SendAsync("welcome");
        Assert.Equal($"/desk/members/{member}?done=deskWelcome", desk.Path);
    }
}
