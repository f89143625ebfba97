using System.Collections.Frozen;
using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// "No, just call me" asks for contact with the words of "do not call me". After "no" a bare English verb, or a Spanish one with its
/// pronoun behind it, bids: nobody forbids "no, llámeme". What is left of doubt pauses at the most.
/// </summary>
internal static class ContactBids
{
    private static readonly PhraseForms Forms = PhraseForms.Load("Meaning.Phrases.contact-bids");

    private static readonly FrozenSet<string> Verbs = Forms.Set("bids");

    private static readonly FrozenSet<string> SetsApart = Forms.Set("sets apart");

    private static readonly FrozenSet<string> Limits = Forms.Set("limits");

    private static readonly FrozenSet<string> Ceased = Forms.Set("ceased");

    private static readonly FrozenSet<string> OneOfThem = Forms.Set("one of them");

    private static readonly FrozenSet<string> ToldOf = Forms.Set("told");

    private static readonly FrozenSet<string> ToldBehind = Forms.Set("told behind");

    private static readonly FrozenSet<string> Supposes = Forms.Set("supposes");

    private static readonly FrozenSet<string> Conditions = Forms.Set("conditions");

    private static readonly FrozenSet<string> States = Forms.Set("states");

    private static readonly Expression Wanted = Forms.Within("wanted");

    /// <summary>A word that sets apart what stands around it, itself; of two that say nothing together the one that does.</summary>
    internal static string? Sets(string word, string? next = null) =>
        SetsApart.Contains(word) ? word : next is not null && SetsApart.Contains(next) ? next : null;

    /// <summary>Whether a word, left out before another, says that there is to be no more than that: "JUST text me".</summary>
    internal static bool IsLimit(string? word) => word is not null && Limits.Contains(word);

    /// <summary>Whether a word asks for contact where it stands alone: "text me", and not "texting".</summary>
    internal static bool IsBid(string word) => Verbs.Contains(word);

    /// <summary>Whether a word tells that something ended.</summary>
    internal static bool Tells(string word) => ToldOf.Contains(word);

    /// <summary>Whether words behind "no texts" tell that none came.</summary>
    internal static bool TellsBehind(ReadOnlySpan<Part> behind) => Any(behind, ToldBehind);

    /// <summary>What a plea that stands here can mean at the most: nothing where it bids, or tells.</summary>
    /// <param name="parts">A clause.</param>
    /// <param name="at">Where the plea begins.</param>
    /// <param name="isYou">Whether "you" stands before it, and is told nothing: "you never text me".</param>
    internal static Wish? Most(ReadOnlySpan<Part> parts, int at, bool isYou)
    {
        var before = parts[..at];
        var plea = parts[at..];
        if (plea.Length == 0 || (isYou && States.Contains(plea[0].Word)))
            return null;
        if (isYou && StopRequests.MayState.Contains(plea[0].Word))
            return Any(before, Supposes) ? Wish.Stop : Any(before, Conditions) ? null : Wish.PerhapsStop;
        if (Tells(plea[0].Word))
        {
            var asked = plea[0].Asked || Any(before, Supposes) || Any(before, Conditions);
            return asked ? Wish.Stop : at == 0 ? Wish.PerhapsStop : null;
        }

        if (plea is not [{ Role: 'N' } no, var verb, .. var rest])
            return Wish.Stop;
        if (no.Word != StopRequests.No || no.Asked)
            return IsLimit(verb.Apart) && Bids(verb, rest) ? Unless(rest) : Wish.Stop;
        if (rest is [{ Word: var one }, ..] && verb.Role is 'V' && OneOfThem.Contains(one) || OneOfThem.Contains(verb.Word))
            return Wish.PerhapsStop;
        if (verb.Role is 'T' && IsLimit(verb.Apart))
            return null; // "No, only texts"
        if (!Bids(verb, rest))
            return Wish.Stop;
        return verb.Apart is not null || Wanted.IsMatch(string.Join(' ', rest.ToArray().Select(part => part.Word))) ? Unless(rest)
            : Any(rest, Ceased) ? Wish.Stop : Wish.PerhapsStop;
    }

    /// <summary>Nothing, where nothing is to end.</summary>
    private static Wish? Unless(ReadOnlySpan<Part> rest) => Any(rest, Ceased) ? Wish.PerhapsStop : null;

    /// <summary>"Call me", "just text", "llámeme", and neither "no text", "no call or text" nor "no escribirme".</summary>
    private static bool Bids(Part verb, ReadOnlySpan<Part> rest) =>
        !Verbs.Contains(verb.Word) ? Vocabulary.IsSpanishVerb(verb.Word) && rest is [{ Joined: true }, ..] && !verb.Word.EndsWith('r')
        : verb.Apart is not null || rest switch
        {
            [{ Role: 'c' }, _, { Role: 'M' or 'U' }, ..] => true,
            [{ Role: 'T' or 'V' or 'K' or 'N' or 'c' or Vocabulary.Unknown }, ..] or [] => false,
            _ => true,
        };

    private static bool Any(ReadOnlySpan<Part> parts, FrozenSet<string> words)
    {
        foreach (var part in parts)
        {
            if (words.Contains(part.Word))
                return true;
        }

        return false;
    }
}
