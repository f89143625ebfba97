namespace CtVoice.Core.Reviews;

/// <summary>Each addressee's part in a review, numbered in the order in which the report first names them.</summary>
public static class AddresseeParts
{
    /// <summary>Their codes; the first is number 1. Recommendations are only ever added, so that a number never changes.</summary>
    public static IReadOnlyList<string> Of(Review review) =>
        [.. review.Recommendations.OrderBy(r => r.Number).Select(r => r.Addressee).Distinct(StringComparer.Ordinal)];

    /// <summary>The code of addressee <paramref name="number"/>, or null.</summary>
    public static string? Find(Review review, int number) =>
        Of(review) is var all && number >= 1 && number <= all.Count ? all[number - 1] : null;

    /// <summary>The number of whoever must answer a recommendation.</summary>
    public static int NumberOf(Review review, string addressee) => 1 + Of(review).ToList().IndexOf(addressee);

    /// <summary>How often the clock of an addressee's part was started, the present one included:
    /// it stops when nothing is left to do.</summary>
    public static int RoundOf(Review review, string addressee) => 1 + review.PartsDone.Count(p => p.Addressee == addressee);
}

/// <summary>For now nothing is left to remind an addressee of, or to escalate; whatever changes that starts the clock again.</summary>
/// <param name="Addressee">Code.</param>
/// <param name="At">When.</param>
public sealed record PartDone(string Addressee, DateTimeOffset At);

/// <summary>A notice to an addressee, or about it to whoever is told of late answers.</summary>
/// <param name="Addressee">Code.</param>
/// <param name="Kind">reminder-before-5, escalation-1, promise-before-30, promise-due, promise-late.</param>
/// <param name="DueAt">When what it is about is due.</param>
/// <param name="Recommendations">Numbers of those it names.</param>
/// <param name="SentAt">When it left.</param>
public sealed record SentNotice(string Addressee, string Kind, DateTimeOffset DueAt, IReadOnlyList<int> Recommendations,
    DateTimeOffset SentAt);
