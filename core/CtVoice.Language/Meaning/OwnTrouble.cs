using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// A trouble of the writer's own with money, a card, a service or their home, told as it happened: what is mine, and what went wrong with
/// it, in either order. The lists of <see cref="WordList.OwnCase"/> name benefits and offices; here the shape of the sentence tells.
/// Nobody's in particular ("payments arrive late for many families") is advice.
/// </summary>
internal static class OwnTrouble
{
    private static readonly PhraseForms Forms = PhraseForms.Load("Meaning.Phrases.own-trouble");

    private static readonly Expression Tells = Forms.Within("tells");

    /// <summary>Whether the writer tells of such a trouble. Linear in the text.</summary>
    internal static bool In(NormalizedText typed) => Told(typed.Meant);

    private static bool Told(NormalizedText folded) => folded.Clauses.Any(clause => clause.Length <= 400 && Tells.IsMatch(clause))
        || (folded.Clauses.Count > 1 && folded.Words.Length <= 400 && Tells.IsMatch(folded.Words));
}
