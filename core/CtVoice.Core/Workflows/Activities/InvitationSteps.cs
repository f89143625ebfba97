using CtVoice.Core.Calendar;
using CtVoice.Core.Commands;
using CtVoice.Core.Engine;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Workflows.Activities;

/// <summary>Where a member's part in a review stands.</summary>
public sealed class ReadInvitation(ReviewStore reviews, BusinessCalendar calendar) : IActivity<InvitationMoment, InvitationSchedule>
{
    public async Task<InvitationSchedule> RunAsync(InvitationMoment input, CancellationToken cancellationToken) =>
        await reviews.ReadAsync(input.ReviewId, cancellationToken) is { } review
            && review.State.InvitationOf(input.MemberId) is { } invitation
            ? InvitationSchedule.Of(review.State, invitation, calendar, input.Now)
            : new(Over: true);
}

/// <summary>The next alternate joins in a silent member's stead.</summary>
public sealed class CallAlternate(ReviewCommands commands) : IActivity<InvitationMoment, bool>
{
    public async Task<bool> RunAsync(InvitationMoment input, CancellationToken cancellationToken) =>
        await commands.DecideAsync(
            input.ReviewId, (review, now) => Inviting.CallAlternate(review, input.MemberId, now), input.Now,
            cancellationToken: cancellationToken) is { Result: true };
}
