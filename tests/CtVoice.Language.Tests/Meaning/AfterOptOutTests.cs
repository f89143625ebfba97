using CtVoice.Language.Meaning;

namespace CtVoice.Language.Tests.Meaning;

public sealed class AfterOptOutTests
{
    [Theory]
    [InlineData("i changed my mind, text me again")]
    [InlineData("Can you put me back on the list")]
    [InlineData("start the messages")]
    [InlineData("quiero que me escriban otra vez")]
    [InlineData("Cambié de opinión")]
    [InlineData("mándenme los textos de nuevo")]
    public void Who_may_want_messages_again_is_heard(string text) => Assert.True(AfterOptOut.MayAskForMessages(text));

    [Theory]
    [InlineData("do not text me again")]
    [InlineData("why are you texting me again")]
    [InlineData("nunca me escriban otra vez")]
    [InlineData("I moved back")]
    [InlineData("text")]
    [InlineData("")]
    public void Who_asks_for_none_is_not(string text) => Assert.False(AfterOptOut.MayAskForMessages(text));

    [Theory]
    [InlineData("ok")]
    [InlineData("Ok got it, thanks")]
    [InlineData("No")]
    [InlineData("thats fine thank you so much")]
    [InlineData("have a good day")]
    [InlineData("bueno, gracias")]
    [InlineData("está bien, que tenga buen día")]
    [InlineData("lo siento, gracias")]
    [InlineData("👍")]
    [InlineData("")]
    public void Thanks_and_the_like_say_nothing(string text) => Assert.True(AfterOptOut.SaysNothing(text));

    [Theory]
    [InlineData("text me")]
    [InlineData("please reply")]
    [InlineData("su mensaje")]
    [InlineData("why")]
    [InlineData("ok?")]
    [InlineData("2")]
    [InlineData("People should be told first")]
    public void What_may_be_worth_a_look_says_something(string text) => Assert.False(AfterOptOut.SaysNothing(text));
}
