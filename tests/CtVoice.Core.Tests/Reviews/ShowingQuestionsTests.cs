using System.Text.Json;
using CtVoice.Core.Board;
using CtVoice.Core.Json;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Tests.Reviews;

/// <summary>Which question a member had before them; and reviews that were stored before that was recorded.</summary>
public sealed class ShowingQuestionsTests
{
    private static readonly DateTimeOffset Later = Given.Now.AddHours(1);

    [Fact]
    public void A_review_stored_before_showing_was_recorded_goes_on_with_the_order_of_its_questions_and_is_recorded_from_then_on()
    {
        var review = Stored(Given.Asked(questions: 3).With("m-01", 1, null, Later));
        Assert.Null(review.InvitationOf("m-01")!.Shown);
        Assert.Null(ShowingQuestions.OwedAt(review, review.InvitationOf("m-01")!, Given.Calendar));
        Assert.Equal(2, ShowingQuestions.OpenOn(review, review.InvitationOf("m-01")!, Channel.Sms, Later));

        // The second was open; what takes the place of the third is known from now on.
        review = TakingReplies.Decide(review, Given.Message("m-01", null, "about my own case", Later.AddMinutes(5)) with
        { Shows = Showing.Nothing }, Later.AddMinutes(5)).State();

        Assert.Equal([1, 2], review.Replies.Select(r => r.Question));
        Assert.Equal(2, ShowingQuestions.OpenOn(review, review.InvitationOf("m-01")!, Channel.Sms, Later.AddHours(1)));
        Assert.NotNull(ShowingQuestions.OwedAt(review, review.InvitationOf("m-01")!, Given.Calendar));
    }

    [Fact]
    public void A_message_received_before_the_receipt_left_answers_what_was_seen_until_then()
    {
        var review = Given.Asked(questions: 2).With("m-01", 1, null, Later);

        review = TakingReplies.Decide(review, Given.Message("m-01", 3, null, Later.AddSeconds(-1)), Later.AddSeconds(1)).State();

        Assert.Equal(1, Assert.Single(review.Replies).Question);
    }

    [Fact]
    public void An_answer_faster_than_the_record_of_the_invitation_counts_and_the_record_comes_before_it()
    {
        var review = Given.Open(questions: 2).With("m-01", 2, null);
        review = Inviting.InvitationSent(review, "m-01", Channel.Sms, Given.Calendar, Given.Now.AddSeconds(2)).State();
        Assert.Equal([1, 2], review.InvitationOf("m-01")!.Shown!.Select(s => s.Question));
        Assert.Equal(2, ShowingQuestions.OpenOn(review, review.InvitationOf("m-01")!, Channel.Sms, Later));
    }

    [Fact]
    public void A_receipt_that_did_not_leave_showed_nothing_and_its_question_is_owed()
    {
        var review = Given.Asked(questions: 2).With("m-01", 1, null, Later);

        var undone = ShowingQuestions.NeverLeft(review, "m-01", 2, Channel.Sms, Later);

        Assert.Equal(["question-not-shown"], undone.Types());
        Assert.Equal(1, ShowingQuestions.OpenOn(undone.State(), undone.State().InvitationOf("m-01")!, Channel.Sms, Later.AddHours(1)));
        // Tuesday morning, and never after the close.
        Assert.Equal(new DateTimeOffset(2027, 1, 12, 15, 0, 0, TimeSpan.Zero),
            ShowingQuestions.OwedAt(undone.State(), undone.State().InvitationOf("m-01")!, Given.Calendar));
        Assert.Null(ShowingQuestions.NeverLeft(undone.State(), "m-01", 2, Channel.Sms, Later).Change);
    }

    [Fact]
    public void A_question_is_owed_until_it_was_sent_and_not_when_less_than_an_hour_is_left()
    {
        var review =
            ShowingQuestions.NeverLeft(Given.Asked(questions: 2)
                .With("m-01", 1, null, Given.Close.AddMinutes(-30)), "m-01", 2, Channel.Sms, Later).State();
        Assert.Null(ShowingQuestions.OwedAt(review, review.InvitationOf("m-01")!, Given.Calendar));
        review = ShowingQuestions.NeverLeft(Given.Asked(questions: 2).With("m-01", 1, null, Later), "m-01", 2, Channel.Sms, Later).State();
        review = ShowingQuestions.Sent(review, "m-01", 2, Channel.Sms, hidden: true, Later).State();
        Assert.Null(ShowingQuestions.OwedAt(review, review.InvitationOf("m-01")!, Given.Calendar));
        Assert.True(ShowingQuestions.IsAnnouncedOnly(review.InvitationOf("m-01")!, 2));
    }

    /// <summary>The review as a version stored it that did not record what was shown.</summary>
    private static Review Stored(Review review)
    {
        var json = JsonSerializer.SerializeToNode(review, WorkflowJson.Options)!;
        foreach (var invitation in json["invitations"]!.AsArray())
            Assert.True(invitation!.AsObject().Remove("shown"));
        return json.Deserialize<Review>(WorkflowJson.Options)!;
    }
}
