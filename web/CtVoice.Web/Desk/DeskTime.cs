using System.Globalization;
using CtVoice.Core.Calendar;

namespace CtVoice.Web.Desk;

/// <summary>Days and times as the desk says them, always in Connecticut's zone.</summary>
public static class DeskTime
{
    /// <summary>"Wed, Mar 31, 5:00 PM"; the year where it is another one; what begins with a day is that day.</summary>
    public static string Of(DateTimeOffset at, DateTimeOffset now)
    {
        var (there, here) = (TimeZoneInfo.ConvertTime(at, LocalTime.Connecticut), TimeZoneInfo.ConvertTime(now, LocalTime.Connecticut));
        var day = there.Date == here.Date ? "Today" : Day(DateOnly.FromDateTime(there.DateTime), now);
        return there.TimeOfDay == TimeSpan.Zero ? day : $"{day}, {there.ToString("h:mm tt", CultureInfo.InvariantCulture)}";
    }

    /// <summary>The same within a sentence.</summary>
    public static string Within(DateTimeOffset at, DateTimeOffset now) =>
        Of(at, now) is ['T', 'o', ..] today ? "t" + today[1..] : Of(at, now);

    /// <summary>A deadline: one that ends with a day is that day, "Sun, Feb 28".</summary>
    public static string By(DateTimeOffset at, DateTimeOffset now) =>
        TimeZoneInfo.ConvertTime(at, LocalTime.Connecticut).TimeOfDay == TimeSpan.Zero
            ? Day(LocalTime.DateIn(LocalTime.Connecticut, at).AddDays(-1), now)
            : Of(at, now);

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
