using System.Text.Json.Serialization;
using CtVoice.Core.Json;
using CtVoice.Core.Representation;

namespace CtVoice.Core.Projects;

/// <summary>A version of the prompts of the data protection, privacy and equity impact assessment.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DppeiaSchema : DataFile
{
    /// <summary>Name of the file.</summary>
    public const string FileId = "dppeia";

    /// <summary>The prompts that ship with the software, until OPM publishes its own.</summary>
    public static DppeiaSchema Provisional { get; } = LoadShipped();

    /// <summary>The prompts in order.</summary>
    public required IReadOnlyList<DppeiaPrompt> Prompts { get; init; }

    /// <summary>What answers call this version, e.g. <c>dppeia/provisional-1</c>.</summary>
    [JsonIgnore]
    public string Schema => $"{Id}/{Version}";

    /// <summary>The prompt of an id, or null.</summary>
    public DppeiaPrompt? Find(string id) => Prompts.FirstOrDefault(p => p.Id == id);

    internal override IEnumerable<Fault> Check()
    {
        if (Prompts is not { Count: > 0 })
            return [new("/prompts", "The file has no prompts.")];
        var faults = new List<Fault>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Prompts.Count; i++)
        {
            if (Prompts[i] is not { } prompt || new[] { prompt.Id, prompt.Section, prompt.Text }.Any(string.IsNullOrWhiteSpace))
                faults.Add(new($"/prompts/{i}", "A prompt needs an id, a section and a text."));
            else if (!seen.Add(prompt.Id))
                faults.Add(new($"/prompts/{i}/id", $"{prompt.Id} comes twice."));
        }
        return faults;
    }

    private static DppeiaSchema LoadShipped()
    {
        using var stream = ShippedData.Open("dppeia-provisional-1.json");
        using var reader = new StreamReader(stream);
        var read = DataFiles.Read<DppeiaSchema>(reader.ReadToEnd());
        return read.File
            ?? throw new InvalidOperationException(string.Join(' ', read.Faults.Select(f => $"dppeia{f.Pointer}: {f.Message}")));
    }
}

/// <summary>One prompt.</summary>
public sealed record DppeiaPrompt(string Id, string Section, string Text);
