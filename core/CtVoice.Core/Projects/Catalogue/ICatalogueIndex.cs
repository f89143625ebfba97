namespace CtVoice.Core.Projects.Catalogue;

/// <summary>Finds data elements of one version of the catalogue.</summary>
public interface ICatalogueIndex
{
    /// <summary>Id of the version.</summary>
    string Version { get; }

    /// <summary>The element with this id, or null.</summary>
    CatalogueElement? Find(string id);

    /// <summary>The ids most like <paramref name="id"/>, nearest first; fewer when the catalogue has fewer.</summary>
    IReadOnlyList<string> Nearest(string id, int count);
}
