namespace CtVoice.Language.Tests;

public sealed class VisibleTests
{
    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData(" \t\r\n\u00A0\u3000\u2003")]
    [InlineData("\u200B\u200C\u200D\u2060\uFEFF\u00AD\u180E")]
    [InlineData("\u202E\u202C\u2066\u2069\u061C")]
    [InlineData("\u3164\u115F\u1160\uFFA0\u2800\uFFFC")]
    [InlineData("\uFE0F\u0301\u034F\u20E3")]
    [InlineData("\U000E0020\U000E007F")]
    [InlineData("\0\a\u001B")]
    public void What_shows_nothing_is_empty(string? text) => Assert.False(Visible.In(text));

    [Theory]
    [InlineData("\u200B2")]
    [InlineData("?")]
    [InlineData("👍")]
    [InlineData("ñ")]
    [InlineData("한")]
    [InlineData("\uFFFD")]
    [InlineData("\u202Eno")]
    public void One_sign_is_something(string text) => Assert.True(Visible.In(text));
}
