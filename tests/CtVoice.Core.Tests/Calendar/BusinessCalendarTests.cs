using System.Globalization;
using CtVoice.Core.Calendar;

namespace CtVoice.Core.Tests.Calendar;

public sealed class BusinessCalendarTests
{
    private static readonly BusinessCalendar Calendar = BusinessCalendar.Connecticut;
    private static readonly TimeOnly Evening = new(20, 0);

    [Theory]
    [InlineData("2027-03-01", 1, "2027-03-02")] // Monday: the day itself does not count
    [InlineData("2027-03-05", 1, "2027-03-08")] // over a weekend
    [InlineData("2027-03-06", 1, "2027-03-08")] // starting on a Saturday
    [InlineData("2027-03-25", 1, "2027-03-29")] // over Good Friday
    [InlineData("2027-12-23", 1, "2027-12-27")] // Christmas kept on the 24th
    [InlineData("2027-12-30", 1, "2028-01-03")] // New Year kept on the 31st
    [InlineData("2028-11-09", 1, "2028-11-13")] // Veterans Day kept on the 10th
    [InlineData("2027-03-29", -1, "2027-03-25")]
    [InlineData("2028-01-03", -1, "2027-12-30")]
    [InlineData("2027-03-15", -10, "2027-03-01")]
    [InlineData("2027-03-07", 0, "2027-03-07")]
    public void Business_days_are_counted_from_the_day_after(string start, int n, string expected) =>
        Assert.Equal(Day(expected), Calendar.AddBusinessDays(Day(start), n));

    [Fact]
    public void Counting_agrees_with_itself_on_every_day_from_2024_to_2030()
    {
        for (var day = Day("2024-01-01"); day <= Day("2030-12-31"); day = day.AddDays(1))
        {
            for (var n = 1; n <= 30; n += 7)
            {
                var later = Calendar.AddBusinessDays(day, n);
                Assert.True(Calendar.IsBusinessDay(later));
                Assert.Equal(n, Calendar.BusinessDaysBetween(day, later));
                Assert.Equal(Calendar.AddBusinessDays(day, n + 1), Calendar.AddBusinessDays(later, 1));

                var earlier = Calendar.AddBusinessDays(day, -n);
                Assert.True(Calendar.IsBusinessDay(earlier));
                Assert.Equal(-n, Calendar.BusinessDaysBetween(day, earlier));
                if (Calendar.IsBusinessDay(day))
                    Assert.Equal(day, Calendar.AddBusinessDays(earlier, n));
            }
        }
    }

    [Fact]
    public void A_year_has_its_weekdays_less_its_days_off() =>
        // 2027 starts and ends on a Friday: 52 weeks and a Friday make 261 weekdays, 14 of them days off.
        Assert.Equal(261 - 14, Calendar.BusinessDaysBetween(Day("2026-12-31"), Day("2027-12-31")));

    [Theory]
    [InlineData("2027-03-01T14:00:00Z", 10, "2027-03-16T00:00:00Z")] // 20:00 EDT, after the change of 14 March
    [InlineData("2027-03-02T04:30:00Z", 10, "2027-03-16T00:00:00Z")] // 23:30 on 1 March in Connecticut
    [InlineData("2027-03-02T05:00:00Z", 10, "2027-03-17T00:00:00Z")] // midnight: 2 March has begun
    [InlineData("2027-11-04T12:00:00Z", 1, "2027-11-06T00:00:00Z")] // Friday 5 November, still daylight saving time
    [InlineData("2027-11-04T12:00:00Z", 2, "2027-11-09T01:00:00Z")] // Monday 8 November, standard time
    public void A_window_ends_at_that_local_time_in_the_offset_of_its_last_day(string start, int days, string ends)
    {
        var end = Calendar.EndOfWindow(At(start), days, Evening);

        Assert.Equal(At(ends), end.At);
        Assert.Equal(TimeSpan.Zero, end.At.Offset);
    }

    [Fact]
    public void A_window_explains_each_day_that_it_left_out()
    {
        var end = Calendar.EndOfWindow(At("2027-03-24T14:00:00Z"), 3, Evening);

        Assert.Equal(
            [
                "Counting starts on Wednesday, March 24, 2027. The day that starts a window does not count.",
                "Friday, March 26, 2027 does not count: Good Friday.",
                "Saturday, March 27, 2027 and Sunday, March 28, 2027 do not count: weekend.",
                "3 business days later is Tuesday, March 30, 2027.",
                "The time is 20:00 in America/New_York: daylight saving time that day, 4 hours behind UTC.",
            ],
            end.Because);
    }

    [Fact]
    public void A_moved_holiday_is_explained_by_the_day_it_falls_on()
    {
        var end = Calendar.EndOfWindow(At("2027-12-30T15:00:00Z"), 1, Evening);

        Assert.Contains(
            "Friday, December 31, 2027 does not count: New Year's Day, which falls on Saturday, January 1, 2028.", end.Because);
        Assert.Contains("1 business day later is Monday, January 3, 2028.", end.Because);
        Assert.Contains("The time is 20:00 in America/New_York: standard time that day, 5 hours behind UTC.", end.Because);
    }

    [Fact]
    public void A_window_that_starts_on_a_saturday_leaves_out_the_sunday_alone() =>
        Assert.Contains(
            "Sunday, March 7, 2027 does not count: weekend.",
            Calendar.EndOfWindow(At("2027-03-06T15:00:00Z"), 1, Evening).Because);

    [Fact]
    public void Days_before_a_close_are_counted_back_and_explained_in_order()
    {
        var reminder = Calendar.BusinessDaysBefore(At("2027-03-31T00:00:00Z"), 3, new TimeOnly(9, 0));

        Assert.Equal(At("2027-03-24T13:00:00Z"), reminder.At);
        Assert.Equal(
            [
                "Counting goes back from Tuesday, March 30, 2027. That day does not count.",
                "Friday, March 26, 2027 does not count: Good Friday.",
                "Saturday, March 27, 2027 and Sunday, March 28, 2027 do not count: weekend.",
                "3 business days earlier is Wednesday, March 24, 2027.",
                "The time is 09:00 in America/New_York: daylight saving time that day, 4 hours behind UTC.",
            ],
            reminder.Because);
    }

    [Theory]
    [InlineData("2027-03-14", 2, 30, "2027-03-14T07:00:00Z")] // 02:30 is skipped: 03:00 EDT
    [InlineData("2027-11-07", 1, 30, "2027-11-07T07:00:00Z")] // 01:30 comes twice: 02:00 EST
    [InlineData("2027-11-07", 0, 59, "2027-11-07T04:59:00Z")] // once, before the change
    public void A_local_time_that_does_not_exist_exactly_once_moves_to_the_next_that_does(string day, int hour, int minute,
        string expected) =>
        Assert.Equal(At(expected), LocalTime.InstantOf(Day(day), new TimeOnly(hour, minute), BusinessCalendar.Zone));

    [Fact]
    public void Every_end_of_a_window_from_2024_to_2030_shows_the_asked_time_on_its_day()
    {
        for (var start = At("2024-01-01T17:00:00Z"); start.Year <= 2030; start = start.AddDays(1))
        {
            var local = TimeZoneInfo.ConvertTime(Calendar.EndOfWindow(start, 5, Evening).At, BusinessCalendar.Zone);
            Assert.Equal(Calendar.AddBusinessDays(DateOnly.FromDateTime(start.DateTime), 5), DateOnly.FromDateTime(local.DateTime));
            Assert.Equal(Evening, TimeOnly.FromDateTime(local.DateTime));
        }
    }

    [Fact]
    public void Other_days_off_can_be_given()
    {
        var monday = new DateOnly(2027, 3, 1);
        var calendar = new BusinessCalendar(_ => [new Holiday(monday, "Blizzard", monday)]);

        Assert.False(calendar.IsBusinessDay(monday));
        Assert.True(calendar.IsBusinessDay(Day("2027-03-26")));
        Assert.Contains(
            "Monday, March 1, 2027 does not count: Blizzard.",
            calendar.EndOfWindow(At("2027-02-28T12:00:00Z"), 1, Evening).Because);
    }

    [Fact]
    public void A_window_lasts_at_least_a_day()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.EndOfWindow(At("2027-03-01T00:00:00Z"), 0, Evening));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.BusinessDaysBefore(At("2027-03-01T00:00:00Z"), 0, Evening));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
