using System.Text;
using CtVoice.Language.Email;
using CtVoice.Language.Meaning;

namespace CtVoice.Language.Tests.Email;

/// <summary>No word that a person typed is lost: what may be theirs or another's is kept, and marked (issue 17, kind 4).</summary>
public sealed class DoubtTests
{
    public static TheoryData<string, string, string> Mails => MailCases.Of("doubt-kinds.txt");

    [Theory]
    [MemberData(nameof(Mails))]
    public void Mail_keeps_what_was_typed_and_marks_what_is_in_doubt(string name, string mail, string expected)
    {
        var reading = EmailReader.Read(Encoding.UTF8.GetBytes(mail), EmailContext.Default);

        Assert.NotEmpty(name);
        Assert.Equal(expected, MailCases.Shown(reading));
        Assert.Equal(expected.Contains("? ", StringComparison.Ordinal), reading.Flags.Contains(Flags.Unsure));
    }

    [Fact]
    public void Words_in_doubt_name_no_option_and_end_nothing()
    {
        var reading =
            EmailReader.Read("On Mon, Jan 12, 2026 at 9:02 AM Board <board@example.org> wrote:\n\n2\n\nStop writing to me.\n",
                EmailContext.Default);

        Assert.Equal((EmailKind.Answer, null, ""), (reading.Kind, reading.Choice, reading.Sure));
        Assert.Contains("2", reading.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_above_the_doubt_say_what_they_say()
    {
        var reading = EmailReader.Read("2, please.\n--\nbut only on paper\n", EmailContext.Default);

        Assert.Equal((EmailKind.Answer, 2, "2, please.\n--"), (reading.Kind, reading.Choice, reading.Sure));
        Assert.Equal("but only on paper", Assert.Single(reading.Unsure).Of(reading.Reply));
        Assert.Equal([Flags.Unsure], Flags.Holding(reading.Flags));
    }

    [Fact]
    public void Danger_is_heard_in_doubt_as_well() =>
        Assert.Equal(
            [Flags.Acute, Flags.Unsure],
            EmailReader.Read("El lun, 12 ene 2026 a las 9:02, Junta (<junta@example.org>) escribió:\n\nMe quiero matar esta noche.\n",
                EmailContext.Default).Flags);
}
