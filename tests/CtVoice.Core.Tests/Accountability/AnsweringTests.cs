using CtVoice.Core.Accountability;
using CtVoice.Core.Reviews;
using CtVoice.Core.Tests.Reviews;
using static CtVoice.Core.Tests.Accountability.Advice;

namespace CtVoice.Core.Tests.Accountability;

public sealed class AnsweringTests
{
    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void An_answer_is_late_from_the_deadline_on(int seconds, bool late)
    {
        var answered = Answering.Answer(Given.Reported(), 1, "DSS", Given.Answer(Due.AddSeconds(seconds)));
        Assert.Equal(Answering.Outcome.Recorded, answered.Result);
        Assert.Equal(late, (bool)answered.Change!.Ledger[0].Facts["late"]!);
        Assert.Equal(late, answered.State().Recommendations[0].AnsweredLate);
        Assert.Equal(late, Answering.NoteOverdue(Given.Reported(), "DSS", Due.AddSeconds(seconds)).Result);
    }

    [Fact]
    public void Only_the_addressee_answers_and_only_what_there_is()
    {
        Assert.Equal(Answering.Outcome.NotFound, Answering.Answer(Given.Reported(), 1, "CCEH", Given.Answer(Due)).Result);
        Assert.Equal(Answering.Outcome.NotFound, Answering.Answer(Given.Reported(), 2, "DSS", Given.Answer(Due)).Result);
    }

    [Fact]
    public void The_same_answer_twice_is_one_and_another_replaces_it_and_keeps_it()
    {
        var first = To("DSS").Answered(1);
        Assert.Equal(Answering.Outcome.Repeated, Answering.Answer(first, 1, "DSS", Answer(at: Due.AddDays(3))).Result);
        var changed = Answering.Answer(first, 1, "DSS", Answer(AnswerKind.NotAdopted, Due.AddDays(4)));
        Assert.Equal(["answer-changed"], changed.Types());
        var recommendation = changed.State().Recommendations[0];
        Assert.Equal([AnswerKind.Adopted, AnswerKind.NotAdopted], recommendation.Answers.Select(a => a.Kind));
        // It was answered in time; that it was changed later makes it no late answer.
        Assert.False(recommendation.AnsweredLate);
        Assert.Null(recommendation.Commitment);
        Assert.Equal(["answer|1", "answer|1|2"], new[] { Answering.Answer(To("DSS"), 1, "DSS", Answer()), changed }
            .Select(d => d.Change!.Contents[0].Key));
        Assert.Equal([NewsKind.Answered, NewsKind.Answered], changed.State().News.Select(n => n.Kind));
    }

    [Fact]
    public void An_answer_that_puts_off_ends_the_waiting_and_is_to_be_decided_by_its_day_or_the_policys()
    {
        var review = To("DSS", "DSS", "DSS").Answered(1, Answer(AnswerKind.Deferred, At(2, 1)))
            .Answered(2, Answer(AnswerKind.NeedsInformation, At(2, 1), new(2027, 5, 1)))
            .Answered(3, Answer(AnswerKind.NotAdopted, At(2, 1)));
        Assert.Equal([false, false, false], review.Recommendations.Select(r => r.Waits));
        Assert.Equal(
            [(new DateOnly(2027, 5, 2), true), (new(2027, 5, 1), false)],
            review.Recommendations.Select(r => r.Commitment).OfType<Commitment>().Select(c => (c.DueOn, c.DueByPolicy)));
        // Decided: nothing is followed any more.
        Assert.Null(review.Answered(1, Answer(AnswerKind.NotAdopted, At(4, 1))).Recommendations[0].Commitment);
    }

    [Fact]
    public void Overdue_is_noted_once_for_all_that_are_due_and_dated_to_the_deadline()
    {
        var review = To("DSS", "CCEH", "DSS").Answered(3);
        var noted = Answering.NoteOverdue(review, "DSS", Due.AddHours(3));
        Assert.Equal(["answer-overdue"], noted.Types());
        Assert.Equal([Due, null, null], noted.State().Recommendations.Select(r => r.OverdueSince));
        Assert.False(Answering.NoteOverdue(noted.State(), "DSS", Due.AddHours(4)).Result);
    }
}
