using System.Text.Json.Serialization;
using CtVoice.Core.Calendar;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Web.Register;

/// <summary>One page of the public register.</summary>
/// <param name="Reviews">The reviews, newest first.</param>
/// <param name="Continuation">For the next page; absent on the last.</param>
public sealed record RegisterPage(IReadOnlyList<RegisterLine> Reviews, string? Continuation)
{
    /// <summary>Reviews of this page whose row cannot be read; absent when all can.</summary>
    public IReadOnlyList<string>? Unreadable { get; init; }
}

/// <summary>A review in the public register.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Title of the project.</param>
/// <param name="Agency">Code of the requesting agency.</param>
/// <param name="Kind">What kind of project it is.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Since">Since which day.</param>
/// <param name="SubmittedOn">Day on which it was received.</param>
/// <param name="ClosesOn">Last day for members; absent before they are asked.</param>
/// <param name="Asked">Members asked; absent before the close: nobody can be watched.</param>
/// <param name="Replied">Members who replied in time; absent before the close.</param>
/// <param name="Recommendations">Recommendations made.</param>
/// <param name="Answered">Those that have an answer.</param>
/// <param name="Overdue">Those whose answer is overdue.</param>
/// <param name="Need">Whether residents are asked; absent before that is known.</param>
/// <param name="Reason">Why, or why the review was ended.</param>
public sealed record RegisterLine(
    string Id, string Title, string Agency, ProjectKind Kind, ReviewStage Stage, DateOnly Since, DateOnly SubmittedOn, DateOnly? ClosesOn,
    int? Asked, int? Replied, int Recommendations, int Answered, int Overdue, ReviewNeed? Need, string? Reason)
{
    /// <summary>True when residents said that the answers did not answer them.</summary>
    public bool ResidentsNotAnswered { get; init; }

    /// <summary>Replies with words that the board's office had not decided on when the report, or its supplement, went out.</summary>
    public int NotDecided { get; init; }

    /// <summary>Codes of the agencies whose data the project uses.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>Day on which the report went out; absent before.</summary>
    public DateOnly? ReportedOn { get; init; }

    /// <summary>Recommendations whose promise was kept.</summary>
    public int Kept { get; init; }

    /// <summary>Recommendations whose promise was broken.</summary>
    public int Broken { get; init; }

    /// <summary>Recommendations that were not adopted.</summary>
    public int Refused { get; init; }

    /// <summary>What each addressee made of its advice; a list of its own shows it.</summary>
    [JsonIgnore]
    public IReadOnlyList<AdviceCounts> Advised { get; init; } = [];

    internal static RegisterLine Of(TableRow row) => Of(row, Enum.Parse<ReviewStage>(row.Text("stage")!));

    private static RegisterLine Of(TableRow row, ReviewStage stage) => new(
        row.Text("id")!, row.Text("title")!, row.Text("agency")!, Enum.Parse<ProjectKind>(row.Text("kind")!), stage,
        Day(row.Instant("since")!.Value), Day(row.Instant("submittedAt")!.Value),
        row.Instant("closesAt") is { } closes ? Day(closes) : null,
        Total(row, "asked", stage), Total(row, "replied", stage), Number(row, "recommendations"), Number(row, "answered"),
        Number(row, "overdue"),
        row.Text("need") is { } need ? Enum.Parse<ReviewNeed>(need) : null, row.Text("reason"))
    {
        ResidentsNotAnswered = row.Flag("notAnswered"),
        NotDecided = Number(row, "notDecided"),
        Agencies = (row.Text("agencies") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ReportedOn = row.Instant("reportedAt") is { } reported ? Day(reported) : null,
        Kept = Number(row, "kept"),
        Broken = Number(row, "broken"),
        Refused = Number(row, "refused"),
        Advised = AdviceCounts.Read(row.Text("advised") ?? ""),
    };

    internal static DateOnly Day(DateTimeOffset at) => LocalTime.DateIn(BusinessCalendar.Zone, at);

    // A row that was written before totals were kept back holds them while residents are asked.
    private static int? Total(TableRow row, string name, ReviewStage stage) =>
        stage is ReviewStage.Preview or ReviewStage.Answering or ReviewStage.Finished ? (int?)row.Number(name) : null;

    private static int Number(TableRow row, string name) => (int)(row.Number(name) ?? 0);
}
