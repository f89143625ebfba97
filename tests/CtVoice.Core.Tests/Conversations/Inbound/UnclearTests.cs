using CtVoice.Core.Conversations.Inbound;

namespace CtVoice.Core.Tests.Conversations.Inbound;

public sealed class UnclearTests
{
    [Theory]
    [InlineData("\U0001F44D")]
    [InlineData("\U0001F44D\U0001F3FD")]
    [InlineData("?")]
    [InlineData("1 and 3")]
    [InlineData("1 y 3")]
    [InlineData("1/2")]
    [InlineData("2 or 3?")]
    [InlineData("7")]
    [InlineData("Yes and no")]
    [InlineData("sí y no...")]
    [InlineData("Both")]
    [InlineData("option 1, option 2")]
    public void A_sign_or_two_options_leave_the_choice_open(string text) => Assert.True(Unclear.In(text, null, 3));

    [Theory]
    [InlineData("not sure")]
    [InlineData("no sé")]
    [InlineData("It depends on who sees it")]
    [InlineData("1. take out names 2. ask us first")]
    [InlineData("maybe")]
    [InlineData("")]
    [InlineData("  ")]
    public void Words_are_an_answer(string text) => Assert.False(Unclear.In(text, null, 3));

    [Fact]
    public void Where_nothing_is_to_be_chosen_or_something_was_nothing_is_unclear()
    {
        Assert.False(Unclear.In("1 and 3", null, 0));
        Assert.False(Unclear.In("2", 2, 3));
    }
}
