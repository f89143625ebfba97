using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Reviews;
using CtVoice.Language.Meaning;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>
/// What is said by a channel on which nothing may be asked: its member ended messages there, or is paused as gone or somebody else. The
/// words are kept and nothing follows them but, once, how to come back. A call, a question to us and taking back are heard as ever.
/// </summary>
public sealed class AfterStop(
    ApplyReply reply, ApplyFollowUp followUps, BesideAnswers beside, HoldingPen pen, PhoneQueue phones, SaidOnce once,
    ConversationOptions options)
{
    /// <summary>What the holding pen says of such words.</summary>
    internal const string ForAPerson = "Its sender wants no messages on this channel, or is gone: nothing was asked and nothing counted.";

    /// <summary>Whether the channel is such a one; the member's own page never is.</summary>
    internal static bool IsSilent(Correlation about) =>
        about is { Form: null, Member: { } member } && (IsGone(about) || ((!about.IsText || about.OptedOut)
            && member.Consent.Any(record => record.Channel == about.By && record.State is ConsentState.Withdrawn)));

    /// <summary>Takes it.</summary>
    internal async Task<InboundOutcome> TakeAsync(Correlation about, Understood said, CancellationToken cancellationToken)
    {
        if (await beside.WithoutAskingAsync(about, said, cancellationToken) is { } heard)
            return heard;
        if (!said.InDanger && AfterOptOut.MayAskForMessages(said.Sure))
            return await AskAgainAsync(about, said, cancellationToken);
        if (!said.InDanger && said.Choice is not null && said.Sure.Any(char.IsDigit) && about is { Review: not null, Invitation: not null })
            return await KeepAsync(about, said with { Silent = true }, cancellationToken);
        if (!said.InDanger && AfterOptOut.SaysNothing(said.Sure))
            return new(InboundPlace.ClarificationAsked, "Says nothing, and its sender wants no messages, or is gone.", about.ReviewId);
        var told = said.InDanger || IsGone(about) ? null : await HowToComeBackAsync(about, said, cancellationToken);
        return await pen.HoldAsync(about.Message, ForAPerson, told, cancellationToken);
    }

    /// <summary>What names an option stays an answer.</summary>
    private async Task<InboundOutcome> KeepAsync(Correlation about, Understood said, CancellationToken cancellationToken)
    {
        var taken = said.FollowUp is { } followUp && !Understand.SpeaksOfTheReview(about.Review!.State, about.MemberId, followUp, said)
            ? await followUps.TakeAsync(about, followUp, said, cancellationToken)
            : await reply.TakeAsync(about, said, cancellationToken);
        return taken with
        {
            Shows = null,
            Answer = IsGone(about) ? null : await HowToComeBackAsync(about, said, cancellationToken),
        };
    }

    private async Task<InboundOutcome> AskAgainAsync(Correlation about, Understood said, CancellationToken cancellationToken)
    {
        var asked = about.IsText && about.OptedOut;
        if (asked)
            await phones.NoteAskedAgainAsync(about.Message.From, cancellationToken);
        return new(InboundPlace.ClarificationAsked, "May want messages again.", about.ReviewId, Answer: asked ? about.Phrases.AskAgain
            : HowToComeBack(about, said));
    }

    /// <summary>Somebody else has the number or the mailbox, or the member is gone: nobody there is to come back.</summary>
    private static bool IsGone(Correlation about) =>
        about is { Member.State: MemberState.Paused, Invitation.EndedBecause: Inviting.AskedToStop };

    private async Task<string?> HowToComeBackAsync(Correlation about, Understood said, CancellationToken cancellationToken) =>
        await once.IsFirstAsync(about, $"back|{about.Source}", cancellationToken) ? HowToComeBack(about, said) : null;

    private string HowToComeBack(Correlation about, Understood said) => about.Member!.State is MemberState.Paused
        ? said.Paused(about.Phrases, options.Help) : about.Phrases.Stopped(about.IsText);
}
