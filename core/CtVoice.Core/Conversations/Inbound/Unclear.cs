using CtVoice.Language.Matching;


namespace CtVoice.Core.Conversations.Inbound;

/// <summary>
/// Answers to a choice that leave the choice open: a thumb, a question mark, "1 and 3", "yes and no", a number that is no
/// option. Words are never unclear: "not sure" is an answer, and so is anything else that a person says in words.
/// </summary>
internal static class Unclear
{
    // Options and what joins them, and nothing else.
    private static readonly Expression OptionsOnly =
        new(@"^(?:(?:\d{1,2}|yes|no|s[ií]|and|or|y|o|e|both|las dos|ambas|option|opci[oó]n)[\W_]*)+$");

    /// <summary>Whether to ask which option is meant. <paramref name="choice"/> is what was understood; null when nothing was.</summary>
    internal static bool In(string text, int? choice, int offered)
    {
        if (choice is not null || offered == 0 || text.Length > 60)
            return false;
        return !text.Any(char.IsLetterOrDigit) ? text.Any(c => !char.IsWhiteSpace(c)) : OptionsOnly.IsMatch(text.Trim().ToLowerInvariant());
    }
}
