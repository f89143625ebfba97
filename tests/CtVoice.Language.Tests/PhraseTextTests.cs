namespace CtVoice.Language.Tests;

/// <summary>Phrases as data: every file that is shipped can be read, and what is wrong in one is said with file and line.</summary>
public sealed class PhraseTextTests
{
    private const string Prefix = "CtVoice.Language.";

    public static TheoryData<string> Files =>
    [
        .. typeof(PhraseText).Assembly.GetManifestResourceNames().Where(name => name.Contains(".Phrases.", StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^".txt".Length]),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_is_read_and_says_whether_somebody_reviewed_it(string name)
    {
        var text = PhraseText.Load(name);

        Assert.NotEmpty(text.Languages);
        Assert.Matches("^(draft|reviewed by .+ on [0-9]{4}-[0-9]{2}-[0-9]{2})$", text.Review);
    }

    [Fact]
    public void Phrases_are_read_by_topic_and_language_with_their_outer_spaces()
    {
        var text = PhraseText.Read("# remark\nreview: draft\n\n== stop (en)\nstop; opt out;\nend_\n== stop (es)\nalto\n", "x.txt");

        Assert.Equal(["stop", "opt out", "end ", "alto"], text["stop"]);
        Assert.Equal(["alto"], text.Of("stop", "es"));
        Assert.Equal(["en", "es"], text.Languages);
    }

    [Fact]
    public void What_is_typed_and_what_is_meant_by_it_is_a_pair_and_anything_else_a_fault()
    {
        var text = PhraseText.Read(
            "review: draft\n== short (en)\ntxt, tx > text\n== short (es)\nmsj > mensaje\n== not (en)\ntxt\n", "x.txt");

        Assert.Equal([("txt", "text"), ("tx", "text"), ("msj", "mensaje")], text.Pairs("short"));
        Assert.StartsWith("x.txt: \"txt\" is not", Assert.Throws<FormatException>(() => text.Pairs("not").ToArray()).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("review: draft\nstop\n", "x.txt, line 2: phrases stand below a heading")]
    [InlineData("review: draft\n== stop\nstop\n", "x.txt, line 2: a heading is")]
    [InlineData("review: draft\n== stop (xx)\nstop\n", "x.txt, line 2: a heading is")]
    [InlineData("review: draft\n== stop (en)\nstop\n== stop (en)\nquit\n", "x.txt, line 4: a heading is")]
    [InlineData("review: draft\n== stop (en)\nstop; end;\nquit; stop\n", "x.txt, line 4: \"stop\" stands there twice")]
    [InlineData("== stop (en)\nstop\n", "x.txt, line 1: there is no line \"review: draft\"")]
    [InlineData("review: draft\n== stop (en)\n", "\"stop\" is empty")]
    public void A_fault_is_told_with_file_and_line(string text, string told) =>
        Assert.StartsWith(told,
            Assert.Throws<FormatException>(() => PhraseText.Read(text, "x.txt")).Message[(told[0] == '"' ? "x.txt, line 3: ".Length : 0)..],
            StringComparison.Ordinal);
}
