using CtVoice.Core.Storage;

namespace CtVoice.Core.Tests.Storage;

public sealed class LongTextTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(LongText.PropertyCharacters)]
    [InlineData(LongText.PropertyCharacters + 1)]
    [InlineData(LongText.RowCharacters)]
    public void A_text_comes_back_from_its_row_as_it_was(int length)
    {
        var text = new string('ñ', length);
        Assert.Equal(text, new TableRow("p", "k").WithText(text).LongTextOrNull());
    }

    [Fact]
    public void A_row_without_text_has_none_and_one_that_is_too_long_is_refused()
    {
        Assert.Null(new TableRow("p", "k").LongTextOrNull());
        Assert.Throws<ArgumentException>(() => new TableRow("p", "k").WithText(new string('x', LongText.RowCharacters + 1)));
    }

    [Fact]
    public void No_property_or_piece_ends_between_the_halves_of_a_character()
    {
        // One letter first, so that every boundary falls inside a pair.
        var text = "x" + string.Concat(Enumerable.Repeat("👍", LongText.RowCharacters / 2));
        var pieces = LongText.Pieces(text);
        Assert.True(pieces.Count > 1);
        Assert.Equal(text, string.Concat(pieces));
        foreach (var piece in pieces)
        {
            var row = new TableRow("p", "k").WithText(piece);
            Assert.Equal(piece, row.LongTextOrNull());
            Assert.All(row.Properties.Values.OfType<string>(), part => Assert.False(char.IsHighSurrogate(part[^1])));
        }
    }

    [Fact]
    public void An_empty_text_is_one_empty_piece() => Assert.Equal("", Assert.Single(LongText.Pieces("")));
}
