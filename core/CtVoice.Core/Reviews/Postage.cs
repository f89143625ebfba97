using CtVoice.Core.Board;
using CtVoice.Core.Calendar;

namespace CtVoice.Core.Reviews;

/// <summary>
/// Days for the post. While anybody of the board takes letters, the windows of every review that chooses its panel then are longer by
/// them: a longer window says nothing of who is asked, or how. Pure.
/// </summary>
public static class Postage
{
    /// <summary>Business days that the post takes to a member and back, where the rules name none. This product's own choice.</summary>
    public const int Default = 5;

    /// <summary>Days for a board: none while nobody who serves on a day has agreed to letters.</summary>
    public static int DaysFor(IEnumerable<Member> board, ReviewPolicy policy, DateOnly on) =>
        Vacancies.Serving(board, on).Any(member => member.UsableChannels.Contains(Channel.Letter))
            ? policy.PostageBusinessDays ?? Default
            : 0;

    /// <summary>Whether earlier advice was granted, so that nothing waits for the post.</summary>
    public static bool IsTooSlow(Review review) => review.Expedite is { Consent.Given: true };

    /// <summary>Days in the windows of a review; none where earlier advice was granted: that day is promised.</summary>
    public static int Of(Review review) => IsTooSlow(review) ? 0 : review.Panel?.PostageDays ?? 0;

    /// <summary>Days in the preview, in which drafts are read back; none where earlier advice was granted.</summary>
    public static int OfPreview(Review review) => IsTooSlow(review) ? 0 : review.Panel?.PreviewPostageDays ?? 0;

    /// <summary>Whether a letter that is posted at an instant can be answered by post before another.</summary>
    internal static bool Holds(Review review, int days, DateTimeOffset at, DateTimeOffset until, BusinessCalendar calendar) =>
        days > 0 && calendar.Of(review).AddBusinessDays(LocalTime.DateIn(BusinessCalendar.Zone, at), days)
            <= LocalTime.DateIn(BusinessCalendar.Zone, until);

    /// <summary>How a window was computed, with the days for the post.</summary>
    internal static IReadOnlyList<string> Because(Review review, IReadOnlyList<string> because) => Because(Of(review), because);

    /// <summary>The same by the days.</summary>
    internal static IReadOnlyList<string> Because(int postage, IReadOnlyList<string> because) => postage switch
    {
        0 => because,
        var days => [.. because, FormattableString.Invariant(
            $"{days} of these business days are for the post: in every review while anybody of the board takes letters.")],
    };
}
