using System.Globalization;
using CtVoice.Core.Files;
using CtVoice.Core.Projects.Catalogue;

namespace CtVoice.Core.Projects.Context;

/// <summary>A bibliography as read from a file: the notes, or every bad row by its number.</summary>
public sealed record BibliographyReading(IReadOnlyList<ContextNote> Notes, IReadOnlyList<RowFault> Faults);

/// <summary>
/// Reads an annotated bibliography from CSV (RFC 4180): one work a row, columns found by their heading. A subject may name several codes,
/// parted by semicolons. One bad row and nothing is read.
/// </summary>
public static class BibliographyCsv
{
    /// <summary>Works in one file: a bibliography that members can be told of is short.</summary>
    public const int Most = 100;

    // Blanks, hyphens and case do not matter.
    private static readonly (string Name, bool Needed, string[] Headings)[] Columns =
    [
        ("id", true, ["id", "noteid"]),
        ("about", true, ["about", "subject", "subjects"]),
        ("work", true, ["work", "title"]),
        ("link", true, ["link", "url", "address"]),
        ("version", true, ["version", "edition"]),
        ("date", true, ["date", "day"]),
        ("sentence in English", true, ["sentenceinenglish", "english", "en", "sentence"]),
        ("sentence in Spanish", false, ["sentenceinspanish", "spanish", "es"]),
        ("how it was verified", false, ["howitwasverified", "verified", "verification"]),
    ];

    /// <summary>Reads a file; each note is complete, easy to read, and about something that exists.</summary>
    public static BibliographyReading Read(Stream csv, NoteSubjects subjects)
    {
        var faults = new List<RowFault>();
        var notes = new List<ContextNote>();
        using var rows = CsvRows.Open(csv, (row, why) => faults.Add(new(row, why)));
        if (rows is null)
            return new([], faults);
        var heading = rows.Headings.Select(CsvRows.Plain).ToList();
        var places = Columns.Select(c => heading.FindIndex(h => c.Headings.Contains(h))).ToArray();
        var lacking = Columns.Where((c, i) => c.Needed && places[i] < 0).Select(c => c.Name).ToList();
        if (lacking.Count > 0)
            return new([], [new(1, $"The heading lacks: {string.Join(", ", lacking)}.")]);
        for (var row = 2; rows.Next(); row++)
        {
            var cells = places.Select(p => rows[p]).ToArray();
            if (cells.All(string.IsNullOrEmpty))
                continue;
            if (notes.Count == Most)
            {
                faults.Add(new(row, $"A file has at most {Most} works."));
                break;
            }
            var note = NoteOf(cells);
            var wrong = note is null ? ["Write the day as year-month-day, such as 2002-09-01."]
                : note.Check().Concat(subjects.Check(note)).Select(f => f.Message).ToList();
            if (note is not null && notes.Exists(n => n.Id == note.Id))
                wrong = [.. wrong, $"The id '{note.Id}' comes twice."];
            if (wrong.Count > 0)
                faults.Add(new(row, string.Join(' ', wrong)));
            else
                notes.Add(note!);
        }
        if (notes.Count == 0 && faults.Count == 0)
            faults.Add(new(1, "The file has no rows."));
        return faults.Count > 0 ? new([], [.. faults.OrderBy(f => f.Row)]) : new(notes, []);
    }

    private static ContextNote? NoteOf(string[] cells)
    {
        if (!DateOnly.TryParseExact(cells[5], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return null;
        var sentences = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = cells[6] };
        if (cells[7].Length > 0)
            sentences["es"] = cells[7];
        return new(cells[0], cells[1], cells[2], cells[3], cells[4], date, sentences, cells[8].Length > 0 ? cells[8] : null);
    }
}
