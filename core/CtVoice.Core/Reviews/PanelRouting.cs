using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Projects;

namespace CtVoice.Core.Reviews;

/// <summary>What a panel is chosen from for a project, the same for a review, a draft and a file.</summary>
public static class PanelRouting
{
    /// <summary>The last day on which a window that opens within the policy's time can close.</summary>
    public static DateOnly LastDay(DateOnly opens, ReviewPolicy policy, BusinessCalendar calendar) =>
        calendar.AddBusinessDays(opens, policy.TextsEscalateAfter + policy.WindowBusinessDays);

    /// <summary>The input of <see cref="Panels.Choose"/>.</summary>
    public static RoutingInput InputOf(
        string reviewId, ProjectRequest project, IReadOnlyList<string> touched, ReferenceData reference, IReadOnlyList<BoardMember> board,
        DateOnly opens, DateOnly closes, ReviewPolicy policy) => new(
            reviewId, project.Agencies, [.. touched.Select(code => new TouchedPopulation(code, reference.Codes.NameOf(code)))], board,
            opens, closes,
            Languages(project), policy.PanelSize, policy.Alternates, [Channel.Sms, Channel.Email], reference.Broader);

    /// <summary>Languages in which every question is written: nobody is asked in a language that they did not choose. Any, for a draft without questions.</summary>
    private static IReadOnlyList<string>? Languages(ProjectRequest project) => project.Questions.Count == 0
        ? null
        : [.. project.Questions.Select(q => q.Text.Keys).Aggregate((all, of) => all.Intersect(of, StringComparer.Ordinal)).Order(StringComparer.Ordinal)];
}
