using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;

namespace CtVoice.Core.Notices;

/// <summary>A notice that waits to be told to one mailbox.</summary>
/// <param name="Key">Names it among those of the mailbox.</param>
/// <param name="ReviewId">The review that it is about.</param>
/// <param name="Kind">What it says.</param>
/// <param name="At">The instant of the decision that it follows from.</param>
public sealed record WaitingNotice(string Key, string ReviewId, NoticeKind Kind, DateTimeOffset At);

/// <summary>
/// Which notices leave together, and when. Whatever is told to a mailbox leaves at once, <see cref="Settling"/> aside, in which what
/// happens at nearly the same time becomes one mail; then nothing more leaves on that day in Connecticut, but waits for nine on the
/// next business day and is gathered in one mail. A moved date, an ended review and what is overdue wait for no other day; the mail
/// that tells them takes along whatever waits. Offices know no quiet hours: mail wakes nobody there. Pure.
/// </summary>
public static class Gathering
{
    /// <summary>How long the first notice waits for others.</summary>
    public static TimeSpan Settling { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Local time in Connecticut at which what had to wait for another day leaves.</summary>
    public static TimeOnly Morning { get; } = new(9, 0);

    /// <summary>The notices that leave now, and when to look again for the others; null when none waits.</summary>
    /// <param name="waiting">Everything that waits for the mailbox.</param>
    /// <param name="toldAt">When the mailbox was last told something that is told once a day; null when never.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="now">The instant.</param>
    public static (IReadOnlyList<WaitingNotice> Leaving, DateTimeOffset? Again) Now(
        IReadOnlyList<WaitingNotice> waiting, DateTimeOffset? toldAt, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (waiting.Count == 0)
            return ([], null);
        var limited = toldAt is { } told && DayOf(told) == DayOf(now) ? Opening(calendar, now) : DateTimeOffset.MinValue;
        var at = waiting.Min(n => n.Kind.Unlimited ? n.At + Settling : Later(n.At + Settling, limited));
        return at <= now ? (waiting, null) : ([], at);
    }

    private static DateTimeOffset Opening(BusinessCalendar calendar, DateTimeOffset now) =>
        LocalTime.InstantOf(calendar.AddBusinessDays(DayOf(now), 1), Morning, BusinessCalendar.Zone);

    private static DateOnly DayOf(DateTimeOffset instant) => LocalTime.DateIn(BusinessCalendar.Zone, instant);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
