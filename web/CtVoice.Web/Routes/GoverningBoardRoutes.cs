using System.Globalization;
using System.Text;
using CtVoice.Core;
using CtVoice.Core.Calendar;
using CtVoice.Core.Lists;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Sharing;
using CtVoice.Core.Reviews;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>When the Data Governing Board of P20 WIN meets, for people and for their calendars, and what it gets on paper.</summary>
internal static class GoverningBoardRoutes
{
    // A year of them.
    private const int Listed = 13;

    private static readonly MeetingView Sample = MeetingView.Of(
        GoverningBoardMeetings.Provisional.Next(new(2027, 1, 4, 15, 0, 0, TimeSpan.Zero)), GoverningBoardMeetings.Provisional);

    internal static void MapGoverningBoard(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/governing-board/meetings", async context => Answer.PublicJson(await ListAsync(context)))
            .OpenTo(Access.Public)
            .WithName("listMeetings").WithSummary("The next meetings of the Data Governing Board of P20 WIN, a year of them.")
            .WithDescription("Counted from a data file (/api/reference/governing-board-meetings): every so many weeks; where that is a day "
                + "off, on the business day before; where a person moved one, on that day.")
            .Returns(200, "The meetings, with an ETag.", new List<MeetingView> { Sample });
        endpoints.MapGet("/api/governing-board/meetings.ics", FeedAsync).OpenTo(Access.Public)
            .WithName("meetingCalendar").WithSummary("The same as a calendar that others subscribe to (RFC 5545).")
            .WithDescription("A meeting keeps its UID when it is moved. Tentative while the days are provisional.")
            .Query("day", "The day of one meeting, such as 2027-01-22; all when absent.")
            .Returns(200, "The calendar; it has an ETag.", "text/calendar");
        endpoints.MapGet("/api/governing-board/meetings/{day}/packet", async context => await PacketAsync(context) is { } packet
            ? Answer.Json(packet)
            : Problem.NotFound())
            .OpenTo(Access.Insiders)
            .WithName("readMeetingPacket").WithSummary("What the Data Governing Board gets on paper for a meeting.")
            .WithDescription("Requests of at least two agencies that it has not decided on: project, assessment, advice, open questions. "
                + "Counts of 1 to 10 people, and what would tell them, are not in it.")
            .Path("day", "The day of the meeting, such as 2027-01-22.")
            .Returns(200, "The packet.", new MeetingPacket(Sample,
                [
                    new("r-acdefghjkm", "Food benefits and losing a home", "DSS", new(2027, 1, 4), ReviewStage.Preparing,
                        "Learn whether families that lose food benefits lose their home more often.", ["DSS", "CCEH"], 6,
                        ["SNAP months (DSS)"], null, ["The project is about people on benefits."],
                        [new("People on benefits", ["People on benefits are always counted as overrepresented, whatever the counts."])],
                        [new("people", "Everybody in the data", 6180, "6180")], null, []),
                ]));
    }

    /// <summary>The next meetings.</summary>
    internal static async Task<IReadOnlyList<MeetingView>> ListAsync(HttpContext context)
    {
        var meetings = await MeetingsAsync(context);
        return [.. meetings.From(context.Now()).Take(Listed).Select(m => MeetingView.Of(m, meetings))];
    }

    /// <summary>The packet of the meeting of the path; null when there is no such meeting.</summary>
    internal static async Task<MeetingPacket?> PacketAsync(HttpContext context)
    {
        var meetings = await MeetingsAsync(context);
        return DayOf(context.RouteText("day")) is { } day && meetings.On(day) is { } meeting
            ? await MeetingPacket.OfAsync(
                MeetingView.Of(meeting, meetings), context.Need<ReviewLists>(), context.Need<ReviewStore>(),
                await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted), context.Now(), context.RequestAborted)
            : null;
    }

    internal static async Task<GoverningBoardMeetings> MeetingsAsync(HttpContext context) =>
        (await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted)).Meetings;

    private static async Task<IResult> FeedAsync(HttpContext context)
    {
        var (meetings, day) = (await MeetingsAsync(context), context.QueryText("day"));
        var asked = day is null
            ? meetings.From(context.Now()).Take(Listed).ToList()
            : DayOf(day) is { } on && meetings.On(on) is { } one ? [one] : [];
        if (asked.Count == 0)
            return Problem.NotFound();
        var home = context.Need<CtVoiceOptions>().PublicUrl ?? new Uri($"{context.Request.Scheme}://{context.Request.Host}/");
        return Answer.File(Encoding.UTF8.GetBytes(CalendarFile.Write("P20 WIN Data Governing Board", asked.Select(m => new CalendarEvent(
            string.Create(CultureInfo.InvariantCulture, $"governing-board-{m.Planned:yyyyMMdd}@{home.Host}"), m.Begins, m.Begins + m.Takes,
            "P20 WIN Data Governing Board",
            string.Join('\n', new[] { m.Moved is { } moved ? $"On another day: {moved}." : null, $"Source: {meetings.Source}." }
                .OfType<string>()),
            new Uri(home, "/register"), meetings.IsProvisional,
            new DateTimeOffset(meetings.Date, TimeOnly.MinValue, TimeSpan.Zero))))), CalendarFile.MediaType);
    }

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 2000 and < 2200 ? day : null;
}
