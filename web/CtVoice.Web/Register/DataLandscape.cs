using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Web.Register;

/// <summary>Which agencies' data about which populations are used by which reviewed projects (DOMAIN section 3).</summary>
/// <param name="Year">Year in which the projects were received; absent for all years.</param>
/// <param name="Uses">One line per agency and population, in order of their codes.</param>
public sealed record DataLandscape(int? Year, IReadOnlyList<DataUse> Uses)
{
    /// <summary>The landscape of a register. A project that was withdrawn uses no data.</summary>
    internal static DataLandscape Of(int? year, IEnumerable<TableRow> register, ReferenceData reference) => new(year,
    [
        .. register
            .Where(row => row.Text("stage") != nameof(ReviewStage.Cancelled))
            .SelectMany(row => Words(row, "agencies").SelectMany(agency => Words(row, "populations").Select(population =>
                (agency, population,
                    Project: new LandscapeProject(row.Text("id")!, row.Text("title")!,
                        row.Text("need") is { } need ? Enum.Parse<ReviewNeed>(need) : null)))))
            .GroupBy(use => (use.agency, use.population), use => use.Project)
            .OrderBy(use => use.Key.agency, StringComparer.Ordinal).ThenBy(use => use.Key.population, StringComparer.Ordinal)
            .Select(use =>
                new DataUse(use.Key.agency, Population.Of(use.Key.population, reference),
                    [.. use.OrderBy(p => p.Id, StringComparer.Ordinal)])),
    ]);

    /// <summary>Projects in it, each once.</summary>
    internal int Projects => Uses.SelectMany(u => u.Projects).Select(p => p.Id).Distinct(StringComparer.Ordinal).Count();

    /// <summary>What the picture shows, in a sentence: whose data most projects use; null while there are none.</summary>
    internal string? Point() => Uses.GroupBy(u => u.Agency, StringComparer.Ordinal)
        .Select(of => (Agency: of.Key, Count: of.SelectMany(u => u.Projects).Select(p => p.Id).Distinct(StringComparer.Ordinal).Count()))
        .OrderByDescending(of => of.Count).ThenBy(of => of.Agency, StringComparer.Ordinal).ToList() switch
    {
        [] => null,
        [var only] => $"All data in use are those of the {RegisterWords.Agency(only.Agency)}.",
        [var first, var second, ..] when first.Count == second.Count => $"No agency’s data are used by more than {Of(first.Count)}.",
        [var most, ..] => $"Data of the {RegisterWords.Agency(most.Agency)} are used most: by {most.Count} of {Of(Projects)}.",
    };

    private static string Of(int projects) => projects == 1 ? "1 project" : string.Create(null, $"{projects} projects");

    private static string[] Words(TableRow row, string name) => (row.Text(name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>One agency's data about one population.</summary>
/// <param name="Agency">Code of the agency whose data they are.</param>
/// <param name="Population">The population.</param>
/// <param name="Projects">The projects that use them.</param>
public sealed record DataUse(string Agency, Population Population, IReadOnlyList<LandscapeProject> Projects);

/// <summary>A project that uses data.</summary>
/// <param name="Id">Id of its review.</param>
/// <param name="Title">Its title.</param>
/// <param name="Need">Whether residents are asked; absent before that is known.</param>
public sealed record LandscapeProject(string Id, string Title, ReviewNeed? Need);
