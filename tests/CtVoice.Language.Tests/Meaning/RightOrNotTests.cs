using CtVoice.Language.Meaning;

namespace CtVoice.Language.Tests.Meaning;

public sealed class RightOrNotTests
{
    [Theory]
    [InlineData("looks right, thank you", true, true)]
    [InlineData("va bien, gracias", true, true)]
    [InlineData("not right", false, true)]
    [InlineData("It's not right, thanks", false, true)]
    [InlineData("not right you left out the landlords", false, false)]
    [InlineData("está mal, faltó la renta", false, false)]
    public void It_is_read_in_words(string text, bool right, bool bare) => Assert.Equal(new(right, bare), RightOrNot.In(text));

    [Theory]
    [InlineData("right, but the rent is missing")]
    [InlineData("is this right?")]
    [InlineData("right of the tenants")]
    [InlineData("")]
    public void Anything_else_says_neither(string text) => Assert.Null(RightOrNot.In(text));

    [Theory]
    [InlineData("A 1 B 2", 2, false, false)]
    [InlineData("a 1, b 1", 2, true, true)]
    [InlineData("B wrong", 2, false, false)]
    [InlineData("A y B están bien", 2, true, true)]
    [InlineData("A right, the rent is missing", 2, true, false)]
    public void It_is_read_beside_the_letters_of_several(string text, int shown, bool right, bool bare) =>
        Assert.Equal(new(right, bare), RightOrNot.Lettered(text, shown));

    [Theory]
    [InlineData("C 2", 2)]
    [InlineData("a good idea", 2)]
    [InlineData("1", 2)]
    public void What_names_no_letter_that_was_shown_says_neither(string text, int shown) => Assert.Null(RightOrNot.Lettered(text, shown));
}
