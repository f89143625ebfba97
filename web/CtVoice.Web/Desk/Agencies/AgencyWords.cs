using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;

namespace CtVoice.Web.Desk.Agencies;

/// <summary>How a review stands, said to an agency: whose turn it is, in one tag and one sentence. While residents are asked,
/// nothing is counted.</summary>
public static class AgencyWords
{
    /// <summary>The tag of a review.</summary>
    public static ReviewWords.Standing Of(Review review, string? agency) => review.Stage switch
    {
        ReviewStage.CoordinatorDecides => new("off", "pencil", "The board’s office decides"),
        ReviewStage.ShortOfMembers => new("off", "clock", "Members are being chosen"),
        ReviewStage.Open => new("res", "speech", "Residents are asked"),
        ReviewStage.Answering or ReviewStage.Finished when Owed(review, agency) is var owed and > 0 =>
            new("agy", "pencil", owed == 1 ? "1 answer to give" : $"{owed} answers to give"),
        ReviewStage.Answering => new(null, "house", agency is null ? "Waiting for answers" : "You have answered"),
        var stage => ReviewWords.Of(stage),
    };

    /// <summary>Where a review stands, in a sentence or two.</summary>
    public static string Sentence(Review review, string? agency, BusinessCalendar calendar, DateTimeOffset now)
    {
        var schedule = ReviewSchedule.Of(review, calendar, now);
        return review.Stage switch
        {
            ReviewStage.CoordinatorDecides =>
                $"The figures do not say whether residents must be asked. The board’s office decides; if it has not by "
                    + $"{At(schedule.DecideBy)}, they are asked.",
            ReviewStage.NotRequired => $"No review is required. {(review.Assessment is { Reasons: [.., var reason] } ? reason : "")}",
            ReviewStage.Preparing =>
                "The texts that residents will read are being made ready. Residents are asked once the board’s office has released them.",
            ReviewStage.Open =>
                $"Residents are being asked until {At(review.Window?.ClosesAt)}. How many have answered is said after that, to you as to "
                    + "everybody.",
            ReviewStage.Preview => $"Residents were asked. The report goes out on {At(schedule.ReportAt)}.",
            ReviewStage.Answering or ReviewStage.Finished => Reported(review, agency, now),
            ReviewStage.Cancelled => $"It ended early: {review.CancelReason}",
            _ => "The project has arrived. Residents are being chosen; nobody has been asked yet.",
        };

        string At(DateTimeOffset? at) => at is { } instant ? DeskTime.Of(instant, now) : "a day that is not known yet";
    }

    /// <summary>Answers that an agency owes; those of everybody for who is of none.</summary>
    public static int Owed(Review review, string? agency) =>
        review.Recommendations.Count(r => r.Waits && (agency is null || r.Addressee == agency));

    /// <summary>The tag of a recommendation.</summary>
    public static ReviewWords.Standing Of(Recommendation recommendation, DateTimeOffset now) => recommendation switch
    {
        { Waits: true } when now >= recommendation.DueAt => new("bad", "clock", "Overdue"),
        { Waits: true, AskedAgain: not null } => new("agy", "pencil", "Asked once more"),
        { Waits: true } => new("agy", "clock", "Not answered"),
        { Commitment: { Delivered: false, NotDeliveredSince: not null } } => new("bad", "cross", "Promise broken"),
        { Answer.Kind: AnswerKind.NotAdopted } => new("part", "cross", "Not adopted"),
        { Commitment.Delivered: true } => new("good", "tick", "Done"),
        { Answer.Kind: AnswerKind.Adopted } => new("good", "tick", "Adopted"),
        { Answer.Kind: AnswerKind.AdoptedInPart } => new("part", "half", "Adopted in part"),
        { Answer.Kind: AnswerKind.NeedsInformation } => new("part", "clock", "Needs information"),
        _ => new("part", "clock", "Decided later"),
    };

    /// <summary>"1", "1 and 2", "1, 2 and 3".</summary>
    public static string List(IReadOnlyList<int> numbers) => numbers.Count == 1
        ? FormattableString.Invariant($"{numbers[0]}")
        : FormattableString.Invariant($"{string.Join(", ", numbers.SkipLast(1))} and {numbers[^1]}");

    private static string Reported(Review review, string? agency, DateTimeOffset now)
    {
        var owed = review.Recommendations.Where(r => r.Waits && (agency is null || r.Addressee == agency)).ToList();
        var promised =
            review.Recommendations.Count(r => !r.Waits && (agency is null || r.Addressee == agency)
                && r.Commitment is { Delivered: false });
        var follows = promised == 0 ? "" : promised == 1 ? " One promise is still followed." : $" {promised} promises are still followed.";
        if (review.Recommendations.Count == 0)
            return "The report is out. It asks for no change.";
        if (owed.Count == 0)
            return (agency is null
                ? "The report is out, and everything is answered."
                : "The report is out, and you have answered what it asks of you.") + follows;
        var due = owed.Min(r => r.DueAt);
        var answers = owed.Count == 1 ? "one answer is" : $"{owed.Count} answers are";
        return due <= now
            ? $"The report is out; {answers} owed, the first since {DeskTime.Of(due, now)}: the register says “overdue”.{follows}"
            : $"The report is out; {answers} owed, the first by {DeskTime.Of(due, now)}.{follows}";
    }
}
