using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Local.Tests.Pages;
using CtVoice.Local.Tests.Reviews;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Projects;

/// <summary>The meetings of the Data Governing Board beside each review, in calendars of others, and on paper.</summary>
public sealed class MeetingTests
{
    [Fact]
    public async Task The_next_meeting_stands_beside_each_review_for_office_and_agency_and_leads_to_a_calendar_file()
    {
        await using var story = await BeginAsync();
        await story.SubmitAsync();
        using var desk = await StaffBrowser.SignInAsync(story, "coordinator");
        await desk.OpenReviewAsync("dates");
        Assert.Contains("Friday, January 22, 2027, 8:30 AM", desk.Words, StringComparison.Ordinal);
        Assert.Contains("The day is provisional.", desk.Words, StringComparison.Ordinal);
        using var agency = await new AgencyBrowser(story).SignInAsync("DSS");
        await agency.GetAsync($"/agency/reviews/{story.Id}");
        Assert.Contains("Next meeting of the Data Governing Board: Friday, January 22, 2027, 8:30 AM", agency.Says,
            StringComparison.Ordinal);

        var file = await story.AskAsync(HttpMethod.Get, "/api/governing-board/meetings.ics?day=2027-01-22", null);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", file.Text, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20270122T133000Z\r\n", file.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound,
            (await story.AskAsync(HttpMethod.Get, "/api/governing-board/meetings.ics?day=2027-01-23", null)).Status);
        var feed = await story.AskAsync(HttpMethod.Get, "/api/governing-board/meetings.ics", null);
        Assert.Equal(13, feed.Text.Split("BEGIN:VEVENT").Length - 1);
    }

    [Fact]
    public async Task Another_calendar_of_meetings_is_given_by_program_or_on_a_page_and_counts_from_then_on()
    {
        await using var story = await BeginAsync();
        var held = (await story.AskAsync(HttpMethod.Get, "/api/reference/governing-board-meetings", null)).Body.AsObject();
        held["version"] = "2027";
        held["isProvisional"] = false;
        held["moves"] = new JsonArray(new JsonObject { ["from"] = "2027-01-22", ["to"] = "2027-01-26", ["reason"] = "The room." });
        var put = await story.AskAsync(HttpMethod.Put, "/api/reference/governing-board-meetings", "coordinator", held);
        Assert.Equal(HttpStatusCode.OK, put.Status);

        var meetings = (await story.AskAsync(HttpMethod.Get, "/api/governing-board/meetings", null)).Body.AsArray();
        Assert.Equal(("2027-01-26", "moved from January 22: The room.", false), (meetings[0]!["day"]!.GetValue<string>(),
            meetings[0]!["moved"]!.GetValue<string>(), meetings[0]!["isProvisional"]!.GetValue<bool>()));
        // It keeps its name when it is moved.
        var feed = await story.AskAsync(HttpMethod.Get, "/api/governing-board/meetings.ics", null);
        Assert.Contains("UID:governing-board-20270122@", feed.Text, StringComparison.Ordinal);
        using var desk = await StaffBrowser.SignInAsync(story, "coordinator");
        await desk.OpenAsync("/desk/meetings");
        Assert.Contains("Tuesday, January 26, 2027", desk.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("provisional", desk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_packet_has_project_assessment_advice_and_open_questions_and_no_small_number_of_people()
    {
        await using var story = await BeginAsync(policy: Rules with { PanelSize = 3, Alternates = 0, Quorum = 1 });
        await story.SubmitAsync(change: project => project["people"]!["groups"]![1]!["count"] = 7);
        await story.ReleaseTextsAsync();
        await story.EverybodySaysAsync("2 take names out");
        await story.AdvanceToAsync(Eastern(2027, 1, 12, 20, 10));
        using (var editor = new Editor(story))
            await editor.WriteToAsync("DSS", "Take names out.", 1);
        await story.AdvanceToAsync(Eastern(2027, 1, 14, 10));
        var asked = story.Id;
        // A project of one agency does not go to the Governing Board.
        await story.SubmitAsync("too-few-people", key: "alone");

        var packet = (await story.AskAsync(HttpMethod.Get, "/api/governing-board/meetings/2027-01-22/packet", "auditor")).Body;
        var project = packet["projects"]!.AsArray().Single(p => p!["reviewId"]!.GetValue<string>() == asked)!;
        Assert.Equal("Take names out.", project["report"]!["recommendations"]![0]!["text"]!.GetValue<string>());
        Assert.DoesNotContain(packet["projects"]!.AsArray(), p => p!["agencies"]!.AsArray().Count < 2);
        Assert.NotEmpty(project["openQuestions"]!.AsArray());
        Assert.NotEmpty(project["findings"]!.AsArray());
        Assert.All(project["counts"]!.AsArray(), c => Assert.False(c!["value"]?.GetValue<long>() is > 0 and < 11, c.ToJsonString()));
        Assert.Contains(project["counts"]!.AsArray(), c => c!["text"]!.GetValue<string>() == "not shown");

        using var desk = await StaffBrowser.SignInAsync(story, "coordinator");
        await desk.OpenAsync("/desk/meetings/2027-01-22");
        foreach (var said in (string[])["Take names out.", "Exhibit A", "What residents advise", "Open questions", "The assessment",
            "not shown"])
            Assert.Contains(said, desk.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("7 people", desk.Words, StringComparison.Ordinal);

        // Once the Governing Board decided, the request leaves the packets.
        await story.PostAsync("coordinator", "governing-board-decision", new()
        { ["kind"] = "approved", ["on"] = "2027-01-14", ["number"] = "DGB-1" }, asked);
        var after = (await story.AskAsync(HttpMethod.Get, "/api/governing-board/meetings/2027-01-22/packet", "auditor")).Body;
        Assert.DoesNotContain(after["projects"]!.AsArray(), p => p!["reviewId"]!.GetValue<string>() == asked);
    }
}
