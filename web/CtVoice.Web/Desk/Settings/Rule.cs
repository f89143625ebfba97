using System.Globalization;
using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Reviews;

namespace CtVoice.Web.Desk.Settings;

/// <summary>One value of the rules of a review, as the desk asks for it.</summary>
/// <param name="Name">Its name in the body that programs send.</param>
/// <param name="Label">What it is.</param>
/// <param name="Hint">What it changes, where the label does not say so.</param>
internal sealed record Rule(string Name, string Label, string? Hint = null)
{
    /// <summary>Groups of values, by whom they change things for.</summary>
    internal static IReadOnlyList<(string ForWhom, IReadOnlyList<Rule> Rules)> Groups { get; } =
    [
        ("For residents: who is asked, and how long",
        [
            new("panelSize", "Members who are asked first"), new("alternates", "Alternates in reserve"),
            new("quorum", "Members whose reply makes the advice the board’s", "With fewer the report is marked: below quorum."),
            new("windowBusinessDays", "Business days to answer", "From the first invitation to the close."),
            new("expeditedBusinessDays", "Business days to answer where a review is expedited"),
            new("publicationWindowBusinessDays", "Business days to answer before results are published"),
            new("postageBusinessDays", "Business days that the post adds to a window",
                "In every review while anybody of the board takes letters. Empty for five."),
            new("noticeHours", "Hours before asking at which question and date are published",
                "Only where those asked reach a majority of the board. Empty for no notice; ask counsel."),
            new("closesAt", "Time of day of the close", "Connecticut time."),
            new("remindsAt", "Time of day of reminders", "Connecticut time, never in quiet hours."),
            new("remindAfter", "Business days of silence before a reminder"),
            new("remindBeforeClose", "Business days before the close of further reminders", "The largest first."),
            new("earlyCloseAfter", "Close early so many full business days after all have answered",
                "Empty for never: an early close tells on which day the last reply came."),
            new("extensionBusinessDays", "Business days of the one extension below quorum"),
            new("settling", "How long the close waits for messages under way", "Hours:minutes:seconds."),
            new("satisfactionBusinessDays", "Business days in which “did this answer you?” is counted"),
            new("tellAgainAfter", "Days at least between two messages about later changes"),
        ]),
        ("For you and your deputy",
        [
            new("coordinatorDecidesWithin", "Business days to decide whether a review is needed", "Then one is required by itself."),
            new("textsDigestAfter", "Business days until late texts are in the digest"),
            new("textsEscalateAfter", "Business days until it is public that texts are late"),
            new("previewBusinessDays", "Business days to release words before the report goes out"),
            new("stopForMinutes", "Minutes in which what goes out to a panel can be stopped", "0 for none, at most 60."),
            new("readsBackAt", "Time of day at which drafts are read back"),
            new("supplementBusinessDays", "Business days from the report to its supplement"),
        ]),
        ("For agencies: answers and promises",
        [
            new("answerBusinessDays", "Business days to answer a recommendation"),
            new("remindBeforeAnswer", "Business days before it is due of reminders", "The largest first."),
            new("answerExtensions", "Extensions of one answer"), new("answerExtensionDays", "Business days of one extension at most"),
            new("answerAgainBusinessDays", "Business days to answer once more, where residents were not answered"),
            new("escalateEvery", "Business days between escalations of an overdue answer"),
            new("escalations", "Escalations of one overdue answer"), new("decideLaterWithin", "Days in which what was deferred is decided"),
            new("decideLaterAtMost", "Days by which a decision is put off at most"),
            new("remindBeforeCommitment", "Days before a promise is due of reminders", "The largest first."),
            new("commitmentGraceDays", "Days of grace before a promise is publicly not delivered"),
        ]),
    ];

    /// <summary>Values that are a list.</summary>
    internal bool IsList => Shipped(ReviewPolicy.Default).ValueKind is JsonValueKind.Array;

    internal string Kind => Name is "closesAt" or "remindsAt" or "readsBackAt" ? "time" : Name is "settling" ? "text" : "number";

    /// <summary>The values of a list.</summary>
    internal IReadOnlyList<string> ListOf(ReviewPolicy policy) => [.. Shipped(policy).EnumerateArray().Select(v => v.ToString())];

    /// <summary>The value as it stands in a field.</summary>
    internal string Of(ReviewPolicy policy) => Shipped(policy) switch
    {
        { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => "",
        { ValueKind: JsonValueKind.String } text when Kind is "time" => text.GetString()![..5],
        { ValueKind: JsonValueKind.Array } list => string.Join(", ", list.EnumerateArray().Select(v => v.ToString())),
        var value => value.ToString(),
    };

    private JsonElement Shipped(ReviewPolicy policy) =>
        JsonSerializer.SerializeToElement(policy, WorkflowJson.Options).TryGetProperty(Name, out var value) ? value : default;

    internal string HintWith(ReviewPolicy shipped) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{(Hint is null ? "" : Hint + " ")}As shipped: {(Of(shipped) is { Length: > 0 } value ? value : "never")}.");
}
