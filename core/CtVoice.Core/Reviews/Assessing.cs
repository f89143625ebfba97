using System.Text.Json.Nodes;
using CtVoice.Core.Ledger;

namespace CtVoice.Core.Reviews;

/// <summary>Whether residents are asked: by the figures, by the coordinator, or by the coordinator's silence.</summary>
public static class Assessing
{
    /// <summary>Key of the assessment with all its arithmetic, a <see cref="RecordedAssessment"/>.</summary>
    public const string ContentKey = "assessment";

    /// <summary>Records what the figures say, with the whole computation.</summary>
    public static Decided<bool> Record(Review review, AssessmentOutcome outcome, string computation, DateTimeOffset now) =>
        review.Stage is ReviewStage.Submitted
            ? new(true, Settle(review, outcome, Actor.System, "assessed", now, new Content(ContentKey, computation)))
            : new(false);

    /// <summary>The coordinator decides what the figures do not.</summary>
    public static Decided<bool> ByCoordinator(Review review, bool required, string reason, string keyId, DateTimeOffset now) =>
        review.Stage is ReviewStage.CoordinatorDecides
            ? new(true, Settle(review, Outcome(review, required, reason, keyId), Actor.Coordinator(keyId), "need-decided", now))
            : new(false);

    /// <summary>The coordinator did not decide in time: a review is required.</summary>
    public static Decided<bool> BySilence(Review review, DateTimeOffset now)
    {
        if (review.Stage is not ReviewStage.CoordinatorDecides)
            return new(false);
        var reason =
            $"The coordinator did not decide within {review.Policy.CoordinatorDecidesWithin} business days, so a review is required.";
        return new(true, Settle(review, Outcome(review, true, reason, "silence"), Actor.System, "need-decided", now));
    }

    private static AssessmentOutcome Outcome(Review review, bool required, string reason, string by) => review.Assessment! with
    {
        Outcome = required ? ReviewNeed.Required : ReviewNeed.NotRequired,
        Reasons = [.. review.Assessment.Reasons, reason],
        DecidedBy = by,
    };

    private static Decision Settle(Review review, AssessmentOutcome outcome, Actor actor, string type, DateTimeOffset now,
        params IReadOnlyList<Content> contents)
    {
        var stage = outcome.Outcome switch
        {
            ReviewNeed.Required => ReviewStage.Routing,
            ReviewNeed.NotRequired => ReviewStage.NotRequired,
            _ => ReviewStage.CoordinatorDecides,
        };
        var entry = LedgerDraft.Of(type, actor,
            ("outcome", outcome.Outcome.ToString()), ("policy", outcome.Policy),
            ("reasons", new JsonArray([.. outcome.Reasons.Select(r => (JsonNode)r)]))) with
        { Contents = [.. contents.Select(c => c.Key)] };
        return new(now, review.At(stage, now) with { Assessment = outcome }, entry)
        { Contents = contents, Effects = [new Effect.WakeReview()] };
    }
}
