using System.Globalization;
using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Accountability;

/// <summary>What a recommendation's workflow sees: which notice comes next, and when the answer becomes overdue.</summary>
/// <param name="Over">Answered, or every escalation was made; overdue stays public.</param>
/// <param name="Notice">The notice that comes next; null when none is known to.</param>
/// <param name="NoticeAt">From when on it is due.</param>
/// <param name="OverdueAt">When the answer becomes overdue; null once it is.</param>
public sealed record RecommendationSight(bool Over, string? Notice = null, DateTimeOffset? NoticeAt = null, DateTimeOffset? OverdueAt = null)
{
    /// <summary>The sight of one recommendation.</summary>
    public static RecommendationSight Of(Review review, int number, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (review.Recommendations.FirstOrDefault(r => r.Number == number) is not { Answer: null } recommendation)
            return new(true);
        if (recommendation.OverdueSince is null)
        {
            var reminder = NextReminder(review.Policy, recommendation, calendar, now);
            return new(false, reminder?.Kind, reminder?.At, recommendation.DueAt);
        }
        var next = recommendation.Notices.Count(n => IsEscalation(n.Kind)) + 1;
        if (next > review.Policy.Escalations)
            return new(true);
        var at = next == 1
            ? recommendation.DueAt
            : calendar.EndOfWindow(recommendation.DueAt, (next - 1) * review.Policy.EscalateEvery, review.Policy.RemindsAt).At;
        return new(false, Escalation(next), at);
    }

    /// <summary>True for a notice that goes to OPM instead of the addressee.</summary>
    public static bool IsEscalation(string notice) => notice.StartsWith("escalation", StringComparison.Ordinal);

    private static string Escalation(int n) => string.Create(CultureInfo.InvariantCulture, $"escalation-{n}");

    private static (string Kind, DateTimeOffset At)? NextReminder(
        ReviewPolicy policy, Recommendation recommendation, BusinessCalendar calendar, DateTimeOffset now)
    {
        var all = policy.RemindBeforeAnswer
            .Select(days => (
                Kind: string.Create(CultureInfo.InvariantCulture, $"reminder-before-{days}"),
                calendar.BusinessDaysBefore(recommendation.DueAt, days, policy.RemindsAt).At))
            .Where(r => recommendation.Notices.All(n => n.Kind != r.Kind) && r.At > recommendation.SentAt)
            .OrderBy(r => r.At)
            .ToList();
        // After an outage only the latest of those due is sent; what it would have said before is past.
        var due = all.FindLastIndex(r => r.At <= now);
        if (due >= 0)
            return recommendation.Notices.All(n => n.SentAt < all[due].At) ? all[due] : null;
        return all.Count > 0 ? all[0] : null;
    }
}
