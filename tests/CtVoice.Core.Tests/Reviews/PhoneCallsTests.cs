using CtVoice.Core.Board;
using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;

using static CtVoice.Core.Tests.Reviews.Staged;

namespace CtVoice.Core.Tests.Reviews;

public sealed class PhoneCallsTests
{
    private static Review Waiting(out string member)
    {
        var review = Asking();
        member = review.Invitations[0].MemberId;
        return PhoneCalls.Want(review, member, MessagePurpose.Invitation, Now).Change!.State;
    }

    [Fact]
    public void An_invitation_that_only_a_call_can_bring_is_a_thing_to_do_and_not_sent_again()
    {
        var review = Waiting(out var member);

        Assert.Equal([member], PhoneCalls.Wanted(review).Select(w => w.Invitation.MemberId));
        Assert.Contains(ReviewLists.RowsOf(new(review, "", Core.Ledger.LedgerHead.Empty, 1, "e")),
            r => r is { Key: "r-1|call-members", Row: not null });
        Assert.Null(InvitationSchedule.Of(review, review.InvitationOf(member)!, Workdays, Now).Purpose);
        Assert.Null(PhoneCalls.Want(review, member, MessagePurpose.Invitation, Now).Change);
    }

    [Fact]
    public void The_call_counts_as_the_invitation_and_opens_the_window()
    {
        var review = Waiting(out var member);

        var after = PhoneCalls.Note(review, member, Key, Workdays, Now).Change!.State;

        Assert.Equal(((DateTimeOffset?)Now, (Channel?)Channel.PhoneDictated),
            (after.InvitationOf(member)!.SentAt, after.InvitationOf(member)!.Channel));
        Assert.NotNull(after.Window);
        Assert.Empty(PhoneCalls.Wanted(after));
    }

    [Fact]
    public void A_reminder_that_was_said_is_delivered()
    {
        var review = PhoneCalls.Note(Waiting(out var member), member, Key, Workdays, Now).Change!.State;
        var kind = MessagePurpose.After(3);
        var wanted = PhoneCalls.Want(review, member, kind, Now.AddDays(3)).Change!.State;

        var after = PhoneCalls.Note(wanted, member, Key, Workdays, Now.AddDays(3)).Change!.State;

        Assert.Equal(new SentReminder(kind.Kind, Now.AddDays(3), Now.AddDays(3)), Assert.Single(after.InvitationOf(member)!.Reminders));
    }

    [Fact]
    public void A_reply_on_the_phone_ends_the_wait_for_the_call()
    {
        var review = Waiting(out var member);

        var after = Dictating.Take(review, new(member, "one", 1, 1, null, new(Key, null, true)), Workdays, Now).Change!.State;

        Assert.Empty(PhoneCalls.Wanted(after));
        Assert.Equal(Now, after.InvitationOf(member)!.SentAt);
    }

    [Fact]
    public void Nothing_is_noted_where_no_call_waits() =>
        Assert.Null(PhoneCalls.Note(Asking(), "m-02", Key, Workdays, Now).Change);
}
