namespace CtVoice.Core.Board;

/// <summary>The populations that a member counts for, where seats are filled and where vacancies are looked for alike. Pure.</summary>
internal static class Described
{
    /// <summary>Codes of what the member said of themself, each with all that is broader: never the other way.</summary>
    /// <param name="member">The member.</param>
    /// <param name="broader">Each code's next broader code; null when there is none.</param>
    public static IReadOnlySet<string> By(Member member, IReadOnlyDictionary<string, string>? broader)
    {
        // Whoever prefers a language belongs to the people who speak it; reading it too does not say so.
        var own = member.Populations.Concat(member.Experiences).Append("lang:" + member.Languages[0]);
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in own)
        {
            var at = code;
            while (at is not null && all.Add(at))
                at = broader?.GetValueOrDefault(at);
        }
        return all;
    }
}
