using System.Text.Json;
using CtVoice.Core.Calendar;
using CtVoice.Core.Json;
using CtVoice.Core.Lists;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Intake;
using CtVoice.Core.Projects.Sharing;
using CtVoice.Core.Representation;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;

namespace CtVoice.Web.Views;

/// <summary>A meeting of the Data Governing Board of P20 WIN.</summary>
/// <param name="Planned">The day that the rule names; it names the meeting for good.</param>
/// <param name="Day">The day on which it is.</param>
/// <param name="Begins">When it begins.</param>
/// <param name="Ends">When it ends.</param>
/// <param name="Moved">Why it is on another day; absent when it is not.</param>
/// <param name="IsProvisional">Whether nobody of the Governing Board confirmed the days yet.</param>
public sealed record MeetingView(
    DateOnly Planned, DateOnly Day, DateTimeOffset Begins, DateTimeOffset Ends, string? Moved, bool IsProvisional)
{
    internal static MeetingView Of(BoardMeeting meeting, GoverningBoardMeetings meetings) => new(
        meeting.Planned, meeting.Day, meeting.Begins, meeting.Begins + meeting.Takes, meeting.Moved, meetings.IsProvisional);
}

/// <summary>What goes to the members of the Data Governing Board on paper, for one meeting.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Projects">Requests that it has not decided on, those with advice first.</param>
public sealed record MeetingPacket(MeetingView Meeting, IReadOnlyList<PacketProject> Projects)
{
    /// <summary>Days for which a request that nobody decided on stays in the packets.</summary>
    internal const int StaysFor = 366;

    /// <summary>The packet of a meeting, as of now.</summary>
    internal static async Task<MeetingPacket> OfAsync(
        MeetingView meeting, ReviewLists lists, ReviewStore reviews, ReferenceData reference, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var oldest = meeting.Begins.AddDays(-StaysFor);
        var found = new List<PacketProject>();
        foreach (var year in Enumerable.Range(oldest.UtcDateTime.Year, meeting.Begins.UtcDateTime.Year - oldest.UtcDateTime.Year + 1))
        {
            string? continuation = null;
            do
            {
                var page = await lists.ReadAsync(ReviewLists.OfYear(year), 1000, continuation, cancellationToken);
                foreach (var id in page.Rows.Select(r => r.Text("id")!))
                {
                    if (await reviews.ReadAsync(id, cancellationToken) is { State: var review } && IsBefore(review, oldest, meeting.Begins)
                        && await reviews.ReadProjectAsync(id, cancellationToken) is { } project)
                        found.Add(await PacketProject.OfAsync(review, project, reviews, reference, now, cancellationToken));
                }
                continuation = page.Continuation;
            }
            while (continuation is not null);
        }
        return new(meeting, [.. found.OrderBy(p => p.Report is null).ThenBy(p => p.Received)]);
    }

    // A request goes to the Governing Board when data of at least two agencies come together (P20 WIN governance documents); results that
    // are about to be published do not.
    private static bool IsBefore(Review review, DateTimeOffset oldest, DateTimeOffset meeting) =>
        review is { Stage: not ReviewStage.Cancelled, BoardDecisions.Count: 0, Kind: not ProjectKind.PublicationCheck }
        && review.Agencies.Count > 1 && review.SubmittedAt >= oldest && review.SubmittedAt < meeting;
}

/// <summary>One request in a packet. Counts of 1 to 10 people, and what would tell them, are not in it.</summary>
/// <param name="ReviewId">The review of it.</param>
/// <param name="Title">The project.</param>
/// <param name="Agency">Code of the agency that asks.</param>
/// <param name="Received">The day it came.</param>
/// <param name="Stage">Where its review stands.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Agencies">Codes of the agencies whose data it uses.</param>
/// <param name="Fields">How many fields it asks for.</param>
/// <param name="NotInDictionary">Those that the public dictionary does not have.</param>
/// <param name="DataReleaseCommittee">Of health claims: the application to the Data Release Committee; absent when there are none.</param>
/// <param name="Reasons">Why residents are asked, or are not.</param>
/// <param name="Findings">What the assessment says of each population, as it may leave.</param>
/// <param name="Counts">Counts of people in the data, as they may leave.</param>
/// <param name="Report">What residents advise; absent before the report went out.</param>
/// <param name="OpenQuestions">What the project does not say yet.</param>
public sealed record PacketProject(
    string ReviewId, string Title, string Agency, DateOnly Received, ReviewStage Stage, string Purpose, IReadOnlyList<string> Agencies,
    int Fields, IReadOnlyList<string> NotInDictionary, string? DataReleaseCommittee, IReadOnlyList<string> Reasons,
    IReadOnlyList<PacketFinding> Findings, IReadOnlyList<PacketCount> Counts, ReportView? Report, IReadOnlyList<OpenQuestion> OpenQuestions)
{
    internal static async Task<PacketProject> OfAsync(
        Review review, ProjectRequest project, ReviewStore reviews, ReferenceData reference, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var recorded = await reviews.ReadContentAsync(review.Id, Assessing.ContentKey, cancellationToken) is { } text
            ? JsonSerializer.Deserialize<RecordedAssessment>(text, WorkflowJson.Options)
            : null;
        return new(
            review.Id, review.Title, review.Agency, LocalTime.DateIn(BusinessCalendar.Zone, review.SubmittedAt), review.Stage,
            project.Purpose, review.Agencies, project.Data.Count,
            [.. project.Data.Where(d => d.NotInCatalogue).Select(d => $"{d.Name} ({d.Source})")],
            project.Claims?.DataReleaseCommittee, review.Assessment?.Reasons ?? [],
            [.. recorded?.Released.Findings.Select(f => new PacketFinding(f.Name, f.Sentences)) ?? []],
            [.. recorded?.Counts.Cells.Select(c => new PacketCount(c.Id, NameOf(c.Id, reference), c.Value, c.Text)) ?? []],
            await ReportView.OfAsync(review, reviews, now, Audience.Agency, cancellationToken), ReportQuestions.Of(project));
    }

    private static string NameOf(string cell, ReferenceData reference) => cell == CountTable.People ? "Everybody in the data"
        : reference.Policy.Always.FirstOrDefault(a => a.Code == cell)?.Name ?? reference.Codes.NameOf(cell);
}

/// <summary>What the assessment says of one population, as it may leave.</summary>
/// <param name="Name">The population.</param>
/// <param name="Sentences">The arithmetic in plain sentences; held back where it would tell a small number.</param>
public sealed record PacketFinding(string Name, IReadOnlyList<string> Sentences);

/// <summary>A count of people in the data, as it may leave.</summary>
/// <param name="Code">Code of the population; "people" for everybody.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Value">The count; absent when it is not shown.</param>
/// <param name="Text">The count in digits, or what stands in its place.</param>
public sealed record PacketCount(string Code, string Name, long? Value, string Text);
