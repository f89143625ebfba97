using System.Globalization;
using CtVoice.Core.Calendar;
using CtVoice.Local.Commands;

namespace CtVoice.Local.Demo;

/// <summary>What happens, as a person reads it: the day once, then each thing under its time, as wide as the terminal is.</summary>
internal sealed class Timeline(TextWriter output)
{
    private const string Beside = "           ";

    private readonly Terminal terminal = Terminal.Of(output);
    private DateOnly day;

    private int Room => terminal.Width - Beside.Length;

    /// <summary>A heading.</summary>
    public void Chapter(string title)
    {
        output.WriteLine();
        output.WriteLine(terminal.Bold(title.ToUpperInvariant()));
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
        var beside = $"    {terminal.Dim(local.ToString("HH:mm", CultureInfo.InvariantCulture))}  ";
        foreach (var row in Terminal.Wrapped(text, Room))
        {
            output.WriteLine(beside + row);
            beside = Beside;
        }
    }

    /// <summary>More about it, wrapped under its time; of a long text its first rows.</summary>
    public void More(string text, int rows = int.MaxValue)
    {
        var wrapped = Terminal.Wrapped(text, Room).ToList();
        foreach (var row in wrapped.Count - 1 > rows ? wrapped.Take(rows).Append("[...]") : wrapped)
            output.WriteLine(Beside + terminal.Dim(row));
    }
}
