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

    // Lists of meetings and places have recent dates; few people in such lists were born within these years.
    private const int RecentYears = 5;

    /// <summary>
    /// True when one line is plainly about a person, when two lines or more look like it (three where all dates are recent),
    /// or when a heading for people has rows under it.
    /// </summary>
    internal static bool Holds(string text, DateOnly today)
    {
        var rows = text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries).SelectMany(Rows).ToArray();
        var (likely, telling) = (0, 0);
        if (HasRowsUnderAHeading(rows))
            return true;
        foreach (var row in rows)
        {
            if (!HasName(row))
                continue;
            var dates = row.Select(DateOf).Where(date => date < today).ToArray();
            var old = dates.Any(date => date < today.AddYears(-RecentYears));
            if (row.Length >= 3 && HasCapitalName(row) && (old || row.Any(cell => Number().IsMatch(cell))))
                return true;
            var marked = row.Any(cell => Number().IsMatch(cell) || Address().IsMatch(cell));
            likely += marked || dates.Length > 0 ? 1 : 0;
            telling += marked || old ? 1 : 0;
            if (telling >= 2 || likely >= 3)
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
        [.. WithoutBullet(line).Split(separator).SelectMany(Parts)
            .Select(cell => cell.Trim().Trim('"', '\'', '[', ']', '(', ')', '{', '}').Trim())];

    private static string WithoutBullet(string line) =>
        Bullet().Match(line) is { Length: var end } && end < line.Length && char.IsLetter(line[end]) ? line[end..] : line;

    private static string[] Parts(string cell) =>
        NameThenDate().Match(cell.Trim()) is { Success: true } match ? [match.Groups["name"].Value, match.Groups["date"].Value] : [cell];

    /// <summary>Whether a heading for people has rows of its width below it, two of them with a digit.</summary>
    private static bool HasRowsUnderAHeading(string[][] rows)
    {
        var (width, withDigits) = (0, 0);
        foreach (var row in rows)
        {
            if (row.Length != width)
                (width, withDigits) = (0, 0);
            if (width > 0 && row.Any(cell => cell.Any(char.IsAsciiDigit)) && ++withDigits >= 2)
                return true;
            if (width == 0 && row.Length >= 3 && row.Count(cell => PersonColumn().IsMatch(cell)) >= 2)
                width = row.Length;
        }
        return false;
    }

    private static bool HasName(string[] cells) =>
        cells.Any(cell => FullName().IsMatch(cell)) || cells.Count(cell => OneName().IsMatch(cell)) >= 2;

    private static bool HasCapitalName(string[] cells) =>
        cells.Any(cell => FullName().IsMatch(cell) && cell.Split(' ').All(part => char.IsUpper(part[0])))
        || cells.Count(cell => OneName().IsMatch(cell) && char.IsUpper(cell[0])) >= 2;

    private static DateOnly? DateOf(string cell) =>
        DateOnly.TryParseExact(cell, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date)
            ? date
            : null;

    [GeneratedRegex(@"^(\d{3}-\d{2}-\d{4}|[A-Za-z]{0,3}[-#]?\d{6,})$", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"^([\w.+-]+@[\w-]+(\.[\w-]+)+|\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4})$", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(@"^\p{L}[\p{L}'’.-]+(\s\p{L}\.?)?(\s\p{L}[\p{L}'’.-]+){1,3}$", RegexOptions.NonBacktracking)]
    private static partial Regex FullName();

    [GeneratedRegex(@"^\p{L}[\p{L}'’-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex OneName();

    // "Ana Ruiz 3/1/1990" and "Ana Ruiz (3/1/1990)" have no separator.
    [GeneratedRegex(@"^(?<name>\p{L}[\p{L}'’. -]+\p{L})[\s:(-]+" + PersonLevelValues.DateShape
        + @"\)?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NameThenDate();

    [GeneratedRegex(@"^[\s*•-]*(\d{1,3}[.)]\s*)?", RegexOptions.NonBacktracking)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^((first|last|middle|full|client|patient|member|student|child)?[ _]?name|f_?name|l_?name|dob|date of birth|birth "
        + @"?date|ssn|(case|client|member|medicaid|person)[ _]?(id|number|no)|email|phone|address|nombre|apellido)$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PersonColumn();
}
