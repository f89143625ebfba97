using System.Globalization;
using System.Text.Json;
using CtVoice.Core.Accountability;
using CtVoice.Core.Json;
using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Subscriptions;

/// <summary>Something that happened to a review and that agencies are told: ids and public facts only.</summary>
/// <param name="Id">The same each time it is told: review, step and the how-many-eth of its kind,
/// and the recommendation where a step names several.</param>
/// <param name="Type">One of <see cref="Types"/>.</param>
/// <param name="At">When it happened.</param>
/// <param name="Recommendation">The recommendation that it is about; null when it is about the review.</param>
public sealed record ReviewEvent(string Id, string Type, DateTimeOffset At, int? Recommendation)
{
    /// <summary>The type of an event that only tries a subscription out.</summary>
    public const string Test = "ctvoice.subscription.test";

    private const string AnswerDue = "ctvoice.answer.due";
    private const string CommitmentDue = "ctvoice.commitment.due";
    private const string NotAnswered = "ctvoice.review.not-answered";
    private const string AskedAgain = "ctvoice.answer.asked-again";
    private const string TextReleased = "ctvoice.report.text-released";

    // What the ledger calls a step, and what agencies are told of it. Whatever is not here is nobody's business.
    private static readonly Dictionary<string, string> ByStep = new(StringComparer.Ordinal)
    {
        ["project-submitted"] = "ctvoice.review.submitted",
        ["window-opened"] = "ctvoice.review.opened",
        ["window-extended"] = "ctvoice.review.extended",
        ["review-closed"] = "ctvoice.review.closed",
        ["review-cancelled"] = "ctvoice.review.cancelled",
        ["report-sent"] = "ctvoice.report.sent",
        ["supplement-sent"] = "ctvoice.report.supplement-sent",
        ["words-released"] = TextReleased,
        ["recommendation-released"] = TextReleased,
        ["recommendation-made"] = "ctvoice.recommendation.made",
        ["addressee-reminded"] = AnswerDue,
        ["answer-overdue"] = "ctvoice.answer.overdue",
        ["answer-extended"] = "ctvoice.answer.extended",
        ["recommendation-answered"] = "ctvoice.answer.received",
        ["answer-changed"] = "ctvoice.answer.changed",
        ["residents-not-answered"] = AskedAgain,
        ["evidence-given"] = "ctvoice.commitment.delivered",
        ["evidence-accepted"] = "ctvoice.commitment.accepted",
        ["evidence-rejected"] = "ctvoice.commitment.rejected",
        ["commitment-moved"] = "ctvoice.commitment.moved",
        ["not-delivered"] = "ctvoice.commitment.not-delivered",
        ["governing-board-decided"] = "ctvoice.governing-board.decided",
        ["governing-board-decision-changed"] = "ctvoice.governing-board.decided",
        ["answers-collected"] = "ctvoice.review.finished",
    };

    /// <summary>Every type, in order.</summary>
    public static IReadOnlyList<string> Types { get; } =
        [.. ByStep.Values.Append(CommitmentDue).Append(NotAnswered).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Steps of the ledger that somebody is told of.</summary>
    internal static IReadOnlyCollection<string> Steps => ByStep.Keys;

    /// <summary>
    /// The events of a step of a review's ledger, one for each recommendation that it names; none where nobody is told. What is
    /// released before the report, or before its supplement, may still be taken back, so that only these tell of it.
    /// </summary>
    /// <param name="review">The review.</param>
    /// <param name="entry">The step.</param>
    /// <param name="nth">How many steps of this type there are up to it: an id that held its number in the ledger would say how much
    /// residents did in between.</param>
    public static IReadOnlyList<ReviewEvent> Of(Review review, LedgerEntry entry, int nth)
    {
        using var json = JsonDocument.Parse(entry.Text);
        var root = json.RootElement;
        var (at, facts) = (root.GetProperty("at").GetDateTimeOffset(), root.GetProperty("facts"));
        var step = root.GetProperty("type").GetString()!;
        if (!ByStep.TryGetValue(step, out var type)
            || (type == TextReleased
                && (!(review.Report is { } report && at >= report.SentAt) || facts.TryGetProperty("supplement", out _))))
            return [];
        if (type == AnswerDue && AddresseeSchedule.IsAboutPromise(facts.GetProperty("kind").GetString()!))
            type = CommitmentDue;
        var id = string.Create(CultureInfo.InvariantCulture, $"{review.Id}-{step}-{nth}");
        if (facts.TryGetProperty("recommendations", out var several) && several.ValueKind is JsonValueKind.Array)
        {
            var each = several.EnumerateArray().Select(n => n.GetInt32())
                .Select(n => new ReviewEvent(string.Create(CultureInfo.InvariantCulture, $"{id}-{n}"), type, at, n));
            // The "no" stands on the review, also where nothing is asked again.
            return type == AskedAgain ? [new(id, NotAnswered, at, null), .. each] : [.. each];
        }
        return [new(id, type, at, facts.TryGetProperty("recommendation", out var number) && number.TryGetInt32(out var one) ? one : null)];
    }

    /// <summary>The events of a ledger from a place on, oldest first.</summary>
    /// <param name="review">The review.</param>
    /// <param name="ledger">All of its entries.</param>
    /// <param name="after">Number of the last entry that was told of.</param>
    public static IReadOnlyList<ReviewEvent> After(Review review, IReadOnlyList<LedgerEntry> ledger, int after)
    {
        var told = new List<ReviewEvent>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in ledger)
        {
            using var json = JsonDocument.Parse(entry.Text);
            var step = json.RootElement.GetProperty("type").GetString()!;
            seen[step] = seen.GetValueOrDefault(step) + 1;
            if (entry.Number > after)
                told.AddRange(Of(review, entry, seen[step]));
        }
        return told;
    }

    /// <summary>The event as it is posted.</summary>
    public string Body(Review review) => JsonSerializer.Serialize(
        new CloudEvent("1.0", Id, $"/api/reviews/{review.Id}", Type, review.Id, At, "application/json", new(
            review.Id, review.Title, Recommendation,
            review.Recommendations.FirstOrDefault(r => r.Number == Recommendation) is { } about ? DueAt(about) : null)),
        WorkflowJson.Options);

    private DateTimeOffset? DueAt(Recommendation about) =>
        Type.StartsWith("ctvoice.commitment.", StringComparison.Ordinal) ? about.Commitment?.DueAt : about.DueAt;

    /// <summary>An event that only tries a subscription out.</summary>
    public static string TestBody(string id, string subscription, DateTimeOffset now) => JsonSerializer.Serialize(
        new CloudEvent("1.0", id, $"/api/subscriptions/{subscription}", Test, subscription, now, "application/json",
            new(null, null, null, null)), WorkflowJson.Options);
}

/// <summary>An event in the JSON format of CloudEvents 1.0.</summary>
/// <param name="Specversion">1.0.</param>
/// <param name="Id">The same each time that the event is sent; take it once.</param>
/// <param name="Source">Path of what it is about.</param>
/// <param name="Type">What happened.</param>
/// <param name="Subject">Id of what it is about.</param>
/// <param name="Time">When it happened.</param>
/// <param name="Datacontenttype">application/json.</param>
/// <param name="Data">What is known of it.</param>
public sealed record CloudEvent(
    string Specversion, string Id, string Source, string Type, string Subject, DateTimeOffset Time, string Datacontenttype,
    ReviewEventData Data);

/// <summary>What an event says; more can be read at its source.</summary>
/// <param name="Review">Id of the review.</param>
/// <param name="Title">Title of the project.</param>
/// <param name="Recommendation">Number of the recommendation that it is about.</param>
/// <param name="DueAt">When that is to be answered; of a commitment, when it is promised.</param>
public sealed record ReviewEventData(string? Review, string? Title, int? Recommendation, DateTimeOffset? DueAt);
