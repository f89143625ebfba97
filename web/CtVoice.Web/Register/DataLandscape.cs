using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Web.Register;

/// <summary>Which agencies' data about which populations are used by which reviewed projects (DOMAIN section 3).</summary>
/// <param name="Year">Year in which the projects were received; absent for all years.</param>
/// <param name="Uses">One line per agency and population, in order of their codes.</param>
public sealed record DataLandscape(int? Year, IReadOnlyList<DataUse> Uses)
{
    /// <summary>For the description of the interface.</summary>
    internal static DataLandscape Sample { get; } = new(2026,
        [new("DSS", new("benefits", "People on benefits"), [new("r-acdefghjkm", "Benefits and housing", ReviewNeed.Required)])])
    { Initiatives = OutsideInitiative.AllOf(ReferenceData.Shipped with { Initiatives = InitiativeList.Example }) };

    /// <summary>Initiatives outside government, whatever the year; empty while the board's office has entered none.</summary>
    public IReadOnlyList<OutsideInitiative> Initiatives { get; init; } = [];

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
    ])
    { Initiatives = OutsideInitiative.AllOf(reference) };

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

/// <summary>An initiative outside government, as the board's office entered it from what is public.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="RunBy">Who runs it.</param>
/// <param name="Sentence">What it does, in one plain sentence.</param>
/// <param name="Link">Where more can be read.</param>
/// <param name="Populations">The people whom it is about.</param>
/// <param name="Topics">What it is about.</param>
/// <param name="Agencies">Codes of the agencies whose data it uses.</param>
/// <param name="Date">The day on which this was checked.</param>
/// <param name="Source">Where this is known from.</param>
public sealed record OutsideInitiative(
    string Id, string Name, string RunBy, string Sentence, string Link, IReadOnlyList<Population> Populations,
    IReadOnlyList<string> Topics, IReadOnlyList<string> Agencies, DateOnly Date, string Source)
{
    /// <summary>All that are entered, in order of names.</summary>
    internal static IReadOnlyList<OutsideInitiative> AllOf(ReferenceData reference) =>
    [
        .. reference.Initiatives.Initiatives.OrderBy(i => i.Name, StringComparer.Ordinal).ThenBy(i => i.Id, StringComparer.Ordinal)
            .Select(i => new OutsideInitiative(i.Id, i.Name, i.RunBy, i.Sentence, i.Link,
                [.. i.Populations.Select(p => Population.Of(p, reference))], i.Topics, i.Agencies, i.Date, i.Source)),
    ];
}
