using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// What a message does by its words, "delete my answer", and not what it only speaks of: "do not delete my answer", "will they delete my
/// answer". Whether it does is said before these words, in the same clause.
/// </summary>
/// <param name="forms">Holds the topic, the same with <c>, of a sentence</c> for what ends its sentence, and <c>only spoken of</c>.</param>
/// <param name="topic">The words that do it.</param>
internal sealed class SpeechAct(PhraseForms forms, string topic)
{
    /// <summary>Letters before an act that are looked at.</summary>
    private const int Before = 80;

    /// <summary>How often it is looked for in one text: nobody denies a thing more often, and the time stays linear.</summary>
    private const int Most = 16;

    private readonly Expression anywhere = forms.Among(topic);
    private readonly Expression ofSentence = forms.Among($"{topic}, of a sentence");
    private readonly Expression onlySpokenOf = forms.Among("only spoken of");

    /// <summary>Whether a clause holds the words, done or only spoken of.</summary>
    internal bool IsNamedIn(string clause) => anywhere.IsMatch(clause) || ofSentence.IsMatch(clause);

    /// <summary>Whether a message does it.</summary>
    internal bool In(NormalizedText folded)
    {
        if (anywhere.IsMatch(folded.Words) && IsDoneAnywhereIn(folded))
            return true;
        return folded.Clauses.Where(clause => ofSentence.IsMatch(clause))
            .Any(clause => ofSentence.FindAll(clause).Take(Most).Any(act => IsDone(clause, 0, act.Index)));
    }

    /// <summary>They may go over several clauses ("wait, no, yes"); what stands before them is of the clause in which they begin.</summary>
    private bool IsDoneAnywhereIn(NormalizedText folded)
    {
        var (clause, begin) = (0, 0);
        foreach (var act in anywhere.FindAll(folded.Words).Take(Most))
        {
            while (begin + folded.Clauses[clause].Length < act.Index)
                begin += folded.Clauses[clause++].Length + 1;
            if (IsDone(folded.Words, begin, act.Index))
                return true;
        }
        return false;
    }

    private bool IsDone(string words, int begin, int act) => IsDone(onlySpokenOf, words, Math.Max(begin, act - Before), act);

    /// <summary>Whether what stands between a place and the first word of an act leaves it an act.</summary>
    internal static bool IsDone(Expression onlySpokenOf, string words, int from, int act)
    {
        var firstWord = words.IndexOf(' ', act) is > 0 and var end ? end : words.Length;
        return !onlySpokenOf.IsMatch(words.AsSpan(from, firstWord - from));
    }
}
