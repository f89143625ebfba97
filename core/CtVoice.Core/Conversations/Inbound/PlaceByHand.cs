using CtVoice.Core.Calendar;
using CtVoice.Core.Commands;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Language.Meaning;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>A person says where a message from the holding pen belongs.</summary>
public sealed class PlaceByHand(InboundStore inbox, HoldingPen pen, ReviewStore reviews, ReviewCommands commands, BusinessCalendar calendar)
{
    /// <summary>Whether anything can be read in a message: what shows nothing answers nothing, wherever a person puts it.</summary>
    public async Task<bool> IsReadableAsync(string id, CancellationToken cancellationToken = default) =>
        await inbox.ReadAsync(id, cancellationToken) is not { Message: var message }
            || !Understand.ByHand(message, offered: 3).IsUnreadable;

    /// <summary>It answers a review's own question. Null when there is no such message, or the review takes nothing from that member;
    /// placing it again changes nothing.</summary>
    public async Task<TakingReplies.Taken?> PlaceAsync(
        string id, string reviewId, string memberId, int? question, string keyId, CancellationToken cancellationToken = default)
    {
        if (await inbox.ReadAsync(id, cancellationToken) is not { } stored
            || await reviews.ReadAsync(reviewId, cancellationToken) is not { } review)
            return null;
        var asked = review.State.Questions[Math.Clamp(question ?? 1, 1, review.State.Questions.Count) - 1];
        var said = Understand.ByHand(stored.Message, asked.Offered.Count);
        var taken = await commands.DecideAsync(
            reviewId, (state, now) => TakingReplies.Decide(
                state, new(memberId, id, stored.Message.Channel, stored.Message.ReceivedAt, said.Choice, said.Words)
                {
                    Question = question,
                    PlacedBy = keyId,
                    NotQuoted = said.Flags.Contains(Flags.DoNotQuote),
                    HeldBecause = Flags.Holding(said.Flags),
                    Unsure = said.Unsure,
                }, now),
            cancellationToken: cancellationToken);
        if (taken is not { Result: { Place: not TakingReplies.Place.NotAsked } result })
            return null;
        await PlacedAsync(stored, reviewId, result.Place is TakingReplies.Place.Late, result.Reply, cancellationToken);
        return result;
    }

    /// <summary>It answers a follow-up. Null when there is no such message, or the member was not asked that;
    /// placing it again changes nothing.</summary>
    public async Task<FollowingUp.Taken?> PlaceAsync(
        string id, string reviewId, string memberId, FollowUpKind kind, string keyId, CancellationToken cancellationToken = default)
    {
        if (await inbox.ReadAsync(id, cancellationToken) is not { } stored)
            return null;
        var said = Understand.ByHand(stored.Message, FollowingUp.Choices(kind));
        var taken = await commands.DecideAsync(
            reviewId, (state, now) => FollowingUp.Take(
                state, new(memberId, kind, id, stored.Message.Channel, stored.Message.ReceivedAt, said.Choice, said.Words)
                {
                    PlacedBy = keyId,
                    NotQuoted = said.Flags.Contains(Flags.DoNotQuote),
                    HeldBecause = Flags.Holding(said.Flags),
                    Unsure = said.Unsure,
                }, calendar, now),
            cancellationToken: cancellationToken);
        if (taken is not { Result: { Place: not FollowingUp.Place.NotAsked } result })
            return null;
        await PlacedAsync(stored, reviewId, result.Place is FollowingUp.Place.Late, reply: null, cancellationToken);
        return result;
    }

    private async Task PlacedAsync(StoredInbound stored, string reviewId, bool late, int? reply, CancellationToken cancellationToken)
    {
        _ = await inbox.NoteAsync(
            stored, new(late ? InboundPlace.Late : InboundPlace.Accepted, "placed by a person", reviewId, reply, Answered: true),
            cancellationToken);
        await pen.RemoveAsync(stored.Message.Id, cancellationToken);
    }
}
