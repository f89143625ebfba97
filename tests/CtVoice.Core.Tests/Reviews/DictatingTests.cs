using CtVoice.Core.Reviews;
using static CtVoice.Core.Tests.Reviews.Staged;

namespace CtVoice.Core.Tests.Reviews;

public sealed class DictatingTests
{
    private static readonly Dictation By = new(Key, "Ana Silva", ReadBack: true);

    private static Dictating.Spoken Spoken(Review review, int question = 1, string id = "one") =>
        new(review.Invitations[0].MemberId, id, question, question == 1 ? 2 : null, "Only without names.", By);

    [Fact]
    public void A_dictated_reply_counts_like_any_other()
    {
        var review = Asking();

        var taken = Dictating.Take(review, Spoken(review), Workdays, Now);

        var after = taken.Change!.State;
        Assert.Equal(TakingReplies.Place.Accepted, taken.Result.Place);
        Assert.Equal((1, 1), (after.Asked, after.Repliers));
        Assert.Equal(By, Assert.Single(Assert.Single(after.Replies).Pieces).Dictation);
        Assert.Equal(["invitation-sent", "window-opened", "reply-accepted"], taken.Change.Ledger.Select(e => e.Type));
    }

    [Fact]
    public void The_ledger_says_who_wrote_and_names_no_interpreter()
    {
        var review = Asking();

        var entry = Dictating.Take(review, Spoken(review), Workdays, Now).Change!.Ledger[^1];

        Assert.Equal(("member", Key), (entry.Actor.Role, entry.Facts["writtenBy"]!.GetValue<string>()));
        Assert.True(entry.Facts["readBack"]!.GetValue<bool>());
        Assert.DoesNotContain("Silva", entry.Facts.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_reply_taken_twice_counts_once()
    {
        var review = Asking();
        var once = Dictating.Take(review, Spoken(review), Workdays, Now).Change!.State;

        var again = Dictating.Take(once, Spoken(review), Workdays, Now);

        Assert.Equal(TakingReplies.Place.AlreadyTaken, again.Result.Place);
        Assert.Null(again.Change);
    }

    [Fact]
    public void Questions_can_be_answered_out_of_order_and_changed()
    {
        var review = Asking();

        var last = Dictating.Take(review, Spoken(review, 3, "a"), Workdays, Now).Change!.State;
        var first = Dictating.Take(last, Spoken(review, 1, "b"), Workdays, Now).Change!.State;

        Assert.Equal([3, 1], first.Replies.Select(r => r.Question));
        Assert.True(first.Invitations[0].Complete(3));
    }

    [Theory]
    [InlineData("I want to kill myself.", new[] { "acute" }, false)]
    [InlineData("Why did you cut my food stamps? My case number is on the letter.", new[] { "own-case" }, false)]
    [InlineData("Do not quote me. Take out the names.", new string[0], true)]
    [InlineData("Only without names.", new string[0], false)]
    public void Spoken_words_are_looked_at_like_written_ones(string words, string[] flags, bool notQuoted)
    {
        var review = Asking();

        var reply = Assert.Single(
            Dictating.Take(review, new(review.Invitations[0].MemberId, "one", 1, 2, words, By), Workdays, Now).Change!.State.Replies);

        Assert.Equal(flags, reply.HeldBecause);
        Assert.Equal(notQuoted, reply.NotQuoted);
    }

    [Fact]
    public void A_flag_stays_with_the_reply_when_more_is_said()
    {
        var review = Asking();
        var spoken = Spoken(review) with { Words = "I want to kill myself." };
        var once = Dictating.Take(review, spoken, Workdays, Now).Change!.State;

        var more = Dictating.Take(once, Spoken(review, id: "two"), Workdays, Now).Change!;

        Assert.Equal(["acute"], Assert.Single(more.State.Replies).HeldBecause);
        Assert.All(more.Ledger, e => Assert.DoesNotContain("acute", e.Facts.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_is_not_on_the_panel_cannot_be_written_for()
    {
        var review = Asking();

        Assert.Equal(TakingReplies.Place.NotAsked,
            Dictating.Take(review, Spoken(review) with { MemberId = "m-99" }, Workdays, Now).Result.Place);
    }
}
