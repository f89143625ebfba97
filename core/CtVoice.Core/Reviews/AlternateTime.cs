using CtVoice.Core.Calendar;

namespace CtVoice.Core.Reviews;

/// <summary>When an alternate joins because a member is silent. Nobody is removed: the invitation stays open,
/// counted and paid until the close.</summary>
internal static class AlternateTime
{
    /// <summary>
    /// At half the window, and never before a reminder was delivered; null while none was, and for whoever has an alternate, or is one.
    /// </summary>
    internal static DateTimeOffset? Of(Review review, Invitation invitation, BusinessCalendar calendar)
    {
        if (invitation.AlternateCalled || invitation.Round > 1)
            return null;
        if (invitation.Reminders.Min(r => r.DeliveredAt) is not { } delivered)
            return null;
        var days = review.Policy.WindowBusinessDays + Postage.Of(review);
        var half = calendar.Of(review).EndOfWindow(review.Window!.OpensAt, Math.Max(1, days / 2), review.Policy.RemindsAt).At;
        return half > delivered ? half : delivered;
    }
}
