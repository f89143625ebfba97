using System.Text.Json.Serialization;
using CtVoice.Core.Json;
using CtVoice.Core.Representation;

namespace CtVoice.Core.Projects.Ai;

/// <summary>A version of the state's inventory of AI systems (CGS 4a-2e), as far as projects refer to it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AiInventory : DataFile
{
    /// <summary>Name of the file.</summary>
    public const string FileId = "ai-inventory";

    /// <summary>Before any inventory was imported: ids of systems are taken as they come.</summary>
    public static AiInventory None { get; } = new()
    { Id = FileId, Version = "none", Source = "No inventory was imported.", Date = new(2026, 11, 30), Systems = [] };

    /// <summary>The systems in the order of the file.</summary>
    public required IReadOnlyList<AiSystem> Systems { get; init; }

    /// <summary>The system of an id, whatever its case, or null.</summary>
    public AiSystem? Find(string? id) => id is null ? null
        : Systems.FirstOrDefault(s => string.Equals(s.Id, id.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The ids most like a misspelt one, nearest first.</summary>
    public IReadOnlyList<string> Nearest(string id, int count) =>
        NearestText.Of(id.Trim().ToUpperInvariant(), Systems.Select(s => s.Id), count, candidate => candidate.ToUpperInvariant());

    internal override IEnumerable<Fault> Check()
    {
        if (Systems is null)
            return [new("/systems", "Systems must be a list.")];
        var faults = new List<Fault>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < Systems.Count; i++)
        {
            if (Systems[i] is not { } system || string.IsNullOrWhiteSpace(system.Id) || string.IsNullOrWhiteSpace(system.Name))
                faults.Add(new($"/systems/{i}", "A system needs an id and a name."));
            else if (!seen.Add(system.Id))
                faults.Add(new($"/systems/{i}/id", $"{system.Id} comes twice."));
        }
        return faults;
    }
}

/// <summary>One system of the inventory, with what CGS 4a-2e (b)(1) asks of each; what the file does not say is null.</summary>
/// <param name="Id">Its id in the inventory, or made of agency and name where the file has none.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Agency">Who uses it, as the inventory writes it.</param>
/// <param name="Vendor">Who provided it.</param>
/// <param name="Uses">What it can do and is used for.</param>
/// <param name="Decides">Whether it makes, informs or supports a decision on its own, as the inventory writes it.</param>
/// <param name="Assessed">Whether it underwent an impact assessment, as the inventory writes it.</param>
public sealed record AiSystem(
    string Id, string Name, string? Agency = null, string? Vendor = null, string? Uses = null, string? Decides = null,
    string? Assessed = null);
