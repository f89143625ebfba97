using CtVoice.Core;
using CtVoice.Core.Board;

namespace CtVoice.Local.Commands;

/// <summary>What choosing a panel needs to know of a project file.</summary>
/// <param name="ReviewId">Seeds the draw between equals.</param>
/// <param name="Agencies">Every agency of the project.</param>
/// <param name="Touched">Populations the project touches.</param>
/// <param name="Languages">Languages in which texts are ready or can be; null for any.</param>
/// <param name="Broader">Each code's next broader code.</param>
/// <param name="KnownPopulations">Codes that a board file may hold; null for any in the form of a REL code.</param>
internal sealed record PanelProject(
    string ReviewId,
    IReadOnlyList<string> Agencies,
    IReadOnlyList<TouchedPopulation> Touched,
    IReadOnlyList<string>? Languages = null,
    IReadOnlyDictionary<string, string>? Broader = null,
    IReadOnlySet<string>? KnownPopulations = null);

/// <summary>A project file as read: a project, or what is wrong with it.</summary>
internal sealed record PanelProjectReading(PanelProject? Project, IReadOnlyList<Fault> Faults);
