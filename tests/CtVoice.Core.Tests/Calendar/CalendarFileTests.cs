using System.Text;
using CtVoice.Core.Calendar;

namespace CtVoice.Core.Tests.Calendar;

/// <summary>Calendars that other programs read: by the rules of RFC 5545, and by a reader that is not ours.</summary>
public sealed class CalendarFileTests
{
    private static readonly DateTimeOffset Begins = new(2027, 1, 22, 13, 30, 0, TimeSpan.Zero);

    // Longer than a line, with everything that has to be marked, and letters of two, three and four octets where lines are folded.
    private static readonly CalendarEvent Long = new(
        "governing-board-20270122@localhost", Begins, Begins.AddMinutes(90), "Board; of, Governors \\ met",
        string.Concat(Enumerable.Repeat("Señora 数据 😀 dijo, sí; ", 20)) + "\r\nLast line", new("https://rab.ct.gov/register"), true,
        new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Every_line_ends_in_CR_and_LF_and_has_at_most_75_octets()
    {
        var text = CalendarFile.Write("P20 WIN, meetings", [Long]);

        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        // Folded between characters: no line holds half of one.
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        Assert.Contains("\r\nUID:governing-board-20270122@localhost\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nDTSTAMP:20261130T000000Z\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nDTSTART:20270122T133000Z\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_reader_finds_what_was_written()
    {
        var other = Long with { Id = "other", Link = null, Description = "" };
        var read = Ical.Net.Calendar.Load(CalendarFile.Write("P20 WIN", [Long, other]))!;

        Assert.Equal(2, read.Events.Count);
        var first = read.Events.Single(e => e.Uid == Long.Id);
        Assert.Equal(Long.Summary, first.Summary);
        Assert.Equal(Long.Description.ReplaceLineEndings("\n"), first.Description!.ReplaceLineEndings("\n"));
        Assert.Equal(Begins.UtcDateTime, first.DtStart!.AsUtc);
        Assert.Equal(Begins.AddMinutes(90).UtcDateTime, first.DtEnd!.AsUtc);
        Assert.Equal(Long.Link, first.Url);
        Assert.Equal("TENTATIVE", first.Status);
        Assert.Equal(Long.Stamp.UtcDateTime, first.DtStamp!.AsUtc);
    }
}
