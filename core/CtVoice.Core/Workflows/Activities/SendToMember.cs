using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Commands;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Engine;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Core.Workflows.Activities;

/// <summary>
/// Sends one message of a review to one member, through the gate: still wanted, consent, quiet hours, the phone free for a
/// question, the pace of the channel. What cannot leave yet is answered with when to ask again; what can never leave ends
/// the invitation.
/// </summary>
public sealed class SendToMember(
    ReviewStore reviews, ReviewCommands commands, BoardStore board, ContactStore contacts, MemberPost post, MemberWording wording,
    BusinessCalendar calendar, TimeProvider clock) : IActivity<MemberMessage, Sending>
{
    public async Task<Sending> RunAsync(MemberMessage input, CancellationToken cancellationToken)
    {
        var now = ReviewCommands.Later(clock.GetUtcNow(), input.Now);
        if (await reviews.ReadAsync(input.ReviewId, cancellationToken) is not { } stored
            || stored.State.InvitationOf(input.MemberId) is not { } invitation
            || InvitationSchedule.Of(stored.State, invitation, calendar, now) is not { Over: false } schedule
            || schedule.Purpose != input.Purpose)
            return Sending.Done;
        var member = await board.GetAsync(input.MemberId, cancellationToken);
        var contact = await contacts.ForSendingAsync(input.MemberId, cancellationToken);
        if (member is { State: MemberState.Paused } && KeepsPlace(stored.State, invitation))
            return new(now.AddDays(1));
        if (member is not { State: MemberState.Active } || contact is null)
            return await EndAsync(input, "no longer takes part", now, cancellationToken);
        if (SendingHours.WaitFor(member, now) is { } allowed)
            return new(allowed);

        var language = LanguageOf(stored.State, invitation, member, input.Purpose);
        if (language is null)
        {
            // Never in a language that is not theirs: a person translates first, and that wakes the workflow.
            _ = await commands.DecideAsync(
                input.ReviewId, (review, at) => FollowingUp.Lacking(review, input.MemberId, FollowUpKind.ReadBack, invitation.Language, at),
                now, cancellationToken: cancellationToken);
            return Sending.Done;
        }
        foreach (var channel in Reachable(member, contact))
        {
            if (channel is Channel.PhoneDictated or Channel.Letter
                || (channel is Channel.Sms && await wording.NeedsCallAsync(stored.State, input.Purpose, language, cancellationToken)))
            {
                _ = await commands.DecideAsync(
                    input.ReviewId, (review, at) => PhoneCalls.Want(
                        review, input.MemberId, input.Purpose, at, byLetter: channel is Channel.Letter), now,
                    cancellationToken: cancellationToken);
                return Sending.Done;
            }
            switch (await SendAsync(stored.State, invitation, input.Purpose, member, contact, channel, language, cancellationToken))
            {
                case MessageOutcome.Sent when input.Purpose.FollowUp is { } kind:
                    var shown = ReadingBack.ShownNow(stored.State, kind);
                    _ = await commands.DecideAsync(
                        input.ReviewId, (review, at) => FollowingUp.Asked(review, input.MemberId, kind, language, shown, at), now,
                        cancellationToken: cancellationToken);
                    return Sending.Done;
                case MessageOutcome.Sent:
                    await RecordAsync(input, channel, stored.State, now, cancellationToken);
                    return Sending.Done;
                case MessageOutcome.NotBefore later:
                    return new(later.At);
                case MessageOutcome.NotAllowed:
                    // Something changed this very moment: from the start, with what is stored now.
                    return new(clock.GetUtcNow());
                case MessageOutcome.Refused { Reason: SendRefusal.OptedOut }:
                    await board.RecordConsentAsync(member.Id,
                        new(channel, ConsentState.Withdrawn, now, "provider", "refused by the provider"), cancellationToken);
                    break;
            }
        }
        return await EndAsync(input, "cannot be reached", now, cancellationToken);
    }

    /// <summary>
    /// Whoever has begun to answer, or was asked back what they mean, keeps their place while the review goes on, although they are paused:
    /// the pause may be taken back any day.
    /// </summary>
    private static bool KeepsPlace(Review review, Invitation invitation) =>
        review.Stage is not (ReviewStage.Finished or ReviewStage.Cancelled)
        && (!invitation.Silent || EarlierAnswers.Waiting(invitation) is { About: AskedAbout.SkipOrDecline });

    private Task<MessageOutcome> SendAsync(
        Review review, Invitation invitation, MessagePurpose purpose, Member member, MemberContact contact, Channel channel,
        string language, CancellationToken cancellationToken)
    {
        var code = purpose.FollowUp is { } asked ? Pseudonym.FollowUpCode(review.PseudonymSalt, member.Id, asked) : invitation.Code;
        var posting = new Posting(PlaceOf(review.Id, member.Id, purpose, channel), member, contact, channel)
        {
            CannotWait = purpose.CannotWait(),
            ReviewId = review.Id,
            Answers = (code, new(QuestionSource.Review(review.Id), member.Id, purpose.FollowUp)),
            Holds = purpose.IsNews() || purpose.IsAboutDate()
                ? null
                : (new(QuestionSource.Review(review.Id), member.Id, invitation.Round, purpose.FollowUp), HoldsPhoneUntil(review, purpose)),
            // The question of a reminder, and the next one of a review, have it already.
            KeepsPhone = purpose.IsReminder() || purpose.QuestionNumber() is not null,
        };
        return post.SendAsync(posting, (today, stop) => wording.OfAsync(review, invitation, purpose, today, channel, language, stop),
            cancellationToken);
    }

    /// <summary>The language of a message; null when nothing can be said in one that the member reads.</summary>
    private static string? LanguageOf(Review review, Invitation invitation, Member member, MessagePurpose purpose) =>
        purpose.FollowUp is FollowUpKind.ReadBack
            ? ReadingBack.Language(review, member.Languages.Prepend(invitation.Language))
            : invitation.Language;

    /// <summary>How long a question holds the phone; before it is asked its own length is the longest that it can.</summary>
    private DateTimeOffset HoldsPhoneUntil(Review review, MessagePurpose purpose)
    {
        var (known, days) = purpose.FollowUp is { } kind
            ? (FollowingUp.Until(review, kind, calendar), review.Policy.SatisfactionBusinessDays)
            : (review.Window?.ClosesAt, review.Policy.WindowBusinessDays);
        return known ?? calendar.Of(review).EndOfWindow(clock.GetUtcNow(), days, review.Policy.ClosesAt).At;
    }

    private static IEnumerable<Channel> Reachable(Member member, MemberContact contact) =>
        member.UsableChannels.Where(channel =>
            (channel is Channel.Sms or Channel.PhoneDictated && contact.Phone is not null)
                || (channel is Channel.Email && contact.Email is not null)
                || (channel is Channel.Letter && contact.Post is not null));

    private async Task RecordAsync(MemberMessage input, Channel channel, Review said, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var (news, withheld) = (said.News.Count, DecidingWords.ToTell(said, input.MemberId));
        var kind = input.Purpose.Kind;
        var by = channel is Channel.Sms ? Channel.Sms : Channel.Email;
        var left = input.Purpose.IsNews()
            ? ""
            : await post.LeftAsync(PlaceOf(input.ReviewId, input.MemberId, input.Purpose, channel), cancellationToken);
        _ = await commands.DecideAsync(input.ReviewId, (review, at) =>
            review.InvitationOf(input.MemberId) is { SentAt: not null } invitation && invitation.Undelivered == kind
                ? Inviting.SentAnotherWay(review, input.MemberId, by, at, IsHidden(review, left))
            : input.Purpose == MessagePurpose.Invitation
                ? Inviting.InvitationSent(review, input.MemberId, by, calendar, at, IsHidden(review, left))
            : input.Purpose.QuestionNumber() is { } question
                ? ShowingQuestions.Sent(review, input.MemberId, question, by, IsHidden(review, left), at)
            : input.Purpose == MessagePurpose.Outcome ? Finishing.Told(review, input.MemberId, at, news, withheld)
            : input.Purpose.UpdateNumber() is { } number ? TellingMembers.Updated(review, input.MemberId, number, news, at, withheld)
            : input.Purpose.IsAboutDate() ? TellingDates.Told(review, input.MemberId, input.Purpose, at)
            : Inviting.ReminderSent(review, input.MemberId, kind, at, by, IsHidden(review, left)), now,
            cancellationToken: cancellationToken);

        // What was shown is what left, whatever was planned: a question that found no room is only announced.
        bool IsHidden(Review review, string text) => review.InvitationOf(input.MemberId) is { } asked
            && !MemberWords.Shows(review, asked.Language, input.Purpose.QuestionNumber() ?? 1, text);
    }

    private static OutboxPlace PlaceOf(string reviewId, string memberId, MessagePurpose purpose, Channel channel) =>
        new(ReviewRows.Partition(reviewId), ReviewRows.Outbox($"{memberId}|{purpose.Kind}|{channel}"));

    private async Task<Sending> EndAsync(MemberMessage input, string because, DateTimeOffset now, CancellationToken cancellationToken)
    {
        _ = await commands.DecideAsync(input.ReviewId, (review, at) => Inviting.End(review, input.MemberId, because, at), now,
            cancellationToken: cancellationToken);
        return Sending.Done;
    }
}
