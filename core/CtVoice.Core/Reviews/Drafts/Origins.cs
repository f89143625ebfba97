using System.Globalization;
using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Core.Reviews.Drafts;

/// <summary>Where a recommendation comes from, as agencies and everybody may know it.</summary>
/// <param name="Replies">How many replies it comes from; null where so few members wrote them that it would say who said what.</param>
/// <param name="InWords">The same as words.</param>
public sealed record Origin(int? Replies, string InWords);

/// <summary>
/// A recommendation says what it comes from. That is no vote: nobody was asked about it before it was written, so it says nothing
/// of who is for it, and of who is against it only where it was read back to members.
/// </summary>
public static class Origins
{
    /// <summary>Where a recommendation comes from.</summary>
    public static Origin Of(Review review, Recommendation recommendation)
    {
        var replies = review.Replies.Where(r => !r.Withdrawn && recommendation.From.Contains(r.Number)).ToList();
        return replies.Select(r => r.MemberId).Distinct(StringComparer.Ordinal).Count() >= TallyRelease.NumbersFrom
            ? new(replies.Count, string.Create(CultureInfo.InvariantCulture, $"comes from {replies.Count} replies"))
            : new(null, "comes from one or more residents");
    }

    /// <summary>
    /// Of the members who answered when it was read back, those whose replies speak against it; null where nobody was asked, and
    /// where the rule of tallies shows nothing.
    /// </summary>
    public static ShownOption? Against(Review review, Recommendation recommendation)
    {
        var asked = review.FollowUps
            .Where(f => f is { Kind: FollowUpKind.ReadBack, Choice: not null } && f.Shown.Any(d => d.Draft == recommendation.Draft))
            .Select(f => f.MemberId).ToHashSet(StringComparer.Ordinal);
        var against = Voices.Members(review, recommendation.Opposes).Count(asked.Contains);
        return TallyRelease.Of([asked.Count - against, against]).FirstOrDefault(o => o is { Option: 2, Count: not 0 });
    }
}
