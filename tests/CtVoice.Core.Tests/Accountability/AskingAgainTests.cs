using CtVoice.Core.Accountability;
using CtVoice.Core.Reviews;
using CtVoice.Core.Tests.Reviews;
using static CtVoice.Core.Tests.Accountability.Advice;

namespace CtVoice.Core.Tests.Accountability;

public sealed class AskingAgainTests
{
    private static readonly DateTimeOffset Asked = At(3, 10);

    /// <summary>Ten business days after March 10; March 26 is Good Friday and after it.</summary>
    private static readonly DateTimeOffset Again = At(3, 24, 20);

    [Theory]
    [InlineData(0, 0, 0, false)]
    [InlineData(0, 0, 1, false)]
    [InlineData(0, 0, 2, true)]
    [InlineData(1, 1, 2, true)]
    [InlineData(2, 1, 2, false)]
    [InlineData(0, 3, 2, false)]
    [InlineData(2, 1, 3, true)]
    public void Residents_are_not_answered_when_half_of_those_who_replied_and_at_least_two_say_no(int yes, int partly, int no, bool notAnswered)
    {
        Assert.Equal(notAnswered, new AnswerVotes(yes, partly, no).NotAnswered);
        Assert.Equal(notAnswered, AskingAgain.Decide(To("DSS").Answered(1), new(yes, partly, no), Given.Calendar, Asked).Result);
    }

    [Fact]
    public void Every_answered_recommendation_is_asked_once_more_once_and_the_new_answer_is_final()
    {
        var late = To("DSS", "CCEH", "DSS").PassTo(Due, Sent).Review.Answered(1, Answer(at: Due.AddDays(1))).Answered(2);
        var decided = AskingAgain.Decide(late, new(0, 0, 3), Given.Calendar, Asked);
        Assert.Equal(["residents-not-answered"], decided.Types());
        var review = decided.State();
        Assert.Equal([true, true, true], review.Recommendations.Select(r => r.Waits));
        Assert.Equal([Again, Again, Due], review.Recommendations.Select(r => r.DueAt));
        // What was overdue before is kept beside; the third never had an answer and stays overdue.
        Assert.Equal([(Due, Due), (Due, null)], review.Recommendations.Take(2).Select(r => (r.AskedAgain!.FirstDueAt, r.AskedAgain.FirstOverdueSince)));
        Assert.Equal([null, null, Due], review.Recommendations.Select(r => r.OverdueSince));
        Assert.False(AskingAgain.Decide(review, new(0, 0, 4), Given.Calendar, Asked).Result);
        // The same words are an answer to a new question.
        var final = Answering.Answer(review, 1, "DSS", Answer(at: Asked.AddDays(1)));
        Assert.Equal(Answering.Outcome.Recorded, final.Result);
        Assert.True(final.State().Recommendations[0].Final);
        Assert.Equal(Answering.Outcome.Repeated, Answering.Answer(final.State(), 1, "DSS", Answer(at: Asked.AddDays(2))).Result);
        Assert.Equal(Answering.Outcome.Final, Answering.Answer(final.State(), 1, "DSS", Answer(AnswerKind.NotAdopted, Asked.AddDays(2))).Result);
        Assert.False(AskingAgain.Decide(final.State(), new(0, 0, 4), Given.Calendar, Asked.AddDays(3)).Result);
    }

    [Fact]
    public void The_second_request_is_reminded_of_and_escalated_like_the_first()
    {
        var review = AskingAgain.Decide(To("DSS").Answered(1, Answer(AnswerKind.NotAdopted)), new(0, 0, 2), Given.Calendar, Asked).State();
        var (after, steps) = review.PassTo(At(12, 31), Asked);
        Assert.Equal(
            [("reminder-before-5", At(3, 17)), ("reminder-before-1", At(3, 23)), ("overdue", Again), ("escalation-1", Again)],
            steps.Take(4).Select(s => (s.Kind, s.At)));
        Assert.Equal(6, steps.Count);
        Assert.True(after.Answered(1, Answer(at: At(12, 31))).Recommendations[0].AnsweredLate);
    }
}
