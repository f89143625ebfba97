using CtVoice.Core.Calendar;
using CtVoice.Core.Ledger;

namespace CtVoice.Core.Reviews;

/// <summary>A date that a review has promised and that is still to come.</summary>
/// <param name="What">What happens then.</param>
/// <param name="At">When.</param>
public sealed record PromisedDate(string What, DateTimeOffset At);

/// <summary>
/// The office's closing days travel with each review, as its rules do: a window is counted from what the review holds, on every
/// machine and in every replay the same. Windows that began before a day was known keep their date. Pure.
/// </summary>
public static class KnowingClosingDays
{
    /// <summary>The calendar that a review counts by.</summary>
    public static BusinessCalendar Of(this BusinessCalendar calendar, Review review) => calendar.With(review.ClosingDays);

    /// <summary>The review learns of the closing days; nothing changes when it knows them.</summary>
    public static Decided<bool> Learn(Review review, ClosingDays days, DateTimeOffset now) => review.ClosingDays.SequenceEqual(days.Days)
        ? new(false)
        : new(true, new(now, review with { ClosingDays = days.Days }, LedgerDraft.Of(
            "closing-days-known", Actor.System, ("days", string.Join(' ', days.Standing.Select(d => d.On.ToString("O", null)))))));

    /// <summary>Dates that were promised and would fall later if they were counted with a closing day: they stay.</summary>
    public static IReadOnlyList<PromisedDate> Staying(Review review, DateOnly day, BusinessCalendar calendar) =>
        [.. Promised(review, calendar).Where(p => LocalTime.DateIn(BusinessCalendar.Zone, p.At) >= day).OrderBy(p => p.At)];

    private static IEnumerable<PromisedDate> Promised(Review review, BusinessCalendar calendar)
    {
        if (review is { Stage: ReviewStage.Open, Window: { } window })
            yield return new("Residents may answer until then", window.ClosesAt);
        if (Reporting.GoesOutAt(review, calendar) is { } report)
            yield return new("The report goes out", report.At);
        if (review.Supplement is { SentAt: null } supplement && review.Report is not null)
            yield return new("The supplement goes out", supplement.DueAt);
        foreach (var recommendation in review.Recommendations.Where(r => r.Waits))
            yield return new(FormattableString.Invariant($"Answer to recommendation {recommendation.Number}"), recommendation.DueAt);
    }
}
