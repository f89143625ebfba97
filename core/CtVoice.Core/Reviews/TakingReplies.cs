using CtVoice.Core.Ledger;

namespace CtVoice.Core.Reviews;

/// <summary>What a member said becomes part of the review, once, in the place it belongs to.</summary>
public static class TakingReplies
{
    /// <summary>Words without a choice that follow this soon belong to the answer before them.</summary>
    public static TimeSpan Together { get; } = TimeSpan.FromSeconds(45);

    /// <summary>A message that was understood as an answer.</summary>
    /// <param name="MemberId">Who wrote it.</param>
    /// <param name="InboundId">The stored message.</param>
    /// <param name="Channel">How it came.</param>
    /// <param name="ReceivedAt">When it was received; whether it is in time depends on this alone.</param>
    /// <param name="Choice">1 to 3, or null.</param>
    /// <param name="Words">What was written beside the digit, as written; null when nothing was.</param>
    public sealed record Message(string MemberId, string InboundId, string Channel, DateTimeOffset ReceivedAt, int? Choice, string? Words)
    {
        /// <summary>Number of the question that was open when it arrived; null for the one that is open now.</summary>
        public int? Question { get; init; }
    }

    /// <summary>Where a message ended.</summary>
    public enum Place
    {
        /// <summary>In time; counted.</summary>
        Accepted,

        /// <summary>After the close, or after the report left: an addendum.</summary>
        Late,

        /// <summary>The same message was applied before.</summary>
        AlreadyTaken,

        /// <summary>This member was not asked anything yet, or the review was cancelled.</summary>
        NotAsked,
    }

    /// <summary>What became of a message.</summary>
    /// <param name="Place">Where it ended.</param>
    /// <param name="Reply">Number of the reply it belongs to.</param>
    /// <param name="NextQuestion">Number of the question to ask now; null when there is none.</param>
    public sealed record Taken(Place Place, int? Reply = null, int? NextQuestion = null);

    /// <summary>Takes a message.</summary>
    public static Decided<Taken> Decide(Review review, Message message, DateTimeOffset now)
    {
        // While the review is open the record that the question left may be a moment behind the answer to it.
        if (review.InvitationOf(message.MemberId) is not { } invitation || (invitation.SentAt is null && review.Stage is not ReviewStage.Open)
            || review.Stage is ReviewStage.Cancelled)
            return new(new(Place.NotAsked));
        if (review.Replies.FirstOrDefault(r => r.Pieces.Any(p => p.InboundId == message.InboundId)) is { } known)
            return new(new(known.Late ? Place.Late : Place.AlreadyTaken, known.Number, Next(review, invitation, known.Late)));

        var late = message.ReceivedAt >= review.Window?.ClosesAt || review.Report is not null;
        var (question, advances) = QuestionFor(review, invitation, message);
        var held = review.Replies.FirstOrDefault(r => r.MemberId == message.MemberId && r.Question == question && r.Late == late);
        var number = held?.Number ?? review.Replies.Count + 1;
        var content = message.Words is null ? null : $"reply|{number}|{(held?.Pieces.Count ?? 0) + 1}";
        var reply = (held ?? new Reply
        {
            Number = number,
            MemberId = message.MemberId,
            Pseudonym = invitation.Pseudonym,
            Question = question,
            Late = late,
        }) with
        {
            Choice = message.Choice ?? held?.Choice,
            Pieces = [.. held?.Pieces ?? [], new(message.InboundId, message.Channel, message.ReceivedAt, content)],
        };
        var answered = invitation with
        {
            NextQuestion = advances ? question + 1 : invitation.NextQuestion,
            LastReplyAt = invitation.LastReplyAt > message.ReceivedAt ? invitation.LastReplyAt : message.ReceivedAt,
        };
        var after = review.With(answered) with
        {
            Replies = held is null ? [.. review.Replies, reply] : [.. review.Replies.Select(r => r.Number == number ? reply : r)],
        };
        var next = Next(after, answered, late);
        var entry = LedgerDraft.Of(late ? "reply-late" : "reply-accepted", Actor.Member(invitation.Pseudonym),
            ("reply", number), ("question", question), ("choice", message.Choice), ("part", reply.Pieces.Count))
            with
        { Contents = content is null ? null : [content] };
        return new(new(late ? Place.Late : Place.Accepted, number, next), new(now, after, entry)
        {
            Contents = content is null ? [] : [new(content, message.Words!)],
            Effects =
            [
                new Effect.WakeReview(),
                new Effect.WakeInvitation(invitation.MemberId, invitation.Round),
                .. next is null ? [new Effect.FreePhone(invitation.MemberId)] : Array.Empty<Effect>(),
            ],
        });
    }

    private static (int Question, bool Advances) QuestionFor(Review review, Invitation invitation, Message message)
    {
        var asked = Math.Min(message.Question ?? invitation.NextQuestion, invitation.NextQuestion);
        var continues = asked > 1 && message.Choice is null && message.ReceivedAt - invitation.LastReplyAt <= Together;
        var question = Math.Min(continues ? asked - 1 : asked, review.Questions.Count);
        return (question, question == invitation.NextQuestion);
    }

    // Once the review has closed nothing more is asked.
    private static int? Next(Review review, Invitation invitation, bool late) =>
        late || review.Stage is not ReviewStage.Open || invitation.Complete(review.Questions.Count) ? null : invitation.NextQuestion;
}
