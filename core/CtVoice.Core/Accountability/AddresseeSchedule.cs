using System.Globalization;
using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Accountability;

/// <summary>One thing that an addressee's clock does.</summary>
/// <param name="Kind"><see cref="AddresseeSchedule.Overdue"/>, <see cref="AddresseeSchedule.NotDelivered"/>,
/// or the kind of a notice.</param>
/// <param name="DueAt">When what it is about is due.</param>
/// <param name="At">From when on it is to be done.</param>
public sealed record ClockStep(string Kind, DateTimeOffset DueAt, DateTimeOffset At)
{
    /// <summary>True for a message; false for a fact that becomes public.</summary>
    public bool IsNotice() => Kind is not (AddresseeSchedule.Overdue or AddresseeSchedule.NotDelivered);
}

/// <summary>What an addressee's workflow sees: what comes next, and when. Null when nothing is left to do.</summary>
/// <param name="Next">The next step, due or to come.</param>
public sealed record AddresseeSchedule(ClockStep? Next)
{
    /// <summary>Answers become publicly overdue.</summary>
    public const string Overdue = "overdue";

    /// <summary>Commitments become publicly not delivered.</summary>
    public const string NotDelivered = "not-delivered";

    private const string Escalation = "escalation-";
    private const string Promised = "promise-";

    /// <summary>True for a notice that goes to whoever is told of late answers instead of the addressee.</summary>
    public static bool IsEscalation(string notice) => notice.StartsWith(Escalation, StringComparison.Ordinal);

    /// <summary>True for a notice about what was promised; the others are about an answer.</summary>
    public static bool IsAboutPromise(string notice) => notice.StartsWith(Promised, StringComparison.Ordinal);

    /// <summary>The schedule of one addressee's part in a review.</summary>
    public static AddresseeSchedule Of(Review review, string addressee, BusinessCalendar calendar, DateTimeOffset now) => new(
        review.Recommendations.Where(r => r.Addressee == addressee)
            .SelectMany(r => NextOf(review, r, calendar, now))
            // Facts before messages about them; of equals always the same one.
            .OrderBy(s => s.At).ThenBy(s => s.IsNotice()).ThenBy(s => s.Kind, StringComparer.Ordinal).ThenBy(s => s.DueAt)
            .FirstOrDefault());

    /// <summary>The recommendations that a step is about: all of the addressee's with the same due instant that need it now.</summary>
    public static IReadOnlyList<Recommendation> About(Review review, string addressee, ClockStep step, BusinessCalendar calendar,
        DateTimeOffset now) =>
        [.. review.Recommendations.Where(r => r.Addressee == addressee && NextOf(review, r, calendar, now).Contains(step))];

    // Both at once while it is asked once more: until the final answer comes, the one before holds with what it promised.
    private static IEnumerable<ClockStep> NextOf(Review review, Recommendation recommendation, BusinessCalendar calendar,
        DateTimeOffset now)
    {
        if (recommendation.Waits && Answer(review, recommendation, calendar, now) is { } answer)
            yield return answer;
        if (recommendation.Commitment is { Delivered: false } commitment && !Informing.Pauses(recommendation)
            && Promise(review, recommendation, commitment, calendar, now) is { } promise)
            yield return promise;
    }

    private static ClockStep? Answer(Review review, Recommendation recommendation, BusinessCalendar calendar, DateTimeOffset now)
    {
        var policy = review.Policy;
        var due = recommendation.DueAt;
        if (recommendation.OverdueSince is not null)
        {
            var escalations = Enumerable.Range(0, policy.Escalations).Select(n => Step(
                Escalation, n + 1, n == 0 ? due : calendar.Of(review).EndOfWindow(due, n * policy.EscalateEvery, policy.RemindsAt).At));
            return Latest(review, recommendation.Number, escalations, now);
        }
        var reminders = policy.RemindBeforeAnswer
            .Select(days => Step("reminder-before-", days, calendar.Of(review).BusinessDaysBefore(due, days, policy.RemindsAt).At))
            .Where(step => step.At > recommendation.DueSince && step.At < due);
        return Earlier(Latest(review, recommendation.Number, reminders, now), new(Overdue, due, due), now);

        ClockStep Step(string kind, int n, DateTimeOffset at) => new(string.Create(CultureInfo.InvariantCulture, $"{kind}{n}"), due, at);
    }

    private static ClockStep? Promise(Review review, Recommendation recommendation, Commitment commitment, BusinessCalendar calendar,
        DateTimeOffset now)
    {
        var policy = review.Policy;
        var due = commitment.DueAt;
        var late = Delivering.Late(commitment, policy);
        var reminders = policy.RemindBeforeCommitment
            .Select(days =>
                (Kind: string.Create(CultureInfo.InvariantCulture, $"{Promised}before-{days}"), Day: commitment.DueOn.AddDays(-days)))
            .Append((Kind: Promised + "due", Day: commitment.DueOn))
            .Append((Kind: Promised + "late", Day: LocalTime.DateIn(BusinessCalendar.Zone, late)))
            .Select(r => new ClockStep(r.Kind, due, Morning(r.Day, policy, calendar.Of(review))))
            .Where(step => step.At > commitment.Since);
        var next = Latest(review, recommendation.Number, reminders, now);
        return commitment.NotDeliveredSince is null ? Earlier(next, new(NotDelivered, due, late), now) : next;
    }

    private static ClockStep Earlier(ClockStep? notice, ClockStep fact, DateTimeOffset now) =>
        // What is public from now on is public before anybody is reminded of it.
        notice is null || fact.At <= now || fact.At <= notice.At ? fact : notice;

    /// <summary>The step that is due or comes next. Where several are due at once, after an outage, only the latest is taken.</summary>
    private static ClockStep? Latest(Review review, int number, IEnumerable<ClockStep> steps, DateTimeOffset now)
    {
        var all = steps.OrderBy(s => s.At).ToList();
        if (all.Count == 0)
            return null;
        var sent = review.Notices.Where(n => n.DueAt == all[0].DueAt && n.Recommendations.Contains(number)).ToList();
        var latest = all.FindLastIndex(s => s.At <= now);
        if (latest >= 0 && sent.All(n => n.Kind != all[latest].Kind && n.SentAt < all[latest].At))
            return all[latest];
        return latest + 1 < all.Count ? all[latest + 1] : null;
    }

    /// <summary>The morning of that day, or of the next on which offices are open.</summary>
    internal static DateTimeOffset Morning(DateOnly day, ReviewPolicy policy, BusinessCalendar calendar) => LocalTime.InstantOf(
        calendar.IsBusinessDay(day) ? day : calendar.AddBusinessDays(day, 1), policy.RemindsAt, BusinessCalendar.Zone);
}
