using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;

namespace CtVoice.Web.Register;

/// <summary>What is behind one cell of the landscape: which of an agency's data elements and assets projects about a population use. It
/// counts projects and never people.</summary>
/// <param name="Agency">Code of the agency whose data they are.</param>
/// <param name="Population">The people whom they are about.</param>
/// <param name="Projects">The projects of the cell.</param>
/// <param name="Elements">Data elements, those that most projects use first.</param>
/// <param name="Assets">Assets of the high value data inventory (CGS 4-67p), those that most projects name first.</param>
public sealed record LandscapeCell(
    string Agency, Population Population, IReadOnlyList<LandscapeProject> Projects, IReadOnlyList<UsedData> Elements,
    IReadOnlyList<UsedData> Assets)
{
    /// <summary>The year (UTC) in which its projects were received; absent for all years.</summary>
    public int? Year { get; init; }

    /// <summary>Projects whose elements and assets are not in the lists, because a cell reads only so many; absent when all are.</summary>
    public int? NotRead { get; init; }

    /// <summary>What is behind a cell. Why a project needs an element is not said: that may be about people.</summary>
    internal static LandscapeCell Of(
        DataUse use, IReadOnlyDictionary<string, ProjectRequest> projects, ElementCatalogue catalogue, ReferenceData reference)
    {
        var read = use.Projects.Where(p => projects.ContainsKey(p.Id)).Select(p => (p.Id, Project: projects[p.Id])).ToList();
        return new(use.Agency, use.Population, use.Projects,
            Used(read.SelectMany(r => r.Project.Data.Select(d => (r.Id, Data: Element(d, use.Agency, catalogue))))),
            Used(read.SelectMany(r => r.Project.Assets.Select(a => (r.Id, Data: Asset(a, use.Agency, reference))))))
        { NotRead = read.Count < use.Projects.Count ? use.Projects.Count - read.Count : null };
    }

    private static IReadOnlyList<UsedData> Used(IEnumerable<(string Review, UsedData? Data)> all) =>
    [
        .. all.Where(a => a.Data is not null).GroupBy(a => (a.Data!.Id, a.Data.Name), a => a)
            .Select(g => g.First().Data! with
            { Projects = [.. g.Select(a => a.Review).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] })
            .OrderByDescending(d => d.Projects.Count).ThenBy(d => d.Name, StringComparer.Ordinal),
    ];

    private static UsedData? Element(DataItem item, string agency, ElementCatalogue catalogue)
    {
        if (item.Element is { } id && catalogue.Find(id) is { } known)
            return Is(known.Agency, agency) ? new(known.Id, known.Name, true, []) : null;
        return item.Source is { } source && item.Name is { } name && Is(source, agency) ? new(null, name.Trim(), false, []) : null;
    }

    private static UsedData? Asset(string id, string agency, ReferenceData reference) =>
        reference.Intake.Inventory.Find(id) is { } asset && Is(asset.Agency, agency) ? new(asset.Id, asset.Name, true, []) : null;

    private static bool Is(string written, string agency) =>
        string.Equals(written.Trim(), agency, StringComparison.OrdinalIgnoreCase)
        || AgencyDirectory.Shipped.ByName(written)?.Code == agency;
}

/// <summary>A data element or an asset that projects use.</summary>
/// <param name="Id">Its id in the catalogue or the inventory; absent for what the public dictionary does not have.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Listed">Whether the public dictionary or the inventory has it.</param>
/// <param name="Projects">Ids of the reviews of the projects that use it.</param>
public sealed record UsedData(string? Id, string Name, bool Listed, IReadOnlyList<string> Projects);
