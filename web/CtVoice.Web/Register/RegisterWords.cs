using System.Globalization;
using System.Runtime.CompilerServices;
using CtVoice.Core.Representation;
using CtVoice.Core.Reviews;

namespace CtVoice.Web.Register;

/// <summary>The register in plain words.</summary>
internal static class RegisterWords
{
    /// <summary>Said in place of a review whose row cannot be read: it is not missing without a word.</summary>
    internal const string Unreadable = "This review cannot be shown now";

    internal static string Of(ReviewStage stage, Tongue? tongue = null) => (tongue ?? Tongue.English)[stage switch
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
    }];

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

    internal static string Of(Trouble trouble, Tongue tongue) => tongue[trouble switch
    {
        Trouble.Overdue => "Answer overdue",
        Trouble.Broken => "Promise broken",
        _ => "Residents: not answered",
    }];

    internal static string Of(AnswerKind kind, Tongue? tongue = null) => (tongue ?? Tongue.English)[kind switch
    {
        AnswerKind.Adopted => "Adopted",
        AnswerKind.AdoptedInPart => "Adopted in part",
        AnswerKind.NotAdopted => "Not adopted",
        AnswerKind.Deferred => "Deferred",
        AnswerKind.NeedsInformation => "Needs information",
        _ => kind.ToString(),
    }];

    internal static string Of(Views.EditsView edits, Tongue tongue) => tongue.Say(
        FormattableStringFactory.Create(
            "Before the report {0} drafts were dropped, {1} merged and {2} reworded; "
            + "{3} replies that ask for a change are in no recommendation.",
            edits.Dropped, edits.Merged, edits.Reworded, edits.NotTakenUp));

    internal static string Of(Views.ReadBackCounts readBack, Tongue tongue)
    {
        var notRight = readBack.NotRight is { } count
            ? count.ToString(CultureInfo.InvariantCulture)
            : readBack.NotRightInWords is { } words ? tongue[words] : null;
        return notRight is null
            ? tongue.Say($"The draft was read back to {readBack.Asked} residents; {readBack.Answered} answered.")
            : tongue.Say(FormattableStringFactory.Create(
                "The draft was read back to {0} residents; {1} answered, {2} of them that it is not right.",
                readBack.Asked, readBack.Answered, notRight));
    }

    /// <summary>Where a recommendation comes from and, where residents were asked about it, who is against it.</summary>
    internal static string Of(Core.Reviews.Drafts.Origin comesFrom, Views.AgainstView? against, Tongue? tongue = null)
    {
        var t = tongue ?? Tongue.English;
        var from = comesFrom.Replies is { } replies
            ? t.Say($"It comes from {replies} replies.")
            : t["It comes from one or more residents."];
        var spoke = against is null
            ? null
            : against.Count is { } count ? count.ToString(CultureInfo.InvariantCulture) : t[against.InWords!];
        return spoke is null ? from : $"{from} {t.Say($"Of those it was read back to, {spoke} spoke against it.")}";
    }

    /// <summary>What the board's office did with the words that residents wrote; null when there is nothing to say.</summary>
    internal static string? OfWords(RegisterView review, Tongue tongue)
    {
        var sentences = new List<string>();
        if (review.Withheld > 0)
            sentences.Add(tongue.Say($"The words of {Replies(review.Withheld, tongue)} were not passed on; the answers count."));
        if (review.NotDecided > 0)
            sentences.Add(tongue.Say($"The words of {Replies(review.NotDecided, tongue)} were not decided by the board's office."));
        if (review.SupplementOn is { } on)
            sentences.Add(review.SupplementPending
                ? tongue.Say($"What is decided by {tongue.Day(on)} goes out in one supplement on that day.")
                : tongue.Say($"A supplement went out on {tongue.Day(on)}."));
        return sentences.Count == 0 ? null : string.Join(' ', sentences);
    }

    private static string Replies(int count, Tongue tongue) => count == 1 ? tongue["1 reply"] : tongue.Say($"{count} replies");

    internal static string Of(Views.GoverningBoardView decided, Tongue? tongue = null)
    {
        var t = tongue ?? Tongue.English;
        return t.Say($"{t[decided.Kind.ToString()]} on {t.Day(decided.On)}, number {decided.Number}.")
            + (decided.Note is { } note ? " " + note : "");
    }

    /// <summary>What was found of a population; in another language than English without what it was compared with.</summary>
    internal static string Of(FoundInData found, Tongue tongue)
    {
        if (tongue.OfEnglish is null)
            return found.InWords;
        var name = tongue[found.Name];
        return found.Status switch
        {
            PopulationStatus.Overrepresented when found.InWords.EndsWith("always counted as overrepresented.", StringComparison.Ordinal) =>
                tongue.Say($"{name}: always counted as overrepresented."),
            PopulationStatus.Overrepresented => tongue.Say($"{name}: many more in these data than elsewhere."),
            PopulationStatus.MayBeMissing =>
                tongue.Say($"{name}: far fewer in these data than elsewhere; people may be missing from them."),
            PopulationStatus.TooFew => tongue.Say($"{name}: too few to tell."),
            PopulationStatus.Reference => tongue.Say($"{name}: whom the others are compared with."),
            PopulationStatus.CannotBeComputed => tongue.Say($"{name}: cannot be computed."),
            _ => tongue.Say($"{name}: not many more in these data than elsewhere."),
        };
    }

    internal static string Day(DateTimeOffset at) => Tongue.English.Day(at);

    internal static string Day(DateOnly day) => Tongue.English.Day(day);

    /// <summary>The name of an agency or office; its code where nobody knows one.</summary>
    internal static string Agency(string code) => Agency(code, Tongue.English);

    /// <summary>The same in the language of a page.</summary>
    internal static string Agency(string code, Tongue tongue) =>
        tongue[code == Core.Reviews.Drafts.Addressees.DataGoverningBoard ? "Data Governing Board" : Desk.ReviewWords.Agency(code)];

    /// <summary>The same with a capital at its beginning.</summary>
    internal static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>How a review stands, in the sentence that its page begins with.</summary>
    internal static string Headline(RegisterView review, Tongue tongue) => review.Stage switch
    {
        ReviewStage.Submitted => tongue["Received. It is not yet known whether residents are asked."],
        ReviewStage.CoordinatorDecides => tongue["The board’s office decides whether residents are asked."],
        ReviewStage.NotRequired => tongue["Residents are not asked about this project."],
        ReviewStage.Routing or ReviewStage.ShortOfMembers => tongue["Residents will be asked. Those who are asked are being chosen."],
        ReviewStage.Preparing => review.TextsLateSince is { } late
            ? tongue.Say($"Residents will be asked. What they will read is late since {tongue.Day(late)}.")
            : tongue["Residents will be asked. What they will read is being made ready."],
        ReviewStage.Open => review.ClosesOn is { } until
            ? tongue.Say($"Residents are being asked, until {tongue.Day(until)}. What they say is shown after the close.")
            : tongue["Residents are being asked. What they say is shown after the close."],
        ReviewStage.Preview => tongue["Residents were asked. The report is being made ready."],
        ReviewStage.Cancelled => tongue["Ended early."],
        _ when review.Recommendations.Count == 0 => tongue["The report holds no recommendation."],
        _ => $"{Recommendations(review.Recommendations.Count, tongue)}: {Outcome.Count(review.Recommendations, tongue)}.",
    };

    /// <summary>A number of recommendations.</summary>
    internal static string Recommendations(int count, Tongue tongue) =>
        count == 1 ? tongue["1 recommendation"] : tongue.Say($"{count} recommendations");

    /// <summary>What most say, as the title of a question's tally; null where nobody was to choose.</summary>
    internal static string? Point(Views.QuestionView question, Tongue tongue) => question.Tally switch
    {
        [] => null,
        [{ InWords: { } word } only] when word is not Core.Reviews.TallyRelease.Some => Said(word, only, tongue),
        var tally when tally.MaxBy(t => t.Count) is { Count: { } most } top
            && 2 * most > question.Replies => tongue.Say($"Most said: {Option(top, tongue)}"),
        _ => tongue["Residents do not all say the same"],
    };

    /// <summary>How many chose an option, where there is only a word for it.</summary>
    internal static string Said(string word, Views.TallyView tally, Tongue tongue) =>
        tongue.Say($"{Capital(tongue[word])} said: {Option(tally, tongue)}");

    /// <summary>An option as it was offered; the three that are offered where nobody wrote others have words of ours.</summary>
    internal static string Option(Views.TallyView tally, Tongue tongue) => tongue[tally.Text];

    /// <summary>What came of a review, on its line of the register.</summary>
    internal static string News(RegisterLine line, Tongue tongue)
    {
        if (line.Stage is ReviewStage.NotRequired)
            return tongue["Residents were not asked."];
        if (line.Stage is ReviewStage.Open && line.ClosesOn is { } until)
            return tongue.Say($"Replies are taken until {tongue.Day(until)}.");
        if (line.Replied is not { } replied || line.Asked is not { } asked)
            return "";
        var news = tongue.Say($"{replied} of {asked} residents replied.");
        if (line.Stage is ReviewStage.Preview)
            return news;
        var counted = new[]
        {
            (line.Kept, tongue.Say($"{line.Kept} kept")), (line.Broken, tongue.Say($"{line.Broken} broken")),
            (line.Refused, tongue.Say($"{line.Refused} refused")), (line.Overdue, tongue.Say($"{line.Overdue} overdue")),
        }.Where(c => c.Item1 > 0).Select(c => c.Item2).ToList();
        return $"{news} {tongue.Say($"{line.Answered} of {line.Recommendations} recommendations answered")}{(counted.Count > 0
            ? ": " + string.Join(", ", counted) : "")}.";
    }
}
