using System.Text;
using CtVoice.Language.Email;

namespace CtVoice.Language.Tests.Email;

/// <summary>What mail programs, servers and people write, in many languages: the files under <c>Cases</c>.</summary>
public sealed class MailCaseTests
{
    private const string Earlier =
        "Dear Rosa,\n\nShould the state link school and health data to see who misses meals?\nReply 1 yes, 2 yes with changes, 3 "
            + "no.\n\nPriya Natarajan\nResident Advisory Board";

    private static readonly string[] Words = CaseFile.Lines("words.txt");

    public static TheoryData<string> Introductions => new(CaseFile.Lines("introductions.txt"));

    public static TheoryData<string> HeaderBlocks => new(CaseFile.Lines("headerblocks.txt"));

    public static TheoryData<string> ProgramLines => new(CaseFile.Lines("programlines.txt"));

    public static TheoryData<string> AutoReplies => new(CaseFile.Lines("autoreplies.txt"));

    public static TheoryData<string> Persons =>
        new(CaseFile.Lines("persons.txt").Concat(CaseFile.Cases("person-kinds.txt")).Concat(CaseFile.Cases("person-kinds-second.txt")));

    public static TheoryData<string, string> Machines =>
        MailCases.Sorted("machines.txt", "machine-kinds.txt", "machine-kinds-second.txt", "machine-kinds-third.txt",
            "machine-kinds-fourth.txt");

    public static TheoryData<string, string> MailsOfPersons => MailCases.Sorted("person-kinds-third.txt", "person-kinds-fourth.txt");

    public static TheoryData<string, string, string> Mails =>
        MailCases.Of("mails.txt", "mail-kinds.txt", "mail-kinds-second.txt", "mail-kinds-third.txt", "mail-kinds-fourth.txt",
            "mail-kinds-fifth.txt");

    [Theory]
    [MemberData(nameof(Introductions))]
    public void Introduction_of_a_quote_is_known_wherever_it_stands(string introduction)
    {
        var quoted = ReplyTextTests.Quoted(Earlier);
        foreach (var words in Words)
        {
            Gives(words, $"{words}\n\n{introduction}\n\n{quoted}\n");
            Gives(words, $"{words}\n{introduction}\n{quoted}\n");
            Gives(words, $"{introduction}\n{quoted}\n\n{words}\n");
            Gives(words, $"{words}\n\n{introduction}\n\n{Earlier}\n");
            Gives($"Hello,\n\n{words}\n\nNo to that one.", $"Hello,\n{introduction}\n> Dear Rosa,\n>\n> First question?\n\n{words}\n\n> "
                + "Second question?\n\nNo to that one.\n\n> Priya");
        }
    }

    [Theory]
    [MemberData(nameof(HeaderBlocks))]
    public void Header_fields_of_an_earlier_mail_are_known(string block)
    {
        foreach (var words in Words)
        {
            Gives(words, $"{words}\n\n{block}\n\n{Earlier}\n");
            Gives(words, $"{words}\n{block}\n{Earlier}\n");
            Gives(words, $"{block}\n{ReplyTextTests.Quoted(Earlier)}\n\n{words}");
        }
    }

    [Theory]
    [MemberData(nameof(ProgramLines))]
    public void Line_of_a_program_is_left_out(string line)
    {
        foreach (var words in Words)
        {
            Gives(words, $"{words}\n\n{line}\n");
            Gives(words,
                $"{words}\n{line}\n\nOn Mar 4, 2024, at 10:11 AM, Dana <d@example.org> wrote:\n\n{ReplyTextTests.Quoted(Earlier)}");
        }
    }

    [Theory]
    [MemberData(nameof(MailsOfPersons))]
    public void Mail_of_a_person_is_none_of_a_machine(string expected, string mail)
    {
        var reading = EmailReader.Read(Encoding.UTF8.GetBytes(mail), EmailContext.Default);

        Assert.Equal((expected, null), (reading.Kind.ToString(), reading.Automation));
    }

    [Theory]
    [InlineData("I loved your message. 2", 2)]
    [InlineData("I really liked your message! 3", 3)]
    [InlineData("Option 2. I loved your message!", 2)]
    [InlineData("My whole family reacted to your email", null)]
    public void Who_tells_of_a_reaction_answers(string words, int? choice)
    {
        var mail = $"From: Rosa <rosa@mail.example>\nMessage-ID: <1@x.example>\nSubject: Re: A question\n\n{words}";

        var reading = EmailReader.Read(Encoding.UTF8.GetBytes(mail), EmailContext.Default);

        Assert.Equal((EmailKind.Answer, choice), (reading.Kind, reading.Choice));
    }

    [Fact]
    public void Words_alone_stay_as_they_are() => Assert.All(Words, words => Gives(words, words));

    [Theory]
    [MemberData(nameof(Mails))]
    public void Mail_gives_exactly_what_was_typed(string name, string mail, string reply)
    {
        var reading = EmailReader.Read(Encoding.UTF8.GetBytes(mail), EmailContext.Default);

        Assert.NotEmpty(name);
        Assert.Equal((reply, null), (reading.Reply, reading.Automation));
    }

    [Theory]
    [MemberData(nameof(AutoReplies))]
    public void Automatic_reply_is_known_by_its_words_alone(string body) =>
        Assert.Equal(Automation.AutoReply, EmailReader.Read(body, EmailContext.Default).Automation);

    [Theory]
    [MemberData(nameof(Persons))]
    public void Person_is_never_taken_for_a_machine(string body) =>
        Assert.Null(EmailReader.Read(Encoding.UTF8.GetBytes(body), EmailContext.Default).Automation);

    [Theory]
    [MemberData(nameof(Machines))]
    public void Mail_of_a_machine_is_known_and_sorted(string expected, string mail)
    {
        var reading = EmailReader.Read(Encoding.UTF8.GetBytes(mail), EmailContext.Default);

        Assert.Equal(expected, reading.Automation?.ToString() ?? reading.Kind.ToString());
    }

    /// <summary>Property: reply and rest together hold every word of the body, however lines are thrown together.</summary>
    [Fact]
    public void No_word_of_a_body_vanishes()
    {
        var random = new Random(20261123);
        string[] pieces =
            [.. Words, .. CaseFile.Lines("introductions.txt"), .. CaseFile.Lines("headerblocks.txt"), .. CaseFile.Lines("programlines.txt"),
                .. Mails.Select(row => (string)row[1]), "-- ", "--", "________", Earlier, ReplyTextTests.Quoted(Earlier)];
        for (var round = 0; round < 3_000; round++)
        {
            var body = string.Join(random.Next(2) == 0 ? "\n" : "\n\n", Enumerable.Range(0, random.Next(1, 6))
                .Select(_ => pieces[random.Next(pieces.Length)]));
            var parted = ReplyText.Of(body);

            var lost = Missing(body, parted.Reply + "\n" + parted.Trimmed);
            Assert.True(lost.Count == 0, $"round {round} lost [{string.Join(", ", lost)}] of:\n{body}");
        }
    }

    private static List<string> Missing(string body, string kept)
    {
        var there = Counted(kept);
        return [.. Counted(body).Where(word => there.GetValueOrDefault(word.Key) < word.Value).Select(word => word.Key)];
    }

    private static Dictionary<string, int> Counted(string text) =>
        text.Split([' ', '\n', '\r', '\t', '>', '\u00A0', '\u2028'], StringSplitOptions.RemoveEmptyEntries).CountBy(word => word)
            .ToDictionary(StringComparer.Ordinal);

    private static void Gives(string reply, string body) => Assert.Equal(reply, ReplyText.Of(body).Reply);
}
