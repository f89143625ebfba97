using System.Globalization;
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

    /// <summary>The colour and sign of a stage: whose turn it is.</summary>
    internal static (string? Tone, string Icon) Tone(ReviewStage stage) => stage switch
    {
        ReviewStage.Open => ("res", "speech"),
        ReviewStage.Answering => ("agy", "house"),
        ReviewStage.CoordinatorDecides or ReviewStage.ShortOfMembers or ReviewStage.Preparing or ReviewStage.Preview => ("off", "pencil"),
        ReviewStage.NotRequired => (null, "no"),
        ReviewStage.Finished => (null, "tick"),
        ReviewStage.Cancelled => (null, "cross"),
        _ => (null, "clock"),
    };

    internal static string Of(Trouble trouble) => trouble switch
    {
        Trouble.Overdue => "Answer overdue",
        Trouble.Broken => "Promise broken",
        _ => "Residents: not answered",
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

    internal static string Day(DateTimeOffset at) => Day(RegisterLine.Day(at));

    internal static string Day(DateOnly day) => day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary>The name of an agency or office; its code where nobody knows one.</summary>
    internal static string Agency(string code) => code == Core.Reviews.Drafts.Addressees.DataGoverningBoard ? "Data Governing Board" : Desk.ReviewWords.Agency(code);

    /// <summary>The same with a capital at its beginning.</summary>
    internal static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>Several things in a sentence: "a, b and c".</summary>
    internal static string And(IReadOnlyList<string> things) =>
        things.Count < 2 ? string.Concat(things) : $"{string.Join(", ", things.SkipLast(1))} and {things[^1]}";

    /// <summary>How a review stands, in the sentence that its page begins with.</summary>
    internal static string Headline(RegisterView review) => review.Stage switch
    {
        ReviewStage.Submitted => "Received. It is not yet known whether residents are asked.",
        ReviewStage.CoordinatorDecides => "The board’s office decides whether residents are asked.",
        ReviewStage.NotRequired => "Residents are not asked about this project.",
        ReviewStage.Routing or ReviewStage.ShortOfMembers => "Residents will be asked. Those who are asked are being chosen.",
        ReviewStage.Preparing => review.TextsLateSince is { } late
            ? $"Residents will be asked. What they will read is late since {Day(late)}."
            : "Residents will be asked. What they will read is being made ready.",
        ReviewStage.Open => $"Residents are being asked{(review.ClosesOn is { } until ? $", until {Day(until)}" : "")}. What they say is shown after the close.",
        ReviewStage.Preview => "Residents were asked. The report is being made ready.",
        ReviewStage.Cancelled => "Ended early.",
        _ when review.Recommendations.Count == 0 => "The report holds no recommendation.",
        _ => $"{(review.Recommendations.Count == 1 ? "1 recommendation" : string.Create(CultureInfo.InvariantCulture, $"{review.Recommendations.Count} recommendations"))}: {Outcome.Count(review.Recommendations)}.",
    };

    /// <summary>What most say, as the title of a question's tally; null where nobody was to choose.</summary>
    internal static string? Point(Views.QuestionView question) => question.Tally switch
    {
        [] => null,
        [{ InWords: { } word } only] when word is not Core.Reviews.TallyRelease.Some => $"{Capital(word)} said: {only.Text}",
        var tally when tally.MaxBy(t => t.Count) is { Count: { } most } top && 2 * most > question.Replies => $"Most said: {top.Text}",
        _ => "Residents do not all say the same",
    };

    /// <summary>What came of a review, on its line of the register.</summary>
    internal static string News(RegisterLine line)
    {
        if (line.Stage is ReviewStage.NotRequired)
            return "Residents were not asked.";
        if (line.Stage is ReviewStage.Open && line.ClosesOn is { } until)
            return $"Replies are taken until {Day(until)}.";
        if (line.Replied is not { } replied || line.Asked is not { } asked)
            return "";
        var counted = new[] { (line.Kept, "kept"), (line.Broken, "broken"), (line.Refused, "refused"), (line.Overdue, "overdue") }
            .Where(c => c.Item1 > 0).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Item1} {c.Item2}")).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{replied} of {asked} residents replied.{(line.Stage is ReviewStage.Preview ? ""
            : $" {line.Answered} of {line.Recommendations} recommendations answered{(counted.Count > 0 ? $": {string.Join(", ", counted)}" : "")}.")}");
    }
}
