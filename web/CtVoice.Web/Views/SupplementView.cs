using CtVoice.Core.Reviews;

namespace CtVoice.Web.Views;

/// <summary>The one supplement to a report: what was decided after it, with one date for all of it.</summary>
/// <param name="DueAt">When it goes out.</param>
/// <param name="DueBecause">How that date was computed.</param>
/// <param name="SentAt">When it went out; absent until then.</param>
/// <param name="Recommendations">Numbers of the recommendations that it brought.</param>
public sealed record SupplementView(DateTimeOffset DueAt, IReadOnlyList<string> DueBecause, DateTimeOffset? SentAt,
    IReadOnlyList<int> Recommendations)
{
    internal static SupplementView? Of(Review review) => review.Supplement is not { } supplement
        ? null
        : new(supplement.DueAt, supplement.DueBecause, supplement.SentAt,
            [.. review.Recommendations.Where(r => r.SentAt == supplement.SentAt).Select(r => r.Number)]);
}
