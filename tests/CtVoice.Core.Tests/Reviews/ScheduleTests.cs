using CtVoice.Core.Accountability;
using CtVoice.Core.Board;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Tests.Reviews;

/// <summary>What the workflows see.</summary>
public sealed class ScheduleTests
{
    private static DateTimeOffset Ten(int month, int day) => new(2027, month, day, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Each_stage_has_its_own_instants_and_no_others()
    {
        var settle = TimeSpan.FromMinutes(10);
        Assert.Equal(new(ReviewStage.Submitted), Of(Given.Submitted()));
        Assert.Equal(new(ReviewStage.CoordinatorDecides) { DecideBy = Ten(1, 14) }, Of(Given.Assessed(ReviewNeed.CoordinatorDecides)));
        Assert.Equal(new(ReviewStage.NotRequired), Of(Given.Assessed(ReviewNeed.NotRequired)));
        Assert.Equal(new(ReviewStage.Routing), Of(Given.Assessed(ReviewNeed.Required)));
        Assert.Equal(new(ReviewStage.ShortOfMembers)
        { LookAgainAt = Ten(1, 12) }, Of(Given.Preparing().At(ReviewStage.ShortOfMembers, Given.Now)));
        Assert.Equal(new(ReviewStage.Preparing) { TextsDigestAt = Ten(1, 13), TextsEscalateAt = Ten(1, 19) }, Of(Given.Preparing()));
        Assert.Equal(
            new(ReviewStage.Preparing) { TextsEscalateAt = Ten(1, 19) },
            Of(ReleasingTexts.NoteDelay(Given.Preparing(), escalate: false, Given.Now).State()));
        Assert.Equal(new(ReviewStage.Open), Of(Given.Open()));
        Assert.Equal(new(ReviewStage.Open) { CloseAt = Given.Close + settle }, Of(Given.Asked()));
        Assert.Equal(new(ReviewStage.Preview) { ReportAt = Ten(1, 28) }, Of(Given.Closed()));
        Assert.Equal(new(ReviewStage.Answering) { TellAt = Given.Reported().Recommendations[0].DueAt }, Of(Given.Reported()));

        static ReviewSchedule Of(Review review) => ReviewSchedule.Of(review, Given.Calendar, Given.Now);
    }

    [Fact]
    public void A_silent_member_is_reminded_three_times_and_an_answering_one_never()
    {
        var review = Given.Asked();
        foreach (var (kind, at) in new[]
            { ("reminder-after-3", Ten(1, 14)), ("reminder-before-3", Ten(1, 21)), ("reminder-before-1", Ten(1, 25)) })
        {
            var seen = Of(review, "m-01", at.AddSeconds(-1));
            Assert.Equal((kind, at), (seen.Purpose!.Kind, seen.SendAt!.Value));
            review = Inviting.ReminderSent(review, "m-01", kind, at).State();
        }
        Assert.Null(Of(review, "m-01", Ten(1, 25)).Purpose);
        Assert.Equal(new(false), Of(Given.Asked().With("m-01", 1, null), "m-01", Ten(1, 25)));
    }

    [Fact]
    public void After_an_outage_only_the_latest_reminder_leaves_and_none_on_the_day_of_another_message()
    {
        Assert.Equal("reminder-before-3", Of(Given.Asked(), "m-01", Ten(1, 22)).Purpose!.Kind);
        var late = Inviting.ReminderSent(Given.Asked(), "m-01", "reminder-before-3", Ten(1, 25).AddHours(-1)).State();
        Assert.Null(Of(late, "m-01", Ten(1, 25)).Purpose);
    }

    [Fact]
    public void Between_the_close_and_its_settling_nobody_is_written_to()
    {
        Assert.Equal(new(false), Of(Given.Asked(), "m-01", Given.Close));
        var waiting = Inviting.InvitationSent(Given.Open(), "m-01", Channel.Sms, Given.Calendar, Given.Now).State();
        Assert.Equal(MessagePurpose.Invitation, Of(waiting, "m-02", Given.Close.AddTicks(-1)).Purpose);
        Assert.Equal(new(false), Of(waiting, "m-02", Given.Close));
    }

    [Fact]
    public void An_alternate_is_due_at_half_of_the_window_or_when_a_reminder_arrived_if_that_is_later()
    {
        var reminded = Inviting.ReminderSent(Given.Asked(), "m-01", "reminder-after-3", Ten(1, 14)).State();
        Assert.Null(Of(reminded, "m-01", Ten(1, 20)).AlternateAt);
        Assert.Equal(Ten(1, 19), Delivered(Ten(1, 14)).AlternateAt);
        Assert.Equal(Ten(1, 20), Delivered(Ten(1, 20)).AlternateAt);
        var joined =
            Inviting.CallAlternate(Inviting.ReminderDelivered(reminded, "m-01", "reminder-after-3", Ten(1, 14)).State(), "m-01", Ten(1, 19))
                .State();
        Assert.Null(Of(joined, "m-01", Ten(1, 20)).AlternateAt);

        InvitationSchedule Delivered(DateTimeOffset at) =>
            Of(Inviting.ReminderDelivered(reminded, "m-01", "reminder-after-3", at).State(), "m-01", at);
    }

    [Fact]
    public void In_the_end_whoever_replied_is_told_once_and_the_silent_and_the_ended_are_not()
    {
        var finished = Finishing.Finish(Given.Reported(), Given.Reported().Recommendations[0].DueAt).State();
        Assert.Equal(MessagePurpose.Outcome, Of(finished, "m-01", Given.Now).Purpose);
        Assert.True(Of(finished, "m-03", Given.Now).Over);
        Assert.True(Of(Finishing.Told(finished, "m-01", Given.Now).State(), "m-01", Given.Now).Over);
        Assert.True(Of(Inviting.End(finished, "m-01", "x", Given.Now).State(), "m-01", Given.Now).Over);
        // Whoever was asked is told that it was cancelled, and nothing more.
        var cancelled = Closing.Cancel(Given.Asked(), "x", "key", Given.Now).State();
        Assert.Equal(MessagePurpose.Cancelled, Of(cancelled, "m-01", Given.Now).Purpose);
        Assert.True(Of(TellingDates.Told(cancelled, "m-01", MessagePurpose.Cancelled, Given.Now).State(), "m-01", Given.Now).Over);
        Assert.True(Of(cancelled with { CancelTells = false }, "m-01", Given.Now).Over);
    }

    private static InvitationSchedule Of(Review review, string member, DateTimeOffset now) =>
        InvitationSchedule.Of(review, review.InvitationOf(member)!, Given.Calendar, now);
}
