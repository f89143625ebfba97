using System.Globalization;
using System.Text.RegularExpressions;

namespace CtVoice.Core.Projects.Intake;

/// <summary>Recognises lines that each describe a person: cells with a name beside a date, a number or an address.</summary>
internal static partial class PeopleRows
{
    private static readonly char[] Separators = [',', ';', '|', '\t'];

    private static readonly string[] DateFormats =
    [
        "M/d/yyyy", "M-d-yyyy", "M.d.yyyy", "M/d/yy", "M-d-yy", "M.d.yy", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d",
        "MMM d yyyy", "MMMM d yyyy", "MMM d, yyyy", "MMMM d, yyyy", "d MMM yyyy", "d MMMM yyyy",
    ];

    /// <summary>True when one line is plainly about a person, or two lines look like it, or a heading for people has rows under it.</summary>
    internal static bool Holds(string text, DateOnly today)
    {
        var rows = text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries).SelectMany(Rows).ToArray();
        var likely = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            if (HasPeopleHeading(rows, i))
                return true;
            var names = Names(rows[i]);
            if (names == 0)
                continue;
            var marks = rows[i].Count(cell => IsPastDate(cell, today) || Identifier().IsMatch(cell));
            if (marks == 0)
                continue;
            if (rows[i].Length >= 3 && names >= 2)
                return true;
            if (++likely == 2)
                return true;
        }
        return false;
    }

    // A line may hold several records written one after the other: "Ana Ruiz, 3/1/1990; Bo Li, 4/2/1991".
    private static IEnumerable<string[]> Rows(string line)
    {
        if (line.Contains(';', StringComparison.Ordinal) && line.Contains(',', StringComparison.Ordinal))
            return line.Split(';').Select(part => Cells(part, ','));
        var separator = Separators.MaxBy(s => line.Count(c => c == s));
        return [Cells(line, separator)];
    }

    private static string[] Cells(string line, char separator) =>
        [.. line.Split(separator).Select(cell => cell.Trim().Trim('"', '\'', '[', ']', '(', ')', '{', '}').Trim())];

    private static bool HasPeopleHeading(string[][] rows, int at) =>
        rows[at].Length >= 3
        && rows[at].Count(cell => PersonColumn().IsMatch(cell)) >= 2
        && rows.Skip(at + 1).TakeWhile(row => row.Length == rows[at].Length).Count(row => row.Any(cell => cell.Any(char.IsAsciiDigit))) >= 2;

    /// <summary>2 for a full name or two cells with a name each, 1 for one cell that may be a name.</summary>
    private static int Names(string[] cells) =>
        Math.Min(2, cells.Sum(cell => FullName().IsMatch(cell) ? 2 : OneName().IsMatch(cell) ? 1 : 0));

    private static bool IsPastDate(string cell, DateOnly today) =>
        DateOnly.TryParseExact(cell, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date) && date < today;

    [GeneratedRegex(@"^(\d{3}-\d{2}-\d{4}|[A-Za-z]{0,3}[-#]?\d{6,}|[\w.+-]+@[\w-]+(\.[\w-]+)+|\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4})$")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^\p{L}[\p{L}'’.-]+(\s\p{L}\.?)?(\s\p{L}[\p{L}'’.-]+){1,3}$")]
    private static partial Regex FullName();

    [GeneratedRegex(@"^\p{L}[\p{L}'’-]+$")]
    private static partial Regex OneName();

    [GeneratedRegex(@"^((first|last|middle|full|client|patient|member|student|child)?[ _]?name|f_?name|l_?name|dob|date of birth|birth ?date|ssn|(case|client|member|medicaid|person)[ _]?(id|number|no)|email|phone|address|nombre|apellido)$", RegexOptions.IgnoreCase)]
    private static partial Regex PersonColumn();
}
