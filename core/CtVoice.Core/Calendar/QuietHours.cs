namespace CtVoice.Core.Calendar;

/// <summary>
/// The hours in which we may start a message: 9:00 to 20:00 in the recipient's time (hours of CGS 42-288a, applied to
/// every message that we start). Outside them is quiet.
/// </summary>
public sealed record QuietHours
{
    /// <param name="from">First allowed local time.</param>
    /// <param name="to">Local time from which it is quiet again, the same day.</param>
    /// <exception cref="ArgumentException"><paramref name="to"/> is not after <paramref name="from"/>.</exception>
    public QuietHours(TimeOnly from, TimeOnly to)
    {
        if (to <= from)
            throw new ArgumentException("Sending hours end later on the day they begin.", nameof(to));
        From = from;
        To = to;
    }

    /// <summary>9:00 to 20:00.</summary>
    public static QuietHours Default { get; } = new(new(9, 0), new(20, 0));

    /// <summary>First allowed local time.</summary>
    public TimeOnly From { get; }

    /// <summary>First local time that is quiet again.</summary>
    public TimeOnly To { get; }

    /// <summary>Whether a message may start at that instant. 9:00:00 may, 20:00:00 may not.</summary>
    public bool Allows(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var time = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
        return From <= time && time < To;
    }

    /// <summary>
    /// The first allowed instant from the given one on, in UTC: the instant itself when it is allowed, otherwise the
    /// next opening. An opening is never a local time that clocks skip or show twice.
    /// </summary>
    public DateTimeOffset NextAllowed(DateTimeOffset instant, TimeZoneInfo zone)
    {
        if (Allows(instant, zone))
            return instant.ToUniversalTime();
        // Usually today's or tomorrow's opening. A change of clocks can swallow a whole day (Samoa, 30 December 2011),
        // so every candidate is asked.
        for (var day = LocalTime.DateIn(zone, instant); ; day = day.AddDays(1))
        {
            var opening = LocalTime.InstantOf(day, From, zone);
            if (opening > instant && Allows(opening, zone))
                return opening;
        }
    }
}
