using System.Globalization;

namespace CtVoice.Core.Representation;

/// <summary>
/// What everybody may see of an assessment: populations and the outcome in words, and a total of two figures. A count that is shown, or
/// a figure made of one, gives away those that are hidden, across populations, versions and projects; so none is shown.
/// </summary>
public static class AssessmentInWords
{
    // A total of two figures or less would be the count itself.
    private const long FewestRounded = 100;

    /// <summary>The assessment without any count, share, rate or interval.</summary>
    public static Assessment Of(Assessment assessment) => assessment with { Findings = [.. assessment.Findings.Select(Of)] };

    /// <summary>People in the data, to two figures; null below 100, where that would be the count itself,
    /// and where it is not known.</summary>
    public static long? Rounded(long? total)
    {
        if (total is not >= FewestRounded)
            return null;
        var unit = 1L;
        while (total / unit >= FewestRounded)
            unit *= 10;
        return (long)Math.Round((decimal)total.Value / unit, MidpointRounding.AwayFromZero) * unit;
    }

    /// <summary>"About 6,200 people." Null where the total is not known.</summary>
    public static string? People(long? total) => total is null or < 0 ? null
        : Rounded(total) is { } rounded ? string.Create(CultureInfo.InvariantCulture, $"About {rounded:N0} people.")
        : "Fewer than 100 people.";

    private static PopulationFinding Of(PopulationFinding finding)
    {
        // Nobody and hardly anybody look alike.
        var status = finding is { Status: PopulationStatus.MayBeMissing, Figures.InData: 0 } ? PopulationStatus.TooFew : finding.Status;
        return finding with { Status = status, Figures = null, Sentences = [Say(finding, status)] };
    }

    private static string Say(PopulationFinding finding, PopulationStatus status) => (status, finding.Comparison?.Name) switch
    {
        (PopulationStatus.CannotBeComputed, _) =>
            $"{finding.Name}: cannot be computed{(finding.Reason is { } reason ? $", because {reason}" : "")}.",
        (PopulationStatus.TooFew, _) => $"{finding.Name}: too few to tell.",
        (PopulationStatus.Reference, _) => $"{finding.Name}: whom the others are compared with.",
        (PopulationStatus.Overrepresented, null) => $"{finding.Name}: always counted as overrepresented.",
        (PopulationStatus.Overrepresented, var among) => $"{finding.Name}: many more in these data than among {among}.",
        (PopulationStatus.MayBeMissing, var among) =>
            $"{finding.Name}: far fewer in these data than among {among}; people may be missing from them.",
        (_, var among) => $"{finding.Name}: not many more in these data than among {among}.",
    };
}
