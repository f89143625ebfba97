using System.Globalization;
using CtVoice.Core.Json;

namespace CtVoice.Web.Desk.Agencies;

/// <summary>
/// Fields of a step as the reader of forms wants them: rows that were left empty or thrown away are gone and the others numbered
/// anew, a field with one item a line is a list, and a group that nobody filled in is none.
/// </summary>
/// <param name="Shown">For the page: the same rows, texts as they were typed.</param>
/// <param name="Sent">For the reader.</param>
internal sealed record DraftFields(IReadOnlyDictionary<string, IReadOnlyList<string>> Shown,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Sent)
{
    // Rows that are numbered, each with what stands in it before anybody writes.
    private static readonly (string List, string[] Given)[] Rows =
    [
        ("data", ["use"]), ("people/groups", []), ("sharingAgencies", []), ("dppeia/answers", ["prompt"]), ("questions", ["kind"]),
        ("approvals", []),
    ];

    // Fields that hold an item a line.
    private static readonly string[] Lines = ["changes", "applicableLaws", "assets", "claims/files", "claims/payers"];

    /// <summary>Field of the assets that are ticked in a list.</summary>
    internal const string ChosenAssets = "assetsChosen";

    // Groups that are absent when nothing of them is filled in.
    private static readonly string[] Groups =
        ["requestingContact", "people/ages", "people/years", "people", "ai", "dissemination", "publication", "texts/en", "texts/es",
            "dppeia", "claims"];

    /// <summary>What was typed, without the rows to remove.</summary>
    internal static DraftFields Of(IReadOnlyDictionary<string, IReadOnlyList<string>> typed, string? remove)
    {
        var shown = new SortedDictionary<string, IReadOnlyList<string>>(typed.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (list, given) in Rows)
            Renumber(shown, list, given, remove);
        var sent = new Dictionary<string, IReadOnlyList<string>>(shown, StringComparer.Ordinal);
        // Assets that are ticked stand beside those whose ids were typed.
        if (sent.Remove(ChosenAssets, out var chosen))
            sent["assets"] = [string.Join('\n', [.. sent.GetValueOrDefault("assets") ?? [], .. chosen])];
        foreach (var name in Lines.Where(sent.ContainsKey))
            sent[name] = [.. sent[name][0].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        foreach (var name in sent.Keys.Where(n => n.Contains("/choices/", StringComparison.Ordinal)).ToList())
            SpreadChoices(sent, name);
        // The schema of the prompts alone is no answer, and neither is "unknown".
        foreach (var group in Groups.Concat(sent.Keys.Where(k => k.EndsWith("/contact/name", StringComparison.Ordinal))
            .Select(k => k[..^"/name".Length]).ToList()))
        {
            var of = sent.Where(f => f.Key.StartsWith(group + "/", StringComparison.Ordinal)).ToList();
            if (of.TrueForAll(f => f.Value.All(v => v.Length == 0)
                || f.Key is "dppeia/schema" or "people/groups/none" or "dppeia/answers/none"))
                of.ForEach(f => sent.Remove(f.Key));
        }
        return new(shown, sent);
    }

    /// <summary>The faults of one step, each at the field of the page that it belongs to.</summary>
    internal IReadOnlyList<Fault> AtFields(IEnumerable<Fault> faults) =>
        [.. faults.Select(f => f with { Pointer = "/" + FieldOf(f.Pointer.TrimStart('/')) })];

    private string FieldOf(string place)
    {
        for (var at = place; at.Length > 0; at = at.Contains('/', StringComparison.Ordinal) ? at[..at.LastIndexOf('/')] : "")
        {
            if (Shown.ContainsKey(at))
                return at;
            // An item of a field with one a line, and a row whose first field it is about.
            if (Shown.Keys.FirstOrDefault(k => k.StartsWith(at + "/", StringComparison.Ordinal)
                && !k.EndsWith("/none", StringComparison.Ordinal)) is { } first)
                return first;
        }
        return place;
    }

    private static void Renumber(SortedDictionary<string, IReadOnlyList<string>> fields, string list, string[] given, string? remove)
    {
        var rows = fields.Where(f => f.Key.StartsWith(list + "/", StringComparison.Ordinal))
            .Select(f => (f.Key, f.Value, Place: f.Key[(list.Length + 1)..].Split('/', 2)))
            .Where(f => f.Place.Length == 2 && int.TryParse(f.Place[0], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .GroupBy(f => int.Parse(f.Place[0], CultureInfo.InvariantCulture)).OrderBy(g => g.Key).ToList();
        if (rows.Count == 0)
            return;
        var next = 0;
        foreach (var row in rows)
        {
            foreach (var field in row)
                fields.Remove(field.Key);
            var thrownAway = remove == string.Create(CultureInfo.InvariantCulture, $"{list}/{row.Key}");
            if (thrownAway || row.All(f => f.Value.All(v => v.Length == 0) || given.Contains(f.Place[1])))
                continue;
            foreach (var field in row)
                fields[string.Create(CultureInfo.InvariantCulture, $"{list}/{next}/{field.Place[1]}")] = field.Value;
            next++;
        }
        // The list was there, also when no row is left.
        fields[list + "/none"] = [""];
    }

    // "questions/0/choices/en" holds the choices in one language, one a line.
    private static void SpreadChoices(Dictionary<string, IReadOnlyList<string>> sent, string name)
    {
        var (list, language) = (name[..name.LastIndexOf('/')], name[(name.LastIndexOf('/') + 1)..]);
        var choices = sent[name][0].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        sent.Remove(name);
        for (var i = 0; i < choices.Length; i++)
            sent[string.Create(CultureInfo.InvariantCulture, $"{list}/{i}/{language}")] = [choices[i]];
    }
}
