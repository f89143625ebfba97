using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews.Drafts;

namespace CtVoice.Core.Reviews.FollowUps;

/// <summary>
/// Drafts are read back to those who replied while there is time to object: as soon as the coordinator says so, else at half
/// of the preview. Only drafts whose text a person released are shown.
/// </summary>
public static class ReadingBack
{
    /// <summary>From when drafts are read back; null when there is nothing to read, no time to answer, or a person stopped it.</summary>
    public static DateTimeOffset? At(Review review, BusinessCalendar calendar)
    {
        if (Reporting.GoesOutAt(review, calendar) is not { } report || Shown(review) is not [_, ..] shown
            || Departing.IsStopped(review, PanelMessage.ReadBack))
            return null;
        if (review.Drafting.ReadyAt is { } ready)
            return Departing.Leaves(review, ready);
        var half = calendar.Of(review)
            .EndOfWindow(review.ClosedAt!.Value, Math.Max(1, review.Policy.PreviewBusinessDays / 2), review.Policy.ReadsBackAt,
                Reporting.PromisedAt(review)).At;
        if (half >= report.At)
            return null;
        // A first draft that is released after that instant can be stopped like everything else.
        var first = Departing.Leaves(review, shown.Min(d => d.Release!.At));
        return review.Policy.StopForMinutes > 0 && first > half ? first : half;
    }

    /// <summary>The drafts that can be shown to members.</summary>
    public static IReadOnlyList<DraftRecommendation> Shown(Review review) =>
        [.. review.Drafting.Drafts.Where(d => d.Release is not null && WritingDrafts.Stands(review, d))];

    /// <summary>The drafts that a follow-up asked now shows.</summary>
    public static IReadOnlyList<ShownDraft> ShownNow(Review review, FollowUpKind kind) =>
        kind is FollowUpKind.ReadBack ? [.. Shown(review).Select(d => new ShownDraft(d.Id, d.Version))] : [];

    /// <summary>Whether a member's reply counts, so that the draft speaks for them too.</summary>
    public static bool Concerns(Review review, string memberId) => review.Replies.Any(r => r.Counts && r.MemberId == memberId);

    /// <summary>The first of the languages in which every shown draft can be read; null when a person must translate first.</summary>
    public static string? Language(Review review, IEnumerable<string> reads) => reads.FirstOrDefault(language => HasAll(review, language));

    /// <summary>When a member's read-back is due; null when it left, nothing can be read back, or a translation is missing.</summary>
    public static DateTimeOffset? DueFor(Review review, Invitation invitation, BusinessCalendar calendar)
    {
        if (!Concerns(review, invitation.MemberId)
            || review.FollowUpOf(invitation.MemberId, FollowUpKind.ReadBack) is { } followUp
                && (followUp.AskedAt is not null || followUp.Lacks is { } lacks && !HasAll(review, lacks)))
            return null;
        if (At(review, calendar) is not { } at)
            return null;
        var leaves = Departing.LeavesInWords(review, at, TranslatedAt(review, invitation.Language));
        // A letter goes while it can still be answered by post.
        return invitation.Channel is not Board.Channel.Letter
            || Postage.Holds(review, Postage.OfPreview(review), leaves, Reporting.GoesOutAt(review, calendar)!.At, calendar)
                ? leaves
                : null;
    }

    /// <summary>Languages that members wait for.</summary>
    public static IReadOnlyList<string> Untranslated(Review review) => review.Stage is not ReviewStage.Preview
        ? []
        : [.. review.FollowUps.Where(f => f is { Kind: FollowUpKind.ReadBack, AskedAt: null }).Select(f => f.Lacks).OfType<string>()
            .Where(language => !HasAll(review, language)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    // Of a translation that came late; it leaves no earlier than it can be stopped.
    private static DateTimeOffset? TranslatedAt(Review review, string language) =>
        Shown(review).Select(d => d.Translations.LastOrDefault(t => t.Language == language)?.At).Max();

    private static bool HasAll(Review review, string language) =>
        Shown(review).All(d => language == WritingDrafts.Language || d.Translations.Any(t => t.Language == language));
}
