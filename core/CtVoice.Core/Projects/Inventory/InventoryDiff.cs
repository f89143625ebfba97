namespace CtVoice.Core.Projects.Inventory;

/// <summary>What one version of the inventory has that another has not, each in the order of its file.</summary>
/// <param name="Added">Assets that are new.</param>
/// <param name="Removed">Assets that are gone.</param>
/// <param name="Changed">Assets of both, as the later one has them, of which it says something else.</param>
public sealed record InventoryDiff(IReadOnlyList<DataAsset> Added, IReadOnlyList<DataAsset> Removed, IReadOnlyList<DataAsset> Changed)
{
    /// <summary>Compares two versions.</summary>
    public static InventoryDiff Between(AssetInventory before, AssetInventory after) => new(
        [.. after.Assets.Where(a => before.Find(a.Id) is null)],
        [.. before.Assets.Where(a => after.Find(a.Id) is null)],
        [.. after.Assets.Where(a => before.Find(a.Id) is { } was && was != a)]);

    /// <summary>The ids of a project's assets that are gone or changed.</summary>
    public IReadOnlyList<string> Touches(ProjectRequest project) =>
        [.. project.Assets.Where(id => Removed.Concat(Changed)
            .Any(a => string.Equals(a.Id, id.Trim(), StringComparison.OrdinalIgnoreCase)))];
}
