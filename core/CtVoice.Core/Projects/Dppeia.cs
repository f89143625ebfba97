using System.Text.Json.Serialization;

namespace CtVoice.Core.Projects;

/// <summary>Answers to the data protection, privacy and equity impact assessment.</summary>
/// <param name="Schema">The version of the prompts, e.g. <c>dppeia/provisional-1</c>.</param>
/// <param name="Answers">One per prompt that was answered.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DppeiaAnswers(string Schema, IReadOnlyList<DppeiaAnswer> Answers)
{
    /// <summary>The answers in which the agency sees a medium or high risk, high first, then in its order.</summary>
    [JsonIgnore]
    public IReadOnlyList<DppeiaAnswer> Risky =>
        [.. Answers.Where(a => a.Risk is DppeiaRisk.Medium or DppeiaRisk.High).OrderByDescending(a => a.Risk)];
}

/// <summary>One answer.</summary>
/// <param name="Prompt">Id of the prompt.</param>
/// <param name="Answer">The agency's words.</param>
/// <param name="Risk">The risk that the agency sees; null when not known yet.</param>
/// <param name="Guardrail">What protects people from it.</param>
/// <param name="Owner">Who sees to that.</param>
/// <param name="InPlainWords">What could go wrong, by language code: what residents read of a medium or high risk.</param>
/// <param name="GuardrailBy">By when the guardrail is in place; null when the agency names no day.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DppeiaAnswer(string Prompt, string? Answer = null, DppeiaRisk? Risk = null, string? Guardrail = null,
    string? Owner = null, IReadOnlyDictionary<string, string>? InPlainWords = null, DateOnly? GuardrailBy = null)
{
    /// <summary>Characters of what residents read of one risk: it stands before the question and must not drown it.</summary>
    public const int MostInPlainWords = 200;
}

/// <summary>The risk of an answer.</summary>
public enum DppeiaRisk
{
    /// <summary>No risk.</summary>
    None,

    /// <summary>Low.</summary>
    Low,

    /// <summary>Medium; shown to the panel.</summary>
    Medium,

    /// <summary>High; shown to the panel.</summary>
    High,
}
