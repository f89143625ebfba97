using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CtVoice.Core.Files;
using CtVoice.Core.Json;
using CtVoice.Core.Projects.Catalogue;

namespace CtVoice.Core.Projects.Inventory;

/// <summary>An inventory as read from a file: the inventory, or every bad row by its number.</summary>
public sealed record InventoryReading(AssetInventory? Inventory, IReadOnlyList<RowFault> Faults);

/// <summary>
/// Reads the high value data inventory from CSV (RFC 4180): the columns asset id, agency and name are those that a person chose, or
/// are found by their heading; others are ignored. One bad row and nothing is read.
/// </summary>
public static class InventoryCsv
{
    private const int Longest = 300;

    // As inventories head them; blanks, hyphens and case do not matter.
    private static readonly (string Name, string[] Headings)[] Columns =
    [
        ("asset id", ["assetid", "id", "uniqueid", "identifier"]),
        ("agency", ["agency", "agencyname", "department"]),
        ("name", ["name", "assetname", "datasetname", "title", "dataasset"]),
    ];

    /// <summary>Reads a file.</summary>
    /// <param name="csv">The file.</param>
    /// <param name="fileName">Its name, part of the version's id.</param>
    /// <param name="on">The day to record.</param>
    /// <param name="columns">Which heading is which; null to find them.</param>
    public static InventoryReading Read(Stream csv, string fileName, DateOnly on, InventoryColumns? columns = null)
    {
        var faults = new List<RowFault>();
        var assets = new List<DataAsset>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        using var rows = CsvRows.Open(csv, (row, why) => faults.Add(new(row, why)));
        if (rows is null)
            return new(null, faults);
        var headings = rows.Headings.ToList();
        if (columns is null && Lacking(headings) is { Count: > 0 } unknown)
            return new(null, [new(1, $"The heading lacks: {string.Join(", ", unknown)}.")]);
        var places = (columns ?? Proposed(headings)).PlacesIn(headings);
        if (Array.Exists(places, p => p < 0))
            return new(null, [new(1, "A heading that was chosen is not in the file: choose again which is which.")]);
        if (places.Distinct().Count() < places.Length)
            return new(null, [new(1, "One heading cannot be two things: choose another one.")]);
        for (var row = 2; rows.Next(); row++)
        {
            var cells = places.Select(p => rows[p]).ToArray();
            if (Enumerable.Range(0, rows.Cells).All(i => rows[i].Length == 0))
                continue;
            var lacking = Columns.Where((_, i) => cells[i].Length is 0 or > Longest).Select(c => c.Name).ToList();
            if (lacking.Count > 0)
                faults.Add(new(row, $"The row needs 1 to {Longest} characters of: {string.Join(", ", lacking)}."));
            else if (!seen.Add(cells[0]))
                faults.Add(new(row, $"The asset id '{cells[0]}' comes twice."));
            else
                assets.Add(new(cells[0], cells[1], cells[2]));
        }
        if (assets.Count == 0 && faults.Count == 0)
            faults.Add(new(1, "The file has no rows."));
        if (faults.Count > 0)
            return new(null, [.. faults.OrderBy(f => f.Row)]);
        var name = ElementIds.Slug(Path.GetFileNameWithoutExtension(fileName));
        return new(new()
        { Id = AssetInventory.FileId, Version = VersionOf(name, on, assets), Source = $"The file {name}.", Date = on, Assets = assets },
            []);
    }

    /// <summary>What heads the columns of a file, and the first rows below, for whoever says which is which.</summary>
    public static (InventoryHeadings? Headings, string? Fault) Look(Stream csv)
    {
        string? fault = null;
        using var read = CsvRows.Open(csv, (_, why) => fault ??= why);
        if (read is null)
            return (null, fault);
        var headings = read.Headings.ToList();
        var rows = new List<IReadOnlyList<string>>();
        while (rows.Count < Examples && read.Next())
            rows.Add([.. Enumerable.Range(0, headings.Count).Select(i => Short(read[i]))]);
        var shown = headings.Select((heading, i) => new InventoryHeading(heading, [.. rows.Select(row => row[i])]));
        return (new([.. shown], Proposed(headings)), null);
    }

    private const int Examples = 3;

    private static string Short(string cell) => cell.Length > 60 ? cell[..60] + "…" : cell;

    // The heading of each column as it is in the file; empty where none is known.
    private static InventoryColumns Proposed(List<string> headings) =>
        Columns.Select(c => headings.Find(h => c.Headings.Contains(CsvRows.Plain(h))) ?? "").ToList() is [var id, var agency, var name]
            ? new(id, agency, name)
            : throw new InvalidOperationException("An inventory has three columns.");

    private static List<string> Lacking(List<string> headings) =>
        [.. Columns.Where(c => !headings.Exists(h => c.Headings.Contains(CsvRows.Plain(h)))).Select(c => c.Name)];

    // The same content of the same day has the same version.
    private static string VersionOf(string name, DateOnly on, List<DataAsset> assets) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name}-{on:yyyy-MM-dd}-{Convert.ToHexStringLower(
                SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(assets, WorkflowJson.Options)))[..8]}");
}
