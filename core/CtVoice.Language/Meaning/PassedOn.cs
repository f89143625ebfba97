using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// What a member says by somebody who helps them to answer, as who cannot see or read well does: "Im answering for my grandma, she says
/// yes". It is read like the member's own words; whoever helps is nobody else. Without an option nothing is passed on.
/// </summary>
internal static class PassedOn
{
    private const int Longest = 300;

    private static readonly PhraseForms Forms = PhraseForms.Load("Meaning.Phrases.passed-on");

    private static readonly Expression Passes = Forms.Within("passes it on");

    private static readonly Expression PassesYes = Forms.Within("passes a yes on");

    private static readonly Expression PassesNo = Forms.Within("passes a no on");

    /// <summary>The words of the member; null when nothing is passed on.</summary>
    internal static Said? In(NormalizedText typed)
    {
        var words = typed.Meant.Words;
        if (words.Length is 0 or > Longest)
            return null;
        return Passes.Find(words) is { } passed ? new(passed["said"].Trim(), null)
            : PassesNo.IsMatch(words) ? new("", false)
            : PassesYes.IsMatch(words) ? new("", true)
            : null;
    }

    /// <param name="Words">What the member says, where it is quoted.</param>
    /// <param name="Agrees">Whether the member agrees, where only that is told.</param>
    internal sealed record Said(string Words, bool? Agrees);
}
