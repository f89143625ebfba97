using System.Globalization;
using System.Text;

namespace CtVoice.Core.Calendar;

/// <summary>Something that stands in calendars of other programs.</summary>
/// <param name="Id">Names it for good, whatever day it is moved to: RFC 5545 section 3.8.4.7.</param>
/// <param name="Begins">When it begins.</param>
/// <param name="Ends">When it ends.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Description">What else to know.</param>
/// <param name="Link">Where it stands; null for nowhere.</param>
/// <param name="Tentative">Nobody confirmed it yet.</param>
/// <param name="Stamp">When what is said of it was written down last.</param>
public sealed record CalendarEvent(
    string Id, DateTimeOffset Begins, DateTimeOffset Ends, string Summary, string Description, Uri? Link, bool Tentative,
    DateTimeOffset Stamp);

/// <summary>
/// Writes events as iCalendar (RFC 5545): UTF-8, lines of at most 75 octets that end in CR and LF, longer ones folded between
/// characters, times in UTC, so that no time zone has to be described. Pure.
/// </summary>
public static class CalendarFile
{
    /// <summary>Its type.</summary>
    public const string MediaType = "text/calendar; charset=utf-8";

    private const int LongestLine = 75;

    /// <summary>The text of a calendar.</summary>
    /// <param name="name">What readers call it.</param>
    /// <param name="events">What stands in it.</param>
    public static string Write(string name, IEnumerable<CalendarEvent> events)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN", "VCALENDAR");
        Line(text, "VERSION", "2.0");
        Line(text, "PRODID", "-//CtVoice//Resident Advisory Board//EN");
        Line(text, "CALSCALE", "GREGORIAN");
        Line(text, "NAME", Escaped(name));
        Line(text, "X-WR-CALNAME", Escaped(name));
        foreach (var one in events)
        {
            Line(text, "BEGIN", "VEVENT");
            Line(text, "UID", Escaped(one.Id));
            Line(text, "DTSTAMP", Utc(one.Stamp));
            Line(text, "DTSTART", Utc(one.Begins));
            Line(text, "DTEND", Utc(one.Ends));
            Line(text, "SUMMARY", Escaped(one.Summary));
            if (one.Description.Length > 0)
                Line(text, "DESCRIPTION", Escaped(one.Description));
            if (one.Link is { } link)
                Line(text, "URL", link.AbsoluteUri);
            Line(text, "STATUS", one.Tentative ? "TENTATIVE" : "CONFIRMED");
            // Nobody is busy because the file says so.
            Line(text, "TRANSP", "TRANSPARENT");
            Line(text, "END", "VEVENT");
        }
        Line(text, "END", "VCALENDAR");
        return text.ToString();
    }

    // Section 3.3.11: a comma, a semicolon and a backslash are marked, a line break is written as one.
    private static string Escaped(string text) => text.ReplaceLineEndings("\n").Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    // Section 3.1: what follows the first octets stands on lines that begin with a space, which counts.
    private static void Line(StringBuilder text, string name, string value)
    {
        var used = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (used + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                used = 1;
            }
            text.Append(rune.ToString());
            used += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
