namespace CtVoice.Core.Projects.Catalogue;

/// <summary>An element that both versions have, with something else said about it.</summary>
public sealed record ChangedElement(CatalogueElement Before, CatalogueElement After);

/// <summary>What one version of the catalogue has that another has not.</summary>
/// <param name="Added">Elements that are new, by id.</param>
/// <param name="Removed">Elements that are gone, by id.</param>
/// <param name="Changed">Elements whose description changed, by id.</param>
public sealed record CatalogueDiff(
    IReadOnlyList<CatalogueElement> Added,
    IReadOnlyList<CatalogueElement> Removed,
    IReadOnlyList<ChangedElement> Changed)
{
    /// <summary>True when both versions say the same.</summary>
    public bool IsEmpty => Added.Count + Removed.Count + Changed.Count == 0;

    /// <summary>Compares two versions.</summary>
    public static CatalogueDiff Between(ElementCatalogue before, ElementCatalogue after) => new(
        Ordered(after.Elements.Where(e => before.Find(e.Id) is null)),
        Ordered(before.Elements.Where(e => after.Find(e.Id) is null)),
        [.. Ordered(before.Elements)
            .Select(e => (before: e, after: after.Find(e.Id)))
            .Where(pair => pair.after is not null && pair.after != pair.before)
            .Select(pair => new ChangedElement(pair.before, pair.after!))]);

    /// <summary>The ids of a project's data that the update removes or changes; empty when it does not touch the project.</summary>
    public IReadOnlyList<string> Touches(ProjectRequest project)
    {
        var touched = Removed.Select(e => e.Id).Concat(Changed.Select(c => c.After.Id)).ToHashSet(StringComparer.Ordinal);
        return [.. project.Data.Select(d => d.Element).OfType<string>().Where(touched.Contains)];
    }

    private static IReadOnlyList<CatalogueElement> Ordered(IEnumerable<CatalogueElement> elements) =>
        [.. elements.OrderBy(e => e.Id, StringComparer.Ordinal)];
}
