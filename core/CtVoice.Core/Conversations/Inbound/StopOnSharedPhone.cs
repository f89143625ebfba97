using CtVoice.Core.Board;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>
/// STOP on a phone that several members use. Nobody knows which of them said it, and no carrier lets a text of ours through any more: texts
/// end for each of them. Nobody leaves a review by another's word: the question that was open on the phone is asked another way, a person
/// sees the message, and whoever takes mail is told by a mail of their own.
/// </summary>
public static class StopOnSharedPhone
{
    /// <summary>What the holding pen says of it.</summary>
    internal const string ForAPerson = "STOP on a phone that several members use: texts ended for each of them.";

    /// <summary>Whether an opt-out is one of these.</summary>
    internal static bool Is(Correlation about) => about.IsText && about.Members.Count > 1;

    /// <summary>The review of whoever was asked on the phone last: as if their latest message had not arrived.</summary>
    public static Decided<bool> AnotherWay(Review review, string memberId, DateTimeOffset now) => Inviting.Lost(
        review, memberId, review.InvitationOf(memberId) is { Reminders: [.., var last] } ? last.Kind : MessagePurpose.Invitation.Kind, now);

    /// <summary>Whether a member is told by mail.</summary>
    public static bool IsTold(Member member) => member.State is MemberState.Active && member.Consents(Channel.Email);
}
