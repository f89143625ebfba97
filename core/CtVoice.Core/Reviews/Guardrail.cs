using CtVoice.Core.Calendar;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Intake;

namespace CtVoice.Core.Reviews;

/// <summary>
/// What an agency promised in its impact assessment against a medium or high risk: a commitment like those that its answers make, with a
/// day, other days, evidence and the coordinator's word.
/// </summary>
/// <param name="Number">1, 2, 3, ... within the review.</param>
/// <param name="Prompt">Id of the prompt of the impact assessment.</param>
/// <param name="Risk">Medium or high.</param>
/// <param name="Words">What protects people, in the agency's words.</param>
/// <param name="Owner">Who sees to it; null when the agency names nobody.</param>
/// <param name="Promise">By when it is in place, and what became of that.</param>
public sealed record Guardrail(int Number, string Prompt, DppeiaRisk Risk, string Words, string? Owner, Commitment Promise)
{
    /// <summary>The guardrails of a project's risks, the high ones first. One without a day is due on the policy's.</summary>
    public static IReadOnlyList<Guardrail> Of(ProjectRequest project, ReviewPolicy policy, DateTimeOffset now) =>
    [
        .. (project.Dppeia?.Risky ?? []).Where(a => !a.Guardrail.IsNotKnown()).Select((answer, i) => new Guardrail(
            i + 1, answer.Prompt, answer.Risk!.Value, answer.Guardrail!.Trim(),
            answer.Owner.IsNotKnown() ? null : answer.Owner!.Trim(), new()
            {
                DueOn = answer.GuardrailBy ?? LocalTime.DateIn(BusinessCalendar.Zone, now).AddDays(policy.DecideLaterWithin),
                DueByPolicy = answer.GuardrailBy is null,
                Since = now,
            })),
    ];
}
