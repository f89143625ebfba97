using System.Globalization;

namespace CtVoice.Core.Board;

/// <summary>
/// Whether a member may be asked in a review, and every reason why not. Being served by an agency of the project is not
/// among them (DOMAIN 2.4).
/// </summary>
internal static class Eligibility
{
    /// <summary>Every reason why the member cannot be asked; none means that they can.</summary>
    public static IReadOnlyList<string> ReasonsAgainst(BoardMember entry, RoutingInput input)
    {
        var member = entry.Member;
        var reasons = new List<string>();
        if (member.State == MemberState.Left)
            reasons.Add("Has left the board.");
        if (member.State == MemberState.Paused)
            reasons.Add("Is paused.");
        if (!member.Term.Covers(input.Opens, input.Closes))
            reasons.Add(TermSentence(member.Term, input));
        foreach (var away in member.Away.Where(away => away.Overlaps(input.Opens, input.Closes)))
            reasons.Add(away.To is { } to ? $"Is away from {Day(away.From)} to {Day(to)}." : $"Is away from {Day(away.From)} on.");
        foreach (var conflict in member.Conflicts.Where(
            conflict => input.Agencies.Contains(conflict.Agency, StringComparer.OrdinalIgnoreCase)))
            reasons.Add(ConflictSentence(conflict));
        if (member.MaximumPerYear is { } maximum && entry.Load.AskedThisYear >= maximum)
            reasons.Add($"Has been asked {Times(entry.Load.AskedThisYear)} in {Year(input.Opens)}; their own maximum is "
                + $"{maximum.ToString(CultureInfo.InvariantCulture)}.");
        if (ChannelFor(member, input) is null)
            reasons.Add(member.UsableChannels.Contains(Channel.Letter)
                ? "Takes letters, and this review is too short for the post."
                : "Has no channel in use that they have agreed to.");
        if (LanguageFor(member, input) is null)
            reasons.Add($"Reads {string.Join(", ", member.Languages)}; none of these can be ready.");
        return reasons;
    }

    /// <summary>What members prefer to read who could be asked but for their language, in order.</summary>
    public static IReadOnlyList<string> LanguagesOutOfReach(RoutingInput input)
    {
        var reachable = input with { Languages = null };
        return
        [
            .. input.Board.Where(entry => LanguageFor(entry.Member, input) is null && ReasonsAgainst(entry, reachable).Count == 0)
                .Select(entry => entry.Member.Languages[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The first of the member's languages that can be ready; null when none can.</summary>
    public static string? LanguageFor(Member member, RoutingInput input) =>
        member.Languages.FirstOrDefault(language => input.Languages is null || input.Languages.Contains(language, StringComparer.Ordinal));

    /// <summary>The first channel of the member that they agreed to and that is in use; null when there is none.</summary>
    public static Channel? ChannelFor(Member member, RoutingInput input) =>
        member.UsableChannels.Where(channel => input.Channels is null || input.Channels.Contains(channel))
            .Select(channel => (Channel?)channel).FirstOrDefault();

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Year(DateOnly day) => day.ToString("yyyy", CultureInfo.InvariantCulture);

    internal static string Times(int count) => count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{count} times");

    private static string TermSentence(DaySpan term, RoutingInput input) => term.From > input.Opens
        ? $"Their term starts on {Day(term.From)}, after the window opens."
        : $"Their term ends on {Day(term.To!.Value)}, before the window closes.";

    private static string ConflictSentence(Conflict conflict) => conflict.Kind switch
    {
        ConflictKind.Employer => $"Works for {conflict.Agency}, an agency of the project.",
        ConflictKind.Contractor => $"Has a contract with {conflict.Agency}, an agency of the project.",
        ConflictKind.Litigant => $"Is in court against {conflict.Agency}, an agency of the project.",
        _ => throw new ArgumentOutOfRangeException(nameof(conflict)),
    };
}
