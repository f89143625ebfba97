namespace CtVoice.Core.Calendar;

/// <summary>From a wall clock to an instant and back.</summary>
public static class LocalTime
{
    /// <summary>The zone of Connecticut.</summary>
    public static TimeZoneInfo Connecticut { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    /// <summary>The date on the wall at that instant.</summary>
    public static DateOnly DateIn(TimeZoneInfo zone, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>
    /// The instant, in UTC, at which clocks in the zone show that date and time. A time that they skip or show twice on
    /// a day of change moves to the first minute after it that they show once.
    /// </summary>
    public static DateTimeOffset InstantOf(DateOnly date, TimeOnly time, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(time);
        // By the minute: zones change on whole minutes. Seconds of the asked time are dropped once it has moved.
        while (zone.IsInvalidTime(local) || zone.IsAmbiguousTime(local))
            local = local.AddTicks(TimeSpan.TicksPerMinute - (local.Ticks % TimeSpan.TicksPerMinute));
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
