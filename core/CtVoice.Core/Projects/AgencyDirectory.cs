using System.Text.Json;
using CtVoice.Core.Json;

namespace CtVoice.Core.Projects;

/// <summary>The agencies by code and by every way in which published files write them. Immutable.</summary>
public sealed class AgencyDirectory
{
    private readonly Dictionary<string, Agency> byCode;
    private readonly Dictionary<string, Agency> byName = new(StringComparer.OrdinalIgnoreCase);

    private AgencyDirectory(AgencyFile file)
    {
        Version = file.Version;
        Source = file.Source;
        All = file.Agencies;
        byCode = file.Agencies.ToDictionary(a => a.Code, StringComparer.OrdinalIgnoreCase);
        foreach (var agency in file.Agencies)
        {
            foreach (var name in (string[])[agency.Code, agency.Name, .. agency.AlsoWritten])
                byName[Plain(name)] = agency;
        }
    }

    /// <summary>The directory that ships with the software.</summary>
    public static AgencyDirectory Shipped { get; } = LoadShipped();

    /// <summary>Id of this version of the list.</summary>
    public string Version { get; }

    /// <summary>Where the list comes from.</summary>
    public string Source { get; }

    /// <summary>All agencies, in the order of the file.</summary>
    public IReadOnlyList<Agency> All { get; }

    /// <summary>Reads a directory in the shape of <c>agencies.json</c>; throws <see cref="JsonException"/> on another shape.</summary>
    public static AgencyDirectory Read(Stream json) =>
        new(JsonSerializer.Deserialize<AgencyFile>(json, WorkflowJson.Options)
            ?? throw new JsonException("The file of agencies is empty."));

    /// <summary>The agency with this code, or null. Case does not matter.</summary>
    public Agency? ByCode(string code) => byCode.GetValueOrDefault(code.Trim());

    /// <summary>
    /// The agency written like this, or null: by name, with or without a code in parentheses at the end; when the name is
    /// not listed, by that code.
    /// </summary>
    public Agency? ByName(string written)
    {
        var name = written.Trim();
        var open = name.EndsWith(')') ? name.LastIndexOf('(') : -1;
        if (open < 0)
            return byName.GetValueOrDefault(Plain(name));
        return byName.GetValueOrDefault(Plain(name[..open])) ?? byName.GetValueOrDefault(Plain(name[(open + 1)..^1]));
    }

    // Hyphens, dots and spacing differ from file to file.
    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit));

    private static AgencyDirectory LoadShipped()
    {
        using var stream = ShippedData.Open("agencies.json");
        return Read(stream);
    }

    private sealed record AgencyFile(string Version, string Source, DateOnly Date, IReadOnlyList<Agency> Agencies);
}
