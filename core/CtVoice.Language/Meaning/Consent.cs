using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// Consent to be written to that is taken back, by any reasonable means (47 CFR 64.1200(a)(10)). "No longer" or "any more" says that it
/// was given before, which only that to messages was; consent to something else ("... to the forms") is an answer.
/// </summary>
internal static class Consent
{
    private const int Longest = 200;

    private static readonly Expression TakesBack = PhraseForms.Load("Meaning.Phrases.consent").Begin("takes it back");

    /// <summary>Whether a clause takes such consent back.</summary>
    internal static bool TakenBack(string clause) => clause.Length <= Longest && TakesBack.IsMatch(clause);
}
