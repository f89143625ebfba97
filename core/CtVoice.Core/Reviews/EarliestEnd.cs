using System.Globalization;
using CtVoice.Core.Board;
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
    public static EarliestEnd Regular(DateTimeOffset now, ReviewPolicy policy, BusinessCalendar calendar, BoardTime? board = null)
    {
        var steps = new Steps(now, calendar);
        steps.Pass(policy.TextsDigestAfter, policy.RemindsAt, "to make the texts ready");
        return Asked(steps, policy, policy.WindowBusinessDays, "for residents to answer", board ?? BoardTime.None);
    }

    /// <summary>With the coordinator's consent, when the texts are released at once.</summary>
    /// <remarks>The post has no days then: the day is promised. Public notice stands as long as ever.</remarks>
    public static EarliestEnd Expedited(DateTimeOffset now, ReviewPolicy policy, BusinessCalendar calendar, BoardTime? board = null) =>
        Asked(new(now, calendar), policy, Math.Min(policy.ExpeditedBusinessDays, policy.WindowBusinessDays),
            "for residents to answer, the fewest there can be", (board ?? BoardTime.None) with { PostageDays = 0 });

    /// <summary>The days that a project which comes now is measured by.</summary>
    public static IntakeDates Dates(DateTimeOffset now, ReviewPolicy policy, BusinessCalendar calendar, BoardTime? board = null) => new(
        LocalTime.DateIn(BusinessCalendar.Zone, now), Expedited(now, policy, calendar, board).On, Regular(now, policy, calendar, board).On);

    private static EarliestEnd Asked(Steps steps, ReviewPolicy policy, int window, string answering, BoardTime board)
    {
        var released = steps.At;
        // Where nothing waits to be stopped, the window opens all the same with the first message, which leaves within the hours.
        steps.Leave(SendingHours.FirstFrom(Departing.Leaves(policy, released)), policy.StopForMinutes ?? 0);
        steps.Stand(PublicNotice.After(board.NoticeHours, released, steps.At), board.NoticeHours);
        var opens = steps.At;
        steps.Pass(window + board.PostageDays, policy.ClosesAt, answering + ForThePost(board));
        steps.Pass(policy.PreviewBusinessDays + board.PostageDays, policy.RemindsAt,
            "of preview before the report goes out" + ForThePost(board), promised: opens);
        var extension = policy.ExtensionBusinessDays + board.PostageDays;
        steps.Add(string.Create(CultureInfo.InvariantCulture,
            $"If fewer than {policy.Quorum} have answered by the close, {DayText.BusinessDays(extension)} "
                + $"{(extension == 1 ? "is" : "are")} added, once{ForThePost(board)}."));
        return new(steps.Day, steps.Because);
    }

    private static string ForThePost(BoardTime board) => board.PostageDays == 0 ? ""
        : string.Create(CultureInfo.InvariantCulture, $", {board.PostageDays} of them for the post");

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
            if (moved)
                because.Add($"What is asked {(minutes > 0 ? Of("can be stopped for", minutes, "minutes and ") : "")}leaves between 9 AM "
                    + $"and 8 PM: {Moment()}.");
        }

        internal void Stand(DateTimeOffset asked, int hours)
        {
            if (asked == At)
                return;
            At = asked;
            because.Add($"Those asked can be a majority of the board: {Of("question and date are public for", hours, "hours before")}: "
                + $"{Moment()}.");
        }

        private static string Of(string before, int n, string after) =>
            string.Create(CultureInfo.InvariantCulture, $"{before} {n} {after}");

        private string Moment() => string.Create(CultureInfo.InvariantCulture,
            $"{DayText.Day(Day)}, {TimeZoneInfo.ConvertTime(At, BusinessCalendar.Zone):h:mm tt}");
    }
}
