using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// Finds what a person says to us instead of an answer, in English and Spanish. Each form is a whole sentence or part of one, in the
/// words of somebody who speaks of themself and to us: "call me" is a wish, "people should be called first" is advice, and "I do not
/// understand why they share names" is advice too. What is in doubt is an answer: words are never lost. Pure, linear in the text.
/// </summary>
public static class Asides
{
    /// <summary>Words of the longest message that is looked at; a longer one tells something.</summary>
    private const int Longest = 40;

    /// <summary>Letters of it; what is longer is not read at all.</summary>
    private const int MostLetters = 1000;

    private static readonly PhraseForms Forms = PhraseForms.Load("Meaning.Phrases.asides");

    private static readonly Expression Skip = Forms.Whole("skip");

    private static readonly Expression AskSomebodyElse = Forms.Whole("ask somebody else");

    private static readonly Expression SkipOrDecline = Forms.Whole("skip or decline");

    private static readonly Expression Call = Forms.Whole("call");

    /// <summary>"Call me crazy", and calls that are part of what should be done for others.</summary>
    private static readonly Expression NoCall = Forms.Whole("no call");

    private static readonly Expression NotUnderstood = Forms.Whole("not understood");

    private static readonly Expression Question = Forms.Whole("question");

    /// <summary>What a message says to us, by the first that counts; null when it is an answer and nothing else.</summary>
    public static Aside? In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MostLetters)
            return null;
        var folded = NormalizedText.Of(text).Meant;
        if (folded.Line.Count(c => c == ' ') > 2 * Longest)
            return null;
        var clauses = folded.Clauses.Where(clause => !Keywords.OnlyPolite(clause)).ToArray();
        if (clauses.Length is 0 or > 4 || folded.Words.Split(' ').Length > Longest)
            return null;
        // Said in one breath, or with commas between: both are looked at.
        if (Of(folded.Words) is { } whole)
            return new(whole, Alone: true);
        var said = clauses.Select(Of).ToArray();
        if (said.All(kind => kind is not null))
            return new(said.Min()!.Value is var first
                && said.Contains(AsideKind.AskSomebodyElse) ? AsideKind.AskSomebodyElse : first, Alone: true);
        // Why somebody else is to be asked is no advice: "I am sick this week, ask somebody else".
        if (said.Contains(AsideKind.AskSomebodyElse) && folded.Words.Split(' ').Length <= 20)
            return new(AsideKind.AskSomebodyElse, Alone: true);
        return said.Contains(AsideKind.Call) ? new(AsideKind.Call, Alone: false) : null;
    }

    private static AsideKind? Of(string words) =>
        AskSomebodyElse.IsMatch(words) ? AsideKind.AskSomebodyElse
        : Skip.IsMatch(words) ? AsideKind.Skip
        : Call.IsMatch(words) && !NoCall.IsMatch(words) ? AsideKind.Call
        : NotUnderstood.IsMatch(words) ? AsideKind.NotUnderstood
        : Question.IsMatch(words) ? AsideKind.Question
        : SkipOrDecline.IsMatch(words) ? AsideKind.SkipOrDecline
        : null;
}
