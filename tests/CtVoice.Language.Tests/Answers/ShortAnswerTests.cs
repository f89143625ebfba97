using CtVoice.Language.Answers;

namespace CtVoice.Language.Tests.Answers;

public sealed class ShortAnswerTests
{
    [Theory]
    [InlineData("English", "en")]
    [InlineData(" inglés. ", "en")]
    [InlineData("ESPAÑOL!", "es")]
    [InlineData("espanol", "es")]
    [InlineData("spanish", "es")]
    [InlineData("Spanish or English", null)]
    [InlineData("polski", null)]
    [InlineData("2", null)]
    [InlineData("", null)]
    public void A_language_is_named_by_its_word_alone(string text, string? language) => Assert.Equal(language, ShortAnswer.Language(text));

    [Theory]
    [InlineData("No", true)]
    [InlineData("none.", true)]
    [InlineData("ninguno", true)]
    [InlineData("no sé", false)]
    [InlineData("0", false)]
    public void None_is_said_in_one_word(string text, bool none) => Assert.Equal(none, ShortAnswer.IsNone(text));

    [Theory]
    [InlineData("Yes!", true)]
    [InlineData("Sí", true)]
    [InlineData("\"dos\"", true)]
    [InlineData("(n)", true)]
    [InlineData("OKAY", true)]
    [InlineData("yes 👍", false)]
    [InlineData("yes, the nurse", false)]
    [InlineData("four", false)]
    [InlineData("2", false)]
    [InlineData("", false)]
    public void An_option_in_one_word_says_nothing_else(string text, bool option) => Assert.Equal(option, ShortAnswer.IsOption(text));
}
