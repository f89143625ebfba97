namespace CtVoice.Core.Reviews.Drafts;

/// <summary>How many members stand behind a recommendation or against it. Never which.</summary>
/// <param name="Supports">Members who support it.</param>
/// <param name="Opposes">Members who oppose it.</param>
public sealed record Voices(int Supports, int Opposes)
{
    /// <summary>The members of those replies that count.</summary>
    public static Voices Of(Review review, IReadOnlyList<int> supports, IReadOnlyList<int> opposes) =>
        new(Members(review, supports).Count, Members(review, opposes).Count);

    internal static IReadOnlySet<string> Members(Review review, IReadOnlyList<int> replies) =>
        review.Replies.Where(r => r.Counts && replies.Contains(r.Number)).Select(r => r.MemberId).ToHashSet(StringComparer.Ordinal);
}
