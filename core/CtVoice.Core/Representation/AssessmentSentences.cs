using System.Globalization;

namespace CtVoice.Core.Representation;

/// <summary>The arithmetic of a finding, for people.</summary>
internal static class AssessmentSentences
{
    internal static IEnumerable<string> Of(PopulationFinding finding, OverrepresentationPolicy policy, string? filledFrom)
    {
        if (finding is not { Figures: { } f, Comparison: { } comparison })
            yield break;
        if (filledFrom is not null)
            yield return filledFrom;
        yield return string.Create(English,
            $"{finding.Name}: {(finding.IsAtLeast ? "at least " : "")}{f.InData:N0} of {f.People:N0} people in these data, "
            + $"or {f.Share:P1} (95% interval {f.ShareLow:P1} to {f.ShareHigh:P1}).");
        yield return string.Create(English,
            $"Compared with {comparison.Name}: {f.InComparison:N0} of {f.ComparisonTotal:N0}, or {f.ComparisonShare:P1} "
            + $"(source: {comparison.Source}).");
        foreach (var caveat in comparison.Caveats)
            yield return caveat;
        yield return string.Create(English, $"Index: {f.Share:P1} divided by {f.ComparisonShare:P1} is {f.Index:0.00}. The policy asks for "
            + $"{policy.IndexAtLeast:0.##} or more.");
        yield return string.Create(English, $"Risk ratio: {f.InData:N0} of {f.InComparison:N0} against {f.People - f.InData:N0} of "
            + $"{f.ComparisonTotal - f.InComparison:N0} others is {f.RiskRatio:0.00} (95% interval {f.RiskRatioLow:0.00} to "
            + $"{f.RiskRatioHigh:0.00}). The policy asks for a lower end above {policy.RiskRatioLowerAbove:0.##}.");
        if (f.IsZeroCorrected)
            yield return "One of these counts is zero; the risk ratio takes 0.5 in its place.";
        if (f.RelativeRate is { } rate)
            yield return string.Create(English, $"Relative rate: {rate:0.00} times the rate of the reference population.");
        yield return "The intervals say how stable the figures are. The data are not a sample.";
        yield return finding.Status switch
        {
            PopulationStatus.Overrepresented => "So this population is overrepresented in these data.",
            PopulationStatus.MayBeMissing =>
                string.Create(English, $"The index is {policy.MayBeMissingAtMost:0.##} or less: people may be missing from these data."),
            PopulationStatus.Reference => "This is the reference population. It is shown and never a reason for a review.",
            PopulationStatus.TooFew =>
                string.Create(English,
                    $"There are fewer than {policy.FewestInData} people in the data or fewer than {policy.FewestInComparison} in the "
                    + $"comparison: too few to tell."),
            _ => "So this population is not overrepresented in these data.",
        };
    }

    // "24.0%", not the invariant culture's "24.0 %".
    private static readonly NumberFormatInfo English = new() { PercentPositivePattern = 1, PercentNegativePattern = 1 };
}
