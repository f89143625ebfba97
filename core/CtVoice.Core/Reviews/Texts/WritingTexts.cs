using CtVoice.Core.Ledger;
using CtVoice.Core.Projects;

namespace CtVoice.Core.Reviews.Texts;

/// <summary>Drafts of what residents read, and who may write them when.</summary>
public static class WritingTexts
{
    /// <summary>What somebody wrote for one language.</summary>
    /// <param name="Summary">The project in a few plain sentences.</param>
    /// <param name="Questions">The questions in order; choices left out stand for the default ones.</param>
    /// <param name="Translator">The person who translated.</param>
    /// <param name="Reviewer">The person who read and approved it; only a coordinator names one.</param>
    /// <param name="Risks">What could go wrong, in plain words, by prompt of the impact assessment; null leaves what was written.</param>
    public sealed record Draft(string Summary, IReadOnlyList<QuestionText> Questions, string? Translator = null, string? Reviewer = null,
        IReadOnlyDictionary<string, string>? Risks = null);

    /// <summary>What became of a draft.</summary>
    public enum Outcome
    {
        /// <summary>Stored as a new version.</summary>
        Written,

        /// <summary>Residents are asked already, or nobody will be.</summary>
        TooLate,

        /// <summary>The text was released; it changes no more.</summary>
        Released,

        /// <summary>An agency does not write over what a person reviewed.</summary>
        Reviewed,
    }

    /// <summary>Stores a draft as the next version of its language.</summary>
    public static Decided<Outcome> Write(Review review, string language, Draft draft, Actor by, DateTimeOffset now)
    {
        var agency = by.Role == "agency";
        if (review.Stage is not ReviewStage.Preparing && (agency || review.Stage is not (
                ReviewStage.Submitted or ReviewStage.CoordinatorDecides or ReviewStage.Routing or ReviewStage.ShortOfMembers)))
            return new(Outcome.TooLate);
        if (review.Released.Any(r => r.Language == language))
            return new(Outcome.Released);
        var held = review.TextIn(language);
        if (agency && held?.Reviewer is not null)
            return new(Outcome.Reviewed);
        var text = new ReviewText
        {
            Language = language,
            Version = (held?.Version ?? 0) + 1,
            Summary = draft.Summary.Trim(),
            Questions = [.. draft.Questions.Select((q, i) => Complete(review, i, language, q))],
            Risks = draft.Risks is { } risks
                ? [.. risks.Where(r => !string.IsNullOrWhiteSpace(r.Value)).OrderBy(r => r.Key, StringComparer.Ordinal)
                    .Select(r => new RiskInWords(r.Key, DppeiaRisk.Medium, r.Value.Trim(), language, Written: true))]
                : held?.Risks ?? [],
            Translator = draft.Translator,
            Reviewer = agency ? null : draft.Reviewer,
            WrittenBy = by.Id!,
            WrittenAt = now,
        };
        return new(Outcome.Written, new(now, review.With(text), LedgerDraft.Of(
            "texts-drafted", by, ("language", language), ("version", text.Version), ("reviewed", text.Reviewer is not null))));
    }

    private static QuestionText Complete(Review review, int index, string language, QuestionText written) => new(
        written.Text.Trim(),
        written.Choices.Count == 0 && index < review.Questions.Count
            ? ProjectDrafts.Choices(review.Questions[index], language)
            : written.Choices);
}
