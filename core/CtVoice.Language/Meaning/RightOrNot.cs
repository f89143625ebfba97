using System.Collections.Frozen;

namespace CtVoice.Language.Meaning;

/// <summary>
/// Whether somebody finds right what was shown to them, in English and Spanish. Beside a number that they were offered these words say it
/// as well; what says neither plainly says nothing here. Pure, linear in the text.
/// </summary>
/// <param name="IsRight">It is right.</param>
/// <param name="Bare">Nothing else is said, so that none of it says what is wrong.</param>
public sealed record RightOrNot(bool IsRight, bool Bare)
{
    private static readonly PhraseText Phrases = PhraseText.Load("Meaning.Phrases.right-or-not");

    private static readonly FrozenSet<string> Right = Phrases.Set("right");

    private static readonly FrozenSet<string> Wrong = Phrases.Set("wrong");

    private static readonly FrozenSet<string> Between = Phrases.Set("between");

    private static readonly FrozenSet<string> SaysRight = Phrases.Set("says right");

    private static readonly FrozenSet<string> SaysWrong = Phrases.Set("says wrong");

    private static readonly string[] WrongAndWhat = Phrases["says wrong, and what"];

    /// <summary>
    /// "Not right", "it looks right", "está mal, ...": what stands at the begin and says nothing else. That something is wrong may go on
    /// with what; that all is right stands alone. Null for any other, and for a question.
    /// </summary>
    public static RightOrNot? In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clauses = NormalizedText.Of(text).Clauses;
        if (text.AsSpan().ContainsAny('?', '¿') || clauses.Count == 0)
            return null;
        var first = clauses[0];
        var alone = clauses.Skip(1).All(PlainAssent.IsCourtesy);
        if (SaysWrong.Contains(first) || WrongAndWhat.Any(begin => first.StartsWith(begin, StringComparison.Ordinal)))
            return new(IsRight: false, Bare: alone && SaysWrong.Contains(first));
        return alone && SaysRight.Contains(first) ? new(IsRight: true, Bare: true) : null;
    }

    /// <summary>
    /// "A 1 B 2", "B wrong", "1, but not B", of so many that are named A, B, ...: not right where one of them is not. Null when a
    /// message does not begin so.
    /// </summary>
    /// <param name="text">The message.</param>
    /// <param name="shown">How many were shown; 1 stands for right and 2 for not.</param>
    public static RightOrNot? Lettered(string text, int shown)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (letter, right, wrong, digits, more) = (false, false, false, false, false);
        foreach (var token in NormalizedText.Of(text).Line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (token is ['1'] or ['2'])
                digits = true;
            if (token is ['2'] || Wrong.Contains(token))
                wrong = true;
            else if (token is ['1'] || Right.Contains(token))
                right = true;
            else if (token is [>= 'a' and <= 'z'] && token[0] - 'a' < shown)
                letter = true;
            else if (token is not (['.'] or [',']) && !Between.Contains(token))
            {
                more = true;
                break;
            }
        }
        // "A" is a word as well: without a digit beside it only the capital letter names one. Which of them is wrong is said by its letter.
        return letter && (right || wrong) && (digits || text.Any(c => c >= 'A' && c < 'A' + shown))
            ? new(IsRight: !wrong, Bare: !wrong && !more) : null;
    }
}
