
namespace CtVoice.Language.Tests;

/// <summary>What stays of a text, and what cannot.</summary>
public sealed class WellFormedTests
{
    [Theory]
    [InlineData("\uFFFE\uFFFF\uFDD0\uFDEF", "\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("\U0001FFFE!\U0010FFFF", "\uFFFD!\uFFFD")]
    public void What_is_no_character_is_marked(string text, string clean) => Assert.Equal(clean, WellFormed.Of(text));

    // Not as data of a theory: an attribute cannot hold half a pair.
    [Fact]
    public void Half_of_a_pair_is_marked()
    {
        Assert.Equal("a\uFFFDb", WellFormed.Of("a\uD83Db"));
        Assert.Equal("\uFFFD\uFFFD", WellFormed.Of("\uDC4D\uD83D"));
    }

    [Theory]
    [InlineData("👩‍👩‍👧 👍🏽 🏴󠁧󠁢󠁥󠁮󠁧󠁿")]
    [InlineData("नमस्ते می‌خواهم \u200E\uFEFF\u00AD\0")]
    [InlineData("\uFDCF\uFDF0\uFFFD\uE000")]
    public void Everything_else_is_the_very_same_text(string text) => Assert.Same(text, WellFormed.Of(text));

    [Fact]
    public void A_beginning_never_ends_in_half_a_pair()
    {
        Assert.Equal("a", WellFormed.Beginning("a👍b", 2));
        Assert.Equal("a👍", WellFormed.Beginning("a👍b", 3));
        Assert.Equal("", WellFormed.Beginning("a👍b", 0));
    }
}
