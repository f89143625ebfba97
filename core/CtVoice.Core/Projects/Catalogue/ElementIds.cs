using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CtVoice.Language;

namespace CtVoice.Core.Projects.Catalogue;

/// <summary>
/// Gives data elements readable ids: <c>agency.programme.name</c>. Where one agency and programme has a name more than
/// once, each of them carries its category too (<c>agency.programme.category.name</c>), and what is still the same is
/// numbered in the order of definition, type and years. The ids do not depend on the order of the file.
/// </summary>
public static partial class ElementIds
{
    private const int SlugCharacters = 80;

    /// <summary>The elements in the same order, with their ids.</summary>
    public static IReadOnlyList<CatalogueElement> Assign(IReadOnlyList<CatalogueElement> elements)
    {
        var ids = elements.Select(e => Join(Slug(e.Agency), Programme(e), Slug(e.Name))).ToArray();
        foreach (var clash in Clashes(ids))
        {
            foreach (var at in clash)
                ids[at] = Join(Slug(elements[at].Agency), Programme(elements[at]), Slug(elements[at].Category), Slug(elements[at].Name));
        }
        foreach (var clash in Clashes(ids))
        {
            var ordered = clash
                .OrderBy(at => elements[at].Definition, StringComparer.Ordinal)
                .ThenBy(at => elements[at].DataType, StringComparer.Ordinal)
                .ThenBy(at => elements[at].Years, StringComparer.Ordinal)
                .ThenBy(at => elements[at].Name, StringComparer.Ordinal)
                .ToArray();
            for (var n = 1; n < ordered.Length; n++)
                ids[ordered[n]] += string.Create(CultureInfo.InvariantCulture, $"-{n + 1}");
        }
        return [.. elements.Select((element, at) => element with { Id = ids[at] })];
    }

    /// <summary>Lower-case words joined by hyphens: <c>GPA_AddedValue</c> becomes <c>gpa-added-value</c>.</summary>
    public static string Slug(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in WellFormed.Of(WordStart().Replace(text, "-")).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterOrDigit(c))
                plain.Append(char.ToLowerInvariant(c));
            else if (!IsSilent(c) && plain.Length > 0 && plain[^1] != '-')
                plain.Append('-');
        }
        var slug = plain.ToString().TrimEnd('-');
        if (slug.Length > SlugCharacters)
        {
            var end = slug.LastIndexOf('-', SlugCharacters);
            slug = slug[..(end > 0 ? end : SlugCharacters)];
        }
        return slug.Length == 0 ? "x" : slug;
    }

    // Accents and apostrophes do not end a word.
    private static bool IsSilent(char c) =>
        c is '\'' or '’' or '‘' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static string? Programme(CatalogueElement element) =>
        string.Equals(element.Program, "Not Available", StringComparison.OrdinalIgnoreCase) || element.Program.Length == 0
            ? null
            : Slug(element.Program);

    private static string Join(params string?[] parts) => string.Join('.', parts.Where(p => p is not null));

    private static int[][] Clashes(string[] ids) =>
        [.. ids.Select((id, at) => (id, at))
            .GroupBy(x => x.id, x => x.at, StringComparer.Ordinal)
            .Where(g => g.Count() > 1)
            .Select(g => g.ToArray())];

    // Between a small letter and a capital, and before the last capital of a run that starts a word (SASIDManager).
    [GeneratedRegex("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")]
    private static partial Regex WordStart();
}
