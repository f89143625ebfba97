using CtVoice.Core.Accountability;
using CtVoice.Core.Reviews;
using CtVoice.Core.Tests.Reviews;
using static CtVoice.Core.Tests.Accountability.Advice;

namespace CtVoice.Core.Tests.Accountability;

public sealed class DeliveringTests
{
    private static readonly DateTimeOffset Late = At(7, 1, 0);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public void Nothing_is_late_before_the_end_of_the_promised_day(int seconds, bool late)
    {
        Assert.Equal(late, Delivering.NoteNotDelivered(To("DSS").Answered(1), "DSS", Late.AddSeconds(seconds)).Result);
        Assert.Equal(late, Show(To("DSS").Answered(1), Late.AddSeconds(seconds)).State().Recommendations[0].Commitment!.Evidence[0].Late);
    }

    [Fact]
    public void Evidence_counts_at_once_until_the_coordinator_says_that_it_shows_nothing()
    {
        var shown = Show(To("DSS").Answered(1), At(5, 3));
        Assert.Equal(["evidence-given"], shown.Types());
        Assert.Null(shown.State().Next(Late));
        Assert.False(Delivering.NoteNotDelivered(shown.State(), "DSS", Late).Result);
        Assert.Equal(Delivering.Outcome.Repeated, Show(shown.State(), At(5, 4)).Result);
        Assert.Equal(Delivering.Outcome.Delivered, Show(shown.State(), At(5, 4), "More.").Result);
        var rejected = Judge(shown.State(), accepted: false);
        Assert.Equal(["evidence-rejected"], rejected.Types());
        Assert.Equal("promise-before-30", rejected.State().Next(At(5, 5))!.Kind);
        Assert.Equal([NewsKind.Answered, NewsKind.Delivered, NewsKind.DeliveryRejected], rejected.State().News.Select(n => n.Kind));
        Assert.Equal(Delivering.Outcome.Repeated, Judge(rejected.State(), accepted: false).Result);
        Assert.Equal(Delivering.Outcome.NoEvidence, Judge(rejected.State(), accepted: true).Result);
        var again = Show(rejected.State(), At(6, 1), "The signed order.").State();
        Assert.Equal(["evidence-accepted"], Judge(again, accepted: true).Types());
        Assert.True(Judge(again, accepted: true).State().Recommendations[0].Commitment!.Delivered);
    }

    [Fact]
    public void Late_evidence_is_taken_and_stays_late_and_a_rejected_one_is_late_again_at_once()
    {
        var missed = To("DSS").Answered(1).PassTo(At(8, 1), Due.AddDays(-10)).Review;
        var shown = Show(missed, At(8, 2)).State();
        Assert.True(shown.Recommendations[0].Commitment!.Evidence[0].Late);
        var rejected = Judge(Show(To("DSS").Answered(1), At(5, 3)).State(), accepted: false, At(8, 2)).State();
        Assert.Equal(["not-delivered", "promise-late"], rejected.PassTo(At(8, 2), At(8, 2)).Steps.Select(s => s.Kind));
    }

    [Fact]
    public void A_new_day_is_public_with_its_reason_starts_the_clock_anew_and_does_not_hide_that_the_old_one_was_missed()
    {
        var missed = To("DSS").Answered(1).PassTo(At(8, 1), Due.AddDays(-10)).Review;
        var moved = Delivering.Move(missed, 1, "DSS", new(2027, 9, 30), "The vendor is late.", "key-3", At(8, 2));
        Assert.Equal(["commitment-moved"], moved.Types());
        var commitment = moved.State().Recommendations[0].Commitment!;
        Assert.Equal((new(2027, 9, 30), null), (commitment.DueOn, commitment.NotDeliveredSince));
        Assert.Equal([new NewDate(At(8, 2), "key-3", new(2027, 6, 30), new(2027, 9, 30), "The vendor is late.", WasLate: true)],
            commitment.NewDates);
        Assert.Equal(
            [("promise-before-30", At(8, 31)), ("promise-due", At(9, 30)), ("not-delivered", At(10, 1, 0)), ("promise-late", At(10, 1))],
            moved.State().PassTo(At(12, 31), At(8, 2)).Steps.Select(s => (s.Kind, s.At)));
        Assert.Equal(Delivering.Outcome.Repeated,
            Delivering.Move(moved.State(), 1, "DSS", new(2027, 9, 30), "x", "key-3", At(8, 3)).Result);
        Assert.False(Delivering.Move(To("DSS").Answered(1), 1, "DSS", new(2027, 9, 30), "x", "key-3", At(6, 30))
            .State().Recommendations[0].Commitment!.NewDates[0].WasLate);
    }

    [Fact]
    public void Only_what_was_promised_can_be_shown_and_what_was_put_off_is_settled_by_deciding()
    {
        Assert.Equal(Delivering.Outcome.NothingPromised, Show(To("DSS"), Sent).Result);
        Assert.Equal(Delivering.Outcome.NothingPromised, Show(To("DSS").Answered(1, Answer(AnswerKind.Deferred)), Due).Result);
        Assert.Equal(Delivering.Outcome.NothingPromised, Judge(To("DSS"), accepted: true).Result);
        Assert.Equal(Delivering.Outcome.NotFound, Delivering.Show(To("DSS").Answered(1), 1, "CCEH", "x", null, "key-3", Due).Result);
        Assert.Equal(Delivering.Outcome.NotFound,
            Delivering.Move(To("DSS").Answered(1), 2, "DSS", new(2027, 9, 30), "x", "key-3", Due).Result);
        Assert.Equal(Delivering.Outcome.NothingPromised, Delivering.Move(To("DSS"), 1, "DSS", new(2027, 9, 30), "x", "key-3", Due).Result);
        Assert.Equal(Delivering.Outcome.Delivered,
            Delivering.Move(Show(To("DSS").Answered(1), Due).State(), 1, "DSS", new(2027, 9, 30), "x", "key-3", Due).Result);
    }

    private static Decided<Delivering.Outcome> Show(Review review, DateTimeOffset now, string text = "It is done.") =>
        Delivering.Show(review, 1, "DSS", text, null, "key-3", now);

    private static Decided<Delivering.Outcome> Judge(Review review, bool accepted, DateTimeOffset? now = null) =>
        Delivering.Judge(review, 1, accepted, accepted ? null : "A draft.", "key-2", now ?? At(5, 5));
}
