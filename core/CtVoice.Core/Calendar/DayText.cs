using System.Globalization;

namespace CtVoice.Core.Calendar;

/// <summary>Days and times as they are written in explanations for people, in English.</summary>
internal static class DayText
{
    /// <summary>"Friday, March 26, 2027".</summary>
    internal static string Day(DateOnly day) => day.ToString("dddd, MMMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary>"20:00".</summary>
    internal static string Time(TimeOnly time) =>
        time.ToString(time.Ticks % TimeSpan.TicksPerMinute == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>"1 business day", "3 business days".</summary>
    internal static string BusinessDays(int n) =>
        n == 1 ? "1 business day" : string.Create(CultureInfo.InvariantCulture, $"{n} business days");

    /// <summary>"Saturday, March 6, 2027 and Sunday, March 7, 2027".</summary>
    internal static string Days(IEnumerable<DateOnly> days) => string.Join(" and ", days.Select(Day));
}
