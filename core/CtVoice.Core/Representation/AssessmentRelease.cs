namespace CtVoice.Core.Representation;

/// <summary>Makes of an assessment what may leave.</summary>
public static class AssessmentRelease
{
    private const string HeldBack = "Figures are held back so that small numbers of people stay unknown.";

    /// <summary>
    /// The assessment with the figures of a population only where the counts behind them are shown. Outcome and reasons hold
    /// no figures and stay.
    /// </summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="shown">What may leave of <see cref="CountTable.OfPeople"/>, earlier versions of the project considered.</param>
    /// <param name="reference">Code of the population that rates were compared with.</param>
    public static Assessment Of(Assessment assessment, SuppressedTable shown, string reference) =>
        assessment with { Findings = [.. assessment.Findings.Select(f => Of(f, shown, reference))] };

    private static PopulationFinding Of(PopulationFinding finding, SuppressedTable shown, string reference)
    {
        if (finding.Figures is not { } figures)
            return finding;
        // A relative rate is made from the reference population's count too.
        string[] behind = figures.RelativeRate is null
            ? [CountTable.People, finding.Population] : [CountTable.People, finding.Population, reference];
        return shown.Shows(behind) ? finding : finding with
        {
            Status = finding.Status is PopulationStatus.Overrepresented or PopulationStatus.Reference
                ? finding.Status : PopulationStatus.TooFew,
            Figures = null,
            Sentences = [$"{finding.Name}: {HeldBack}"],
        };
    }
}
