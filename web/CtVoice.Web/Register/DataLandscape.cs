using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Web.Register;

/// <summary>Which agencies' data about which populations are used by which reviewed projects (DOMAIN section 3).</summary>
/// <param name="Year">Year in which the projects were received.</param>
/// <param name="Uses">One line per agency and population, in order of their codes.</param>
public sealed record DataLandscape(int Year, IReadOnlyList<DataUse> Uses)
{
    /// <summary>The landscape of a year's register. A project that was withdrawn uses no data.</summary>
    internal static DataLandscape Of(int year, IEnumerable<TableRow> register, ReferenceData reference) => new(year,
    [
        .. register
            .Where(row => row.Text("stage") != nameof(ReviewStage.Cancelled))
            .SelectMany(row => Words(row, "agencies").SelectMany(agency => Words(row, "populations").Select(population =>
                (agency, population, Project: new LandscapeProject(row.Text("id")!, row.Text("title")!, row.Text("need") is { } need ? Enum.Parse<ReviewNeed>(need) : null)))))
            .GroupBy(use => (use.agency, use.population), use => use.Project)
            .OrderBy(use => use.Key.agency, StringComparer.Ordinal).ThenBy(use => use.Key.population, StringComparer.Ordinal)
            .Select(use => new DataUse(use.Key.agency, Population.Of(use.Key.population, reference), [.. use.OrderBy(p => p.Id, StringComparer.Ordinal)])),
    ]);

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
