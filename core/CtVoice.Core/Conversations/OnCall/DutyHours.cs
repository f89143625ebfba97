using CtVoice.Core.Calendar;

namespace CtVoice.Core.Conversations.OnCall;

/// <summary>Hours in which somebody on call is told of danger, each week, by the clocks of Connecticut.</summary>
/// <param name="Days">Days on which they begin.</param>
/// <param name="From">When they begin.</param>
/// <param name="To">When they end; the next morning when that is earlier than <paramref name="From"/>,
/// a whole day when it is the same.</param>
public sealed record DutyHours(IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly To)
{
    private static readonly int[] ThisWeek = [.. Enumerable.Range(0, 8)];

    /// <summary>Whether that instant is in them: the first minute is, the last is not.</summary>
    public bool Cover(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, LocalTime.Connecticut);
        var (time, today) = (TimeOnly.FromDateTime(local.DateTime), local.DayOfWeek);
        if (From < To)
            return Days.Contains(today) && From <= time && time < To;
        // They go past midnight: begun today, or yesterday and not over yet.
        return (Days.Contains(today) && time >= From) || (Days.Contains(Before(today)) && time < To);
    }

    /// <summary>When they begin next after that instant; null when they have no day.</summary>
    public DateTimeOffset? NextStart(DateTimeOffset after)
    {
        var today = LocalTime.DateIn(LocalTime.Connecticut, after);
        var starts = ThisWeek.Select(today.AddDays).Where(day => Days.Contains(day.DayOfWeek))
            .Select(day => LocalTime.InstantOf(day, From, LocalTime.Connecticut))
            .Where(start => start > after).ToList();
        return starts.Count == 0 ? null : starts[0];
    }

    /// <summary>Hours of a week, counted from Monday midnight, in some minute of which none of these are: nobody is told then.</summary>
    public static IReadOnlyList<(DayOfWeek Day, int Hour)> Gaps(IReadOnlyList<DutyHours> all)
    {
        // A week without a change of clocks; half hours are seen by asking every quarter of an hour.
        var monday = new DateOnly(2027, 1, 11);
        return
        [
            .. from day in Enumerable.Range(0, 7)
               from hour in Enumerable.Range(0, 24)
               where Enumerable.Range(0, 4)
                   .Any(quarter =>
                       !all.Any(d => d.Cover(LocalTime.InstantOf(monday.AddDays(day), new(hour, quarter * 15), LocalTime.Connecticut))))
               select (monday.AddDays(day).DayOfWeek, hour),
        ];
    }

    private static DayOfWeek Before(DayOfWeek day) => (DayOfWeek)(((int)day + 6) % 7);
}
