using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// How somebody stands to what was asked, as a whole message or as its first sentence: opening, yes or no in any words, why. The forms are
/// data (<c>Phrases/stances.txt</c>): parts that are put together, so that words that are known in one sentence are known in all.
/// </summary>
internal sealed class Stance
{
    /// <summary>Letters of a message, and of a first sentence, that are looked at; a longer one tells something.</summary>
    private const int Longest = 600;

    private const int Doubts = 1, WithChanges = 2, SaysYes = 4, SaysNo = 8, SaysYesToIt = 16, SaysNoToIt = 32, DoesNotMind = 64;

    private static readonly PhraseForms Forms = PhraseForms.Load("Meaning.Phrases.stances");

    /// <summary>The forms of a whole message, a bit each.</summary>
    private static readonly ExpressionSet Said = Forms.Sorted(
        "doubts", "with changes", "says yes", "says no", "says yes to it", "says no to it", "does not mind if");

    /// <summary>What follows a yes may change it: "yes, but".</summary>
    private static readonly Expression Amends = Forms.Within("amends");

    /// <summary>What makes a yes or no to what somebody does one with a condition.</summary>
    private static readonly Expression Turns = Forms.Within("turns");

    /// <summary>What takes a yes to what somebody does back: "share nothing".</summary>
    private static readonly Expression TurnsYes = Forms.Within("turns a yes");

    private static readonly Expression Why = Forms.Within("why");

    private static readonly Stance Yes = new(offered => 1);

    private static readonly Stance Changed = new(offered => offered >= 3 ? 2 : 1);

    private static readonly Stance No = new(offered => offered >= 2 ? offered : null);

    private static readonly Stance InDoubt = new(offered => null);

    private Stance(Func<int, int?> value) => Value = value;

    /// <summary>The option of so many; null for none.</summary>
    internal Func<int, int?> Value { get; }

    /// <summary>The stance that a message takes in a form that is known; null when it takes none.</summary>
    internal static Stance? In(NormalizedText typed)
    {
        var folded = typed.Meant;
        if (folded.Words.Length > Longest)
            return null;
        if (Of(Said.In(folded.Words), folded.Words) is { } whole)
            return whole;
        if (folded.Clauses.Count < 2)
            return null; // Its first sentence is all of it.
        var said = folded.Clauses.SkipWhile(Keywords.OnlyPolite).Take(2).ToArray();
        return said is not [var first, var next] || Amends.IsMatch(next) ? null : Of(Said.In(first) & ~(Doubts | WithChanges), first);
    }

    private static Stance? Of(int said, string words) =>
        (said & Doubts) != 0 ? InDoubt
        : (said & DoesNotMind) != 0 ? Yes
        : (said & WithChanges) != 0 ? Changed
        : (said & SaysYes) != 0 ? Yes
        : (said & SaysNo) != 0 ? No
        : (said & (SaysYesToIt | SaysNoToIt)) != 0 ? OfWhatTheyDo(said, UpToWhy(words))
        : null;

    /// <summary>A yes or no to what somebody does, which a condition turns.</summary>
    private static Stance? OfWhatTheyDo(int said, string what) =>
        Turns.IsMatch(what) ? null
        : (said & SaysYesToIt) == 0 ? No
        : (said & SaysNoToIt) == 0 && !TurnsYes.IsMatch(what) ? Yes
        : null;

    private static string UpToWhy(string words) => Why.Find(words) is { } why ? words[..why.Index] : words;
}
