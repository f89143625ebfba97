using CtVoice.Core.Json;

namespace CtVoice.Core.Projects.Catalogue;

/// <summary>One version of the catalogue, in memory. Immutable.</summary>
/// <param name="version">Id of the version.</param>
/// <param name="elements">Its elements; ids are unique.</param>
public sealed class ElementCatalogue(string version, IReadOnlyList<CatalogueElement> elements) : ICatalogueIndex
{
    private readonly Dictionary<string, CatalogueElement> byId = elements.ToDictionary(e => e.Id, StringComparer.Ordinal);

    /// <summary>A catalogue before anything was imported.</summary>
    public static ElementCatalogue Empty { get; } = new("none", []);

    /// <inheritdoc/>
    public string Version => version;

    /// <summary>The elements in the order of the published file.</summary>
    public IReadOnlyList<CatalogueElement> Elements => elements;

    /// <inheritdoc/>
    public CatalogueElement? Find(string id) => byId.GetValueOrDefault(id);

    /// <inheritdoc/>
    public IReadOnlyList<string> Nearest(string id, int count)
    {
        // Who types a bare name means the end of an id.
        var whole = id.Contains('.', StringComparison.Ordinal);
        var wanted = whole ? id.ToLowerInvariant() : ElementIds.Slug(id);
        return NearestText.Of(wanted, elements.Select(e => e.Id), count, candidate => whole
            ? candidate
            : candidate[(candidate.LastIndexOf('.') + 1)..]);
    }
}
