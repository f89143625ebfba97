using System.Text.Json.Serialization;
using CtVoice.Core.Json;
using CtVoice.Core.Representation;

namespace CtVoice.Core.Projects.Inventory;

/// <summary>A version of the high value data inventory (CGS 4-67p), as far as projects refer to it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AssetInventory : DataFile
{
    /// <summary>Name of the file.</summary>
    public const string FileId = "inventory";

    /// <summary>Before any inventory was imported: ids of assets are taken as they come.</summary>
    public static AssetInventory None { get; } = new()
    { Id = FileId, Version = "none", Source = "No inventory was imported.", Date = new(2026, 11, 22), Assets = [] };

    /// <summary>The assets in the order of the file.</summary>
    public required IReadOnlyList<DataAsset> Assets { get; init; }

    /// <summary>The asset of an id, whatever its case, or null.</summary>
    public DataAsset? Find(string id) => Assets.FirstOrDefault(a => string.Equals(a.Id, id.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The ids most like a misspelt one, nearest first.</summary>
    public IReadOnlyList<string> Nearest(string id, int count) =>
        NearestText.Of(id.Trim().ToUpperInvariant(), Assets.Select(a => a.Id), count, candidate => candidate.ToUpperInvariant());

    internal override IEnumerable<Fault> Check()
    {
        if (Assets is null)
            return [new("/assets", "Assets must be a list.")];
        var faults = new List<Fault>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < Assets.Count; i++)
        {
            if (Assets[i] is not { } asset || new[] { asset.Id, asset.Agency, asset.Name }.Any(string.IsNullOrWhiteSpace))
                faults.Add(new($"/assets/{i}", "An asset needs an id, an agency and a name."));
            else if (!seen.Add(asset.Id))
                faults.Add(new($"/assets/{i}/id", $"{asset.Id} comes twice."));
        }
        return faults;
    }
}

/// <summary>One asset of the inventory.</summary>
/// <param name="Id">Its id in the inventory.</param>
/// <param name="Agency">Who holds it, as the inventory writes it.</param>
/// <param name="Name">What it is called.</param>
public sealed record DataAsset(string Id, string Agency, string Name);
