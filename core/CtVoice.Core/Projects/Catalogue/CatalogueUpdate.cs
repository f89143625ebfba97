using CtVoice.Core.Reviews;

namespace CtVoice.Core.Projects.Catalogue;

/// <summary>An open project that an update of the catalogue touches.</summary>
/// <param name="ReviewId">Its review.</param>
/// <param name="Agency">The requesting agency.</param>
/// <param name="Title">The project's title.</param>
/// <param name="Elements">Ids of its data that are gone or changed.</param>
public sealed record TouchedProject(string ReviewId, string Agency, string Title, IReadOnlyList<string> Elements);

/// <summary>Finds the open projects that an update of the catalogue touches.</summary>
public sealed class CatalogueUpdate(ReviewStore reviews)
{
    /// <summary>Every review that is not over and names an element that the update removes or changes.</summary>
    public async Task<IReadOnlyList<TouchedProject>> TouchesAsync(CatalogueDiff diff, CancellationToken cancellationToken = default)
    {
        var touched = new List<TouchedProject>();
        if (diff.Removed.Count + diff.Changed.Count == 0)
            return touched;
        foreach (var id in await reviews.AllIdsAsync(cancellationToken))
        {
            // An id may be noted for a review that was never stored.
            if (await reviews.ReadAsync(id, cancellationToken) is not { State.Over: false } stored
                || await reviews.ReadProjectAsync(id, cancellationToken) is not { } project)
                continue;
            var elements = diff.Touches(project);
            if (elements.Count > 0)
                touched.Add(new(id, stored.State.Agency, stored.State.Title, elements));
        }
        return touched;
    }
}
