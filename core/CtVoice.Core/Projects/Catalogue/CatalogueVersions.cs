using System.Security.Cryptography;
using System.Text.Json;
using CtVoice.Core.Json;

namespace CtVoice.Core.Projects.Catalogue;

/// <summary>Names versions of the catalogue.</summary>
public static class CatalogueVersions
{
    private const int HashCharacters = 8;

    /// <summary>Whether a text could be the id of a version; anything else is not looked up.</summary>
    public static bool IsPossible(string text) => text.Length is > 0 and <= 200 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <summary>
    /// An id made of a file's name and its content: <c>p20win-data-dictionary-1f0c9a2b</c>. The same elements get the same
    /// id, whether they came as CSV or as XLSX.
    /// </summary>
    public static string Name(string fileName, IReadOnlyList<CatalogueElement> elements)
    {
        var content = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(elements, WorkflowJson.Options));
        return $"{ElementIds.Slug(Path.GetFileNameWithoutExtension(fileName))}-{Convert.ToHexStringLower(content)[..HashCharacters]}";
    }
}
