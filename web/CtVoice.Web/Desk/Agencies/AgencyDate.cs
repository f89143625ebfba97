using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;

namespace CtVoice.Web.Desk.Agencies;

/// <summary>A date of a review, as an agency may know it.</summary>
/// <param name="At">When.</param>
/// <param name="What">What happens then.</param>
/// <param name="Because">Why then.</param>
/// <param name="Mine">It is the agency's to keep.</param>
/// <param name="Day">The day, where no time of it is meant.</param>
public sealed record AgencyDate(DateTimeOffset At, string What, IReadOnlyList<string> Because, bool Mine = false, DateOnly? Day = null)
{
    /// <summary>Every date of a review, in the order in which they come.</summary>
    internal static IReadOnlyList<AgencyDate> Of(Review review, string? agency, BusinessCalendar calendar, DateTimeOffset now) =>
        [.. All(review, agency, calendar, now).OrderBy(d => d.At)];

    private static IEnumerable<AgencyDate> All(Review review, string? agency, BusinessCalendar calendar, DateTimeOffset now)
    {
        var (schedule, policy) = (ReviewSchedule.Of(review, calendar, now), review.Policy);
        yield return new(review.SubmittedAt, "The project arrived", []);
        if (schedule.DecideBy is { } decide)
            yield return new(decide, "Residents are asked unless the board’s office decides otherwise before",
                [$"The office decides within {policy.CoordinatorDecidesWithin} business days."]);
        if (schedule.TextsEscalateAt is { } late)
            yield return new(late, "It is public that the texts are late, if they are not ready",
                [$"{policy.TextsEscalateAfter} business days after the panel was chosen."]);
        if (review.Window is { } window)
        {
            yield return new(window.OpensAt, "Residents were asked", []);
            if (review.ClosedAt is { } closed && closed < window.ClosesAt)
                yield return new(closed, "Everybody had answered, and it closed", []);
            else
                yield return new(window.ClosesAt, "Replies are taken until then",
                    window.ExtendedBecause is { } moved ? [.. window.Because, $"It was moved: {moved}"] : window.Because);
        }
        if (review.Report is { } report)
            yield return new(report.SentAt, "The report went out", []);
        else if (Reporting.GoesOutAt(review, calendar) is { } goesOut)
            yield return new(goesOut.At, "The report goes out", goesOut.Because);
        if (review.Supplement is { } supplement)
            yield return new(supplement.SentAt
                ?? supplement.DueAt, supplement.SentAt is null
                    ? "A supplement to the report goes out"
                    : "A supplement to the report went out", supplement.DueBecause);
        foreach (var r in review.Recommendations)
        {
            var mine = agency is not null && r.Addressee == agency;
            yield return new(r.DueAt, mine
                ? $"Your answer to recommendation {r.Number}{(r.Waits ? "" : " was due")}"
                : $"Answer of {ReviewWords.Agency(r.Addressee)} to recommendation {r.Number}", r.DueBecause, mine && r.Waits);
            if (r.Commitment is { } promised)
            {
                yield return new(
                    promised.DueAt, $"{(mine ? "You" : ReviewWords.Agency(r.Addressee))} promised for recommendation {r.Number}",
                    [promised.DueByPolicy ? "The answer named no day; this one is the policy’s." : "The answer names this day.",
                        .. promised.NewDates.Select(d => $"It was moved from {ReviewWords.Day(d.From)}: {d.Reason}")],
                    mine && !promised.Delivered, promised.DueOn);
            }
        }
        if (schedule.TellAt is { } tell)
            yield return new(tell, "Residents are told of the answers", ["When all are in, or the first date has passed."]);
        if (schedule.CountAt is { } count)
            yield return new(count, "It is counted whether residents were answered", []);
    }
}
