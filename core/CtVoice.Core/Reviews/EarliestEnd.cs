using System.Globalization;
using CtVoice.Core.Calendar;

namespace CtVoice.Core.Reviews;

/// <summary>The earliest day on which a review can end, and how it was computed.</summary>
/// <param name="On">The day on which the report goes out.</param>
/// <param name="Because">One plain sentence for each step.</param>
public sealed record EarliestEnd(DateOnly On, IReadOnlyList<string> Because)
{
    /// <summary>At the regular pace.</summary>
    public static EarliestEnd Regular(DateOnly today, ReviewPolicy policy, BusinessCalendar calendar) => Of(today, calendar,
        (policy.TextsDigestAfter, "to make the texts ready"), (policy.WindowBusinessDays, "for residents to answer"),
        (policy.PreviewBusinessDays, "of preview before the report goes out"));

    /// <summary>With the coordinator's consent, when the texts are released at once.</summary>
    public static EarliestEnd Expedited(DateOnly today, ReviewPolicy policy, BusinessCalendar calendar) => Of(today, calendar,
        (Math.Min(policy.ExpeditedBusinessDays, policy.WindowBusinessDays), "for residents to answer, the fewest there can be"),
        (policy.PreviewBusinessDays, "of preview before the report goes out"));

    private static EarliestEnd Of(DateOnly today, BusinessCalendar calendar, params ReadOnlySpan<(int Days, string For)> steps)
    {
        List<string> because = [$"From {DayText.Day(today)}; the day itself does not count."];
        var day = today;
        foreach (var (days, what) in steps)
        {
            var next = calendar.AddBusinessDays(day, days);
            for (var between = day.AddDays(1); between <= next; between = between.AddDays(1))
            {
                if (between.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && calendar.WhyClosed(between) is { } closed)
                    because.Add($"{DayText.Day(between)} does not count: {closed}.");
            }
            because.Add(string.Create(CultureInfo.InvariantCulture, $"{days} business days {what}: {DayText.Day(next)}."));
            day = next;
        }
        return new(day, because);
    }
}
