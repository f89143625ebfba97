using System.Text.Json.Serialization;
using CtVoice.Core.Json;

namespace CtVoice.Core.Representation;

/// <summary>
/// Codes for race, ethnicity and language (CGS 19a-754d; OMB SPD 15 of 2024; HL7 UTG 2.16.840.1.113883.6.238; ISO 639-1).
/// Subgroups roll up to the categories. The HL7 tree has Middle Eastern or North African under White; SPD 15 has it as a
/// category of its own, and so do we.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RelCodes : DataFile
{
    /// <summary>Middle Eastern or North African.</summary>
    public const string MiddleEasternOrNorthAfrican = "2118-8";

    /// <summary>What a population of speakers of a language starts with: <c>lang:es</c>.</summary>
    public const string LanguagePrefix = "lang:";

    private static readonly Lazy<RelCodes> Lazy = new(() => DataFiles.Shipped<RelCodes>("rel-codes"));

    /// <summary>The codes that are shipped.</summary>
    public static RelCodes Shipped => Lazy.Value;

    /// <summary>Categories and subgroups.</summary>
    public required IReadOnlyList<RelCode> Codes { get; init; }

    /// <summary>Answers that name no population: declined, unknown.</summary>
    public required IReadOnlyList<CodeName> NoAnswer { get; init; }

    /// <summary>Languages of Connecticut by ISO 639-1 code.</summary>
    public required IReadOnlyList<CodeName> Languages { get; init; }

    /// <summary>The code, or null when there is none such.</summary>
    public RelCode? Find(string code) => Codes.FirstOrDefault(c => c.Code == code);

    /// <summary>The category that a code rolls up to (a category to itself), or null for a code that is not in the list.</summary>
    public string? CategoryOf(string code)
    {
        var found = Find(code);
        while (found?.Parent is { } parent)
            found = Find(parent);
        return found?.Code;
    }

    /// <summary>Whether people with <paramref name="code"/> belong to <paramref name="population"/>: the same,
    /// or a subgroup of it.</summary>
    public bool IsWithin(string code, string population)
    {
        for (var at = Find(code); at is not null; at = at.Parent is { } parent ? Find(parent) : null)
        {
            if (at.Code == population)
                return true;
        }

        return code == population;
    }

    /// <summary>Whether the code stands for an answer that was not given.</summary>
    public bool IsNoAnswer(string code) => NoAnswer.Any(n => n.Code == code);

    /// <summary>What people call the population; the code itself when it is not in the list.</summary>
    public string NameOf(string population) =>
        Find(population)?.Name
        ?? (population.StartsWith(LanguagePrefix, StringComparison.Ordinal)
            && Languages.FirstOrDefault(l => l.Code == population[LanguagePrefix.Length..]) is { } language
                ? $"{language.Name} speakers" : null)
        ?? NoAnswer.FirstOrDefault(n => n.Code == population)?.Name
        ?? population;

    internal override IEnumerable<Fault> Check()
    {
        if (Codes is not { Count: > 0 } || NoAnswer is null || Languages is null)
            return [new("", "Codes, noAnswer and languages must be lists, and there must be codes.")];
        var faults = new List<Fault>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Codes.Count; i++)
        {
            var code = Codes[i];
            if (string.IsNullOrWhiteSpace(code?.Code) || string.IsNullOrWhiteSpace(code.Name))
                faults.Add(new($"/codes/{i}", "A code needs a code and a name."));
            else if (!seen.Add(code.Code))
                faults.Add(new($"/codes/{i}/code", $"{code.Code} is listed twice."));
            // A parent comes before its children, so the tree has no circle.
            else if (code.Parent is { } parent && (parent == code.Code || !seen.Contains(parent)))
                faults.Add(new($"/codes/{i}/parent", $"{parent} must be listed before {code.Code}."));
            else if (code is { Code: MiddleEasternOrNorthAfrican, Parent: not null })
                faults.Add(new($"/codes/{i}/parent", "Middle Eastern or North African is a category of its own (OMB SPD 15 of 2024)."));
        }

        return faults;
    }
}

/// <summary>One code of race or ethnicity.</summary>
/// <param name="Code">The code, e.g. <c>2180-8</c>.</param>
/// <param name="Name">Its name, e.g. Puerto Rican.</param>
/// <param name="Parent">The code it rolls up to; null for a category.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RelCode(string Code, string Name, string? Parent = null);
