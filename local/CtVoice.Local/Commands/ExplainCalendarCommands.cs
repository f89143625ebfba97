using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CtVoice.Core.Calendar;

namespace CtVoice.Local.Commands;

/// <summary>What hangs under <c>explain</c> about time: when a window closes and why, and the days off of a year.</summary>
internal static class ExplainCalendarCommands
{
    private const int WrongArguments = 2;

    /// <summary>Far beyond any window of the policy, so that a slip of the keyboard is told instead of computed.</summary>
    private const int MostBusinessDays = 1000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // A terminal is no web page: "New Year's Day" stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary><c>window --start INSTANT --business-days N [--at 20:00] [--json]</c>.</summary>
    internal static Command Window()
    {
        var start = new Option<string>("--start")
        {
            Description = "The instant the window starts (2027-03-01T09:00:00-05:00) or its day in Connecticut (2027-03-01).",
            HelpName = "INSTANT",
        };
        var days = new Option<string>("--business-days") { Description = "How many business days it lasts.", HelpName = "N" };
        var at = new Option<string>("--at")
        {
            Description = "Local time of the close.",
            HelpName = "HH:mm",
            DefaultValueFactory = _ => "20:00",
        };
        var json = JsonSwitch();
        var command = new Command("window", "When a window closes, and how that was computed.") { start, days, at, json };
        command.SetAction(parse =>
        {
            var (@out, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            if (StartOf(parse.GetValue(start)) is not { } opened)
                return Refuse(error,
                    "--start must be a day (2027-03-01) or an instant with its offset (2027-03-01T09:00:00-05:00 or ...Z), from 1986 on.");
            if (!TryCount(parse.GetValue(days), 1, MostBusinessDays, out var count))
                return Refuse(error, $"--business-days must be a whole number from 1 to {MostBusinessDays}.");
            if (!TimeOnly.TryParseExact(parse.GetValue(at), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var closing))
                return Refuse(error, "--at must be a local time such as 20:00.");

            var end = BusinessCalendar.Connecticut.EndOfWindow(opened, count, closing);
            var closes = TimeZoneInfo.ConvertTime(end.At, BusinessCalendar.Zone)
                .ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
            @out.WriteLine(parse.GetValue(json)
                ? JsonSerializer.Serialize(new { closes, because = end.Because }, Json)
                : string.Join('\n', end.Because.Prepend($"Closes {closes}")));
            return 0;
        });
        return command;
    }

    /// <summary><c>holidays YEAR [--json]</c>.</summary>
    internal static Command Holidays()
    {
        var year = new Argument<string>("YEAR") { Description = "The calendar year.", Arity = ArgumentArity.ZeroOrOne };
        var json = JsonSwitch();
        var command = new Command("holidays", "The days off of Connecticut in a year (CGS 1-4).") { year, json };
        command.SetAction(parse =>
        {
            var (@out, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            if (!TryCount(parse.GetValue(year), ConnecticutHolidays.FirstYear, ConnecticutHolidays.LastYear, out var asked))
                return Refuse(error, $"YEAR must be a year from {ConnecticutHolidays.FirstYear} to {ConnecticutHolidays.LastYear}.");

            var holidays = ConnecticutHolidays.For(asked);
            @out.WriteLine(parse.GetValue(json)
                ? JsonSerializer.Serialize(holidays.Select(h => h.Date), Json)
                : string.Join('\n',
                    holidays.Select(h => string.Create(CultureInfo.InvariantCulture, $"{h.Date:yyyy-MM-dd ddd}  {h.Reason}"))));
            return 0;
        });
        return command;
    }

    private static Option<bool> JsonSwitch() => new("--json") { Description = "Write JSON for programs." };

    private static DateTimeOffset? StartOf(string? text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Known(day.Year) ? LocalTime.InstantOf(day, TimeOnly.MinValue, BusinessCalendar.Zone) : null;
        return DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            && Known(instant.Year) ? instant : null;
    }

    /// <summary>Instants carry their offset (or Z); one without it could be meant in any zone.</summary>
    private static readonly string[] Instants =
        ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    // Room on both sides for the zone and for the longest window.
    private static bool Known(int year) => year is >= ConnecticutHolidays.FirstYear + 1 and <= ConnecticutHolidays.LastYear - 10;

    private static bool TryCount(string? text, int least, int most, out int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && least <= count && count <= most;

    private static int Refuse(TextWriter error, string message)
    {
        error.WriteLine(message);
        return WrongArguments;
    }
}
