using System.Globalization;
using CtVoice.Core.Calendar;

namespace CtVoice.Web.Desk;

/// <summary>Days and times as the desk says them, always in Connecticut's zone.</summary>
public static class DeskTime
{
    /// <summary>"Wed, Mar 31, 5:00 PM"; the year where it is another one.</summary>
    public static string Of(DateTimeOffset at, DateTimeOffset now)
    {
        var (there, here) = (TimeZoneInfo.ConvertTime(at, LocalTime.Connecticut), TimeZoneInfo.ConvertTime(now, LocalTime.Connecticut));
        var time = there.ToString("h:mm tt", CultureInfo.InvariantCulture);
        if (there.Date == here.Date)
            return "Today, " + time;
        return $"{Day(DateOnly.FromDateTime(there.DateTime), now)}, {time}";
    }

    /// <summary>The same within a sentence.</summary>
    public static string Within(DateTimeOffset at, DateTimeOffset now) =>
        Of(at, now) is ['T', 'o', 'd', ..] today ? "t" + today[1..] : Of(at, now);

    /// <summary>"Wed, Mar 31"; the year where it is another one.</summary>
    public static string Day(DateOnly day, DateTimeOffset now) =>
        day.ToString(day.Year == LocalTime.DateIn(LocalTime.Connecticut, now).Year ? "ddd, MMM d" : "ddd, MMM d, yyyy",
            CultureInfo.InvariantCulture);

    /// <summary>"9:20 AM".</summary>
    public static string Clock(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, LocalTime.Connecticut).ToString("h:mm tt", CultureInfo.InvariantCulture);

    /// <summary>"Tuesday, March 30, 2027, 9:20 AM".</summary>
    public static string Whole(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, LocalTime.Connecticut).ToString("dddd, MMMM d, yyyy, h:mm tt", CultureInfo.InvariantCulture);
}
