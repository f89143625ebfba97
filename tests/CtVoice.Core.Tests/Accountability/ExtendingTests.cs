using CtVoice.Core.Accountability;
using CtVoice.Core.Reviews;
using CtVoice.Core.Tests.Reviews;
using static CtVoice.Core.Tests.Accountability.Advice;

namespace CtVoice.Core.Tests.Accountability;

public sealed class ExtendingTests
{
    [Fact]
    public void An_extension_is_taken_before_the_due_instant_twice_and_no_third_time()
    {
        Assert.Equal(Extending.Outcome.TooLate, Take(To("DSS"), Due).Result);
        var once = Take(To("DSS"), Due.AddTicks(-1));
        Assert.Equal(["answer-extended"], once.Types());
        Assert.Equal("Leave.", (string)once.Change!.Ledger[0].Facts["reason"]!);
        var first = once.State().Recommendations[0];
        Assert.Equal(At(3, 15, 20), first.DueAt);
        Assert.Equal((Due, At(3, 15, 20)), (first.Extensions[0].From, first.Extensions[0].To));
        var twice = Take(once.State(), Due).State();
        Assert.Equal(At(3, 30, 20), twice.Recommendations[0].DueAt);
        Assert.Equal(Extending.Outcome.UsedUp, Take(twice, Due).Result);
    }

    [Fact]
    public void Only_the_addressee_takes_more_time_and_only_for_what_it_owes()
    {
        Assert.Equal(Extending.Outcome.NotFound, Extending.Take(To("DSS"), 1, "CCEH", 5, "x", "key-3", Given.Calendar, Sent).Result);
        Assert.Equal(Extending.Outcome.NotFound, Extending.Take(To("DSS"), 2, "DSS", 5, "x", "key-3", Given.Calendar, Sent).Result);
        Assert.Equal(Extending.Outcome.Answered, Take(To("DSS").Answered(1), Sent).Result);
        var again = AskingAgain.Count(To("DSS").Answered(1, Answer(AnswerKind.AdoptedInPart))
            .Voted(0, 0, 2), Given.Calendar, Due.AddDays(10)).State();
        Assert.Equal(Extending.Outcome.AskedAgain, Take(again, Due).Result);
    }

    [Fact]
    public void While_it_runs_nobody_is_reminded_of_the_old_date_and_nothing_is_overdue()
    {
        var reminded = To("DSS").PassTo(At(2, 23), Sent).Review;
        var extended = Take(reminded, At(2, 25)).State();
        var (review, steps) = extended.PassTo(Due.AddYears(1), At(2, 25));
        var later = At(3, 15, 20);
        Assert.Equal(
            [("reminder-before-5", At(3, 8)), ("reminder-before-1", At(3, 12)), ("overdue", later)], steps.Take(3)
                .Select(s => (s.Kind, s.At)));
        Assert.All(steps, s => Assert.Equal(later, s.DueAt));
        Assert.Equal(later, review.Recommendations[0].OverdueSince);
        Assert.False(Answering.NoteOverdue(extended, "DSS", later.AddTicks(-1)).Result);
    }

    [Fact]
    public void A_short_extension_reminds_of_no_day_that_was_past_when_it_was_taken()
    {
        // One more day, taken in the last minute: five business days before the new date was the day of an old reminder.
        var extended = Extending.Take(To("DSS"), 1, "DSS", 1, "x", "key-3", Given.Calendar, Due.AddMinutes(-1)).State();
        Assert.Equal(["overdue"], extended.PassTo(At(3, 2, 21), Due.AddMinutes(-1)).Steps.Take(1).Select(s => s.Kind));
    }

    [Fact]
    public void Others_of_the_same_addressee_stay_due()
    {
        var review = Take(To("DSS", "DSS"), Due.AddDays(-1)).State();
        var noted = review.PassTo(Due, Due.AddDays(-1)).Review;
        Assert.Equal([null, Due], noted.Recommendations.Select(r => r.OverdueSince));
        Assert.Equal([[2], [2]], noted.Notices.Select(n => n.Recommendations));
    }

    private static Decided<Extending.Outcome> Take(Review review, DateTimeOffset now) =>
        Extending.Take(review, 1, "DSS", 10, "Leave.", "key-3", Given.Calendar, now);
}
