using System.Net;
using CtVoice.Core.Storage;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web;

namespace CtVoice.Local.Tests.Desk;

public sealed class PeoplePageTests
{
    [Fact]
    public async Task A_key_is_shown_once_replaced_and_stopped()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync("/desk/people");

        await desk.SendAsync("make", ("label", "<i>analyst</i> 2"), ("role", "agency"));
        Assert.Equal(["Name the agency by its code, such as DSS; the codes are at /api/agencies."], desk.Faults);
        await desk.SendAsync("make", ("agency", "DSS"), ("expires", "2027-06-01T17:00"));
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        var token = desk.Page.QuerySelector("#token")!.GetAttribute("value")!;
        var principal = (await story.Service<AccessKeys>().FindAsync(token))!;
        Assert.Equal((Role.Agency, "DSS"), (principal.Role, principal.Agency));
        Assert.Equal(ReviewStory.Eastern(2027, 6, 1, 17, 0),
            (await story.Service<AccessKeys>().ListAsync()).Lines.Single(k => k.Id == principal.KeyId).Expires);

        await desk.OpenAsync("/desk/people");
        Assert.Contains("<i>analyst</i> 2", desk.Says, StringComparison.Ordinal);
        Assert.DoesNotContain(token, desk.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await desk.SendAsync("rotate-" + principal.KeyId, ("overlapHours", "900"));
        Assert.Equal(["The old key works for another 0 to 720 hours."], desk.Faults);
        await desk.SendAsync("rotate-" + principal.KeyId, ("overlapHours", "1"));
        Assert.NotEqual(token, desk.Page.QuerySelector("#token")!.GetAttribute("value"));
        await desk.OpenAsync("/desk/people");
        await desk.SendAsync("revoke-" + principal.KeyId);
        Assert.Equal("/desk/people?done=deskRevokeKey", desk.Path);
        Assert.Null(await story.Service<AccessKeys>().FindAsync(token));

        await desk.OpenAsync("/desk/people/actions");
        Assert.Contains("Stopped: <i>analyst</i> 2", desk.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_whom_the_platform_signs_in_is_mapped_and_taken_back()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync("/desk/people");

        await desk.SendAsync("map", ("tenant", "state"), ("principal", "x"), ("label", "analysts"), ("role", "auditor"));
        Assert.Equal(["The tenant and the principal are named by their ids (GUIDs)."], desk.Faults);
        await desk.SendAsync("map", ("tenant", "6f9619ff-8b86-d011-b42d-00cf4fc964ff"),
            ("principal", "1b4e28ba-2fa1-11d2-883f-0016d3cca427"));
        Assert.Equal(Role.Auditor, Assert.Single((await story.Service<PlatformPrincipals>().ListAsync()).Lines).Role);
        await desk.SendAsync("remove-1b4e28ba-2fa1-11d2-883f-0016d3cca427");
        Assert.Empty((await story.Service<PlatformPrincipals>().ListAsync()).Lines);
    }

    [Fact]
    public async Task An_auditor_begins_at_the_views_and_finds_who_looked_at_what()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync("/desk/members/m-01");
        await desk.SendAsync("contact");

        using var auditor = await DeskVisitor.SignInAsync(story, Role.Auditor);
        Assert.Equal("/audit", auditor.Path);
        Assert.Equal(["Views", "Keys", "The record", "Sealed words"], auditor.Page.QuerySelectorAll("nav[aria-label=Main] a").Take(4)
            .Select(a => a.TextContent));
        Assert.Equal("members/contact", auditor.Page.QuerySelector("ul.rows h3")!.TextContent);
        Assert.Contains($"Coordinator of a test ({desk.KeyId})", auditor.Says, StringComparison.Ordinal);
        await auditor.OpenAsync($"/audit?key={auditor.KeyId}");
        Assert.Contains("Nobody looked at anything that fits.", auditor.Says, StringComparison.Ordinal);
        await auditor.OpenAsync("/audit?month=<script>");
        Assert.Equal(HttpStatusCode.OK, auditor.Status);
        Assert.Contains("A month is written 2027-03", auditor.Says, StringComparison.Ordinal);
        await auditor.OpenAsync("/audit/keys");
        Assert.Contains(desk.KeyId, auditor.Says, StringComparison.Ordinal);
        Assert.Empty(auditor.Page.QuerySelectorAll("main form"));
        await auditor.OpenAsync("/desk/people");
        Assert.Equal(HttpStatusCode.Forbidden, auditor.Status);
        await desk.OpenAsync("/audit");
        Assert.Equal(HttpStatusCode.Forbidden, desk.Status);
    }

    [Fact]
    public async Task The_record_is_checked_against_the_last_checkpoint_and_a_changed_one_is_found()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var auditor = await DeskVisitor.SignInAsync(story, Role.Auditor);
        await auditor.OpenAsync("/audit/record");
        await auditor.SendAsync("check");
        Assert.Contains("The record of 1 review holds; there is no checkpoint to compare with yet.", auditor.Says,
            StringComparison.Ordinal);

        // A session is over by then.
        await story.AdvanceAsync(TimeSpan.FromDays(1));
        using var later = await DeskVisitor.SignInAsync(story, Role.Auditor);
        await later.OpenAsync("/audit/record");
        await later.SendAsync("check", ("review", story.Id));
        Assert.Contains($"The record of {story.Id} holds, compared with checkpoint 1.", later.Says, StringComparison.Ordinal);
        await later.SendAsync("check", ("review", "r-<b>"));
        Assert.Contains("r-<b>: There is no such review.", later.Says, StringComparison.Ordinal);

        var records = story.Service<TableSet>().Records;
        var row = (await records.GetAsync("review|" + story.Id, "ledger|00000003"))!;
        Assert.True(
            (await records.SubmitAsync("review|" + story.Id,
                [new TableOperation.Replace(row.WithText(row.LongTextOrNull()! + " "))])).Committed);
        await later.OpenAsync("/audit/record");
        await later.SendAsync("check");
        Assert.Contains("1 record does not hold.", later.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sealed_words_are_shown_for_a_reason_that_is_recorded_first()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        await story.SaysAsync(member, "2 only <b>without</b> names");
        using var auditor = await DeskVisitor.SignInAsync(story, Role.Auditor);
        await auditor.OpenAsync("/audit/sealed");
        await auditor.SendAsync("sealed", ("reviewId", story.Id), ("reply", "1"), ("reason", "Complaint 2027-3"));
        Assert.Equal(["No reply of this number is sealed in that review."], auditor.Faults);

        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync($"/desk/members/{member}/erase");
        await desk.SendAsync("erase", ("told", "in-person"));
        await auditor.SendAsync("sealed", ("reason", " "));
        Assert.Equal(["Give a reason of 1 to 500 characters."], auditor.Faults);
        Assert.Empty(await auditor.ViewsAsync());
        await auditor.SendAsync("sealed", ("reason", "Complaint 2027-3"));

        Assert.Contains("only <b>without</b> names", auditor.Says, StringComparison.Ordinal);
        Assert.Equal(($"sealed/{story.Id}/1", "Complaint 2027-3"),
            Assert.Single((await auditor.ViewsAsync()).Select(v => (v.Screen, v.Reason))));
    }
}
