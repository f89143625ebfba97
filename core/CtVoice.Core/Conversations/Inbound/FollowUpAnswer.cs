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
    /// <summary>Reads one.</summary>
    /// <param name="kind">What was asked.</param>
    /// <param name="text">The message.</param>
    /// <param name="choice">The option that was read in it by itself.</param>
    /// <param name="listed">How many recommendations, or drafts, the question is about.</param>
    /// <param name="wantsWords">They said that a draft is not right, and were asked what is not: words say that, whatever option is read
    /// in them, unless they say no more than one.</param>
    public static FollowUpAnswer Of(FollowUpKind kind, string text, int? choice, int listed, bool wantsWords = false)
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
        if (listed > 1 && RightOrNot.Lettered(text, listed) is { } lettered)
            return new(lettered.IsRight ? 1 : 2, [], lettered.Bare);
        var said = RightOrNot.In(text);
        if (wantsWords && said is null && BesideTheChoice.In(text, choice) is not null)
            choice = null;
        return new(choice ?? (said is { IsRight: var right } ? right ? 1 : 2 : null), [], Bare: said is { Bare: true });
    }
}
