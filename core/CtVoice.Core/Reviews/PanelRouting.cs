using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Projects;

namespace CtVoice.Core.Reviews;

/// <summary>What a panel is chosen from for a project, the same for a review, a draft and a file.</summary>
public static class PanelRouting
{
    /// <summary>The last day on which a window that opens within the policy's time can close.</summary>
    public static DateOnly LastDay(DateOnly opens, ReviewPolicy policy, BusinessCalendar calendar, int postageDays = 0) =>
        calendar.AddBusinessDays(opens, policy.TextsEscalateAfter + policy.WindowBusinessDays + postageDays);

    /// <summary>The input as a review takes it: where earlier advice was granted the post has no days, and nobody is asked by letter.
    /// </summary>
    public static RoutingInput For(Review review, RoutingInput input) => Postage.IsTooSlow(review)
        ? input with { Channels = [.. input.Channels!.Where(channel => channel is not Channel.Letter)] }
        : input;

    /// <summary>The input of <see cref="Panels.Choose"/>.</summary>
    /// <remarks>
    /// Whoever prefers a language that messages exist in is asked in it: that its texts are missing is somebody's work. A
    /// page is behind a link that comes by one of the other channels; a call is the coordinator's.
    /// </remarks>
    public static RoutingInput InputOf(
        string reviewId, ProjectRequest project, AssessmentOutcome found, ReferenceData reference, IReadOnlyList<BoardMember> board,
        DateOnly opens, DateOnly closes, ReviewPolicy policy, IReadOnlyList<PanelOverride>? overrides = null,
        IReadOnlyList<string>? before = null) => new(
            reviewId, project.Agencies,
            [
                .. found.Touched.Select(code => new TouchedPopulation(code, reference.Codes.NameOf(code),
                    found.Undecided.Contains(code, StringComparer.Ordinal))),
            ],
            board,
            opens, closes,
            WrittenLanguages.All, policy.PanelSize, policy.Alternates, [Channel.Sms, Channel.Email, Channel.PhoneDictated, Channel.Letter],
            reference.Broader, overrides, before);
}
