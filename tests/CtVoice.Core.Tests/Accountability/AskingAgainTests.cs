using CtVoice.Core.Accountability;
using CtVoice.Core.Reviews;
using CtVoice.Core.Tests.Reviews;
using static CtVoice.Core.Tests.Accountability.Advice;

namespace CtVoice.Core.Tests.Accountability;

public sealed class AskingAgainTests
{
    /// <summary>When the votes are counted: five business days after the first member was asked, and the settling time.</summary>
    private static readonly DateTimeOffset Asked = At(3, 10, 20).AddMinutes(10);

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
    public void Residents_are_not_answered_when_half_of_those_who_replied_and_at_least_two_say_no(int yes, int partly, int no,
        bool notAnswered)
    {
        var review = To("DSS").Answered(1, Answer(AnswerKind.AdoptedInPart)).Voted(yes, partly, no);
        Assert.False(AskingAgain.Count(review, Given.Calendar, Asked.AddTicks(-1)).Result);
        var counted = AskingAgain.Count(review, Given.Calendar, Asked);
        Assert.Equal(notAnswered ? ["satisfaction-counted", "residents-not-answered"] : ["satisfaction-counted"], counted.Types());
        Assert.Equal(notAnswered, counted.State().Recommendations[0].Waits);
        Assert.False(AskingAgain.Count(counted.State(), Given.Calendar, Asked.AddDays(1)).Result);
    }

    [Fact]
    public void What_was_not_adopted_in_full_is_asked_once_more_once_and_the_new_answer_is_final()
    {
        var late = To("DSS", "CCEH", "DSS").PassTo(Due, Sent).Review.Answered(1, Answer(AnswerKind.AdoptedInPart, Due.AddDays(1)))
            .Answered(2, Answer(AnswerKind.NotAdopted));
        var review = AskingAgain.Count(late.Voted(0, 0, 3), Given.Calendar, Asked).State();
        Assert.Equal([true, true, true], review.Recommendations.Select(r => r.Waits));
        Assert.Equal([Again, Again, Due], review.Recommendations.Select(r => r.DueAt));
        // What was overdue before is kept beside; the third never had an answer and stays overdue.
        Assert.Equal([(Due, Due), (Due, null)], review.Recommendations.Take(2)
            .Select(r => (r.AskedAgain!.FirstDueAt, r.AskedAgain.FirstOverdueSince)));
        Assert.Equal([null, null, Due], review.Recommendations.Select(r => r.OverdueSince));
        // The same words are an answer to a new question.
        var final = Answering.Answer(review, 1, "DSS", Answer(AnswerKind.AdoptedInPart, Asked.AddDays(1)));
        Assert.Equal(Answering.Outcome.Recorded, final.Result);
        Assert.True(final.State().Recommendations[0].Final);
        Assert.Equal(Answering.Outcome.Repeated,
            Answering.Answer(final.State(), 1, "DSS", Answer(AnswerKind.AdoptedInPart, Asked.AddDays(2))).Result);
        Assert.Equal(Answering.Outcome.Final,
            Answering.Answer(final.State(), 1, "DSS", Answer(AnswerKind.NotAdopted, Asked.AddDays(2))).Result);
    }

    [Fact]
    public void The_no_stands_on_the_review_and_what_was_adopted_in_full_is_asked_again_only_where_members_named_it()
    {
        var answered = To("DSS", "CCEH", "DSS").Answered(1).Answered(2).Answered(3);
        var unnamed = AskingAgain.Count(answered.Voted(0, 0, 2), Given.Calendar, Asked);
        Assert.Equal(["satisfaction-counted", "residents-not-answered"], unnamed.Types());
        Assert.True(unnamed.State().ResidentsNotAnswered);
        Assert.All(unnamed.State().Recommendations, r => Assert.Null(r.AskedAgain));

        var voted = answered.Voted(1, 0, 2);
        voted = voted with
        { FollowUps = [voted.FollowUps[0] with { Named = [1] }, voted.FollowUps[1] with { Named = [2, 3] }, voted.FollowUps[2]] };
        var delivered = Delivering.Show(voted, 3, "DSS", "Done.", null, "key-3", Asked.AddDays(-1)).State();
        var named = AskingAgain.Count(delivered, Given.Calendar, Asked);
        // Whoever was answered names nothing to ask again; and what is delivered is not asked again.
        Assert.Equal([2], named.State().Recommendations.Where(r => r.AskedAgain is not null).Select(r => r.Number));
        Assert.False(AskingAgain.Count(answered.Voted(2, 0, 1), Given.Calendar, Asked).State().ResidentsNotAnswered);
    }

    [Fact]
    public void Votes_are_open_until_they_are_counted_or_nobody_can_be_asked_any_more()
    {
        var finished = Finishing.Finish(To("DSS").Answered(1), Due).State();
        Assert.True(Open(finished));
        Assert.Null(ReviewSchedule.Of(finished, Given.Calendar, Due).CountAt);
        var voted = finished.Voted(1, 0, 0);
        Assert.Equal(Asked, ReviewSchedule.Of(voted, Given.Calendar, Due).CountAt);
        Assert.False(Open(AskingAgain.Count(voted, Given.Calendar, Asked).State()));
        var gone = finished.Invitations.Aggregate(finished, (review, i) => Inviting.End(review, i.MemberId, "x", Due).State());
        Assert.False(Open(gone));
        // Told that nothing was answered: there is nothing to vote on.
        var unanswered = Finishing.Finish(To("DSS"), Due).State();
        Assert.True(Open(unanswered));
        Assert.False(Open(Finishing.Told(Finishing.Told(unanswered, "m-01", Due).State(), "m-02", Due).State()));

        static bool Open(Review review) => ReviewSchedule.Of(review, Given.Calendar, Due).VotesOpen;
    }

    [Fact]
    public void The_second_request_is_reminded_of_and_escalated_like_the_first()
    {
        var review = AskingAgain.Count(To("DSS").Answered(1, Answer(AnswerKind.NotAdopted)).Voted(0, 0, 2), Given.Calendar, Asked).State();
        var (after, steps) = review.PassTo(At(12, 31), Asked);
        Assert.Equal(
            [("reminder-before-5", At(3, 17)), ("reminder-before-1", At(3, 23)), ("overdue", Again), ("escalation-1", Again)],
            steps.Take(4).Select(s => (s.Kind, s.At)));
        Assert.Equal(6, steps.Count);
        Assert.True(after.Answered(1, Answer(at: At(12, 31))).Recommendations[0].AnsweredLate);
    }
}
