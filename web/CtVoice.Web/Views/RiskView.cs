using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Core.Reviews.Texts;

namespace CtVoice.Web.Views;

/// <summary>A risk that the agency itself sees, and what it does about it.</summary>
/// <param name="Prompt">Id of the prompt of the impact assessment.</param>
/// <param name="Risk">medium or high.</param>
/// <param name="Words">What could go wrong: the agency's answer, or for everybody what residents read of it in English.</param>
/// <param name="Guardrail">What protects people from it; absent when the agency names nothing.</param>
public sealed record RiskView(string Prompt, DppeiaRisk Risk, string Words, string? Guardrail)
{
    /// <summary>The risks of a review, high first. Of what could go wrong everybody reads the words that a person released for residents;
    /// what protects people is public as the agency wrote it.</summary>
    internal static IReadOnlyList<RiskView> Of(Review review, ProjectRequest? project, Audience audience)
    {
        var risky = project?.Dppeia?.Risky ?? [];
        if (audience is Audience.Agency)
        {
            return [.. risky.Where(a => !string.IsNullOrWhiteSpace(a.Answer))
                .Select(a => new RiskView(a.Prompt, a.Risk!.Value, a.Answer!, a.Guardrail))];
        }
        var released = review.Released.Select(r => review.TextIn(r.Language)).OfType<ReviewText>().SelectMany(t => t.Risks)
            .Where(r => r.Language == TextReadiness.Original).DistinctBy(r => r.Prompt).ToDictionary(r => r.Prompt, StringComparer.Ordinal);
        return [.. risky.Where(a => released.ContainsKey(a.Prompt))
            .Select(a => new RiskView(a.Prompt, a.Risk!.Value, released[a.Prompt].Words, a.Guardrail))];
    }
}
