using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>
/// What a message belongs to: who wrote it, and what they had before them. It is read once, and everybody who does something with the
/// message is handed it.
/// </summary>
/// <param name="Stored">The message as it is stored.</param>
/// <param name="By">The channel that it came by; of a form, the one that brought the link.</param>
/// <param name="Members">Whose it may be: everybody on the phone, the one whose question or page it is. Empty for a stranger.</param>
internal sealed record Correlation(StoredInbound Stored, Channel By, IReadOnlyList<string> Members)
{
    /// <summary>The message.</summary>
    public InboundMessage Message => Stored.Message;

    /// <summary>Why nobody knows whose it is; null when somebody does.</summary>
    public string? Unknown { get; init; }

    /// <summary>The review or the talk that it is about; null when nothing was ever asked.</summary>
    public QuestionSource? Source { get; init; }

    /// <summary>The review that it is about; null for a talk, and when nothing was ever asked.</summary>
    public string? ReviewId => Source?.ReviewId;

    /// <summary>Whose answer it is: of several on one phone, the one who was asked there last.</summary>
    public string MemberId { get; init; } = "";

    /// <summary>That member; null when there is none any more.</summary>
    public Member? Member { get; init; }

    /// <summary>The review as it was when the message was looked at; null for a talk, and when nothing was ever asked.</summary>
    public StoredReview? Review { get; init; }

    /// <summary>The follow-up that was asked last; null for the review's own questions.</summary>
    public FollowUpKind? FollowUp { get; init; }

    /// <summary>The question that they had before them, 0 for none; null when that is not known.</summary>
    public int? Question { get; init; }

    /// <summary>The sender had opted out of the channel.</summary>
    public bool OptedOut { get; init; }

    /// <summary>Of a mail: the code that led it back.</summary>
    public string? Code { get; init; }

    /// <summary>What was filled in on a page; null for anything else.</summary>
    public PageForm? Form { get; init; }

    /// <summary>The member is paused, as they may want no messages or a person said so, and was not asked back which it is.</summary>
    public bool IsPaused => Form is null && !IsDialogue && Member?.State is MemberState.Paused
        && !(Invitation is { } invited && EarlierAnswers.Waiting(invited) is { About: AskedAbout.SkipOrDecline });

    /// <summary>It came as a text message, not by mail or page.</summary>
    public bool IsText => By is Channel.Sms && Form is null;

    /// <summary>It is about a talk, not about a review.</summary>
    public bool IsDialogue => Source?.DialogueKind is not null;

    /// <summary>The member's invitation to the review.</summary>
    public Invitation? Invitation => Review?.State.InvitationOf(MemberId);

    /// <summary>The review holds it already, as an answer to a question of its own or to a follow-up.</summary>
    public bool IsTaken => Review is { State: var review } && (review.Replies.Any(r => r.Pieces.Any(p => p.InboundId == Message.Id))
        || (FollowUp is { } kind && review.FollowUpOf(MemberId, kind)?.Holds(Message.Id) is true));

    /// <summary>The language to answer in: a shared phone is answered in that of whoever was asked on it.</summary>
    public string Language => Invitation?.Language ?? Member?.Languages[0] ?? "en";

    /// <summary>What is said in it.</summary>
    public Phrases Phrases => Phrases.In(Language);

    /// <summary>Texts to this member about this review name no topic.</summary>
    public bool HidesTopic => IsText && (Review?.State.Sensitive is true || Member?.Discreet is true);

    /// <summary>Options of the question that they had before them; of the one that comes next where they had seen none.</summary>
    public int Offered => Review is { State: var review } ? OfferedBy(review, Question ?? OpenIn(review)) : 0;

    /// <summary>The same in the review as it is by now.</summary>
    public int OfferedBy(Review review, int question) =>
        review.Questions[Math.Clamp(question == 0 ? review.InvitationOf(MemberId)?.NextQuestion ?? 1 : question, 1, review.Questions.Count)
            - 1].Offered.Count;

    /// <summary>The question that was open to them in a review when the message came: 0 when they had seen none.</summary>
    public int OpenIn(Review review) => review.InvitationOf(MemberId) is { } invitation
        ? ShowingQuestions.OpenOn(review, invitation, Message.Channel, Message.ReceivedAt) ?? 0
        : 1;
}
