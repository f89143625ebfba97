using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;

namespace CtVoice.Core.Calendar;

/// <summary>
/// Counts business days: Monday to Friday in Connecticut, less the days off and the closing days that it was given. The day that
/// starts a window does not count. A window counts with the closing days that were known when it began, so that a date that was
/// promised stays, whatever is entered or taken back later. Thread-safe.
/// </summary>
public sealed class BusinessCalendar
{
    private readonly Func<int, IReadOnlyList<Holiday>> holidaysOf;
    private readonly ConcurrentDictionary<int, FrozenDictionary<DateOnly, Holiday>> years;
    private readonly IReadOnlyList<ClosingDay> closing;

    /// <summary>A calendar without closing days.</summary>
    /// <param name="holidaysOf">The days off that fall in a year.</param>
    public BusinessCalendar(Func<int, IReadOnlyList<Holiday>> holidaysOf)
        : this(holidaysOf, new(), [])
    {
    }

    private BusinessCalendar(
        Func<int, IReadOnlyList<Holiday>> holidaysOf, ConcurrentDictionary<int, FrozenDictionary<DateOnly, Holiday>> years,
        IReadOnlyList<ClosingDay> closing) =>
        (this.holidaysOf, this.years, this.closing) = (holidaysOf, years, closing);

    /// <summary>The calendar of CGS 1-4.</summary>
    public static BusinessCalendar Connecticut { get; } = new(ConnecticutHolidays.For);

    /// <summary>Where days begin and end: America/New_York.</summary>
    public static TimeZoneInfo Zone => LocalTime.Connecticut;

    /// <summary>The same days off, and these closing days in the place of others.</summary>
    public BusinessCalendar With(IReadOnlyList<ClosingDay> days) =>
        days.Count == 0 && closing.Count == 0 ? this : new(holidaysOf, years, days);

    /// <summary>The calendar as it was known at an instant.</summary>
    public BusinessCalendar AsKnown(DateTimeOffset at) =>
        closing.Count == 0 ? this : With([.. closing.Where(d => d.IsKnownAt(at)).Select(d => d with { RemovedAt = null })]);

    /// <summary>Whether offices are open on that day.</summary>
    public bool IsBusinessDay(DateOnly day) => !IsWeekend(day) && HolidayOn(day) is null && ClosingOn(day) is null;

    /// <summary>Why a day is no business day, for people: "Christmas". Null of a business day.</summary>
    public string? WhyClosed(DateOnly day) => HolidayOn(day)?.Reason
        ?? (ClosingOn(day) is { } closed ? $"the board's office is closed ({closed.Reason})" : IsWeekend(day) ? "weekend" : null);

    /// <summary>The holiday kept on that day, or null.</summary>
    public Holiday? HolidayOn(DateOnly day) =>
        years.GetOrAdd(day.Year, year => holidaysOf(year).ToFrozenDictionary(h => h.Date)).GetValueOrDefault(day);

    private ClosingDay? ClosingOn(DateOnly day) => closing.FirstOrDefault(d => d.On == day && d.RemovedAt is null);

    /// <summary>
    /// The <paramref name="n"/>th business day after the start, or before it when n is negative; the start itself never
    /// counts. With n = 0 the start, whatever day it is.
    /// </summary>
    public DateOnly AddBusinessDays(DateOnly start, int n) => Walk(start, n, _ => { });

    /// <summary>
    /// How many business days lie after <paramref name="from"/>, up to and including <paramref name="to"/>; negative
    /// when <paramref name="to"/> is earlier. For a business day <paramref name="to"/> it undoes <see cref="AddBusinessDays"/>.
    /// </summary>
    public int BusinessDaysBetween(DateOnly from, DateOnly to)
    {
        var step = Math.Sign(to.CompareTo(from));
        var count = 0;
        for (var day = from; day != to;)
        {
            day = day.AddDays(step);
            if (IsBusinessDay(day))
                count += step;
        }

        return count;
    }

    /// <summary>The end of a window: that many business days after the local day of its start, at that local time.</summary>
    /// <param name="start">When the window starts; its local day does not count, whatever the hour.</param>
    /// <param name="businessDays">At least 1.</param>
    /// <param name="at">Local time of the end; one that clocks skip or show twice that day moves on to the next
    /// that they show once.</param>
    /// <param name="promised">When the end was promised, where that was before the window begins:
    /// closing days known since do not move it.</param>
    public ExplainedInstant EndOfWindow(DateTimeOffset start, int businessDays, TimeOnly at, DateTimeOffset? promised = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(businessDays, 1);
        var first = LocalTime.DateIn(Zone, start);
        return AsKnown(promised ?? start).Explain(
            first, businessDays, at,
            $"Counting starts on {DayText.Day(first)}. The day that starts a window does not count.",
            day => $"{DayText.BusinessDays(businessDays)} later is {DayText.Day(day)}.");
    }

    /// <summary>That many business days before the local day of the close, at that local time.</summary>
    /// <param name="close">When the window closes; its local day does not count, whatever the hour.</param>
    /// <param name="n">At least 1.</param>
    /// <param name="at">Local time; see <see cref="EndOfWindow"/>.</param>
    public ExplainedInstant BusinessDaysBefore(DateTimeOffset close, int n, TimeOnly at)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var last = LocalTime.DateIn(Zone, close);
        return Explain(
            last, -n, at,
            $"Counting goes back from {DayText.Day(last)}. That day does not count.",
            day => $"{DayText.BusinessDays(n)} earlier is {DayText.Day(day)}.");
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private ExplainedInstant Explain(DateOnly start, int n, TimeOnly at, string opening, Func<DateOnly, string> arrival)
    {
        var skipped = new List<DateOnly>();
        var day = Walk(start, n, skipped.Add);
        var instant = LocalTime.InstantOf(day, at, Zone);
        return new(instant, [opening, .. Skipped(skipped.Order()), arrival(day), Clock(instant, day, at)]);
    }

    private DateOnly Walk(DateOnly start, int n, Action<DateOnly> skip)
    {
        var day = start;
        for (var left = Math.Abs(n); left > 0;)
        {
            day = day.AddDays(Math.Sign(n));
            if (IsBusinessDay(day))
                left--;
            else
                skip(day);
        }

        return day;
    }

    /// <summary>One sentence per weekend and per holiday, in order.</summary>
    private IEnumerable<string> Skipped(IEnumerable<DateOnly> days)
    {
        var weekend = new List<DateOnly>();
        foreach (var day in days)
        {
            if (weekend.Count > 0 && !(IsWeekend(day) && day == weekend[^1].AddDays(1)))
            {
                yield return Weekend(weekend);
                weekend.Clear();
            }

            if (!IsWeekend(day) || HolidayOn(day) is not null)
                yield return $"{DayText.Day(day)} does not count: {WhyClosed(day)}.";
            else
                weekend.Add(day);
        }

        if (weekend.Count > 0)
            yield return Weekend(weekend);
    }

    private static string Weekend(List<DateOnly> days) =>
        $"{DayText.Days(days)} {(days.Count == 1 ? "does" : "do")} not count: weekend.";

    private static string Clock(DateTimeOffset instant, DateOnly day, TimeOnly asked)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zone);
        var shown = TimeOnly.FromDateTime(local.DateTime);
        var moved = shown == asked && DateOnly.FromDateTime(local.DateTime) == day
            ? ""
            : $" Clocks change that night, so {DayText.Time(asked)} became {DayText.Time(shown)}.";
        var season = Zone.IsDaylightSavingTime(instant) ? "daylight saving time" : "standard time";
        var behind = local.Offset.Negate().TotalHours;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The time is {DayText.Time(shown)} in {Zone.Id}: {season} that day, {behind:0.##} hours behind UTC.{moved}");
    }
}
