using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Notices;
using CtVoice.Core.Reviews.Erasing;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web;

namespace CtVoice.Local.Tests.Desk;

/// <summary>What the office does for people: who stands in, who waits for a welcome or a call, what a reply in Spanish says.</summary>
public sealed class WorkOfPeopleTests
{
    [Fact]
    public async Task While_the_coordinator_is_away_the_deputy_has_the_mails_and_today_says_so()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var desk = await DeskVisitor.SignInAsync(story, Role.Deputy);
        await desk.OpenAsync("/desk/settings/absence");
        await desk.SendAsync("away", ("person", "coordinator"), ("from", "2027-01-10"), ("to", "2027-01-08"));
        Assert.NotEmpty(desk.Faults);
        await desk.SendAsync("away", ("person", "coordinator"), ("from", "2027-01-11"), ("to", "2027-01-15"));
        Assert.Contains("The deputy has the work.", desk.Says, StringComparison.Ordinal);
        await desk.SendAsync("away", ("person", "deputy"), ("from", "2027-01-15"), ("to", "2027-01-16"));
        Assert.Contains("somebody of the office must be there", Assert.Single(desk.Faults), StringComparison.Ordinal);

        await story.SubmitAsync();
        await story.AdvanceAsync(TimeSpan.FromMinutes(11));
        Assert.Contains(story.Carrier.Notices, m => m.To == "deputy@example.org");
        Assert.DoesNotContain(story.Carrier.Notices, m => m.To == "coordinator@example.org");
        await desk.OpenAsync("/desk");
        Assert.Contains("The coordinator is away until Fri, Jan 15. Everything here is the deputy’s.", desk.Says, StringComparison.Ordinal);

        await desk.OpenAsync("/desk/settings/absence");
        await desk.SendAsync("back-coordinator");
        await story.SubmitAsync(key: "another");
        await story.AdvanceAsync(TimeSpan.FromMinutes(11));
        Assert.Contains(story.Carrier.Notices, m => m.To == "coordinator@example.org");
    }

    [Fact]
    public async Task Agencies_without_a_mailbox_are_one_thing_to_do_that_names_them_and_says_once_that_it_has_no_date()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var desk = await DeskVisitor.SignInAsync(story);
        await story.Service<AgencyContacts>().NoteUnreachedAsync("DSS", story.Now);
        await desk.OpenAsync("/desk");
        Assert.Contains("Ask an agency for a mailbox", desk.Says, StringComparison.Ordinal);
        Assert.Contains("Department of Social Services, since", desk.Says, StringComparison.Ordinal);

        await story.Service<AgencyContacts>().NoteUnreachedAsync("DMHAS", story.Now);
        await desk.OpenAsync("/desk");
        Assert.Equal("Ask 2 agencies for a mailbox: nobody there is told by mail what is asked of them",
            Assert.Single(desk.Page.QuerySelectorAll(".rows h3")).TextContent);
        Assert.Contains("Department of Mental Health and Addiction Services; Department of Social Services, since", desk.Says,
            StringComparison.Ordinal);
        Assert.Contains("1 thing to do.", desk.Says, StringComparison.Ordinal);
        Assert.Equal("When you can", desk.Page.QuerySelector(".task .end")!.TextContent.Trim());
        await desk.OpenAsync(desk.Page.QuerySelector(".rows h3 a")!.GetAttribute("href")!);
        Assert.Equal("/desk/contacts", desk.Path);
    }

    [Fact]
    public async Task A_reply_in_spanish_is_rendered_by_a_person_with_the_original_one_click_away_and_nothing_leaves_by_it()
    {
        await using var story = await ReviewStory.BeginAsync();
        var board = story.Service<BoardStore>();
        foreach (var one in (await board.MembersAsync()).Where(m => m.UsableChannels.FirstOrDefault() is Channel.Sms))
            await story.ChangeAsync(one.Id, m => m with { Languages = ["es"] });
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        var review = await story.StateAsync();
        var member = review.Invitations.First(i => i.Language == "es").MemberId;
        await story.AnswersAsync(member, "2 Quiten los nombres antes de compartir");
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync($"/desk/reviews/{story.Id}/replies");
        await desk.SendAsync("render-1", ("text", "Take out the names before you share"));
        Assert.Contains("Name the person who rendered it", Assert.Single(desk.Faults), StringComparison.Ordinal);
        await desk.SendAsync("render-1", ("text", "Take out the names before you share"), ("translator", "Marisol Vega"));
        Assert.Contains("Take out the names before you share", desk.Says, StringComparison.Ordinal);
        Assert.Contains("English rendering by Marisol Vega", desk.Says, StringComparison.Ordinal);
        // Written anew it is another text; the one before is still the member's.
        await desk.SendAsync("render-1", ("text", "Take the names out before you share"));
        Assert.Equal("rendering|1|1", Assert.Single((await story.StateAsync()).Replies[0].EarlierRenderings).Content);
        Assert.Contains("As written, in Spanish", desk.Says, StringComparison.Ordinal);
        Assert.Contains("Quiten los nombres antes de compartir", desk.Says, StringComparison.Ordinal);

        // Nobody outside learns of it, and it is the member's text: it is sealed with the others.
        foreach (var path in new[] { $"/api/reviews/{story.Id}", $"/api/reviews/{story.Id}/timeline" })
            Assert.DoesNotContain("render", (await story.AskAsync(HttpMethod.Get, path, "DSS")).Text, StringComparison.OrdinalIgnoreCase);
        await story.AdvanceToAsync((await story.StateAsync()).Window!.ClosesAt.AddDays(3));
        Assert.DoesNotContain("Marisol Vega", (await story.AskAsync(HttpMethod.Get, $"/api/register/{story.Id}", null)).Text,
            StringComparison.Ordinal);
        var sealedTexts = Sealing.Seal(await story.StateAsync(), member, story.Now).Change!.Seals;
        Assert.Contains("rendering|1|1", sealedTexts);
        Assert.Contains("rendering|1|2", sealedTexts);
    }

    [Fact]
    public async Task An_agency_that_needs_information_is_told_by_the_office_and_its_date_moves_by_the_days_it_waited()
    {
        await using var story = await AnswerTests.ReportedAsync(1);
        var number = (await story.StateAsync()).Recommendations.First(r => r.Addressee == "DSS").Number;
        await story.PostAsync("DSS", $"recommendations/{number}/answer", new()
        {
            ["kind"] = "needs-information",
            ["reason"] = "How many agencies share these data?",
            ["plainWords"] = new JsonObject { ["en"] = "We must know more first." },
            ["dueOn"] = "2027-06-01",
            ["signedOffBy"] = "Avery Stone, counsel",
        });
        Assert.DoesNotContain("Avery Stone", (await story.AskAsync(HttpMethod.Get, $"/api/register/{story.Id}/report", null)).Text,
            StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromDays(2));
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync("/desk");
        Assert.Contains("Tell an agency what it needs to know before it decides", desk.Says, StringComparison.Ordinal);
        Assert.Contains("five business days from when they asked", desk.Says, StringComparison.Ordinal);
        await desk.OpenAsync($"/desk/reviews/{story.Id}/answers");
        await desk.SendAsync($"inform-{number}", ("text", "Eleven agencies share these data."));
        Assert.Equal(new(2027, 6, 3), (await story.StateAsync()).Recommendations.First(r => r.Number == number).Commitment!.DueOn);
        using var agency = await DeskVisitor.SignInAsync(story, Role.Agency, "DSS");
        await agency.OpenAsync($"/agency/reviews/{story.Id}/recommendations/{number}");
        Assert.Contains("The board's office gave the information: Eleven agencies share these data.", agency.Says,
            StringComparison.Ordinal);
        Assert.Contains("signed off by Avery Stone, counsel", agency.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Today_names_who_waits_for_a_welcome_and_whether_a_caller_may_leave_a_message()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var desk = await DeskVisitor.SignInAsync(story);
        var member = (await story.TextersAsync())[0];
        Assert.Equal(CallsSaid.Stored, await story.Service<ContactStore>().AllowCallsAsync(member, CallsAllowed.CallOnly));
        await story.SaysAsync(member, "Please call me");
        await desk.OpenAsync("/desk/members/new");
        await desk.SendAsync("new", ("id", "m-90"), ("member/languages/0", "es"), ("member/term/from", "2027-01-01"),
            ("member/channels/0", "sms"));
        Assert.Empty(desk.Faults);
        await desk.OpenAsync("/desk");
        Assert.Contains("Said that we may call. Leave no message.", desk.Says, StringComparison.Ordinal);
        Assert.Contains("Enter consent and contact of a new member: their first message waits for it", desk.Says, StringComparison.Ordinal);
        Assert.NotNull(desk.Page.QuerySelector("a[href='/desk/members/m-90']"));
    }
}
