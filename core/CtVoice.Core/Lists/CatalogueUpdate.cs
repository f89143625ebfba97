using System.Collections.Concurrent;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Projects.Inventory;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Lists;

/// <summary>An open project that an update of the catalogue touches.</summary>
/// <param name="ReviewId">Its review.</param>
/// <param name="Agency">The requesting agency.</param>
/// <param name="Title">The project's title.</param>
/// <param name="Elements">Ids of its data that are gone or changed.</param>
public sealed record TouchedProject(string ReviewId, string Agency, string Title, IReadOnlyList<string> Elements);

/// <summary>
/// Finds the open projects that an update of the catalogue touches. The lists say which reviews are open; only their
/// projects are read, some at a time. A project that comes in during the import itself is checked against one version or
/// the other, and its review names which.
/// </summary>
public sealed class CatalogueUpdate(ReviewStore reviews, ReviewLists lists)
{
    // Enough to hide the way to the tables, and few enough to leave them to others.
    private const int AtOnce = 16;

    /// <summary>Every review that is not over and names an element that the update removes or changes, in order of id.</summary>
    public async Task<IReadOnlyList<TouchedProject>> TouchesAsync(CatalogueDiff diff, CancellationToken cancellationToken = default) =>
        diff.Removed.Count + diff.Changed.Count == 0 ? [] : await TouchedAsync(diff.Touches, cancellationToken);

    /// <summary>The same for the inventory and its assets.</summary>
    public async Task<IReadOnlyList<TouchedProject>> TouchesAssetsAsync(InventoryDiff diff,
        CancellationToken cancellationToken = default) =>
        diff.Removed.Count + diff.Changed.Count == 0 ? [] : await TouchedAsync(diff.Touches, cancellationToken);

    private async Task<IReadOnlyList<TouchedProject>> TouchedAsync(Func<ProjectRequest, IReadOnlyList<string>> touches,
        CancellationToken cancellationToken)
    {
        var touched = new ConcurrentBag<TouchedProject>();
        await Parallel.ForEachAsync(
            lists.OpenAsync(cancellationToken), new ParallelOptions
            { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (id, cancel) =>
            {
                if (await reviews.ReadProjectAsync(id, cancel) is { } project && touches(project) is { Count: > 0 } elements
                    // The list may be a moment behind.
                    && await reviews.ReadAsync(id, cancel) is { State: { Over: false } review })
                    touched.Add(new(id, review.Agency, review.Title, elements));
            });
        return [.. touched.OrderBy(t => t.ReviewId, StringComparer.Ordinal)];
    }
}
