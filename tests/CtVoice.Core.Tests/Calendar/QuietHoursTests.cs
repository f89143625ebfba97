using System.Globalization;
using CtVoice.Core.Calendar;

namespace CtVoice.Core.Tests.Calendar;

public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("2027-01-12T13:59:59Z", "America/New_York", false)] // 08:59:59
    [InlineData("2027-01-12T14:00:00Z", "America/New_York", true)] // 09:00:00
    [InlineData("2027-01-13T00:59:59Z", "America/New_York", true)] // 19:59:59
    [InlineData("2027-01-13T01:00:00Z", "America/New_York", false)] // 20:00:00
    [InlineData("2027-07-12T13:00:00Z", "America/New_York", true)] // 09:00 in summer
    [InlineData("2027-07-12T13:00:00Z", "America/Los_Angeles", false)] // 06:00
    [InlineData("2027-07-12T13:00:00Z", "America/Puerto_Rico", true)] // 09:00, never changes
    [InlineData("2027-01-12T13:00:00Z", "America/Puerto_Rico", true)]
    [InlineData("2027-01-12T03:30:00Z", "Asia/Kolkata", true)] // 09:00
    [InlineData("2027-01-12T03:29:59Z", "Asia/Kolkata", false)]
    public void Messages_start_from_nine_until_twenty_in_the_recipients_time(string instant, string zone, bool allowed) =>
        Assert.Equal(allowed, QuietHours.Default.Allows(At(instant), Zone(zone)));

    [Theory]
    [InlineData("2027-03-14T04:30:00Z", "America/New_York", "2027-03-14T13:00:00Z")] // 23:30 EST on Saturday: 9:00 EDT on Sunday
    [InlineData("2027-03-14T12:59:59Z", "America/New_York", "2027-03-14T13:00:00Z")] // 8:59:59 EDT
    [InlineData("2027-11-07T03:30:00Z", "America/New_York", "2027-11-07T14:00:00Z")] // 23:30 EDT: 9:00 EST
    [InlineData("2027-11-07T13:30:00Z", "America/New_York", "2027-11-07T14:00:00Z")] // 8:30 EST; an hour too early by yesterday's offset
    [InlineData("2027-11-07T06:30:00Z", "America/New_York", "2027-11-07T14:00:00Z")] // the second 1:30
    [InlineData("2027-01-13T01:00:00Z", "America/New_York", "2027-01-13T14:00:00Z")] // 20:00 sharp waits for the morning
    [InlineData("2027-01-12T14:00:00Z", "America/New_York", "2027-01-12T14:00:00Z")] // 9:00 sharp goes
    [InlineData("2027-12-31T23:59:59-05:00", "America/New_York", "2028-01-01T14:00:00Z")] // a holiday is no quiet day
    [InlineData("2027-03-28T00:30:00Z", "Europe/Lisbon", "2027-03-28T08:00:00Z")] // their change day: 9:00 is UTC+1
    [InlineData("2027-04-03T20:00:00Z", "Australia/Lord_Howe", "2027-04-03T22:30:00Z")] // half an hour back, to UTC+10:30
    // 20:00 on the 29th, and the 30th does not exist: 9:00 on the 31st at UTC+14
    [InlineData("2011-12-30T06:00:00Z", "Pacific/Apia", "2011-12-30T19:00:00Z")]
    public void The_next_opening_is_nine_oclock_on_the_recipients_clock(string instant, string zone, string opens)
    {
        var next = QuietHours.Default.NextAllowed(At(instant), Zone(zone));

        Assert.Equal(At(opens), next);
        Assert.Equal(TimeSpan.Zero, next.Offset);
    }

    [Theory]
    [InlineData("America/New_York")]
    [InlineData("America/Los_Angeles")]
    [InlineData("Europe/Warsaw")]
    [InlineData("Asia/Kolkata")]
    public void The_next_opening_is_the_first_allowed_instant_at_every_quarter_hour_of_a_year(string zoneName)
    {
        var zone = Zone(zoneName);
        var hours = QuietHours.Default;
        var quarter = TimeSpan.FromMinutes(15);
        DateTimeOffset? expected = null;
        // Backwards, so that the first allowed quarter after each instant is known: openings are on quarters in these zones.
        for (var instant = At("2028-01-02T00:00:00Z"); instant >= At("2027-01-01T00:00:00Z"); instant -= quarter)
        {
            if (hours.Allows(instant, zone))
                expected = instant;
            if (expected is { } first)
                Assert.Equal(first, hours.NextAllowed(instant, zone));
        }

        Assert.NotNull(expected);
    }

    [Fact]
    public void Hours_that_begin_in_a_skipped_time_open_when_the_clocks_go_on()
    {
        var hours = new QuietHours(new(2, 30), new(20, 0));

        // 1:59 EST; 2:30 does not exist; 3:00 EDT.
        Assert.Equal(At("2027-03-14T07:00:00Z"), hours.NextAllowed(At("2027-03-14T06:59:00Z"), Zone("America/New_York")));
    }

    [Fact]
    public void Hours_that_begin_in_a_time_shown_twice_open_after_it()
    {
        var hours = new QuietHours(new(1, 30), new(20, 0));

        Assert.Equal(At("2027-11-07T07:00:00Z"), hours.NextAllowed(At("2027-11-07T05:00:00Z"), Zone("America/New_York")));
    }

    [Fact]
    public void Hours_that_a_change_of_clocks_swallows_open_the_next_day()
    {
        var hours = new QuietHours(new(2, 15), new(2, 45));

        Assert.Equal(At("2027-03-15T06:15:00Z"), hours.NextAllowed(At("2027-03-14T05:00:00Z"), Zone("America/New_York")));
    }

    [Theory]
    [InlineData(9, 9)]
    [InlineData(20, 9)]
    public void Hours_end_later_on_the_day_they_begin(int from, int to) =>
        Assert.Throws<ArgumentException>(() => new QuietHours(new(from, 0), new(to, 0)));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);
}
