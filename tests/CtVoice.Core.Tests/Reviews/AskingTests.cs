using CtVoice.Core.Board;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Tests.Reviews;

/// <summary>Inviting, reminding, taking replies.</summary>
public sealed class AskingTests
{
    private static readonly string Reminder = MessagePurpose.After(3).Kind;

    [Fact]
    public void The_first_invitation_opens_the_window_and_the_others_do_not_move_it()
    {
        var first = Inviting.InvitationSent(Given.Open(), "m-01", Channel.Sms, Given.Calendar, Given.Now);
        Assert.Equal(["invitation-sent", "window-opened"], first.Types());
        Assert.Equal(Given.Close, first.State().Window!.ClosesAt);
        var second = Inviting.InvitationSent(first.State(), "m-02", Channel.Email, Given.Calendar, Given.Now.AddDays(2));
        Assert.Equal("invitation-sent", Assert.Single(second.Types()));
        Assert.Equal(Given.Close, second.State().Window!.ClosesAt);
        Assert.False(Inviting.InvitationSent(second.State(), "m-02", Channel.Email, Given.Calendar, Given.Now).Result);
        Assert.False(Inviting.InvitationSent(second.State(), "m-99", Channel.Email, Given.Calendar, Given.Now).Result);
        Assert.Contains(new Effect.NoteAsked("m-01", Given.Now), first.Change!.Effects);
    }

    [Fact]
    public void A_reminder_is_noted_once_and_so_is_its_arrival()
    {
        var review = Given.Asked();
        Assert.False(Inviting.ReminderDelivered(review, "m-01", Reminder, Given.Now).Result);
        review = Inviting.ReminderSent(review, "m-01", Reminder, Given.Now.AddDays(3)).State();
        Assert.False(Inviting.ReminderSent(review, "m-01", Reminder, Given.Now).Result);
        review = Inviting.ReminderDelivered(review, "m-01", Reminder, Given.Now.AddDays(4)).State();
        Assert.False(Inviting.ReminderDelivered(review, "m-01", Reminder, Given.Now).Result);
        Assert.Equal(Given.Now.AddDays(4), review.InvitationOf("m-01")!.Reminders[0].DeliveredAt);
    }

    [Fact]
    public void An_alternate_joins_once_for_a_silent_member_who_stays_invited_and_then_nobody_is_left()
    {
        var joined = Inviting.CallAlternate(Given.Asked(), "m-01", Given.Now);
        Assert.Equal(("m-04", 2, "es"), joined.State().Invitations.Select(i => (i.MemberId, i.Round, i.Language)).Last());
        Assert.True(joined.State().InvitationOf("m-01")!.Stands);
        Assert.Contains(new Effect.StartInvitation("m-04", 2), joined.Change!.Effects);
        Assert.False(Inviting.CallAlternate(joined.State(), "m-01", Given.Now).Result);
        var none = Inviting.CallAlternate(joined.State(), "m-02", Given.Now);
        Assert.True((bool)none.Change!.Ledger[0].Facts["nobodyLeft"]!);
        Assert.Equal(4, none.State().Invitations.Count);
        Assert.False(Inviting.CallAlternate(Given.Asked().With("m-01", 1, null), "m-01", Given.Now).Result);
    }

    [Fact]
    public void An_ended_invitation_frees_the_phone_and_brings_an_alternate_only_for_a_silent_member_of_an_open_review()
    {
        var ended = Inviting.End(Given.Asked(), "m-01", Inviting.AskedToStop, Given.Now);
        Assert.Contains(new Effect.FreePhone("m-01"), ended.Change!.Effects);
        Assert.NotNull(ended.State().InvitationOf("m-04"));
        Assert.False(Inviting.End(ended.State(), "m-01", "again", Given.Now).Result);
        Assert.Null(Inviting.End(Given.Asked().With("m-01", 1, null), "m-01", "x", Given.Now).State().InvitationOf("m-04"));
        Assert.Null(Inviting.End(Given.Closed(), "m-03", "x", Given.Now).State().InvitationOf("m-04"));
        var called = Inviting.CallAlternate(Given.Asked(), "m-01", Given.Now).State();
        Assert.Equal(4, Inviting.End(called, "m-01", "x", Given.Now).State().Invitations.Count);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void In_time_is_received_before_the_close(int seconds, bool late)
    {
        var at = Given.Close.AddSeconds(seconds);
        var taken = TakingReplies.Decide(Given.Asked(), Given.Message("m-01", 1, null, at), at.AddHours(1));
        Assert.Equal(late ? TakingReplies.Place.Late : TakingReplies.Place.Accepted, taken.Result.Place);
        Assert.Equal(late ? 0 : 1, taken.State().Repliers);
    }

    [Fact]
    public void The_same_message_is_taken_once_and_whoever_was_not_asked_is_not_taken()
    {
        var review = Given.Asked().With("m-01", 1, null, id: "sms|SM1");
        Assert.Equal(TakingReplies.Place.AlreadyTaken,
            TakingReplies.Decide(review, Given.Message("m-01", 1, null, id: "sms|SM1"), Given.Now).Result.Place);
        Assert.Null(TakingReplies.Decide(review, Given.Message("m-01", 1, null, id: "sms|SM1"), Given.Now).Change);
        Assert.Equal(TakingReplies.Place.NotAsked, TakingReplies.Decide(review, Given.Message("m-04", 1, null), Given.Now).Result.Place);
        Assert.Equal(TakingReplies.Place.NotAsked,
            TakingReplies.Decide(Given.Preparing(), Given.Message("m-01", 1, null), Given.Now).Result.Place);
        var cancelled = Closing.Cancel(review, "Withdrawn.", "key-2", Given.Now).State();
        Assert.Equal(TakingReplies.Place.NotAsked, TakingReplies.Decide(cancelled, Given.Message("m-01", 1, null), Given.Now).Result.Place);
    }

    [Fact]
    public void An_invitation_that_never_left_before_the_close_takes_no_reply_after_it()
    {
        var review = Inviting.InvitationSent(Given.Open(Given.AtOnce with { Quorum = 0 }), "m-01", Channel.Sms, Given.Calendar, Given.Now)
            .State();
        var closed = Closing.Close(review, Given.Calendar, Given.Close.AddMinutes(10)).State();
        Assert.Equal(TakingReplies.Place.NotAsked,
            TakingReplies.Decide(closed, Given.Message("m-02", 1, null, Given.Close), Given.Close).Result.Place);
    }

    [Fact]
    public void Words_soon_after_a_choice_belong_to_it_and_later_ones_to_the_next_question()
    {
        var review = Given.Asked(questions: 2).With("m-01", 2, null);
        review = review.With("m-01", null, "only without names", Given.Now + QuestionMeant.Together);
        Assert.Equal((1, 2), (review.Replies.Count, review.InvitationOf("m-01")!.NextQuestion));
        var last = TakingReplies.Decide(
            review, Given.Message("m-01", null, "a warning", Given.Now + (2 * QuestionMeant.Together) + TimeSpan.FromTicks(1)), Given.Now);
        Assert.Equal([(1, 2), (2, null)], last.State().Replies.Select(r => (r.Question, r.Choice)));
        Assert.Null(last.Result.NextQuestion);
        Assert.Contains(new Effect.FreePhone("m-01"), last.Change!.Effects);
    }

    [Fact]
    public void A_changed_mind_changes_the_choice_and_keeps_every_piece()
    {
        var review = Given.Asked().With("m-01", 1, null).With("m-01", 3, "no, I thought about it", Given.Now.AddDays(1));
        var reply = Assert.Single(review.Replies);
        Assert.Equal((3, 2), (reply.Choice, reply.Pieces.Count));
        // Until the report an answer is changed; something more is late, and so is a first answer.
        Assert.Equal([(2, false)], review.With("m-01", 2, "at last", Given.Close).Replies.Select(r => (r.Choice!.Value, r.Late)));
        Assert.Equal([false, true], review.With("m-01", null, "one thing more", Given.Close).Replies.Select(r => r.Late));
        Assert.Equal([false, true], review.With("m-02", 2, "late", Given.Close).Replies.Select(r => r.Late));
    }

    [Fact]
    public void The_ledger_holds_what_was_chosen_and_never_the_words_or_the_member()
    {
        var taken = TakingReplies.Decide(Given.Asked(), Given.Message("m-01", 2, "my own words"), Given.Now);
        var entry = taken.Change!.Ledger[0];
        Assert.Equal("my own words", Assert.Single(taken.Change.Contents).Text);
        Assert.Equal(taken.Change.Contents[0].Key, Assert.Single(entry.Contents!));
        Assert.All(["words", "m-01", "sms"],
            word => Assert.DoesNotContain(word, entry.Facts.ToJsonString() + entry.Actor.Id, StringComparison.Ordinal));
    }
}
