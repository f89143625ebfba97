using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// A short message that speaks of an answer its writer gave before, and says that it was wrong or is over: "I answered too quick
/// yesterday, I want 3 instead", "antes dije que si pero ahora es no". Two things make it one, in whatever words: such an answer, and a
/// choice behind or before it; one that is only to be ignored needs no choice. Pure, linear in the text.
/// </summary>
internal static class EarlierAnswer
{
    /// <summary>Words of a message; a longer one tells something.</summary>
    private const int Longest = 24;

    private static readonly PhraseForms Forms = PhraseForms.Load("Meaning.Phrases.flags");

    private static readonly Expression Over = Forms.Among("is over");

    private static readonly Expression Said = Forms.Among("was said");

    private static readonly Expression Undone = Forms.Among("undone");

    private static readonly Expression Behind = Forms.Among("chosen behind");

    private static readonly Expression Before = Forms.Among("chosen before");

    private static readonly Expression Turns = Forms.Among("turns");

    private static readonly Expression InsteadOf = Forms.Among("instead of");

    private static readonly Expression OfOthers = Forms.Among("tells of others");

    /// <summary>"Ya no digo que no": an option that is not to be.</summary>
    private static readonly Expression Refused = Forms.Among("refused");

    private static readonly Expression OnlySpokenOf = Forms.Among("only spoken of");

    /// <summary>The choice that is to count instead, as it is written; null when no answer of before is changed.</summary>
    internal static string? Chosen(NormalizedText folded)
    {
        if (!MayTell(folded))
            return null;
        var line = folded.Meant.Line;
        return Done(Over, line).Select(over => NamedIn(Behind, over.After) ?? NamedIn(Before, over.Before))
            .Concat(Done(Said, line).Select(said =>
                Turns.IsMatch(said.After) && NamedIn(Behind, said.After) is { } behind ? behind
                    : InsteadOf.Find(said.Before) is { } instead ? NamedIn(Before, said.Before[..instead.Index]) : null))
            .FirstOrDefault(choice => choice is not null);
    }

    /// <summary>Whether an answer of before is to be ignored, and no other choice counts instead.</summary>
    internal static bool IsUndone(NormalizedText folded) =>
        MayTell(folded) && Done(Undone, folded.Meant.Line).Any() && Chosen(folded) is null;

    private static bool MayTell(NormalizedText folded) =>
        folded.Words.AsSpan().Count(' ') < Longest && !OfOthers.IsMatch(folded.Meant.Words);

    /// <summary>What stands before and behind each of them, but for those that their clause denies or asks.</summary>
    private static IEnumerable<(string Before, string After)> Done(Expression act, string line) =>
        act.FindAll(line).Where(found => SpeechAct.IsDone(OnlySpokenOf, line, BeginOfClause(line, found.Index), found.Index))
            .Select(found => (line[..found.Index], line[(found.Index + found.Length)..]));

    private static string? NamedIn(Expression choice, string text) =>
        choice.Find(text) is { } found && !Refused.IsMatch(text.AsSpan(BeginOfClause(text, found.Index)..found.Index).Trim())
            ? found["n"].Trim() : null;

    private static int BeginOfClause(string line, int at)
    {
        var begin = line.AsSpan(0, at).LastIndexOfAny('.', ',') + 1;
        return begin < at && line[begin] == ' ' ? begin + 1 : begin;
    }
}
