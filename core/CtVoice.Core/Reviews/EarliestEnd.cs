using System.Globalization;
using CtVoice.Core.Calendar;
using CtVoice.Core.Projects;

namespace CtVoice.Core.Reviews;

/// <summary>
/// The earliest day on which the report of a review can go out, and how it was computed: with the hours in which messages leave, the
/// minutes in which they can be stopped, days off and closing days, by the same rules that the review is run by. Pure.
/// </summary>
/// <param name="On">The day on which the report goes out.</param>
/// <param name="Because">One plain sentence for each step.</param>
public sealed record EarliestEnd(DateOnly On, IReadOnlyList<string> Because)
{
    /// <summary>At the regular pace, for a project that comes now.</summary>
    public static EarliestEnd Regular(DateTimeOffset now, ReviewPolicy policy, BusinessCalendar calendar, int postageDays = 0)
    {
        var steps = new Steps(now, calendar);
        steps.Pass(policy.TextsDigestAfter, policy.RemindsAt, "to make the texts ready");
        return Asked(steps, policy, policy.WindowBusinessDays + postageDays, postageDays == 0 ? "for residents to answer"
            : string.Create(CultureInfo.InvariantCulture, $"for residents to answer, {postageDays} of them for the post"));
    }

    /// <summary>With the coordinator's consent, when the texts are released at once.</summary>
    public static EarliestEnd Expedited(DateTimeOffset now, ReviewPolicy policy, BusinessCalendar calendar) => Asked(
        new(now, calendar), policy, Math.Min(policy.ExpeditedBusinessDays, policy.WindowBusinessDays),
        "for residents to answer, the fewest there can be");

    /// <summary>The days that a project which comes now is measured by.</summary>
    public static IntakeDates Dates(DateTimeOffset now, ReviewPolicy policy, BusinessCalendar calendar, int postageDays = 0) => new(
        LocalTime.DateIn(BusinessCalendar.Zone, now), Expedited(now, policy, calendar).On, Regular(now, policy, calendar, postageDays).On);

    private static EarliestEnd Asked(Steps steps, ReviewPolicy policy, int window, string answering)
    {
        steps.Leave(Departing.Leaves(policy, steps.At), policy.StopForMinutes ?? 0);
        var opens = steps.At;
        steps.Pass(window, policy.ClosesAt, answering);
        steps.Pass(policy.PreviewBusinessDays, policy.RemindsAt, "of preview before the report goes out", promised: opens);
        steps.Add(string.Create(CultureInfo.InvariantCulture,
            $"If fewer than {policy.Quorum} have answered by the close, {DayText.BusinessDays(policy.ExtensionBusinessDays)} "
                + $"{(policy.ExtensionBusinessDays == 1 ? "is" : "are")} added, once."));
        return new(steps.Day, steps.Because);
    }

    /// <summary>Step after step from an instant on.</summary>
    private sealed class Steps(DateTimeOffset from, BusinessCalendar calendar)
    {
        private readonly List<string> because =
            [$"From {DayText.Day(LocalTime.DateIn(BusinessCalendar.Zone, from))}; the day on which a time begins does not count."];

        internal DateTimeOffset At { get; private set; } = from;

        internal DateOnly Day => LocalTime.DateIn(BusinessCalendar.Zone, At);

        internal IReadOnlyList<string> Because => because;

        internal void Add(string line) => because.Add(line);

        internal void Pass(int businessDays, TimeOnly at, string what, DateTimeOffset? promised = null)
        {
            var (begins, end) = (Day, calendar.EndOfWindow(At, businessDays, at, promised));
            At = end.At;
            var known = calendar.AsKnown(promised ?? At);
            for (var day = begins.AddDays(1); day <= Day; day = day.AddDays(1))
            {
                if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && known.WhyClosed(day) is { } closed)
                    because.Add($"{DayText.Day(day)} does not count: {closed}.");
            }
            because.Add($"{DayText.BusinessDays(businessDays)} {what}: {DayText.Day(Day)}.");
        }

        internal void Leave(DateTimeOffset leaves, int minutes)
        {
            var moved = leaves != At;
            At = leaves;
            if (!moved)
                return;
            var time = TimeZoneInfo.ConvertTime(At, BusinessCalendar.Zone).ToString("h:mm tt", CultureInfo.InvariantCulture);
            because.Add(string.Create(CultureInfo.InvariantCulture,
                $"What is asked {(minutes > 0 ? $"can be stopped for {minutes} minutes and " : "")}leaves between 9 AM and 8 PM: "
                    + $"{DayText.Day(Day)}, {time}."));
        }
    }
}
