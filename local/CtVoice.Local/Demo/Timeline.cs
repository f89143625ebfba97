using System.Globalization;
using CtVoice.Core.Calendar;

namespace CtVoice.Local.Demo;

/// <summary>What happens, as a person reads it: the day once, then each thing under its time.</summary>
internal sealed class Timeline(TextWriter output)
{
    private DateOnly day;

    /// <summary>A heading.</summary>
    public void Chapter(string title)
    {
        output.WriteLine();
        output.WriteLine(title.ToUpperInvariant());
    }

    /// <summary>Something that happened at an instant.</summary>
    public void At(DateTimeOffset instant, string text)
    {
        var local = TimeZoneInfo.ConvertTime(instant, BusinessCalendar.Zone);
        if (DateOnly.FromDateTime(local.DateTime) != day)
        {
            day = DateOnly.FromDateTime(local.DateTime);
            output.WriteLine(local.ToString("  dddd, MMMM d, yyyy", CultureInfo.InvariantCulture));
        }
        output.WriteLine($"    {local.ToString("HH:mm", CultureInfo.InvariantCulture)}  {text}");
    }

    /// <summary>More about it, wrapped under its time; of a long text its first rows.</summary>
    public void More(string text, int rows = int.MaxValue)
    {
        var wrapped = Wrapped(text).ToList();
        foreach (var row in wrapped.Count - 1 > rows ? wrapped.Take(rows).Append("[...]") : wrapped)
            output.WriteLine("           " + row);
    }

    private static IEnumerable<string> Wrapped(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var words = new Queue<string>(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            while (words.Count > 0)
            {
                var row = words.Dequeue();
                while (words.Count > 0 && row.Length + words.Peek().Length < 96)
                    row += " " + words.Dequeue();
                yield return row;
            }
        }
    }
}
