using CtVoice.Core.Board;
using CtVoice.Web.Routes;

namespace CtVoice.Web.Desk.Members;

/// <summary>One thing that a list says of a member, and that it can be filtered by.</summary>
/// <param name="Code">For the filter.</param>
/// <param name="Tone">Tone of the tag.</param>
/// <param name="Icon">Sign of the tag.</param>
/// <param name="Says">Word of the tag.</param>
public sealed record MemberStanding(string Code, string? Tone, string Icon, string Says)
{
    /// <summary>Everything that keeps a member from being asked today, or that somebody should look at;
    /// nobody's fault when there is nothing.</summary>
    /// <param name="view">The member.</param>
    /// <param name="silent">A channel was paused because nothing had come by it for a year.</param>
    /// <param name="today">The day in Connecticut.</param>
    internal static IReadOnlyList<MemberStanding> Of(MemberView view, bool silent, DateOnly today)
    {
        var member = view.Member;
        var all = new List<MemberStanding>();
        if (member.Erased)
            return [new("erased", null, "lock", "Erased")];
        if (member.State is MemberState.Left)
            return [new("left", null, "cross", "Left")];
        if (member.State is MemberState.Paused)
            all.Add(new("paused", null, "clock", "Paused"));
        if (member.Away.FirstOrDefault(a => a.Covers(today, today)) is { } away)
            all.Add(new("away", null, "clock", away.To is { } to
                ? $"Away until {to.ToString("MMM d", System.Globalization.CultureInfo.InvariantCulture)}" : "Away"));
        if (silent)
            all.Add(new("silent", "off", "phone", "Silent for a year"));
        if (!member.UsableChannels.Any())
            all.Add(new("unreached", "off", "warning", "Cannot be asked: no consent"));
        if (member.MaximumPerYear is { } most && view.AskedThisYear >= most)
            all.Add(new("full", null, "dot", "Yearly maximum reached"));
        if (member.Term.To < today)
            all.Add(new("over", "off", "clock", "Term has ended"));
        if (member.Term.From > today)
            all.Add(new("later", null, "clock", "Term has not begun"));
        if (all.Count == 0)
            all.Add(new("ready", "good", "tick", "Can be asked"));
        if (member.Term.To is { } ends && ends >= today && ends <= today.AddDays(TermRoutes.Soon))
            all.Add(new("ends", null, "clock", $"Term ends {ends.ToString("MMM d", System.Globalization.CultureInfo.InvariantCulture)}"));
        return all;
    }
}
