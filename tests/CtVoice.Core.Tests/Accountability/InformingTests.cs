using CtVoice.Core.Accountability;
using CtVoice.Core.Reviews;
using CtVoice.Core.Tests.Reviews;
using static CtVoice.Core.Tests.Accountability.Advice;

namespace CtVoice.Core.Tests.Accountability;

public sealed class InformingTests
{
    [Fact]
    public void The_days_that_the_addressee_waited_are_added_to_its_date_once_and_what_it_was_told_is_public()
    {
        var asked = Asks(To("DSS"), At(4, 1), new(2027, 5, 1));
        Assert.True(Informing.Waits(asked.Recommendations[0]));
        var given = Informing.Give(asked, 1, "Eleven agencies share these data.", "key-c", At(4, 8));
        Assert.Equal(["information-given"], given.Types());
        var commitment = given.State().Recommendations[0].Commitment!;
        Assert.Equal(new(2027, 5, 8), commitment.DueOn);
        Assert.Contains("Eleven agencies share these data.", Assert.Single(commitment.NewDates).Reason, StringComparison.Ordinal);
        Assert.False(Informing.Waits(given.State().Recommendations[0]));
        Assert.Equal(Informing.Outcome.NotAsked, Informing.Give(given.State(), 1, "More.", "key-c", At(4, 9)).Result);

        // Asked once more, it is told and gets no day more.
        var again = Asks(given.State(), At(4, 20), new(2027, 5, 20));
        Assert.True(Informing.Waits(again.Recommendations[0]));
        Assert.Equal(new(2027, 5, 20), Informing.Give(again, 1, "More.", "key-c", At(4, 27)).State().Recommendations[0].Commitment!.DueOn);
    }

    [Fact]
    public void The_clock_of_who_waits_for_us_stands_still_once_and_nothing_becomes_late_by_our_silence()
    {
        var asked = Asks(To("DSS"), At(4, 1), new(2027, 5, 1));

        // A month after its date nobody was reminded, and nothing is public.
        Assert.Null(asked.Next(At(6, 1)));
        Assert.Null(Delivering.NoteNotDelivered(asked, "DSS", At(6, 1)).Change);

        // The question in other words is no second time.
        var reworded = Asks(asked, At(4, 20), new(2027, 5, 1));
        Assert.Null(reworded.Next(At(6, 1)));

        var given = Informing.Give(asked, 1, "Eleven.", "key-c", At(6, 1)).State();
        Assert.Equal(new(2027, 7, 1), given.Recommendations[0].Commitment!.DueOn);
        Assert.Equal("promise-before-30", given.Next(At(6, 1))!.Kind);

        // Asked again, the clock runs: what is late is late.
        var again = Asks(given, At(6, 20), new(2027, 7, 20));
        Assert.Equal(AddresseeSchedule.NotDelivered, again.Next(At(7, 22))!.Kind);
        Assert.NotNull(Delivering.NoteNotDelivered(again, "DSS", At(7, 22)).Change);
    }

    [Fact]
    public void Nobody_is_told_anything_who_did_not_ask()
    {
        Assert.Equal(Informing.Outcome.NotAsked, Informing.Give(To("DSS"), 1, "Any.", "key-c", At(4, 1)).Result);
        Assert.Equal(Informing.Outcome.NotAsked, Informing.Give(To("DSS").Answered(1), 1, "Any.", "key-c", At(5, 1)).Result);
        Assert.Equal(Informing.Outcome.NotFound, Informing.Give(To("DSS"), 9, "Any.", "key-c", At(4, 1)).Result);
    }

    private static Review Asks(Review review, DateTimeOffset at, DateOnly due) => Answering.Answer(review, 1, "DSS", new(
        AnswerKind.NeedsInformation, $"How many agencies share these data? Asked on {at:O}.", new Dictionary<string, string>
        { ["en"] = "We must know more." }, null, due, at, "key-3")).State();
}
