using System.Globalization;
using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Projects.Catalogue;

/// <summary>A version of the catalogue that was staged in full.</summary>
/// <param name="Version">Its id.</param>
/// <param name="Elements">How many elements it has.</param>
/// <param name="StagedAt">When.</param>
public sealed record CatalogueVersion(string Version, int Elements, DateTimeOffset StagedAt);

/// <summary>What became of an import.</summary>
public enum CatalogueSwap
{
    /// <summary>The version is now the current one.</summary>
    Current,

    /// <summary>It was the current one before.</summary>
    Unchanged,

    /// <summary>Somebody else imported in the meantime; the version is staged and not current.</summary>
    Overtaken,

    /// <summary>It is stored in full beside the current one, to be looked at first.</summary>
    Staged,
}

/// <summary>
/// Keeps versions of the catalogue. An import writes a partition of its own and then swaps one pointer row, so that readers
/// see the old version or the new one, whole; after a crash the same import can be run again.
/// </summary>
public sealed class CatalogueStore(ITable records)
{
    private const string Partition = "catalogue";
    private const string PointerKey = "current";
    private const string VersionPrefix = "version|";

    private volatile ElementCatalogue held = ElementCatalogue.Empty;

    /// <summary>The current version, read again when the pointer moved; an empty catalogue when nothing was imported.</summary>
    public async Task<ElementCatalogue> CurrentAsync(CancellationToken cancellationToken = default)
    {
        if ((await records.GetAsync(Partition, PointerKey, cancellationToken))?.Text("version") is not { } version)
            return ElementCatalogue.Empty;
        if (held is { } known && known.Version == version)
            return known;
        return held = await LoadAsync(version, cancellationToken)
            ?? throw new InvalidOperationException($"The current catalogue '{version}' is not stored.");
    }

    /// <summary>A version by id, or null when it was never staged in full.</summary>
    public async Task<ElementCatalogue?> LoadAsync(string version, CancellationToken cancellationToken = default)
    {
        if (await records.GetAsync(Partition, VersionPrefix + version, cancellationToken) is null)
            return null;
        var elements = new List<CatalogueElement>();
        await foreach (var row in AllAsync(new(PartitionOf(version)), cancellationToken))
            elements.Add(JsonSerializer.Deserialize<CatalogueElement>(row.LongTextOrNull()!, WorkflowJson.Options)!);
        return new(version, elements);
    }

    /// <summary>The versions that were staged in full, by id.</summary>
    public async Task<IReadOnlyList<CatalogueVersion>> VersionsAsync(CancellationToken cancellationToken = default)
    {
        var versions = new List<CatalogueVersion>();
        await foreach (var row in AllAsync(TableQuery.StartingWith(Partition, VersionPrefix), cancellationToken))
            versions.Add(new(row.Key[VersionPrefix.Length..], (int)row.Number("elements")!.Value, row.Instant("at")!.Value));
        return versions;
    }

    /// <summary>Stages a version and makes it the current one.</summary>
    /// <param name="catalogue">The version; its id names its content (see <see cref="CatalogueVersions.Name"/>).</param>
    /// <param name="now">The instant to record.</param>
    /// <param name="progress">Told how many elements are stored.</param>
    /// <param name="cancellationToken">Stops between batches; the current version then stays.</param>
    public async Task<CatalogueSwap> ImportAsync(ElementCatalogue catalogue, DateTimeOffset now, Action<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var pointer = await records.GetAsync(Partition, PointerKey, cancellationToken);
        if (pointer?.Text("version") == catalogue.Version)
            return CatalogueSwap.Unchanged;
        await StageAsync(catalogue, now, progress, cancellationToken);
        return await SwapAsync(pointer, catalogue.Version, now, cancellationToken);
    }

    /// <summary>Makes a version the current one that was staged in full, as long as the version that was compared with it is
    /// still current.</summary>
    /// <param name="version">Its id.</param>
    /// <param name="seen">Id of the version that it was compared with.</param>
    /// <param name="now">The instant to record.</param>
    /// <param name="cancellationToken">Stops before the swap.</param>
    /// <returns>What became of it; null when there is no such version.</returns>
    public async Task<CatalogueSwap?> MakeCurrentAsync(string version, string seen, DateTimeOffset now,
        CancellationToken cancellationToken = default)
    {
        if (await records.GetAsync(Partition, VersionPrefix + version, cancellationToken) is null)
            return null;
        var pointer = await records.GetAsync(Partition, PointerKey, cancellationToken);
        var current = pointer?.Text("version") ?? ElementCatalogue.Empty.Version;
        return current == version ? CatalogueSwap.Unchanged
            : current != seen ? CatalogueSwap.Overtaken
            : await SwapAsync(pointer, version, now, cancellationToken);
    }

    private async Task<CatalogueSwap> SwapAsync(TableRow? pointer, string version, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var next = (pointer ?? new TableRow(Partition, PointerKey)).With("version", version).With("at", now);
        TableOperation swap = pointer is null ? new TableOperation.Insert(next) : new TableOperation.Replace(next);
        var result = await records.SubmitAsync(Partition, [swap], cancellationToken);
        return result.Committed ? CatalogueSwap.Current : CatalogueSwap.Overtaken;
    }

    /// <summary>Stores a version in full beside the current one; doing it again is the same as once.</summary>
    /// <param name="catalogue">The version.</param>
    /// <param name="now">The instant to record.</param>
    /// <param name="progress">Told how many elements are stored.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    public async Task StageAsync(ElementCatalogue catalogue, DateTimeOffset now, Action<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var partition = PartitionOf(catalogue.Version);
        var stored = 0;
        foreach (var chunk in catalogue.Elements.Chunk(TableLimits.BatchOperations))
        {
            // Upserts: what a crashed import of the same content left is overwritten with the same.
            var operations = chunk.Select((element, i) => (TableOperation)new TableOperation.Upsert(Row(partition, stored + i, element)))
                .ToArray();
            await records.SubmitAsync(partition, operations, cancellationToken);
            stored += chunk.Length;
            progress?.Invoke(stored);
        }
        var version = new TableRow(Partition, VersionPrefix + catalogue.Version).With("elements", catalogue.Elements.Count).With("at", now);
        await records.SubmitAsync(Partition, [new TableOperation.Upsert(version)], cancellationToken);
    }

    private async IAsyncEnumerable<TableRow> AllAsync(TableQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation]
        CancellationToken cancellationToken)
    {
        for (TableQuery? next = query; next is not null;)
        {
            var page = await records.QueryAsync(next, cancellationToken);
            foreach (var row in page.Rows)
                yield return row;
            next = page.Continuation is null ? null : next with { Continuation = page.Continuation };
        }
    }

    // Keys keep the order of the published file.
    private static TableRow Row(string partition, int at, CatalogueElement element) =>
        new TableRow(partition, at.ToString("D6", CultureInfo.InvariantCulture))
            .WithText(JsonSerializer.Serialize(element, WorkflowJson.Options));

    private static string PartitionOf(string version) => $"{Partition}|{version}";
}
