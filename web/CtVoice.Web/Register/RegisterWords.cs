using System.Globalization;
using CtVoice.Core.Accountability;
using CtVoice.Core.Reviews;

namespace CtVoice.Web.Register;

/// <summary>The register in plain words.</summary>
internal static class RegisterWords
{
    /// <summary>Said in place of a review whose row cannot be read: it is not missing without a word.</summary>
    internal const string Unreadable = "This review cannot be shown now";

    internal static string Of(ReviewStage stage) => stage switch
    {
        ReviewStage.Submitted => "Received",
        ReviewStage.CoordinatorDecides => "The coordinator decides whether residents are asked",
        ReviewStage.NotRequired => "No review required",
        ReviewStage.Routing => "Members are being chosen",
        ReviewStage.ShortOfMembers => "Looking for more members",
        ReviewStage.Preparing => "Texts for residents are being made ready",
        ReviewStage.Open => "Residents are being asked",
        ReviewStage.Preview => "Closed; the report is being made ready",
        ReviewStage.Answering => "Reported; waiting for answers",
        ReviewStage.Finished => "Finished",
        ReviewStage.Cancelled => "Ended early",
        _ => stage.ToString(),
    };

    internal static string Of(AnswerKind kind) => kind switch
    {
        AnswerKind.Adopted => "Adopted",
        AnswerKind.AdoptedInPart => "Adopted in part",
        AnswerKind.NotAdopted => "Not adopted",
        AnswerKind.Deferred => "Deferred",
        AnswerKind.NeedsInformation => "Needs information",
        _ => kind.ToString(),
    };

    internal static string Of(Views.CommitmentView promised) => promised.State switch
    {
        "delivered" => "Delivered.",
        "not-delivered" => $"Not delivered: it was promised by {Day(promised.DueOn)}.",
        _ => $"Promised by {Day(promised.DueOn)}.",
    };

    internal static string Of(Views.EditsView edits) => string.Create(CultureInfo.InvariantCulture,
        $"Before the report {edits.Dropped} drafts were dropped, {edits.Merged} merged and {edits.Reworded} reworded; {edits.NotTakenUp} replies that ask for a change are in no recommendation.");

    internal static string Of(Views.ReadBackCounts readBack) => string.Create(CultureInfo.InvariantCulture,
        $"The draft was read back to {readBack.Asked} residents; {readBack.Answered} answered{(NotRight(readBack) is { } notRight ? $", {notRight} of them that it is not right" : "")}.");

    private static string? NotRight(Views.ReadBackCounts readBack) =>
        readBack.NotRight is { } count ? count.ToString(CultureInfo.InvariantCulture) : readBack.NotRightInWords;

    /// <summary>Where a recommendation comes from and, where residents were asked about it, who is against it.</summary>
    internal static string Of(Core.Reviews.Drafts.Origin comesFrom, Views.AgainstView? against) => $"It {comesFrom.InWords}.{(against is null ? "" : string.Create(
        CultureInfo.InvariantCulture, $" Of those it was read back to, {(against.Count is { } count ? count : against.InWords)} spoke against it."))}";

    /// <summary>What the board's office did with the words that residents wrote; null when there is nothing to say.</summary>
    internal static string? OfWords(RegisterView review)
    {
        var sentences = new List<string>();
        if (review.Withheld > 0)
            sentences.Add($"The words of {Replies(review.Withheld)} were not passed on; the answers count.");
        if (review.NotDecided > 0)
            sentences.Add($"The words of {Replies(review.NotDecided)} were not decided by the board's office.");
        if (review.SupplementOn is { } on)
            sentences.Add(review.SupplementPending ? $"What is decided by {Day(on)} goes out in one supplement on that day." : $"A supplement went out on {Day(on)}.");
        return sentences.Count == 0 ? null : string.Join(' ', sentences);
    }

    private static string Replies(int count) => count == 1 ? "1 reply" : string.Create(CultureInfo.InvariantCulture, $"{count} replies");

    internal static string Of(Views.GoverningBoardView decided) =>
        $"{decided.Kind} on {Day(decided.On)}, number {decided.Number}.{(decided.Note is { } note ? " " + note : "")}";

    internal static string Day(DateOnly day) => day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary>One line of the register as a sentence or two.</summary>
    internal static string Sentence(RegisterLine line) => string.Create(CultureInfo.InvariantCulture,
        $"{Of(line.Stage)} since {Day(line.Since)}. {line.Replied} of {line.Asked} residents replied; {line.Answered} of {line.Recommendations} recommendations are answered, {line.Overdue} overdue.{(line.ResidentsNotAnswered ? " Residents: not answered." : "")}{(line.Stage is ReviewStage.NotRequired or ReviewStage.Cancelled ? $" {line.Reason}" : "")}");
}
