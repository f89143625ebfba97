using System.Globalization;
using CtVoice.Core.Calendar;
using PublicHoliday;
using Holiday = CtVoice.Core.Calendar.Holiday;

namespace CtVoice.Core.Tests.Calendar;

/// <summary>
/// The days off against a well-kept library of holidays, which knows the federal ones and those of the stock exchange, and no state's.
/// Each difference is listed here with its reason.
/// </summary>
public sealed class HolidayOracleTests
{
    private const int LastYear = 2400;

    private static readonly CultureInfo American = CultureInfo.GetCultureInfo("en-US");

    private static readonly IReadOnlyList<Holiday> Ours =
        [.. Enumerable.Range(ConnecticutHolidays.FirstYear, LastYear - ConnecticutHolidays.FirstYear + 1)
            .SelectMany(ConnecticutHolidays.For).Where(h => h.Of.Year <= LastYear)];

    [Fact]
    public void Federal_holidays_are_those_of_the_library_on_the_days_on_which_it_has_them_kept()
    {
        var theirs = Theirs(new USAPublicHoliday());
        var ours = Ours.Select(h => (h.Of, h.Date)).ToHashSet();

        // Difference: Lincoln's Birthday and Good Friday are days off in Connecticut (CGS 1-4) and no federal holidays.
        Assert.Equal(["Good Friday", "Lincoln's Birthday"], Ours.Where(h => !theirs.ContainsKey((h.Of, h.Date))).Select(h => h.Name)
            .Distinct().Order(StringComparer.Ordinal));
        // Difference: Juneteenth is federal since 2021 and of Connecticut since 2023 (Public Act 22-128).
        Assert.Equal(
            [new(2021, 6, 19), new DateOnly(2022, 6, 19)], theirs.Keys.Where(theirDay => !ours.Contains(theirDay))
                .Select(theirDay => theirDay.Of).Order());
    }

    [Fact]
    public void Good_friday_is_the_day_on_which_the_library_has_the_stock_exchange_closed()
    {
        var theirs = Theirs(new USANewYorkStockExchangeHoliday()).Where(h => h.Value == "Good Friday").Select(h => h.Key.Of);

        Assert.Equal(Ours.Where(h => h.Name == "Good Friday").Select(h => h.Of), theirs.Order());
    }

    /// <summary>Names by the holiday and the day on which it is kept.</summary>
    private static Dictionary<(DateOnly Of, DateOnly Kept), string> Theirs(PublicHolidayBase library) => Enumerable
        .Range(ConnecticutHolidays.FirstYear, LastYear - ConnecticutHolidays.FirstYear + 1)
        .SelectMany(library.PublicHolidaysInformation)
        .ToDictionary(h => (DateOnly.FromDateTime(h.HolidayDate), DateOnly.FromDateTime(h.ObservedDate)), h => h.GetName(American));
}
