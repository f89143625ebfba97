using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CtVoice.Core.Files;
using CtVoice.Core.Json;
using CtVoice.Core.Projects.Catalogue;

namespace CtVoice.Core.Projects.Ai;

/// <summary>An inventory of AI systems as read from a file: the inventory, or every bad row by its number.</summary>
/// <param name="Inventory">The inventory; null when anything is wrong.</param>
/// <param name="Faults">What is wrong.</param>
/// <param name="Headings">The headings of the file, for whoever maps them.</param>
public sealed record AiInventoryReading(AiInventory? Inventory, IReadOnlyList<RowFault> Faults, IReadOnlyList<string> Headings);

/// <summary>
/// Reads the state's inventory of AI systems from CSV (RFC 4180). Columns are found by their heading, or by the heading that somebody
/// names for them; others are ignored. One bad row and nothing is read.
/// </summary>
public static class AiInventoryCsv
{
    private const int Longest = 2000;

    // What CGS 4a-2e (b)(1) lists, under headings that inventories use; blanks, signs and case do not matter.
    private static readonly (string Name, string[] Headings)[] Columns =
    [
        ("id", ["id", "systemid", "inventoryid", "aiid", "identifier"]),
        ("name", ["name", "systemname", "nameofsystem", "aisystem", "aisystemname", "system", "toolname", "product", "productname"]),
        ("agency", ["agency", "agencyname", "stateagency", "department"]),
        ("vendor", ["vendor", "vendorname", "provider", "manufacturer"]),
        ("uses", ["uses", "use", "usecase", "description", "capabilities", "generalcapabilitiesanduses", "capabilitiesanduses", "purpose"]),
        ("decides",
            ["decides", "decision", "usedtomakedecisions", "independentlymakeinformormateriallysupportadecision", "decisionmaking",
                "supportsdecisions"]),
        ("assessed", ["assessed", "impactassessment", "impactassessmentcompleted", "assessment", "underwentanimpactassessment"]),
    ];

    /// <summary>The columns that a heading can be named for.</summary>
    public static IReadOnlyList<string> Named { get; } = [.. Columns.Select(c => c.Name)];

    /// <summary>Reads a file.</summary>
    /// <param name="csv">The file.</param>
    /// <param name="fileName">Its name, part of the version's id.</param>
    /// <param name="on">The day to record.</param>
    /// <param name="mapped">Headings of the file by column; for those that are left out the known ones are looked for.</param>
    public static AiInventoryReading Read(Stream csv, string fileName, DateOnly on, IReadOnlyDictionary<string, string>? mapped = null)
    {
        var faults = new List<RowFault>();
        var systems = new List<AiSystem>();
        using var rows = CsvRows.Open(csv, (row, why) => faults.Add(new(row, why)));
        if (rows is null)
            return new(null, faults, []);
        var headings = rows.Headings;
        var places = Columns.Select(c => PlaceOf(c.Name, c.Headings, headings, mapped)).ToArray();
        foreach (var (name, heading) in mapped ?? new Dictionary<string, string>())
        {
            if (!headings.Any(h => CsvRows.Plain(h) == CsvRows.Plain(heading)))
                faults.Add(new(1, $"No heading is '{Short(heading)}', which you named for {name}."));
        }
        if (places[1] < 0)
            faults.Add(new(1, $"No heading is known as the name of a system. The file has: {Short(string.Join(", ", headings))}. "
                + "Say which one it is."));
        if (faults.Count > 0)
            return new(null, faults, headings);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var row = 2; rows.Next(); row++)
        {
            var cells = places.Select(p => rows[p]).ToArray();
            if (cells.All(string.IsNullOrEmpty))
                continue;
            var id = cells[0].Length > 0 ? cells[0] : $"{ElementIds.Slug(cells[2])}.{ElementIds.Slug(cells[1])}".Trim('.');
            if (cells[1].Length == 0)
                faults.Add(new(row, "The row has no name of a system."));
            else if (cells.Any(c => c.Length > Longest))
                faults.Add(new(row, $"A cell has more than {Longest} characters."));
            else if (!seen.Add(id))
                faults.Add(new(row, $"The system '{Short(id)}' comes twice."));
            else
                systems.Add(new(id, cells[1], Or(cells[2]), Or(cells[3]), Or(cells[4]), Or(cells[5]), Or(cells[6])));
        }
        if (systems.Count == 0 && faults.Count == 0)
            faults.Add(new(1, "The file has no rows."));
        if (faults.Count > 0)
            return new(null, [.. faults.OrderBy(f => f.Row)], headings);
        var file = ElementIds.Slug(Path.GetFileNameWithoutExtension(fileName));
        return new(new()
        { Id = AiInventory.FileId, Version = VersionOf(file, on, systems), Source = $"The file {file}.", Date = on, Systems = systems },
            [], headings);
    }

    private static int PlaceOf(string name, string[] known, IReadOnlyList<string> headings, IReadOnlyDictionary<string, string>? mapped)
    {
        var plain = headings.Select(CsvRows.Plain).ToList();
        return mapped?.GetValueOrDefault(name) is { } given ? plain.IndexOf(CsvRows.Plain(given)) : plain.FindIndex(known.Contains);
    }

    private static string? Or(string cell) => cell.Length > 0 ? cell : null;

    private static string Short(string text) => text.Length <= 200 ? text : text[..200] + "…";

    // The same content of the same day has the same version.
    private static string VersionOf(string name, DateOnly on, List<AiSystem> systems) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name}-{on:yyyy-MM-dd}-{Convert.ToHexStringLower(
                SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(systems, WorkflowJson.Options)))[..8]}");
}
