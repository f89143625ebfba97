using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Storage;

namespace CtVoice.Functions.Storage;

/// <summary>
/// The catalogue version that is current: read when the worker starts and again with every sweep, so that each worker
/// follows an import within a minute.
/// </summary>
public sealed class CurrentCatalogue(TableSet tables) : BeforeStart, ICatalogueIndex
{
    private readonly CatalogueStore store = new(tables.Records);
    private volatile ElementCatalogue current = new("none", []);

    public string Version => current.Version;

    public CatalogueElement? Find(string id) => current.Find(id);

    public IReadOnlyList<string> Nearest(string id, int count) => current.Nearest(id, count);

    /// <summary>Reads the current version.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken) => current = await store.CurrentAsync(cancellationToken);

    public override Task StartingAsync(CancellationToken cancellationToken) => RefreshAsync(cancellationToken);
}
