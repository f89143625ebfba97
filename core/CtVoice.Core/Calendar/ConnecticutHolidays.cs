namespace CtVoice.Core.Calendar;

/// <summary>
/// The legal holidays of Connecticut (CGS 1-4). Good Friday and Thanksgiving are days "appointed by the Governor or
/// the President"; both are proclaimed every year.
/// </summary>
public static class ConnecticutHolidays
{
    /// <summary>The first year that can be asked for: Martin Luther King Day has its present date since 1986.</summary>
    public const int FirstYear = 1986;

    /// <summary>The last year that can be asked for; its last day off may belong to the year after.</summary>
    public const int LastYear = 9998;

    /// <summary>Juneteenth was added by Public Act 22-128 and first kept in 2023.</summary>
    private const int FirstJuneteenth = 2023;

    /// <summary>
    /// The days off that fall in the year, in order. A holiday on a Saturday is kept on the Friday before, one on a
    /// Sunday on the Monday after, so the list holds 31 December when the next year starts on a Saturday, and lacks
    /// New Year's Day when its own year does.
    /// </summary>
    /// <param name="year">A year from <see cref="FirstYear"/> to <see cref="LastYear"/>.</param>
    public static IReadOnlyList<Holiday> For(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        return [.. Named(year).Append(NewYear(year + 1)).Where(h => h.Date.Year == year)];
    }

    private static IEnumerable<Holiday> Named(int year)
    {
        yield return NewYear(year);
        yield return Kept("Martin Luther King Day", Nth(3, DayOfWeek.Monday, year, 1));
        yield return Kept("Lincoln's Birthday", new(year, 2, 12));
        yield return Kept("Washington's Birthday", Nth(3, DayOfWeek.Monday, year, 2));
        yield return Kept("Good Friday", Easter(year).AddDays(-2));
        yield return Kept("Memorial Day", Nth(1, DayOfWeek.Monday, year, 6).AddDays(-7));
        if (year >= FirstJuneteenth)
            yield return Kept("Juneteenth", new(year, 6, 19));
        yield return Kept("Independence Day", new(year, 7, 4));
        yield return Kept("Labor Day", Nth(1, DayOfWeek.Monday, year, 9));
        yield return Kept("Columbus Day", Nth(2, DayOfWeek.Monday, year, 10));
        yield return Kept("Veterans Day", new(year, 11, 11));
        yield return Kept("Thanksgiving", Nth(4, DayOfWeek.Thursday, year, 11));
        yield return Kept("Christmas", new(year, 12, 25));
    }

    private static Holiday NewYear(int year) => Kept("New Year's Day", new(year, 1, 1));

    private static Holiday Kept(string name, DateOnly day) => new(
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(-1),
            DayOfWeek.Sunday => day.AddDays(1),
            _ => day,
        },
        name,
        day);

    private static DateOnly Nth(int n, DayOfWeek weekday, int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((weekday - first.DayOfWeek + 7) % 7) + (7 * (n - 1)));
    }

    /// <summary>Easter Sunday in the Gregorian calendar: the Sunday after the first church full moon of spring.</summary>
    private static DateOnly Easter(int year)
    {
        var century = year / 100;
        // Days between the March equinox and the full moon: the 19-year moon cycle, with the Gregorian corrections for
        // the leap days left out and for the drift of the moon.
        var moon = ((19 * (year % 19)) + century - (century / 4) - (((8 * century) + 13) / 25) + 15) % 30;
        // Two dates that the church tables never use, so that the moon stays within 29 days.
        if (moon == 29 || (moon == 28 && year % 19 > 10))
            moon--;
        var fullMoon = new DateOnly(year, 3, 21).AddDays(moon);
        return fullMoon.AddDays(7 - (int)fullMoon.DayOfWeek);
    }
}
