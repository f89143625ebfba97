using CtVoice.Language.Meaning;

namespace CtVoice.Language.Tests.Meaning;

public sealed class StartCodeTests
{
    [Theory]
    [InlineData("START 4821", true)]
    [InlineData("start, my code is 4821 please", true)]
    [InlineData("4821 START", true)]
    [InlineData("Iniciar. Mi código es 4821", true)]
    [InlineData("4821", false)]
    [InlineData("my code is 4821 thanks", false)]
    public void A_code_is_found_with_start_or_alone(string text, bool starts) =>
    Assert.Equal(new StartCode("4821", starts), StartCode.In(text));

    [Theory]
    [InlineData("START")]
    [InlineData("START 12")]
    [InlineData("START 4821 5932")]
    [InlineData("STOP 4821")]
    [InlineData("3 we pay 4821 a year")]
    [InlineData("call me at 4821")]
    [InlineData("")]
    public void Nothing_else_is_one(string text) => Assert.Null(StartCode.In(text));
}
