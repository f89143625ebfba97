using CtVoice.Language.Answers;

namespace CtVoice.Language.Tests.Answers;

public sealed class NamedItemsTests
{
    [Theory]
    [InlineData("3 number 2 is not what I asked", "2")]
    [InlineData("3 #1 and 3 are no answer", "1 3")]
    [InlineData("3. Recommendation 2!", "2")]
    [InlineData("3 the second one", "2")]
    [InlineData("3 la 1 y la 3 no", "1 3")]
    [InlineData("3 número 2, por favor", "2")]
    [InlineData("3 la segunda no", "2")]
    [InlineData("3 recs. points 1, 2 and 3", "1 2 3")]
    // The vote is a number as well, and there is no number 9.
    [InlineData("3", "")]
    [InlineData("3 you did not say who decides", "")]
    [InlineData("3 ask us first, 2 of my kids are in it", "")]
    [InlineData("3 number 9", "")]
    [InlineData("", "")]
    public void Items_are_named_beside_a_vote(string words, string named) =>
        Assert.Equal(named, string.Join(' ', NamedItems.In(words, 3)));
}
