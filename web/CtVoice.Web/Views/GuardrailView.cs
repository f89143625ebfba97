using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;

namespace CtVoice.Web.Views;

/// <summary>What an agency promised against a risk that it sees.</summary>
/// <param name="Number">1, 2, 3, ... within the review.</param>
/// <param name="Prompt">Id of the prompt of the impact assessment.</param>
/// <param name="Risk">medium or high.</param>
/// <param name="Words">What protects people.</param>
/// <param name="Owner">Who sees to it; absent when the agency names nobody.</param>
/// <param name="Promise">By when it is in place, and what became of that.</param>
public sealed record GuardrailView(int Number, string Prompt, DppeiaRisk Risk, string Words, string? Owner, CommitmentView Promise)
{
    internal static IReadOnlyList<GuardrailView> AllOf(Review review, DateTimeOffset now) =>
    [
        .. review.Guardrails.Select(g => new GuardrailView(
            g.Number, g.Prompt, g.Risk, g.Words, g.Owner, CommitmentView.Of(g.Promise, review.Policy, now))),
    ];
}
