using CtVoice.Language.Meaning;

namespace CtVoice.Language.Tests.Meaning;

/// <summary>What is seen in a message before anything reads it.</summary>
public sealed class RawSignsTests
{
    [Theory]
    [InlineData("STOP")]
    [InlineData(" stop. ")]
    [InlineData("\uFFFES\u200BTOP\uFFFD")]
    [InlineData("Opt-out!")]
    [InlineData("ALTO")]
    [InlineData("cáncelar")]
    public void A_plain_stop_is_the_whole_message(string text) => Assert.True(RawSigns.In(text).Stop);

    [Theory]
    [InlineData("Stop asking about immigration")]
    [InlineData("2")]
    [InlineData("")]
    [InlineData("\uFFFE")]
    public void Anything_else_is_no_plain_stop(string text) => Assert.Equal(new(false, null), RawSigns.In(text));

    [Theory]
    [InlineData("I want to kill myself")]
    [InlineData("2. i want to k\u200Bill my\uFEFFself \uFFFF")]
    [InlineData("ME QUIERO MATAR")]
    [InlineData("me quie\u0301ro matar")]
    public void Words_of_danger_are_seen_among_whatever_stands_there(string text) =>
    Assert.Equal(DangerLevel.Acute, RawSigns.In(text).Danger?.Level);

    [Fact]
    public void Every_code_unit_is_looked_at_without_a_fault()
    {
        for (var c = 0; c <= char.MaxValue; c++)
            Assert.Null(RawSigns.In(((char)c).ToString()).Danger);
    }
}
