using CtVoice.Core.Board;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Tests.Reviews;

/// <summary>An answer that leaves the choice open is saved, asked about once, and completed by the next digit.</summary>
public sealed class AskingWhichTests
{
    private static readonly DateTimeOffset Later = Given.Now.AddHours(1);

    [Fact]
    public void It_counts_at_once_and_its_question_stays_open_for_one_more_answer()
    {
        var review = Given.Asked(questions: 2);

        var first = TakingReplies.Decide(review, Unclear("1 and 3", Later), Later);
        var second = TakingReplies.Decide(first.State(), Unclear("1 or 3", Later.AddMinutes(2)), Later.AddMinutes(2));

        Assert.Equal((1, 1), (first.Result.AskWhich!.Value, first.State().InvitationOf("m-01")!.NextQuestion));
        Assert.Equal(1, first.State().Repliers);
        Assert.Null(second.Result.AskWhich);
        Assert.Equal(2, second.Result.NextQuestion);
        Assert.Equal(2, Assert.Single(second.State().Replies).Pieces.Count);
    }

    [Fact]
    public void The_same_message_applied_again_asks_the_same_and_counts_once()
    {
        var taken = TakingReplies.Decide(Given.Asked(), Unclear("?", Later), Later);

        var again = TakingReplies.Decide(taken.State(), Unclear("?", Later), Later);

        Assert.Equal(1, again.Result.AskWhich);
        Assert.Null(again.Change);
    }

    [Fact]
    public void After_the_close_nobody_is_asked_what_they_mean()
    {
        var late = TakingReplies.Decide(Given.Closed(), Unclear("?", Given.Close.AddDays(1)) with
        { MemberId = "m-03" }, Given.Close.AddDays(1));

        Assert.Equal(TakingReplies.Place.Late, late.Result.Place);
        Assert.Null(late.Result.AskWhich);
    }

    [Fact]
    public void Answers_on_a_form_go_to_the_questions_they_name_in_any_order_and_none_is_asked_again()
    {
        var review = Given.Asked(questions: 3);
        foreach (var (question, id) in new[] { (3, "c"), (1, "a") })
            review = TakingReplies.Decide(review, OnForm(question, id), Later).State();
        Assert.Equal(2, review.InvitationOf("m-01")!.NextQuestion);

        review = TakingReplies.Decide(review, OnForm(2, "b"), Later).State();

        Assert.True(review.InvitationOf("m-01")!.Complete(3));
        Assert.Equal([3, 1, 2], review.Replies.Select(r => r.Question));
        // Once more to the first: added to what was said.
        review = TakingReplies.Decide(review, OnForm(1, "d"), Later).State();
        Assert.Equal(2, review.Replies.Single(r => r.Question == 1).Pieces.Count);
    }

    private static TakingReplies.Message Unclear(string words, DateTimeOffset at) =>
        Given.Message("m-01", null, words, at) with { Unclear = true };

    private static TakingReplies.Message OnForm(int question, string id) =>
        new("m-01", "page|" + id, Channel.Page, Later, null, "words") { Question = question, OnForm = true };
}
