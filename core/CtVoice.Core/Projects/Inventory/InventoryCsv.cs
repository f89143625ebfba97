using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CsvHelper;
using CtVoice.Core.Files;
using CtVoice.Core.Json;
using CtVoice.Core.Projects.Catalogue;

namespace CtVoice.Core.Projects.Inventory;

/// <summary>An inventory as read from a file: the inventory, or every bad row by its number.</summary>
public sealed record InventoryReading(AssetInventory? Inventory, IReadOnlyList<RowFault> Faults);

/// <summary>
/// Reads the high value data inventory from CSV (RFC 4180): the columns asset id, agency and name are found by their
/// heading, others are ignored. One bad row and nothing is read.
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
    public static InventoryReading Read(Stream csv, string fileName, DateOnly on)
    {
        var faults = new List<RowFault>();
        var assets = new List<DataAsset>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var text = TextFile.Open(csv);
        if (text.Fault is { } unreadable)
            return new(null, [new(text.Row, unreadable)]);
        using var reader = CsvReader.Create(text.Utf8, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            SkipEmptyLines = false,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record => faults.Add(new((int)record.RecordNumber, "A quotation mark is open or out of place.")),
        }, leaveOpen: true);
        if (!reader.Read())
            return new(null, [new(1, "The file is empty.")]);
        if (CsvShape.WrongSeparator([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]) is { } parted)
            return new(null, [new(1, parted)]);
        var heading = Enumerable.Range(0, reader.FieldCount)
            .Select(i => string.Concat(reader.GetString(i).Where(char.IsLetterOrDigit)).ToLowerInvariant()).ToList();
        var places = Columns.Select(c => heading.FindIndex(h => c.Headings.Contains(h))).ToArray();
        if (Array.Exists(places, p => p < 0))
            return new(null,
                [new(1, $"The heading lacks: {string.Join(", ", Columns.Where((_, i) => places[i] < 0).Select(c => c.Name))}.")]);
        for (var row = 2; reader.Read(); row++)
        {
            var cells = places.Select(p => p < reader.FieldCount ? reader.GetString(p).ReplaceLineEndings(" ").Trim() : "").ToArray();
            if (Enumerable.Range(0, reader.FieldCount).All(i => string.IsNullOrWhiteSpace(reader.GetString(i))))
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

    // The same content of the same day has the same version.
    private static string VersionOf(string name, DateOnly on, List<DataAsset> assets) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name}-{on:yyyy-MM-dd}-{Convert.ToHexStringLower(
                SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(assets, WorkflowJson.Options)))[..8]}");
}
