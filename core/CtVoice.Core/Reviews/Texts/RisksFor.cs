using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Intake;

namespace CtVoice.Core.Reviews.Texts;

/// <summary>
/// What members are told of the risks that the agency itself sees: the medium and high ones of its impact assessment, the high ones
/// first. Pure. Where nobody wrote plain words in the language of the text, members get what there is in English, marked as such.
/// </summary>
public static class RisksFor
{
    /// <summary>Risks told with one text: more would drown the question.</summary>
    public const int Most = 4;

    // A whole answer may be as long as the agency likes.
    private const int LongestAnswer = 300;

    /// <summary>The risks of a project for a text, those included that nobody put in plain words.</summary>
    public static IReadOnlyList<RiskInWords> Text(ProjectRequest? project, ReviewText text) =>
        [.. (project?.Dppeia?.Risky ?? []).Select(answer => Of(answer, text)).OfType<RiskInWords>().Take(Most)];

    /// <summary>The plain words that a project brings in a language; none for a risk that it says nothing of there.</summary>
    public static IReadOnlyList<RiskInWords> Brought(ProjectRequest project, string language) =>
    [
        .. (project.Dppeia?.Risky ?? [])
            .Where(a => !string.IsNullOrWhiteSpace(a.InPlainWords?.GetValueOrDefault(language)))
            .Select(a => new RiskInWords(a.Prompt, a.Risk!.Value, a.InPlainWords![language].Trim(), language, Written: true)),
    ];

    private static RiskInWords? Of(DppeiaAnswer answer, ReviewText text)
    {
        if (text.Risks.FirstOrDefault(r => r.Written && r.Prompt == answer.Prompt) is { } written)
            return written with { Risk = answer.Risk!.Value };
        var english = answer.InPlainWords?.GetValueOrDefault(TextReadiness.Original) is { } plain && !string.IsNullOrWhiteSpace(plain)
            ? plain.Trim()
            : answer.Answer.IsNotKnown() ? null : Short(answer.Answer!.Trim());
        return english is null ? null : new(answer.Prompt, answer.Risk!.Value, english, TextReadiness.Original, Written: false);
    }

    private static string Short(string answer)
    {
        var line = answer.ReplaceLineEndings(" ");
        if (line.Length <= LongestAnswer)
            return line;
        var cut = line.LastIndexOf(' ', LongestAnswer - 1);
        return line[..(cut > 0 ? cut : LongestAnswer - 1)] + "…";
    }
}
