using CtVoice.Core.Calendar;

namespace CtVoice.Core.Reviews;

/// <summary>Which reminder a silent member gets next, and when: after some business days of silence, and some before the close,
/// each at most once.</summary>
internal static class Reminders
{
    /// <summary>
    /// The reminder that is due or comes next. Where several are due at once, after an outage, only the latest is sent; and
    /// never two messages to a member on one day.
    /// </summary>
    internal static (MessagePurpose Purpose, DateTimeOffset At)? Next(
        Review review, Invitation invitation, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (invitation.Channel is Board.Channel.Letter)
            return ByPost(review, invitation, calendar);
        var policy = review.Policy;
        var close = review.Window!.ClosesAt;
        var latest = invitation.Reminders.Select(r => r.SentAt).Append(invitation.SentAt!.Value).Append(invitation.DateToldAt ?? default)
            .Max();
        var all = policy.RemindBeforeClose
            .Select(days =>
                (Purpose: MessagePurpose.Before(days), calendar.Of(review).BusinessDaysBefore(close, days, policy.RemindsAt).At))
            .Append((Purpose: MessagePurpose.After(policy.RemindAfter),
                calendar.Of(review).EndOfWindow(invitation.SentAt.Value, policy.RemindAfter, policy.RemindsAt).At))
            .Where(r => invitation.Reminders.All(sent => sent.Kind != r.Purpose.Kind))
            .Where(r => r.At < close && LocalTime.DateIn(BusinessCalendar.Zone, r.At) > LocalTime.DateIn(BusinessCalendar.Zone, latest))
            .OrderBy(r => r.At)
            .ToList();
        var due = all.FindLastIndex(r => r.At <= now);
        return due >= 0 ? all[due] : all.Count > 0 ? all[0] : null;
    }

    /// <summary>
    /// One letter more, once silence is known: the days of a reminder after those of the post. None where it would come when it is too
    /// late to answer by post.
    /// </summary>
    private static (MessagePurpose Purpose, DateTimeOffset At)? ByPost(Review review, Invitation invitation, BusinessCalendar calendar)
    {
        var (policy, days) = (review.Policy, Postage.Of(review));
        var purpose = MessagePurpose.After(policy.RemindAfter);
        if (days == 0 || invitation.Reminders.Any(sent => sent.Kind == purpose.Kind))
            return null;
        var at = calendar.Of(review).EndOfWindow(invitation.SentAt!.Value, policy.RemindAfter + days, policy.RemindsAt).At;
        return Postage.Holds(review, days, at, review.Window!.ClosesAt, calendar) ? (purpose, at) : null;
    }
}
