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

    private static readonly FrozenSet<string> OfDrafts =
        Set("it its this that thats all everything looks look seems sounds to me us mostly very really so va van todo todos esto eso "
            + "asi muy se ve ven me parece parecen thanks thank you gracias");

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
    /// "Not right", "it looks right", "está mal, ...": a message, or its first words up to a comma or a period, that say nothing else. Null
    /// for any other.
    /// </summary>
    private static int? InWords(string text)
    {
        var (right, wrong) = (false, false);
        foreach (var token in NormalizedText.Of(text).Line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (token is "." or "," && (right || wrong))
                break;
            if (Wrong.Contains(token))
                wrong = true;
            else if (Right.Contains(token))
                right = true;
            else if (!Between.Contains(token) && !OfDrafts.Contains(token))
                return right && wrong && token is not ("to" or "of") ? 2 : null; // "Not right you left out ..."
        }
        return wrong ? 2 : right ? 1 : null;
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

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
