using System.Globalization;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;

namespace CtVoice.Web.Desk.Agencies;

/// <summary>Data elements as people name them: by agency and name. The catalogue knows them by an id.</summary>
internal static class DraftData
{
    private const int Suggested = 3;

    /// <summary>The element that an item means, when the catalogue has one of that agency and name; else the item as it is.</summary>
    internal static DataItem Found(DataItem item, ElementCatalogue catalogue) =>
        item is { Element: null, NotInCatalogue: false, Name: { } name }
        && catalogue.Elements.FirstOrDefault(e => Same(e.Agency, item.Source) && Same(e.Name, name)) is { } element
            ? item with { Element = element.Id, Source = null, Name = null, Description = null }
            : item;

    /// <summary>Elements with a name like the one that was typed, of the same agency first.</summary>
    internal static IReadOnlyList<CatalogueElement> Near(DataItem item, ElementCatalogue catalogue)
    {
        if ((item.Name ?? item.Element) is not { Length: > 0 } name)
            return [];
        var own = new ElementCatalogue(catalogue.Version, [.. catalogue.Elements.Where(e => Same(e.Agency, item.Source))]);
        return [.. (own.Elements.Count > 0 ? own : catalogue).Nearest(name, Suggested).Select(id => catalogue.Find(id)!)];
    }

    /// <summary>What is wrong with an item, in the words of whoever typed a name.</summary>
    internal static Fault Plain(Fault fault, ProjectRequest project)
    {
        var place = fault.Pointer.Split('/');
        if (place is not ["", "data", var index, ..] || !int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i)
            || i >= project.Data.Count)
            return fault;
        var item = project.Data[i];
        var unknown = place.Length == 3 ? item is { Element: null, NotInCatalogue: false } : place[3] is "element";
        return unknown
            ? new($"/data/{index}/name", $"Item {i + 1}: “{item.Name ?? item.Element}” is not in the public dictionary. Pick one that "
                + "is, or say below that it is not.")
            : fault with { Message = $"Item {i + 1}: {fault.Message}" };
    }

    private static bool Same(string? one, string? other) => string.Equals(one?.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);
}
