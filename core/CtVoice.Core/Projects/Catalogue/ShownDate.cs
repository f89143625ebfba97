using System.Globalization;
using System.Text;

namespace CtVoice.Core.Projects.Catalogue;

/// <summary>A date of a workbook as its sheet shows it (ECMA-376 part 1, section 18.8.31), in English.</summary>
internal static class ShownDate
{
    // "Short date" is stored as a number, and shown as the reader's country writes dates.
    private const int ShortDate = 14;

    /// <summary>The date by the format of its cell.</summary>
    /// <param name="date">The date.</param>
    /// <param name="format">The number format; null for none.</param>
    /// <param name="number">The number of the format, where it has one of those that every workbook knows.</param>
    internal static string Of(DateTime date, string? format, int number)
    {
        if (number == ShortDate || string.IsNullOrEmpty(format) || format == "General")
            format = date.TimeOfDay == TimeSpan.Zero ? "m/d/yyyy" : "m/d/yyyy h:mm";
        var shown = new StringBuilder();
        var half = format.Contains("AM/PM", StringComparison.OrdinalIgnoreCase)
            || format.Contains("A/P", StringComparison.OrdinalIgnoreCase);
        var clock = false; // the last part was an hour: "m" is minutes
        for (var i = 0; i < format.Length && format[i] != ';';)
        {
            var run = Run(format, i);
            var word = format.Substring(i, run);
            switch (char.ToLowerInvariant(format[i]))
            {
                case 'y':
                    shown.Append(date.ToString(run > 2 ? "yyyy" : "yy", CultureInfo.InvariantCulture));
                    break;
                case 'm' when clock || SecondsFollow(format, i + run):
                    shown.Append(date.ToString(run > 1 ? "mm" : "%m", CultureInfo.InvariantCulture));
                    break;
                case 'm':
                    shown.Append(run == 5
                        ? date.ToString("MMMM", CultureInfo.InvariantCulture)[..1]
                        : date.ToString(run == 1 ? "%M" : new string('M', Math.Min(run, 4)), CultureInfo.InvariantCulture));
                    break;
                case 'd':
                    shown.Append(date.ToString(run == 1 ? "%d" : new string('d', Math.Min(run, 4)), CultureInfo.InvariantCulture));
                    break;
                case 'h':
                    shown.Append(date.ToString((run > 1, half) switch
                    {
                        (true, true) => "hh",
                        (true, false) => "HH",
                        (false, true) => "%h",
                        _ => "%H",
                    }, CultureInfo.InvariantCulture));
                    break;
                case 's':
                    shown.Append(date.ToString(run > 1 ? "ss" : "%s", CultureInfo.InvariantCulture));
                    break;
                case 'a' when half:
                    run = format.AsSpan(i).StartsWith("AM/PM", StringComparison.OrdinalIgnoreCase) ? 5 : 3;
                    shown.Append(date.ToString(run == 5 ? "tt" : "%t", CultureInfo.InvariantCulture));
                    break;
                case '[' when format.IndexOf(']', i) is > 0 and var end: // a colour or a language
                    run = end - i + 1;
                    break;
                case '"' when format.IndexOf('"', i + 1) is > 0 and var end:
                    shown.Append(format, i + 1, end - i - 1);
                    run = end - i + 1;
                    break;
                case '\\' when i + 1 < format.Length:
                    shown.Append(format[i + 1]);
                    run = 2;
                    break;
                case '_' or '*':
                    run = 2;
                    break;
                case '@':
                    run = 1;
                    break;
                default:
                    shown.Append(word);
                    break;
            }
            if (char.IsAsciiLetter(format[i]))
                clock = char.ToLowerInvariant(format[i]) == 'h';
            i += run;
        }
        return shown.ToString().Trim();
    }

    /// <summary>How often the same letter stands there; 1 for anything else.</summary>
    private static int Run(string format, int at)
    {
        var end = at + 1;
        while (end < format.Length && char.IsAsciiLetter(format[at])
            && char.ToLowerInvariant(format[end]) == char.ToLowerInvariant(format[at]))
            end++;
        return end - at;
    }

    private static bool SecondsFollow(string format, int at)
    {
        while (at < format.Length && !char.IsAsciiLetter(format[at]))
            at++;
        return at < format.Length && format[at] is 's' or 'S';
    }
}
