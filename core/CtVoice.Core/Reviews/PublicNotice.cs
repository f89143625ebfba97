using CtVoice.Core.Board;

namespace CtVoice.Core.Reviews;

/// <summary>
/// Question and date as public notice before a majority of the board is asked. Off unless the rules of the review say so: whether asking
/// a board by messages is a meeting is unsettled, and for counsel to decide (decision 26). Pure.
/// </summary>
/// <param name="PublishedAt">Since when it is public: all texts were released then.</param>
/// <param name="AsksFrom">From when on members are asked.</param>
/// <param name="Until">Until when they answer; null before they are asked.</param>
public sealed record PublicNotice(DateTimeOffset PublishedAt, DateTimeOffset AsksFrom, DateTimeOffset? Until)
{
    /// <summary>The notice that stands on a review; null when there is none: it is off, no majority is asked, texts are not ready, or
    /// the review has closed.</summary>
    public static PublicNotice? Of(Review review)
    {
        if (review.Practice || !Applies(review) || Published(review) is not { } published)
            return null;
        return review switch
        {
            { Stage: ReviewStage.Preparing } when Departing.AsksAt(review) is { } asks => new(published, asks, null),
            { Stage: ReviewStage.Open, Window: { } window } => new(published, window.OpensAt, window.ClosesAt),
            { Stage: ReviewStage.Open } => new(published, review.StageSince, null),
            _ => null,
        };
    }

    /// <summary>When the panel is asked: not before the notice has stood as long as the rules say, within the hours of messages.</summary>
    internal static DateTimeOffset After(Review review, DateTimeOffset released, DateTimeOffset leaves) =>
        After(Applies(review) ? review.Policy.NoticeHours!.Value : 0, released, leaves);

    /// <summary>The same by hours; 0 where there is no notice.</summary>
    internal static DateTimeOffset After(int hours, DateTimeOffset released, DateTimeOffset leaves) =>
        hours > 0 && SendingHours.FirstFrom(released.AddHours(hours)) is var stood && stood > leaves ? stood : leaves;

    /// <summary>What a notice does to the date, in words; nothing where there is none.</summary>
    internal static IReadOnlyList<string> Because(Review review) => Applies(review)
        ? [FormattableString.Invariant(
            $"Those asked reach a majority of the board: question and date are public for {review.Policy.NoticeHours} hours before.")]
        : [];

    // What is released once asking has begun, for somebody who joins, was no part of the notice.
    private static DateTimeOffset? Published(Review review) => review.Released.Select(r => r.At)
        .Where(at => review.Stage is ReviewStage.Preparing || at <= review.StageSince).Select(at => (DateTimeOffset?)at).Max();

    private static bool Applies(Review review) => review is { Policy.NoticeHours: not null, Panel.ReachesMajority: true };
}
