using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>What a member is told of a message that was taken as an answer, and the next question with it. Pure.</summary>
/// <param name="Place">Where the message ended.</param>
/// <param name="Text">What is answered.</param>
internal sealed record ReplyReceipt(InboundPlace Place, string Text)
{
    /// <summary>The receipt of what was taken.</summary>
    /// <param name="review">The review, after that.</param>
    /// <param name="language">The member's language.</param>
    /// <param name="taken">What became of it.</param>
    /// <param name="hidden">Messages to this member name no topic on this channel.</param>
    /// <param name="call">What whoever wants a call as well is told; null for all others.</param>
    public static ReplyReceipt Of(Review review, string language, TakingReplies.Taken taken, bool hidden, string? call = null)
    {
        var phrases = Phrases.In(language);
        return taken switch
        {
            { Place: TakingReplies.Place.Late } => new(InboundPlace.Late, phrases.SavedLate),
            { Place: TakingReplies.Place.NotShown, NextQuestion: { } open } when !hidden =>
                new(InboundPlace.ClarificationAsked, phrases.OpenNow(MemberWords.Question(review, language, open))),
            { Place: TakingReplies.Place.NotShown } => new(InboundPlace.ClarificationAsked, phrases.NotSeen),
            { Place: TakingReplies.Place.AskedWhich } => new(InboundPlace.ClarificationAsked, phrases.WhichAnswer(taken.Which)),
            { AskWhich: { } unclear } => new(InboundPlace.ClarificationAsked, phrases.WhichOne(Options(unclear))),
            { NextQuestion: { } next } => new(InboundPlace.Accepted, $"{Saved()} {phrases.Next} {Next(next)}"),
            _ => new(InboundPlace.Accepted, Saved()),
        };

        string Saved() => MemberWords.Joined([SavedAlone(), call]);

        // Whoever has more than one question before them is told which one it counts for.
        string SavedAlone() => taken switch
        {
            { Changed: { } changed, Choice: { } now } => phrases.Changed(changed, now),
            { Earlier: { } earlier } => phrases.SavedFor(earlier, taken.Choice),
            _ => phrases.Saved(taken.Choice),
        };

        // A choice may name the topic; its number never does.
        string Options(int unclear) => hidden
            ? phrases.Numbers(review.Questions[unclear - 1].Offered.Count)
            : phrases.ChoicesInShort(review.ReleasedText(language).Questions[unclear - 1].Choices);

        // Who asked for messages without a topic asks to see the next question as well.
        string Next(int next) => hidden ? phrases.DiscreetNext : MemberWords.Question(review, language, next);
    }
}
