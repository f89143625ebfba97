using CtVoice.Core.Board;
using CtVoice.Core.Json;
using CtVoice.Core.Reviews;
using CtVoice.Web.Views;

namespace CtVoice.Web.Routes;

/// <summary>The coordinator's word on the panel.</summary>
/// <param name="Overrides">Members to seat or leave out; an empty list takes earlier ones back.</param>
/// <param name="GoOnShortBecause">Why to go on although seats stay empty; public.</param>
internal sealed record PanelChange(IReadOnlyList<OverrideGiven> Overrides, string? GoOnShortBecause = null);

/// <summary>The coordinator's word on one member.</summary>
internal sealed record OverrideGiven(string MemberId, OverrideKind Kind, string Reason);

/// <summary>A member was called.</summary>
internal sealed record CallMade(string MemberId);

/// <summary>A call to make.</summary>
/// <param name="MemberId">Whom; the number is behind the contact.</param>
/// <param name="Kind">invitation, a reminder, or outcome.</param>
/// <param name="Language">In which language.</param>
/// <param name="Say">What a message would say.</param>
public sealed record CallView(string MemberId, string Kind, string Language, string Say);

/// <summary>A spoken reply that was taken.</summary>
/// <param name="Reply">Its number.</param>
/// <param name="Late">It came after the close: an addendum.</param>
/// <param name="Flags">acute, worry or own-case: look at the words before you release them.</param>
/// <param name="Say">What to tell the member now, while they are on the phone.</param>
/// <param name="Review">Where the review stands.</param>
public sealed record DictatedView(int Reply, bool Late, IReadOnlyList<string> Flags, string? Say, ReviewView Review);

/// <summary>A spoken answer to a follow-up that was taken.</summary>
/// <param name="Late">It came when it no longer counted: an addendum.</param>
/// <param name="Flags">acute, worry or own-case: look at the words before you release them.</param>
/// <param name="Say">What to tell the member now, while they are on the phone.</param>
/// <param name="Review">Where the review stands.</param>
public sealed record DictatedFollowUpView(bool Late, IReadOnlyList<string> Flags, string? Say, ReviewView Review);

/// <summary>A reply spoken on the phone.</summary>
/// <param name="MemberId">Who spoke.</param>
/// <param name="Question">Number of the question.</param>
/// <param name="Choice">1 to 3; absent when none was made.</param>
/// <param name="Words">What was said, as it was said.</param>
/// <param name="Interpreter">The person who interpreted; absent when nobody had to.</param>
/// <param name="ReadBack">That the member heard it again and agreed; must be true, or <c>fromPaper</c>.</param>
/// <param name="FromPaper">That the member wrote it on paper, and it was typed from that.</param>
internal sealed record SpokenReply(string MemberId, int Question, int? Choice = null, string? Words = null, string? Interpreter = null,
    bool ReadBack = false, bool FromPaper = false)
{
    /// <summary>Everything that is wrong with it.</summary>
    public IReadOnlyList<Fault> Check(Review review)
    {
        var faults = new List<Fault>();
        if (Question < 1 || Question > review.Questions.Count)
            return [new("/question", FormattableString.Invariant($"The review asks questions 1 to {review.Questions.Count}."))];
        var offered = review.Questions[Question - 1].Offered.Count;
        if (Choice is { } choice && (choice < 1 || choice > offered))
            faults.Add(new("/choice", offered == 0
                ? "This question has no choices."
                : FormattableString.Invariant($"This question offers 1 to {offered}.")));
        faults.AddRange(DictationCheck.Check(Choice, Words, Interpreter, ReadBack || FromPaper));
        return faults;
    }
}
