using CtVoice.Core.Accountability;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;

namespace CtVoice.Core.Tests.Reviews;

/// <summary>The close, the report, and telling members.</summary>
public sealed class ClosingAndReportingTests
{
    private static readonly DateTimeOffset Settled = Given.Close.AddMinutes(10);

    [Fact]
    public void Nothing_closes_before_the_settling_time_is_over()
    {
        var review = Given.Asked().With("m-01", 1, null) with { Policy = ReviewPolicy.Default with { Quorum = 1 } };
        Assert.False(Closing.Close(review, Given.Calendar, Settled.AddTicks(-1)).Result);
        var closed = Closing.Close(review, Given.Calendar, Settled).State();
        Assert.Equal((ReviewStage.Preview, (DateTimeOffset?)Given.Close), (closed.Stage, closed.ClosedAt));
        Assert.False(Closing.Close(closed, Given.Calendar, Settled).Result);
        Assert.Null(Closing.At(Given.Open(), Given.Calendar));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Too_few_repliers_extend_the_window_once(int repliers, bool extended)
    {
        var review = Given.Asked(Given.AtOnce with { Quorum = 2 });
        foreach (var invitation in review.Invitations.Take(repliers))
            review = review.With(invitation.MemberId, 1, null);
        var first = Closing.Close(review, Given.Calendar, Settled);
        Assert.Equal(extended ? "window-extended" : "review-closed", Assert.Single(first.Types()));
        if (extended)
        {
            var later = Given.Close.AddDays(3);
            Assert.Equal(later, first.State().Window!.ClosesAt);
            Assert.Contains(new Effect.KeepPhone("m-01", later), first.Change!.Effects);
            Assert.Equal("review-closed", Assert.Single(Closing.Close(first.State(), Given.Calendar, later.AddMinutes(10)).Types()));
        }
    }

    [Fact]
    public void The_coordinators_extension_leaves_the_automatic_one_unused()
    {
        var review = Closing.ExtendByCoordinator(Given.Asked(), 2, "A storm.", "key-2", Given.Calendar, Given.Now).State();
        Assert.Equal((Given.Close.AddDays(2), false), (review.Window!.ClosesAt, review.Window.AutomaticExtension));
        Assert.True(Closing.Close(review, Given.Calendar, Given.Close.AddDays(3)).State().Window!.AutomaticExtension);
        Assert.False(Closing.ExtendByCoordinator(review, 2, "Late.", "key-2", Given.Calendar, Given.Close.AddDays(2)).Result);
        Assert.False(Closing.ExtendByCoordinator(Given.Open(), 2, "Early.", "key-2", Given.Calendar, Given.Now).Result);
    }

    [Fact]
    public void A_review_is_cancelled_until_its_report_is_out()
    {
        Assert.Equal(ReviewStage.Cancelled, Closing.Cancel(Given.Submitted(), "x", "key-2", Given.Now).State().Stage);
        Assert.Equal(ReviewStage.Cancelled, Closing.Cancel(Given.Closed(), "x", "key-2", Given.Now).State().Stage);
        Assert.False(Closing.Cancel(Given.Reported(), "x", "key-2", Given.Now).Result);
        Assert.False(Closing.Cancel(Given.Assessed(ReviewNeed.NotRequired), "x", "key-2", Given.Now).Result);
    }

    [Theory]
    [InlineData(1, "words", true, false)]
    [InlineData(2, "words", true, true)]
    [InlineData(3, "words", true, true)]
    [InlineData(2, null, false, false)]
    [InlineData(null, "words", true, false)]
    [InlineData(1, "1. Ok, thanks!", false, false)]
    [InlineData(null, "Está bien, gracias", false, false)]
    [InlineData(1, "ok but take names out", true, false)]
    public void Every_reply_that_says_more_than_ok_becomes_a_recommendation_whatever_was_chosen(int? choice, string? words, bool recommends,
        bool before)
    {
        var review = Given.Asked().With("m-01", choice, words);
        Assert.Equal(recommends, Reporting.Recommends(review, Assert.Single(review.Replies)));
        // A review that was begun before this rule goes on by its own.
        Assert.Equal(before, Reporting.Recommends(review with { BegunBy = ReviewVersions.First }, review.Replies[0]));
        Assert.Equal(words is not null, Given.Released(review, 1, "x", Given.Now).Result is ReleasingWords.Outcome.Released);
    }

    [Fact]
    public void The_report_goes_out_on_time_with_what_was_released_and_counts_what_waits()
    {
        var review = Given.Released(Given.Closed(), 1, "Take names out.", Settled).State();
        Assert.Equal(ReleasingWords.Outcome.NotNow, Given.Released(review, 1, "Again.", Settled).Result);
        Assert.Equal(ReleasingWords.Outcome.NotNow, Given.Released(review, 9, "None.", Settled).Result);
        var due = Reporting.GoesOutAt(review, Given.Calendar)!.At;
        Assert.Equal(new DateTimeOffset(2027, 1, 28, 15, 0, 0, TimeSpan.Zero), due);
        Assert.False(Reporting.Send(review, Given.Calendar, due.AddTicks(-1)).Result);
        var sent = Reporting.Send(review, Given.Calendar, due);
        Assert.Equal(["report-sent", "recommendation-made"], sent.Types());
        Assert.Equal(new ReportRecord(due, 3, 2, false, 1), sent.State().Report);
        Assert.Contains(new Effect.StartAccountability(1), sent.Change!.Effects);
        Assert.DoesNotContain(sent.Change.Ledger, l => l.Facts.ToJsonString().Contains("names", StringComparison.Ordinal));
        Assert.Null(Reporting.GoesOutAt(sent.State(), Given.Calendar));
    }

    [Fact]
    public void Members_are_told_when_the_last_answer_is_in_or_its_time_is_over_and_each_once()
    {
        var review = Given.Reported();
        var due = review.Recommendations[0].DueAt;
        Assert.Equal(due, Finishing.TellsAt(review));
        Assert.False(Finishing.Finish(review, due.AddTicks(-1)).Result);
        Assert.Equal(ReviewStage.Finished, Finishing.Finish(review, due).State().Stage);
        var answered = Answering.Answer(review, 1, "DSS", Given.Answer(due.AddDays(-3))).State();
        Assert.Equal(answered.Report!.SentAt, Finishing.TellsAt(answered));
        var finished = Finishing.Finish(answered, due.AddDays(-3)).State();
        Assert.True(finished.Over);
        var told = Finishing.Told(finished, "m-01", due).State();
        Assert.False(Finishing.Told(told, "m-01", due).Result);
        Assert.Null(Finishing.TellsAt(Given.Closed()));
    }

    [Fact]
    public void Words_are_released_after_all_is_over_and_never_of_a_cancelled_review()
    {
        var reported = Given.ReportedWithWaiting();
        var supplemented = Supplementing.Send(reported, Given.Calendar, reported.Supplement!.DueAt).State();
        var finished = Finishing.Finish(supplemented, reported.Recommendations[0].DueAt).State();
        var answered = Answering.Answer(finished, 1, "DSS", Given.Answer(Given.Close.AddDays(40))).State();
        Assert.True(answered.Over);
        // They are shown, and start nobody's clock: the one supplement went out.
        var added = Given.Released(answered, 2, "Warn us.", Given.Close.AddDays(41));
        Assert.Equal(["words-released"], added.Types());
        Assert.True(added.State().Over);
        // In a review that was begun before there were supplements they recommend at once, with a clock of their own.
        var before = Given.Released(answered with { BegunBy = ReviewVersions.First }, 2, "Warn us.", Given.Close.AddDays(41));
        Assert.Equal(["words-released", "recommendation-made"], before.Types());
        Assert.False(before.State().Over);
        var cancelled = Closing.Cancel(Given.Closed(), "x", "key-2", Given.Now).State();
        Assert.Equal(ReleasingWords.Outcome.NotNow, Given.Released(cancelled, 1, "x", Given.Now).Result);
    }
}
