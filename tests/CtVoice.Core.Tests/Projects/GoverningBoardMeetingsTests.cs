using CtVoice.Core.Calendar;
using CtVoice.Core.Projects.Sharing;

namespace CtVoice.Core.Tests.Projects;

/// <summary>When the Data Governing Board meets: every fourth Friday, not on a day off, and where a person moved it.</summary>
public sealed class GoverningBoardMeetingsTests
{
    private static readonly GoverningBoardMeetings Shipped = GoverningBoardMeetings.Provisional;

    [Fact]
    public void The_calendar_that_ships_says_that_it_is_provisional_and_where_it_comes_from()
    {
        Assert.True(Shipped.IsProvisional);
        Assert.Contains("Provisional", Shipped.Source, StringComparison.Ordinal);
        Assert.Equal((DayOfWeek.Friday, 4, new TimeOnly(8, 30)), (Shipped.Anchor.DayOfWeek, Shipped.EveryWeeks, Shipped.At));
    }

    [Fact]
    public void It_meets_every_four_weeks_at_half_past_eight_in_Connecticut_winter_and_summer()
    {
        var year = Shipped.From(At(2027, 1, 1)).Take(13).ToList();

        Assert.Equal(new(2027, 1, 22), year[0].Day);
        Assert.All(year.Zip(year.Skip(1)), pair => Assert.Equal(28, pair.Second.Planned.DayNumber - pair.First.Planned.DayNumber));
        Assert.All(year, m => Assert.Equal(new TimeOnly(8, 30),
            TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(m.Begins, BusinessCalendar.Zone).DateTime)));
        // The days before the anchor are counted back.
        Assert.Equal(new(2026, 12, 24), Shipped.Next(At(2026, 12, 1)).Day);
    }

    [Fact]
    public void A_day_off_moves_it_to_the_business_day_before_and_says_why()
    {
        // December 25, 2026 is planned, and Christmas.
        var moved = Shipped.Next(At(2026, 12, 1));

        Assert.Equal((new DateOnly(2026, 12, 25), new DateOnly(2026, 12, 24)), (moved.Planned, moved.Day));
        Assert.Equal("moved from December 25: Christmas", moved.Moved);
        // Good Friday 2027: the business day before is Thursday.
        var spring = Shipped with { Anchor = new(2027, 3, 26) };
        Assert.Equal(new(2027, 3, 25), spring.Next(At(2027, 3, 20)).Day);
    }

    [Fact]
    public void A_meeting_that_a_person_moved_or_cancelled_is_so_and_the_others_stay()
    {
        var moved = Shipped with
        {
            Moves = [new(new(2027, 1, 22), new(2027, 2, 12 + 4), "The room."), new(new(2027, 2, 19), null, "Too few members.")],
        };

        Assert.Equal([new(2027, 2, 16), new(2027, 3, 19)], moved.From(At(2027, 1, 5)).Take(2).Select(m => m.Day));
        Assert.Equal("moved from January 22: The room.", moved.Next(At(2027, 1, 5)).Moved);
        Assert.Null(moved.On(new(2027, 1, 22)));
        Assert.NotNull(moved.On(new(2027, 2, 16)));
        // A move over another meeting: order is by when they begin.
        var over = Shipped with { Moves = [new(new(2027, 1, 22), new(2027, 2, 18), "Snow.")], EveryWeeks = 2 };
        Assert.Equal([new(2027, 2, 5), new(2027, 2, 18), new(2027, 2, 19)], over.From(At(2027, 1, 23)).Take(3).Select(m => m.Day));
        Assert.Empty(over.Check());
    }

    [Theory]
    [InlineData("2027-01-23", 4, 90, null, null, "/anchor")]
    [InlineData("2027-01-22", 0, 90, null, null, "/everyWeeks")]
    [InlineData("2027-01-22", 4, 0, null, null, "/minutes")]
    [InlineData("2027-01-22", 4, 90, "2027-01-29", "2027-02-01", "/moves/0/from")]
    [InlineData("2027-01-22", 4, 90, "2027-01-22", "2027-02-12", "/moves/0/to")] // Lincoln
    [InlineData("2027-01-22", 4, 90, "2027-01-22", "2027-04-01", "/moves/0/to")]
    public void A_calendar_that_cannot_be_counted_is_refused_at_its_place(
        string anchor, int weeks, int minutes, string? from, string? to, string pointer)
    {
        var file = Shipped with
        {
            Anchor = DateOnly.Parse(anchor, null),
            EveryWeeks = weeks,
            Minutes = minutes,
            Moves = from is null ? [] : [new(DateOnly.Parse(from, null), DateOnly.Parse(to!, null), "Why.")],
        };

        Assert.Equal(pointer, Assert.Single(file.Check()).Pointer);
    }

    private static DateTimeOffset At(int year, int month, int day) =>
        LocalTime.InstantOf(new(year, month, day), new(12, 0), BusinessCalendar.Zone);
}
