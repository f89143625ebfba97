using System.Text;
using CtVoice.Language.Email;
using CtVoice.Language.Meaning;

namespace CtVoice.Language.Tests.Email;

public sealed class ReplyTextTests
{
    public static TheoryData<string> Introductions => new(MailPieces.Introductions);

    public static TheoryData<string> HeaderBlocks => new(MailPieces.HeaderBlocks);

    public static TheoryData<string> ProgramLines => new(MailPieces.ProgramLines);

    public static TheoryData<string> Disclaimers => new(MailPieces.Disclaimers);

    [Theory]
    [MemberData(nameof(Introductions))]
    public void Reply_above_a_marked_quote_is_all_that_stays(string introduction) =>
        Each(words => (words + "\n\n" + introduction + "\n\n" + Quoted(MailPieces.Earlier) + "\n", words));

    [Theory]
    [MemberData(nameof(Introductions))]
    public void Reply_below_a_marked_quote_is_all_that_stays(string introduction) =>
        Each(words => (introduction + "\n" + Quoted(MailPieces.Earlier) + "\n\n" + words + "\n", words));

    [Theory]
    [MemberData(nameof(Introductions))]
    public void Replies_between_marked_quotes_stay_in_order(string introduction) =>
        Each(words =>
            ("Hello,\n" + introduction + "\n> Dear Maria,\n>\n> First question?\n\n"
                + words + "\n\n> Second question?\n\nNo to that one.\n\n> Dana Reed\n", "Hello,\n\n" + words + "\n\nNo to that one."));

    [Theory]
    [MemberData(nameof(Introductions))]
    public void Reply_above_an_unmarked_quote_is_all_that_stays(string introduction) =>
        Each(words => (words + "\n\n" + introduction + "\n\n" + MailPieces.Earlier + "\n", words));

    [Theory]
    [MemberData(nameof(HeaderBlocks))]
    public void Header_fields_end_the_reply(string block) =>
        Each(words => (words + "\n\n" + block + "\n\n" + MailPieces.Earlier + "\n", words));

    [Theory]
    [MemberData(nameof(HeaderBlocks))]
    public void Header_fields_right_below_the_words_end_the_reply(string block) =>
        Each(words => (words + "\n" + block + "\n" + MailPieces.Earlier + "\n", words));

    [Theory]
    [MemberData(nameof(HeaderBlocks))]
    public void Words_below_header_fields_and_a_marked_quote_stay(string block) =>
        Each(words => (block + "\n" + Quoted(MailPieces.Earlier) + "\n\n" + words, words));

    [Theory]
    [MemberData(nameof(ProgramLines))]
    public void Lines_that_programs_add_are_left_out(string line)
    {
        Each(words => (words + "\n\n" + line + "\n", words));
        Each(words =>
            (words + "\n" + line + "\n\nOn Mar 4, 2024, at 10:11 AM, Dana Reed <dana.reed@example.org> wrote:\n\n"
                + Quoted(MailPieces.Earlier), words));
    }

    [Theory]
    [MemberData(nameof(Disclaimers))]
    public void Disclaimers_are_left_out(string disclaimer)
    {
        Each(words => (words + "\n\n" + disclaimer + "\n", words));
        Each(words => (disclaimer + "\n\n" + words + "\n", words));
        Each(words => (words + "\n\n____________________________\n" + disclaimer + "\n", words));
    }

    [Fact]
    public void Words_alone_stay_as_they_are() => Each(words => (words, words));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Mail_of_a_known_shape_gives_exactly_the_reply(string name, string body, string reply)
    {
        Assert.NotEmpty(name);
        Assert.Equal(reply, ReplyText.Of(body).Reply);
    }

    /// <summary>Property: a word of the person's own that no piece of a program holds is never lost, whatever stands around it.</summary>
    [Fact]
    public void No_word_a_person_wrote_is_lost_in_any_mixture()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 400; round++)
        {
            var typed = new List<string>();
            var body = new StringBuilder();
            for (var piece = random.Next(1, 4); piece > 0; piece--)
            {
                var words = MailPieces.Words[random.Next(MailPieces.Words.Length)];
                typed.Add(words);
                body.Append(words).Append("\n\n");
                if (random.Next(2) == 0)
                    body.Append(MailPieces.Introductions[random.Next(MailPieces.Introductions.Length)]).Append("\n\n")
                        .Append(Quoted(MailPieces.Earlier)).Append("\n\n");
            }

            if (random.Next(2) == 0)
                body.Append(MailPieces.ProgramLines[random.Next(MailPieces.ProgramLines.Length)]).Append('\n');

            var kept = NormalizedText.Of(ReplyText.Of(body.ToString()).Reply).Words;

            Assert.Equal(NormalizedText.Of(string.Join("\n\n", typed)).Words, kept);
        }
    }

    public static TheoryData<string, string, string> Shapes
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var block in ShapeTable.Text.Split("\n#### ").Skip(1))
            {
                var head = block.IndexOf('\n', StringComparison.Ordinal);
                var cut = block.IndexOf("\n====\n", StringComparison.Ordinal);
                data.Add(block[..head].Trim(), block[(head + 1)..cut].Replace("~\n", " \n", StringComparison.Ordinal), block[(cut + 6)..]
                    .Trim('\n'));
            }

            return data;
        }
    }

    internal static string Quoted(string text) => string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? ">" : "> " + line));

    private static void Each(Func<string, (string Body, string Reply)> make)
    {
        foreach (var words in MailPieces.Words)
        {
            var (body, reply) = make(words);
            Assert.Equal(reply, ReplyText.Of(body).Reply);
        }
    }
}
