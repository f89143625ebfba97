using CtVoice.Core.Calendar;

namespace CtVoice.Core.Board;

/// <summary>
/// When a message may leave: in the hours of its recipient (<see cref="QuietHours"/>; CGS 42-288a), wherever they live. Offices are in
/// Connecticut, and so is whoever is not known. An answer to a message just received needs no hour; whoever sends it says so.
/// </summary>
public static class SendingHours
{
    /// <summary>Null when a message to a member may leave now; otherwise when it may.</summary>
    /// <param name="member">The recipient; null when nobody knows who it is.</param>
    /// <param name="now">When it would leave.</param>
    public static DateTimeOffset? WaitFor(Member? member, DateTimeOffset now) => Wait(now, ZoneOf(member));

    /// <summary>The same for a message to an office.</summary>
    public static DateTimeOffset? WaitForOffice(DateTimeOffset now) => Wait(now, LocalTime.Connecticut);

    /// <summary>
    /// When messages to many leave that are due at an instant: by Connecticut's hours, so that all of it can be said in one time of day.
    /// Each still waits for its own recipient's.
    /// </summary>
    public static DateTimeOffset FirstFrom(DateTimeOffset due) => QuietHours.Default.NextAllowed(due, LocalTime.Connecticut);

    /// <summary>When a member's next day of messages begins, after a day of theirs.</summary>
    public static DateTimeOffset MorningAfter(DateOnly day, TimeZoneInfo zone) =>
        QuietHours.Default.NextAllowed(LocalTime.InstantOf(day.AddDays(1), QuietHours.Default.From, zone), zone);

    private static TimeZoneInfo ZoneOf(Member? member) =>
        member is null ? LocalTime.Connecticut : TimeZoneInfo.FindSystemTimeZoneById(member.Zone);

    private static DateTimeOffset? Wait(DateTimeOffset now, TimeZoneInfo zone) =>
        QuietHours.Default.NextAllowed(now, zone) is var allowed && allowed > now ? allowed : null;
}
