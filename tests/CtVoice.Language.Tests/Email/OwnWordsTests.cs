using CtVoice.Language.Email;

namespace CtVoice.Language.Tests.Email;

/// <summary>Programs that copy our mail without marking it: what we know we wrote tells whose words are whose.</summary>
public sealed class OwnWordsTests
{
    private static readonly string[] Sent =
    [
        "CT Resident Advisory Board",
        "Two agencies want to compare school and health records to see which children miss meals.",
        "Should the state link these records? Reply 1 yes; 2 yes, with changes; 3 no.",
        "Your answer cannot change your benefits. Your caseworker does not see your name.",
    ];

    private const string Copy = """
        CT Resident Advisory Board:

        Two agencies want to compare school and health
        records to see which children miss meals.

        Should the state link these records? Reply 1 yes; 2 yes, with changes; 3 no.

        Your answer cannot change your benefits. Your caseworker does not see your name.
        """;

    private const string Introduction = "On Tue, Jun 3, 2025 at 2:05 PM Board <board@example.org> wrote:";

    private const string Fields =
        "From: Board <board@example.org>\nSent: Tuesday, June 3, 2025 2:05 PM\nTo: Rosa <rosa@example.net>\nSubject: A question";

    [Theory]
    [InlineData(Introduction)]
    [InlineData(Fields)]
    public void Answer_below_an_unmarked_copy_is_kept(string head) =>
        Assert.Equal("Yes, but no names.\n\nRosa", ReplyText.Of($"{head}\n\n{Copy}\n\nYes, but no names.\n\nRosa\n", Sent).Reply);

    [Theory]
    [InlineData(Introduction)]
    [InlineData(Fields)]
    public void Answer_typed_between_the_lines_of_an_unmarked_copy_is_kept(string head) =>
        Assert.Equal(
            "See below.\n\nNobody asked us before.\n2 please",
            ReplyText.Of("See below.\n\n" + head + "\n\n"
                + Copy.Replace("\n\nShould", "\nNobody asked us before.\n\nShould", StringComparison.Ordinal)
                    .Replace("3 no.\n", "3 no.\n2 please\n", StringComparison.Ordinal), Sent).Reply);

    [Fact]
    public void Copy_alone_adds_nothing() => Assert.Equal("Yes.", ReplyText.Of($"Yes.\n\n{Introduction}\n\n{Copy}\n", Sent).Reply);

    [Fact]
    public void Older_answer_of_the_same_person_below_ours_is_not_taken_twice() =>
        Assert.Equal("And no landlords.", ReplyText.Of($"And no landlords.\n\n{Introduction}\n\n{Copy}\n\nOn Mon, Jun 2, 2025 at 9:00 AM "
            + "Rosa <rosa@example.net> wrote:\n\nI said yes before.\n", Sent).Reply);

    [Fact]
    public void Mail_of_somebody_else_below_the_introduction_stays_out() =>
        Assert.Equal("Read this.",
            ReplyText.Of(
                "Read this.\n\nOn Mon, Jun 2, 2025 at 9:00 AM Worker <w@example.com> wrote:\n\nCome on Monday.\nBring your papers.\n",
                Sent).Reply);

    [Fact]
    public void Without_knowing_what_was_sent_copy_and_answer_are_kept_in_doubt()
    {
        var parted = ReplyText.Of($"{Introduction}\n\n{Copy}\n\nYes, but no names.\n");

        Assert.EndsWith("\n\nYes, but no names.", parted.Reply, StringComparison.Ordinal);
        Assert.Equal([new Stretch(0, parted.Reply.Length)], parted.Unsure);
    }

    [Theory]
    [InlineData(Introduction)]
    [InlineData(Fields)]
    public void Words_below_our_name_that_are_none_of_ours_are_kept_in_doubt(string head)
    {
        var parted = ReplyText.Of($"Hello, one more thing.\n\n{head}\n\nNobody asked us before.\n", Sent);

        Assert.Equal("Hello, one more thing.\n\nNobody asked us before.", parted.Reply);
        Assert.Equal("Nobody asked us before.", Assert.Single(parted.Unsure).Of(parted.Reply));
    }
}
