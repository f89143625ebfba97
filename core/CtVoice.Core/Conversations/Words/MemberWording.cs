using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Conversations.Words;

/// <summary>The words of a review's message to a member, as they are the moment before it leaves.</summary>
public sealed class MemberWording(ReviewStore reviews, FollowUpMessages followUps, MemberLinks links)
{
    /// <summary>The words; null when what they say no longer holds.</summary>
    /// <param name="planned">The review as it was when the message was planned.</param>
    /// <param name="invitation">The member's invitation.</param>
    /// <param name="purpose">What the message is for.</param>
    /// <param name="today">The member as they are now.</param>
    /// <param name="channel">How it leaves.</param>
    /// <param name="language">In which language a follow-up is said.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<Wording?> OfAsync(
        Review planned, Invitation invitation, MessagePurpose purpose, Member today, Channel channel, string language,
        CancellationToken cancellationToken = default)
    {
        var asText = channel is Channel.Sms;
        var discreet = today.Discreet || (asText && planned.Sensitive);
        // A date may have moved, or an answer come: nothing leaves that says what no longer holds.
        if (await reviews.ReadAsync(planned.Id, cancellationToken) is not { State: var latest }
            || (latest.Window?.ClosesAt, latest.Stage, latest.News.Count) != (planned.Window?.ClosesAt, planned.Stage, planned.News.Count))
            return null;
        var advice = purpose.IsNews() ? await followUps.AdviceAsync(planned, invitation.Language, cancellationToken) : null;
        var link = purpose == MessagePurpose.Cancelled
            || (advice is not null && !(asText && NewsWords.NeedsPage(planned, invitation, purpose, discreet, advice))) ? null
            : await links.MakeAsync(QuestionSource.Review(planned.Id), today.Id, channel, cancellationToken);
        return purpose.FollowUp is { } kind
            ? await followUps.ComposeAsync(planned, today.Id, kind, language, asText, discreet, link, cancellationToken)
            : MemberWords.Compose(planned, invitation, purpose, asText, discreet, link, advice);
    }

    /// <summary>A draft that a text cannot show whole is read on the member's page; where there are no pages,
    /// a person reads it out.</summary>
    public async Task<bool> NeedsCallAsync(Review review, MessagePurpose purpose, string language,
        CancellationToken cancellationToken = default) =>
        purpose == MessagePurpose.ReadBack && !links.Offered
        && !FollowUpWords.FitsWithoutPage(language, await followUps.DraftsAsync(review, language, cancellationToken));
}
