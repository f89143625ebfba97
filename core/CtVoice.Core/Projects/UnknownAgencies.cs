using CtVoice.Core.Json;
using CtVoice.Core.Projects.Intake;

namespace CtVoice.Core.Projects;

/// <summary>
/// A tie to an agency that is not in the list keeps nobody from anything: it is stored, as agencies come and go, and whoever enters it is
/// told which ones it may be.
/// </summary>
public static class UnknownAgencies
{
    private const int Nearest = 3;

    /// <summary>One plain sentence for each that is not in the list; empty when all are.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> agencies, AgencyDirectory known) =>
    [
        .. agencies.Select(a => a.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Where(a => known.ByCode(a) is null).Select(a =>
            $"'{Shown.Short(a)}' is not an agency of the list, so it keeps the member from no review. Did you mean: " +
            $"{known.ByName(a)?.Code ?? string.Join(", ", NearestText.Of(a.ToUpperInvariant(), known.All.Select(k => k.Code), Nearest))}?"),
    ];
}
