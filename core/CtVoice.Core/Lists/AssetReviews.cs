using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Inventory;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Lists;

/// <summary>Assets of the inventory about whose use residents were never asked. Reads the projects; stores nothing.</summary>
public sealed class AssetReviews(ReviewStore reviews, ReferenceStore references)
{
    /// <summary>The present inventory, and its assets that no project names about which residents were asked until the close.</summary>
    public async Task<(AssetInventory Inventory, IReadOnlyList<DataAsset> Never)> NeverAsync(
        CancellationToken cancellationToken = default)
    {
        var inventory = (await references.CurrentAsync(cancellationToken)).Intake.Inventory;
        var reviewed = new List<IReadOnlyList<string>>();
        foreach (var id in inventory.Assets.Count == 0 ? [] : await reviews.AllIdsAsync(cancellationToken))
        {
            if (await reviews.ReadAsync(id, cancellationToken) is { State: { Practice: false, ClosedAt: not null } }
                && await reviews.ReadProjectAsync(id, cancellationToken) is { Assets: { Count: > 0 } assets })
                reviewed.Add(assets);
        }
        return (inventory, Never(inventory, reviewed));
    }

    /// <summary>Assets that none of the lists names, in the order of the inventory. Pure.</summary>
    public static IReadOnlyList<DataAsset> Never(AssetInventory inventory, IEnumerable<IReadOnlyList<string>> reviewed)
    {
        var named = reviewed.SelectMany(ids => ids).Select(id => id.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. inventory.Assets.Where(asset => !named.Contains(asset.Id.Trim()))];
    }
}
