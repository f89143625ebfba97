namespace CtVoice.Language.Email;

/// <summary>Dates and times as mail programs write them, in many languages.</summary>
internal static class Moments
{
    internal static readonly string[] Months = PhraseFile.Load("introductions")["months"];

    /// <summary>Whether a line holds a date and a time.</summary>
    internal static bool HasMoment(string line) =>
        line.AsSpan().IndexOfAnyInRange('0', '9') >= 0 && Plain.Of(line) is var plain && HasTime(plain) && HasDate(plain);

    /// <summary>10:11, 10h11, 10.11 (after "klo" and the like) or 10時11分.</summary>
    internal static bool HasTime(string line)
    {
        for (var i = 1; i + 2 < line.Length; i++)
        {
            if (line[i] is ':' or 'h' or '.' or '：' or '時' && char.IsDigit(line[i - 1]) && char.IsDigit(line[i + 1])
                && char.IsDigit(line[i + 2])
                && (line[i] != '.' || i + 3 >= line.Length || !char.IsDigit(line[i + 3])))
                return true;
        }

        return false;
    }

    internal static bool HasDate(string line)
    {
        if (line.Contains(". ", StringComparison.Ordinal))
            line = line.Replace(". ", ".", StringComparison.Ordinal); // "3. 6. 2025", "3. juni 2025".
        var digits = 0;
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && char.IsAsciiDigit(line[i]))
            {
                digits++;
                continue;
            }

            if (digits == 4 && line[i - 4] is '1' or '2' && line[i - 3] is '9' or '0')
                return true;
            if (digits is 1 or 2 && i + 3 < line.Length && line[i] is '/' or '.' or '-' && char.IsAsciiDigit(line[i + 1])
                && line.AsSpan(i + 1, Math.Min(3, line.Length - i - 1)).IndexOfAny('/', '.', '-') >= 0)
                return true;
            digits = 0;
        }

        return line.Any(char.IsAsciiDigit) && Months.Any(month => MonthIn(line, month));
    }

    /// <summary>A month's name, whole or short, at the beginning of a word.</summary>
    internal static bool MonthIn(string line, string month)
    {
        for (var at = line.IndexOf(month, StringComparison.Ordinal); at >= 0; at = line.IndexOf(month, at + 1, StringComparison.Ordinal))
        {
            if (month[0] > 0x2E80 || at == 0 || !char.IsLetter(line[at - 1]))
                return true;
        }

        return false;
    }
}
