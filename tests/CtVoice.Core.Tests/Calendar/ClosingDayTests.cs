using System.Text.RegularExpressions;
using CtVoice.Core.Calendar;
using CtVoice.Core.Tests.Architecture;

namespace CtVoice.Core.Tests.Calendar;

/// <summary>Days on which the board's office is closed: they count in windows that begin once they are known,
/// and move no date that was promised.</summary>
public sealed class ClosingDayTests
{
    private static readonly DateOnly Wednesday = new(2027, 3, 10);
    private static readonly DateTimeOffset Entered = At(2027, 3, 3, 12);
    private static readonly ClosingDays Closed = ClosingDays.None.With(Wednesday, " The office moves. ", Entered);
    private static readonly BusinessCalendar Calendar = BusinessCalendar.Connecticut.With(Closed.Days);
    private static readonly TimeOnly Evening = new(20, 0);

    [Fact]
    public void Window_that_begins_once_the_day_is_known_counts_without_it_and_says_why()
    {
        var end = Calendar.EndOfWindow(Entered, 10, Evening);

        Assert.Equal(At(2027, 3, 18, 20), end.At);
        Assert.Contains("Wednesday, March 10, 2027 does not count: the board's office is closed (The office moves.).", end.Because);
    }

    [Fact]
    public void Window_that_had_begun_a_moment_before_keeps_its_date()
    {
        var end = Calendar.EndOfWindow(Entered.AddTicks(-1), 10, Evening);

        Assert.Equal(BusinessCalendar.Connecticut.EndOfWindow(Entered, 10, Evening), end, (a, b) => a.At == b.At
            && a.Because.SequenceEqual(b.Because));
        Assert.Equal(At(2027, 3, 17, 20), end.At);
    }

    [Fact]
    public void What_was_promised_before_a_window_begins_is_not_moved_by_a_day_that_became_known_in_between() =>
        Assert.Equal(At(2027, 3, 11, 10), Calendar.EndOfWindow(At(2027, 3, 8, 20), 3, new(10, 0), promised: Entered.AddDays(-1)).At);

    [Fact]
    public void Day_taken_back_counts_again_in_windows_that_begin_then_and_not_in_those_that_had_begun()
    {
        var calendar = BusinessCalendar.Connecticut.With(Closed.Without(Wednesday, new(2027, 3, 4), Entered.AddDays(1))!.Days);

        Assert.Equal(At(2027, 3, 18, 20), calendar.EndOfWindow(Entered.AddHours(1), 10, Evening).At);
        Assert.Equal(At(2027, 3, 18, 20), calendar.EndOfWindow(Entered.AddDays(1), 10, Evening).At);
        Assert.DoesNotContain(calendar.EndOfWindow(Entered.AddDays(1), 10, Evening).Because,
            line => line.Contains("office is closed", StringComparison.Ordinal));
        Assert.True(calendar.IsBusinessDay(Wednesday));
    }

    [Theory]
    [InlineData("2027-03-03", "/on")] // today: windows that begin today do not count it anyway
    [InlineData("2030-03-04", "/on")] // further than anybody plans
    [InlineData("2027-03-13", "/on")] // a Saturday
    [InlineData("2027-03-26", "/on")] // Good Friday
    [InlineData("2027-03-10", "/on")] // entered
    [InlineData("2027-03-11", null)]
    public void Only_a_business_day_to_come_is_entered_once(string day, string? fault) =>
        Assert.Equal(fault, Closed.FaultsOf(DateOnly.Parse(day, null), "Why", new(2027, 3, 3)).SingleOrDefault()?.Pointer);

    [Fact]
    public void Day_that_has_come_is_taken_back_no_more() => Assert.Null(Closed.Without(Wednesday, Wednesday, Entered.AddDays(7)));

    /// <summary>A rule that counts with another calendar than its review's would move a promised date.</summary>
    [Fact]
    public void Every_window_of_a_review_is_counted_by_the_closing_days_that_it_holds()
    {
        string[] areas =
            ["core/CtVoice.Core/Reviews", "core/CtVoice.Core/Accountability", "core/CtVoice.Core/Notices", "web/CtVoice.Web/Desk"];
        // The earliest end is of a review to come, counted by the calendar that it is given; ExpeditingTests holds it to what the review
        // then comes to.
        var counts = areas.SelectMany(folder => SourceTree.Files(folder))
            .Where(file => !file.EndsWith("EarliestEnd.cs", StringComparison.Ordinal))
            .SelectMany(file => Regex.Replace(SourceTree.Code(file), @"\s+\.", ".").Split('\n'))
            .Where(line => line.Contains(".EndOfWindow(", StringComparison.Ordinal)
                || line.Contains(".BusinessDaysBefore(", StringComparison.Ordinal)).ToList();

        Assert.True(counts.Count > 15, "The scan found too few windows to mean anything.");
        Assert.All(counts, line => Assert.Contains("calendar.Of(review).", line, StringComparison.Ordinal));
    }

    private static DateTimeOffset At(int year, int month, int day, int hour) =>
        LocalTime.InstantOf(new(year, month, day), new(hour, 0), BusinessCalendar.Zone);
}
