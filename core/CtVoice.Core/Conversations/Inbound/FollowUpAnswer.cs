using System.Collections.Frozen;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Language.Meaning;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>
/// What a message says to a follow-up: which option counts, and which recommendations it speaks of. Beside the option members write
/// the number of a recommendation ("3 number 2") or the letter of a draft ("B 2"): where nobody can tell which is which, no option
/// is taken and the member is asked. Pure.
/// </summary>
/// <param name="Choice">The option; null when none is named, or more than one could be meant.</param>
/// <param name="Names">Numbers of the recommendations that it names beside the option.</param>
/// <param name="Bare">Option and number are all there is: none of it is words to pass on.</param>
internal sealed record FollowUpAnswer(int? Choice, IReadOnlyList<int> Names, bool Bare)
{
    private static readonly FrozenSet<string> Right =
        Set("1 right ok okay yes si good fine correct true bien correcto correcta correctos correctas sirve");
    private static readonly FrozenSet<string> Wrong =
        Set("2 wrong no not isnt arent bad incorrect false mal incorrecto incorrecta incorrectos incorrectas");
    private static readonly FrozenSet<string> Between =
        Set("is are and but the draft drafts es son esta estan y pero el la los las borrador borradores for para . ,");

    private static readonly FrozenSet<string> SaysRight = Phrases(
        "right; its right; it is right; thats right; that is right; this is right; looks right; it looks right; all right; correct; "
            + "its correct; looks correct; all correct; va bien; esta bien; todo bien; todo esta bien; todo correcto; correcto; "
            + "es correcto; asi es");
    private static readonly FrozenSet<string> SaysWrong = Phrases(
        "not right; its not right; it is not right; it isnt right; thats not right; that is not right; this is not right; not correct; "
            + "its not correct; wrong; its wrong; thats wrong; this is wrong; it is wrong; va mal; esta mal; no esta bien; no va bien; "
            + "no es correcto; eso no esta bien; eso esta mal");
    private static readonly FrozenSet<string> Thanks = Phrases("thanks; thank you; thx; gracias; muchas gracias; please; por favor");

    /// <summary>Reads one.</summary>
    /// <param name="kind">What was asked.</param>
    /// <param name="text">The message.</param>
    /// <param name="choice">The option that was read in it by itself.</param>
    /// <param name="listed">How many recommendations, or drafts, the question is about.</param>
    public static FollowUpAnswer Of(FollowUpKind kind, string text, int? choice, int listed)
    {
        if (AboutNumber.In(text) is { } pair)
        {
            var option = pair.Number <= listed ? Language.Meaning.Revision.ChoiceIn(pair.Choice, FollowingUp.Choices(kind)) : null;
            return kind is FollowUpKind.Satisfaction
                ? new(option, option is null ? [] : [pair.Number], pair.Bare && option is not null)
                : new(option, [], Bare: false);
        }
        if (kind is not FollowUpKind.ReadBack)
            return new(choice, [], Bare: false);
        return new((listed > 1 ? Lettered(text, listed) : null) ?? choice ?? InWords(text), [], Bare: false);
    }

    /// <summary>
    /// "Not right", "it looks right", "está mal, ...": what stands at the begin and says nothing else. That something is wrong may go on
    /// with what; that all is right stands alone. Null for any other, and for a question.
    /// </summary>
    private static int? InWords(string text)
    {
        var clauses = NormalizedText.Of(text).Clauses;
        if (text.AsSpan().ContainsAny('?', '¿') || clauses.Count == 0)
            return null;
        var first = clauses[0];
        if (SaysWrong.Contains(first) || first.StartsWith("not right you ", StringComparison.Ordinal))
            return 2;
        return SaysRight.Contains(first) && clauses.Skip(1).All(Thanks.Contains) ? 1 : null;
    }

    /// <summary>
    /// "A 1 B 2", "B wrong", "1, but not B": one draft that is not right makes the answer "not right"; its words say which. Null
    /// when a message does not begin so.
    /// </summary>
    private static int? Lettered(string text, int drafts)
    {
        var (letter, right, wrong, digits) = (false, false, false, false);
        foreach (var token in NormalizedText.Of(text).Line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (token is ['1'] or ['2'])
                digits = true;
            if (Wrong.Contains(token))
                wrong = true;
            else if (Right.Contains(token))
                right = true;
            else if (token is [>= 'a' and <= 'z'] && token[0] - 'a' < drafts)
                letter = true;
            else if (!Between.Contains(token))
                break;
        }
        // "A" is a word as well: without a digit beside it only the capital letter names a draft.
        return letter && (right || wrong) && (digits || text.Any(c => c >= 'A' && c < 'A' + drafts)) ? wrong ? 2 : 1 : null;
    }

    private static FrozenSet<string> Phrases(string phrases) => phrases.Split("; ").ToFrozenSet(StringComparer.Ordinal);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
