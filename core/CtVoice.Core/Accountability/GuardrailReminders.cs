using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Accountability;

/// <summary>
/// When the agency that asked is reminded of a guardrail: in the mornings on which it would be reminded of a commitment, and once more on
/// the morning on which the guardrail is broken. Nobody is reminded before the report is out, which makes guardrails public, nor of one
/// that is shown to be in place. Pure: whoever is told of something keeps a row of it, so that it may be asked for every day.
/// </summary>
public static class GuardrailReminders
{
    /// <summary>For how many days a morning that was missed is made up for.</summary>
    public const int MadeUpFor = 7;

    /// <summary>The reminders of today, and of the days before that nobody may have seen to; of each guardrail only the latest.</summary>
    public static IReadOnlyList<Effect.Tell> Of(Review review, BusinessCalendar calendar, DateTimeOffset now)
    {
        var today = DayOf(now);
        return [.. review.Guardrails
            .Select(g => Steps(review, g, calendar).Where(s => DayOf(s.At) <= today).OrderBy(s => s.At).LastOrDefault())
            .OfType<Effect.Tell>().Where(s => DayOf(s.At) > today.AddDays(-MadeUpFor)).Distinct()];
    }

    /// <summary>The guardrails that a reminder is about, as things stand: those that still need it.</summary>
    public static IReadOnlyList<Guardrail> About(Review review, string kind, DateTimeOffset at, BusinessCalendar calendar) =>
        [.. review.Guardrails.Where(g => Steps(review, g, calendar).Any(s => s.Kind == kind && s.At == at))];

    private static IEnumerable<Effect.Tell> Steps(Review review, Guardrail guardrail, BusinessCalendar calendar)
    {
        var (promise, policy) = (guardrail.Promise, review.Policy);
        if (review is not { Report: { } report, Stage: not ReviewStage.Cancelled } || promise.Delivered)
            return [];
        // What was past when the day was promised, made public, or evidence was rejected, is no news.
        var since = new[] { promise.Since, report.SentAt, promise.Evidence is [.., { Word: { } word }] ? word.At : promise.Since }.Max();
        var late = DayOf(Delivering.Late(promise, policy));
        var broken = late > DayOf(since) ? late : DayOf(since).AddDays(1);
        return policy.RemindBeforeCommitment.Append(0).Select(days => Step(NoticeKinds.GuardrailDue, promise.DueOn.AddDays(-days)))
            .Where(step => step.At > since)
            .Append(Step(NoticeKinds.GuardrailBroken, broken));

        // By the closing days known when that day began: one that is entered later makes no second reminder.
        Effect.Tell Step(string kind, DateOnly day) => new(kind, review.Agency,
            AddresseeSchedule.Morning(day, policy, calendar.Of(review).AsKnown(Commitment.StartOf(day))));
    }

    private static DateOnly DayOf(DateTimeOffset instant) => LocalTime.DateIn(BusinessCalendar.Zone, instant);
}
