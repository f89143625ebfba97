using CtVoice.Core.Honoraria;
using CtVoice.Core.Reviews;
using CtVoice.Core.Tests.Reviews;

namespace CtVoice.Core.Tests.Honoraria;

/// <summary>What an invitation that ended is worth.</summary>
public sealed class OwingTests
{
    [Theory]
    [InlineData(Inviting.Declined, true)]
    [InlineData(Inviting.AskedToStop, true)]
    [InlineData("cannot be reached", false)]
    [InlineData("no longer takes part", false)]
    public void Whoever_was_asked_and_declined_with_a_word_is_owed_for_the_question(string because, bool owed)
    {
        var ended = Inviting.End(Given.Asked(), "m-01", because, Given.Now).State();

        Assert.Equal(owed ? [new("m-01", 1, Given.Now)] : [], Owing.Of(ended));
    }

    [Fact]
    public void Whoever_declines_before_anything_was_asked_is_owed_nothing() =>
        Assert.Empty(Owing.Of(Inviting.End(Given.Open(), "m-01", Inviting.Declined, Given.Now).State()));

    [Fact]
    public void Whoever_answers_after_all_is_owed_once()
    {
        var declined = Inviting.End(Given.Asked(), "m-01", Inviting.Declined, Given.Now).State();

        Assert.Equal([("m-01", 1)], Owing.Of(declined.With("m-01", 1, null)).Select(o => (o.MemberId, o.Question)));
    }
}
