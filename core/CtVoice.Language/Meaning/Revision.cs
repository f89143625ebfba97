using System.Collections.Frozen;
using CtVoice.Language.Matching;

namespace CtVoice.Language.Meaning;

/// <summary>
/// What a message says about an answer that its writer gave before: that another one counts, that it is taken back, that no word
/// of it is to be quoted; and which answer that is.
/// </summary>
/// <param name="Named">Number of the question that it names; null when it names none.</param>
/// <param name="Latest">It speaks of what was said last: "sorry, I meant", "my last answer".</param>
/// <param name="All">It speaks of everything: "all my answers".</param>
/// <param name="Changes">Another choice is to count.</param>
/// <param name="Bare">It says nothing else, so that none of its words is advice.</param>
public sealed record Revision(int? Named, bool Latest, bool All, bool Changes, bool Bare)
{
    /// <summary>Letters that are looked at, as by the readers of messages.</summary>
    private const int MostLetters = 16_384;

    private static readonly PhraseForms Forms = PhraseForms.Load("Meaning.Phrases.revision");

    private static readonly Expression Last = Forms.Within("last");
    private static readonly Expression Everything = Forms.Within("everything");
    private static readonly Expression Verb = Forms.Within("verb");

    private static readonly FrozenSet<string> Directive = Forms.Set("of revisions");

    /// <summary>What a message says about an answer that was given before.</summary>
    /// <param name="text">The message.</param>
    /// <param name="flags">What was read in it (<see cref="Flags"/>).</param>
    public static Revision In(string text, IReadOnlyList<string> flags)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(flags);
        var folded = NormalizedText.Of(text.Length <= MostLetters ? text : text[..MostLetters]);
        var named = NamedQuestion.In(folded);
        var words = folded.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(
            named?.Number, Last.IsMatch(folded.Words), Everything.IsMatch(folded.Words),
            flags.Contains(Flags.ChangeAnswer) || (named is not null && Verb.IsMatch(folded.Words)),
            words.Length <= 24
                && words.All(word => Directive.Contains(word) || (word.Length == 1 && char.IsAsciiDigit(word[0]))
                    || (word.Length == 2 && word[0] == 'q')));
    }

    /// <summary>The option that a message names for a question of so many; the name of a question is none.</summary>
    public static int? ChoiceIn(string text, int offered)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = NormalizedText.Of(text.Length <= MostLetters ? text : text[..MostLetters]);
        var named = NamedQuestion.In(folded);
        // "I said yes but I want to say no": of two that are named the later one counts.
        if (EarlierAnswer.Chosen(named?.Rest ?? folded) is { } chosen
            && Choice.In(chosen, new NormalizedText(chosen), offered) is { } instead)
            return instead.Value;
        if (Choice.In(text, named?.Rest ?? folded, offered) is { } choice)
            return choice.Value;
        // "Question 1 should be 3", "change my answer to no": whoever speaks of an answer and ends with a choice says both.
        return (named is not null || Verb.IsMatch(folded.Words) || Flags.Changes(folded))
            && AtEnd.Find((named?.Rest ?? folded).Words) is { } end && !Refuses.IsMatch(folded.Words)
            ? Choice.In(text, new NormalizedText(end["n"].Trim()), offered)?.Value
            : null;
    }

    /// <summary>"I can't say no": an option that is not to be.</summary>
    private static readonly Expression Refuses = Forms.Within("refuses");

    private static readonly Expression AtEnd = Forms.Within("at the end");
}
