using CtVoice.Local.Commands;
using CtVoice.Local.Demo;

namespace CtVoice.Local.Tests.Commands;

/// <summary>What is printed fits where it goes.</summary>
public sealed class TerminalTests
{
    [Theory]
    [InlineData(40)]
    [InlineData(72)]
    public void Rows_are_no_wider_than_their_room_and_lose_no_word(int room)
    {
        const string Told =
            "DSS takes 5 more business days for recommendation 3, with a public reason: nobody nags, and it is not overdue\nand a "
                + "second line";
        var rows = Terminal.Wrapped(Told, room).ToList();
        Assert.All(rows, row => Assert.InRange(row.Length, 1, room));
        Assert.Equal(Told.Replace('\n', ' '), string.Join(' ', rows));
    }

    [Fact]
    public void A_word_that_is_wider_than_the_room_keeps_a_row_of_its_own() =>
        Assert.Equal(["see", new string('x', 50), "there"], Terminal.Wrapped($"see {new string('x', 50)} there", 20));

    [Fact]
    public void A_story_for_a_file_has_no_colours_and_fits_a_hundred_characters()
    {
        using var output = new StringWriter();
        var timeline = new Timeline(output);
        timeline.Chapter("An agency asks");
        timeline.At(new(2027, 1, 11, 14, 30, 0, TimeSpan.Zero), string.Join(' ', Enumerable.Repeat("word", 60)));
        Assert.DoesNotContain('\e', output.ToString());
        Assert.All(output.ToString().Split('\n'), row => Assert.InRange(row.Length, 0, 100));
        Assert.Contains("    09:30  word word", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Colours_are_put_around_words_only_where_they_are_wanted()
    {
        Assert.Equal("\e[1;36mx\e[0m", new Terminal(80, Colours: true).Bold("x"));
        Assert.Equal("x", new Terminal(80, Colours: false).Bold("x"));
    }

    [Fact]
    public void Columns_of_a_table_are_as_wide_as_what_stands_in_them() =>
        Assert.Equal(["Id   Role", "a    Auditor", "bcd  Agency"], new Terminal(80, false)
            .Table(["Id", "Role"], [["a", "Auditor"], ["bcd", "Agency"]]));
}
