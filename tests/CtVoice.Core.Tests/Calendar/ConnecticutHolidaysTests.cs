using System.Globalization;
using CtVoice.Core.Calendar;

namespace CtVoice.Core.Tests.Calendar;

/// <summary>The days off, worked by hand from CGS 1-4 and a paper calendar; Good Friday from the church's date of Easter.</summary>
public sealed class ConnecticutHolidaysTests
{
    [Theory]
    // 2024: every fixed day falls in the week.
    [InlineData(2024, "01-01 01-15 02-12 02-19 03-29 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25")]
    [InlineData(2025, "01-01 01-20 02-12 02-17 04-18 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25")]
    // 2026: July 4 is a Saturday, kept on Friday the 3rd.
    [InlineData(2026, "01-01 01-19 02-12 02-16 04-03 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25")]
    // 2027: Juneteenth and Christmas are Saturdays, July 4 a Sunday, and 1 January 2028 a Saturday kept on 31 December.
    [InlineData(2027, "01-01 01-18 02-12 02-15 03-26 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31")]
    // 2028: New Year's Day was kept in 2027; February 12 and November 11 are Saturdays.
    [InlineData(2028, "01-17 02-11 02-21 04-14 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25")]
    // 2029: November 11 is a Sunday, kept on Monday the 12th.
    [InlineData(2029, "01-01 01-15 02-12 02-19 03-30 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25")]
    [InlineData(2030, "01-01 01-21 02-12 02-18 04-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25")]
    public void Days_off_by_year(int year, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', ConnecticutHolidays.For(year).Select(h => h.Date.ToString("MM-dd", CultureInfo.InvariantCulture))));

    [Fact]
    public void A_saturday_is_kept_on_friday_and_a_sunday_on_monday_also_over_the_year_end()
    {
        var newYear2028 = ConnecticutHolidays.For(2027)[^1];
        Assert.Equal((new DateOnly(2027, 12, 31), new DateOnly(2028, 1, 1)), (newYear2028.Date, newYear2028.Of));
        Assert.Equal("New Year's Day, which falls on Saturday, January 1, 2028", newYear2028.Reason);
        Assert.True(newYear2028.IsMoved);

        // 1 January 2034 is a Sunday.
        var newYear2034 = ConnecticutHolidays.For(2034)[0];
        Assert.Equal((new DateOnly(2034, 1, 2), new DateOnly(2034, 1, 1)), (newYear2034.Date, newYear2034.Of));
    }

    [Fact]
    public void Juneteenth_is_kept_since_2023()
    {
        Assert.DoesNotContain(ConnecticutHolidays.For(2022), h => h.Name == "Juneteenth");
        Assert.Contains(ConnecticutHolidays.For(2023), h => h.Name == "Juneteenth" && h.Date == new DateOnly(2023, 6, 19));
    }

    [Theory]
    // The earliest and latest Easters of these centuries, and two where the moon's table needs its correction.
    [InlineData(2008, "2008-03-21")]
    [InlineData(2038, "2038-04-23")]
    [InlineData(2049, "2049-04-16")]
    [InlineData(2076, "2076-04-17")]
    public void Good_friday_is_two_days_before_easter(int year, string date) =>
        Assert.Equal(
            DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            ConnecticutHolidays.For(year).Single(h => h.Name == "Good Friday").Date);

    [Fact]
    public void Every_day_off_is_a_weekday_and_every_holiday_is_kept_exactly_once()
    {
        var all = Enumerable.Range(2023, 400).SelectMany(ConnecticutHolidays.For).ToList();

        Assert.All(all, h => Assert.False(h.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
        Assert.All(all, h => Assert.InRange(h.Date.DayNumber - h.Of.DayNumber, -1, 1));
        Assert.Equal(all.OrderBy(h => h.Date), all);
        Assert.Equal(all.Count, all.Select(h => h.Date).Distinct().Count());
        Assert.All(all.GroupBy(h => h.Of.Year).Where(g => g.Key is > 2023 and < 2423), g => Assert.Equal(13, g.Count()));
    }

    [Theory]
    [InlineData(ConnecticutHolidays.FirstYear - 1)]
    [InlineData(ConnecticutHolidays.LastYear + 1)]
    public void Years_outside_the_rule_are_refused(int year) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ConnecticutHolidays.For(year));
}
