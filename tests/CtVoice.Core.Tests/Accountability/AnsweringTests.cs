using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;
using CtVoice.Core.Tests.Reviews;

namespace CtVoice.Core.Tests.Accountability;

public sealed class AnsweringTests
{
    /// <summary>Twenty business days after January 28; February 12 and 15 are holidays.</summary>
    private static readonly DateTimeOffset Due = new(2027, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private static DateTimeOffset Ten(int month, int day) => LocalTime.InstantOf(new(2027, month, day), new(10, 0), LocalTime.Connecticut);

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
        Assert.Equal(late, Answering.NoteOverdue(Given.Reported(), 1, Due.AddSeconds(seconds)).Result);
        Assert.Equal(Answering.Outcome.AlreadyAnswered, Answering.Answer(answered.State(), 1, "DSS", Given.Answer(Due)).Result);
    }

    [Fact]
    public void Only_the_addressee_answers_and_only_what_there_is()
    {
        Assert.Equal(Answering.Outcome.NotFound, Answering.Answer(Given.Reported(), 1, "CCEH", Given.Answer(Due)).Result);
        Assert.Equal(Answering.Outcome.NotFound, Answering.Answer(Given.Reported(), 2, "DSS", Given.Answer(Due)).Result);
    }

    [Fact]
    public void Overdue_is_noted_once_and_dated_to_the_deadline()
    {
        var noted = Answering.NoteOverdue(Given.Reported(), 1, Due.AddHours(3)).State();
        Assert.Equal(Due, noted.Recommendations[0].OverdueSince);
        Assert.False(Answering.NoteOverdue(noted, 1, Due.AddHours(4)).Result);
        var answered = Answering.Answer(Given.Reported(), 1, "DSS", Given.Answer(Due.AddDays(-1))).State();
        Assert.False(Answering.NoteOverdue(answered, 1, Due).Result);
    }

    [Fact]
    public void The_agency_is_reminded_twice_and_then_escalated_three_times()
    {
        var review = Given.Reported();
        foreach (var (kind, at) in new[] { ("reminder-before-5", Ten(2, 22)), ("reminder-before-1", Ten(2, 26)) })
        {
            Assert.Equal(new(false, kind, at, Due), See(review, at));
            review = Answering.NoticeSent(review, 1, kind, at).State();
            Assert.False(Answering.NoticeSent(review, 1, kind, at).Result);
        }
        Assert.Equal(new(false, null, null, Due), See(review, Ten(2, 27)));
        review = Answering.NoteOverdue(review, 1, Due).State();
        foreach (var (kind, at) in new[] { ("escalation-1", Due), ("escalation-2", Ten(3, 8)), ("escalation-3", Ten(3, 15)) })
        {
            Assert.Equal(new(false, kind, at), See(review, at));
            var sent = Answering.NoticeSent(review, 1, kind, at);
            Assert.Equal("answer-escalated", Assert.Single(sent.Types()));
            review = sent.State();
        }
        Assert.True(See(review, Due.AddYears(1)).Over);
    }

    [Fact]
    public void After_an_outage_one_reminder_leaves_and_an_answer_ends_all_of_them()
    {
        var seen = See(Given.Reported(), Ten(2, 27));
        Assert.Equal("reminder-before-1", seen.Notice);
        var sent = Answering.NoticeSent(Given.Reported(), 1, "reminder-before-1", Ten(2, 27)).State();
        Assert.Null(See(sent, Ten(2, 27)).Notice);
        Assert.True(See(Answering.Answer(sent, 1, "DSS", Given.Answer(Due)).State(), Due).Over);
        Assert.True(RecommendationSight.Of(sent, 7, Given.Calendar, Due).Over);
    }

    private static RecommendationSight See(Review review, DateTimeOffset now) => RecommendationSight.Of(review, 1, Given.Calendar, now);
}
