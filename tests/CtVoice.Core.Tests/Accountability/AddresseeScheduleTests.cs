using CtVoice.Core.Accountability;
using CtVoice.Core.Reviews;
using CtVoice.Core.Tests.Reviews;
using static CtVoice.Core.Tests.Accountability.Advice;

namespace CtVoice.Core.Tests.Accountability;

public sealed class AddresseeScheduleTests
{
    [Fact]
    public void An_addressee_is_reminded_twice_then_overdue_and_escalated_three_times()
    {
        var (review, steps) = To("DSS").PassTo(Due.AddYears(1), Sent);
        Assert.Equal(
            [
                ("reminder-before-5", At(2, 22)), ("reminder-before-1", At(2, 26)), ("overdue", Due),
                ("escalation-1", Due), ("escalation-2", At(3, 8)), ("escalation-3", At(3, 15)),
            ],
            steps.Select(s => (s.Kind, s.At)));
        Assert.Null(review.Next(Due.AddYears(1)));
        Assert.Equal(Due, review.Recommendations[0].OverdueSince);
    }

    [Fact]
    public void One_notice_names_everything_that_is_open_with_the_same_date_and_nothing_else()
    {
        var other = At(3, 10, 20);
        var review = To("DSS", "DSS", "CCEH", "DSS", "DSS").Answered(2);
        review = review.With(review.Recommendations[3] with { DueAt = other });
        var step = review.Next(At(2, 22))!;
        Assert.Equal(new("reminder-before-5", Due, At(2, 22)), step);
        Assert.Equal([1, 5], AddresseeSchedule.About(review, "DSS", step, Given.Calendar, At(2, 22)).Select(r => r.Number));
        review = review.Take(step, At(2, 22));
        Assert.False(EndingParts.NoticeSent(review, review.Notices[0] with { SentAt = At(2, 23) }).Result);
        Assert.Equal(("reminder-before-1", Due), (review.Next(At(2, 22))!.Kind, review.Next(At(2, 22))!.DueAt));
        // The one with another date is reminded of by itself; answering one leaves the other.
        Assert.Equal([4], AddresseeSchedule.About(review, "DSS", new("reminder-before-5", other, At(3, 3)), Given.Calendar, At(3, 3))
            .Select(r => r.Number));
        var both = To("DSS", "DSS").PassTo(Due, Sent).Review.Answered(1, Answer(at: Due));
        var escalation = both.Next(At(3, 8))!;
        Assert.Equal([2], AddresseeSchedule.About(both, "DSS", escalation, Given.Calendar, At(3, 8)).Select(r => r.Number));
    }

    [Fact]
    public void After_an_outage_only_the_latest_of_what_was_missed_is_sent()
    {
        var (review, steps) = To("DSS").PassTo(At(2, 27), At(2, 27));
        Assert.Equal(["reminder-before-1"], steps.Select(s => s.Kind));
        Assert.Equal(new(AddresseeSchedule.Overdue, Due, Due), review.Next(At(2, 27)));
        // Three weeks after the due date: overdue, one escalation, and no second one that was missed.
        (review, steps) = review.PassTo(At(3, 12), At(3, 12));
        Assert.Equal(["overdue", "escalation-2"], steps.Select(s => s.Kind));
        Assert.Equal(("escalation-3", At(3, 15)), (review.Next(At(3, 12))!.Kind, review.Next(At(3, 12))!.At));
        (review, steps) = review.PassTo(At(5, 1), At(5, 1));
        Assert.Equal(["escalation-3"], steps.Select(s => s.Kind));
        Assert.Null(review.Next(At(5, 1)));
    }

    [Fact]
    public void Answered_advice_is_followed_thirty_days_before_on_and_after_the_promised_day()
    {
        // June 30 is a Wednesday; thirty days before is Memorial Day.
        var (review, steps) = To("DSS").Answered(1).PassTo(At(12, 31), Due.AddDays(-10));
        var late = At(7, 1, 0);
        Assert.Equal(
            [("promise-before-30", At(6, 1)), ("promise-due", At(6, 30)), ("not-delivered", late), ("promise-late", At(7, 1))],
            steps.Select(s => (s.Kind, s.At)));
        Assert.All(steps, s => Assert.Equal(late, s.DueAt));
        Assert.Equal(late, review.Recommendations[0].Commitment!.NotDeliveredSince);
        Assert.Null(review.Next(At(12, 31)));
    }

    [Fact]
    public void A_promised_day_without_offices_is_reminded_of_on_the_next_morning_and_once()
    {
        // A Saturday; its day after is a Sunday, and both mornings are Monday's.
        var steps = To("DSS").Answered(1, Answer(dueOn: new(2027, 3, 6))).PassTo(At(12, 31), Due.AddDays(-10)).Steps;
        Assert.Equal([("not-delivered", At(3, 7, 0)), ("promise-late", At(3, 8))], steps.Select(s => (s.Kind, s.At)));
    }

    [Fact]
    public void Grace_moves_the_public_word_and_not_the_day()
    {
        var review = To("DSS") with { Policy = ReviewPolicy.Default with { CommitmentGraceDays = 5 } };
        var steps = review.Answered(1).PassTo(At(12, 31), Due.AddDays(-10)).Steps;
        Assert.Equal([("not-delivered", At(7, 6, 0)), ("promise-late", At(7, 6))], steps.TakeLast(2).Select(s => (s.Kind, s.At)));
    }

    [Fact]
    public void An_ended_part_says_which_round_comes_next_and_only_when_nothing_is_left()
    {
        var open = To("DSS", "CCEH", "DSS");
        Assert.Equal(["DSS", "CCEH"], AddresseeParts.Of(open));
        Assert.Equal((2, null), (AddresseeParts.NumberOf(open, "CCEH"), AddresseeParts.Find(open, 3)));
        Assert.False(EndingParts.End(open, 1, 1, Given.Calendar, Sent).Result);
        var done = open.Answered(1, Answer(AnswerKind.NotAdopted)).Answered(3, Answer(AnswerKind.NotAdopted));
        var ended = EndingParts.End(done, 1, 1, Given.Calendar, Due);
        Assert.Equal(["addressee-part-done"], ended.Types());
        // A second run of the same step ends too, and changes nothing.
        var again = EndingParts.End(ended.State(), 1, 1, Given.Calendar, Due);
        Assert.Equal((true, null), (again.Result, again.Change));
        Assert.Equal((2, 1), (AddresseeParts.RoundOf(ended.State(), "DSS"), AddresseeParts.RoundOf(ended.State(), "CCEH")));
        Assert.True(EndingParts.End(open, 9, 1, Given.Calendar, Due).Result);
    }
}
