using CtVoice.Language.Email;

namespace CtVoice.Language.Tests.Email;

/// <summary>Lists tell in every mail how to leave them. That is nobody's wish, and below a wish it changes nothing.</summary>
public sealed class ListFooterTests
{
    private const string Groups =
        "Yahoo! Groups Links\n\n<*> To visit your group on the web, go to:\n    http://groups.example.org/group/elmwood/\n\n<*> To "
            + "unsubscribe from this group, send an email to:\n    elmwood-unsubscribe@groups.example.org\n";

    public static TheoryData<string> Footers => new()
    {
        Groups,
        "############################\n\nTo unsubscribe from the PARENTS-L list:\nwrite to: mailto:PARENTS-L-SIGNOFF@LISTS.EXAMPLE.ORG\n",
        "To UNSUBSCRIBE from this list, send mail to majordomo@example.org\nwith \"unsubscribe roads\" in the body of the message.\n",
        "_______________________________________________\nNeighbors mailing list -- neighbors@example.org\nTo unsubscribe send an email "
            + "to neighbors-leave@example.org\n",
        "-=-=-=-=-=-=-\nMute This Topic: https://groups.example.org/mt/9876\nUnsubscribe: "
            + "https://groups.example.org/unsub\n-=-=-=-=-=-=-\n",
        "--\nPara cancelar la suscripción a este grupo, envía un correo electrónico a barrio+unsubscribe@example.org.\n",
        "--\nPour vous désabonner de ce groupe, envoyez un e-mail à quartier+unsubscribe@example.org.\n",
        "--\nUm sich von dieser Liste abzumelden, schreiben Sie an nachbarn-leave@example.org.\n",
    };

    [Theory]
    [MemberData(nameof(Footers))]
    public void Footer_is_left_out_and_is_no_wish(string footer)
    {
        var reading = EmailReader.Read("I am for the speed bumps.\n\nLorraine\n\n" + footer, EmailContext.Default);

        Assert.Equal((EmailKind.Answer, "I am for the speed bumps.\n\nLorraine"), (reading.Kind, reading.Reply));
    }

    [Theory]
    [MemberData(nameof(Footers))]
    public void Wish_above_a_footer_is_heard(string footer) =>
        Assert.Equal(EmailKind.OptOut, EmailReader.Read("STOP\n\n" + footer, EmailContext.Default).Kind);

    [Theory]
    [MemberData(nameof(Footers))]
    public void Footer_amid_a_persons_words_is_kept_and_is_no_wish(string footer)
    {
        var reading =
            EmailReader.Read("I am for the speed bumps.\n\n" + footer + "\nMy neighbor is for them too, and so is everybody on our street.",
                EmailContext.Default);

        Assert.Equal(EmailKind.Answer, reading.Kind);
        Assert.StartsWith("I am for the speed bumps.", reading.Reply, StringComparison.Ordinal);
        Assert.EndsWith("so is everybody on our street.", reading.Reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Please unsubscribe me from these mails.")]
    [InlineData("Unsubscribe from this list please.\nOtis, otis@example.org")]
    [InlineData("To be removed from the list please.\nPlease unsubscribe otis@example.org")]
    [InlineData("Unsubscribe")]
    public void Person_who_wants_to_leave_is_heard(string words) =>
        Assert.Equal(EmailKind.OptOut, EmailReader.Read(words, EmailContext.Default).Kind);

    [Fact]
    public void End_of_an_attached_file_is_no_wish()
    {
        var reading =
            EmailReader.Read("The list is attached.\n\nbegin 666 gates.csv\nC1V%T92Q#;V1E#0I.;W)T:\"PT-S$Q#0I3;W5T:\"PP.#$U#0H\n`\nend\n",
                EmailContext.Default);

        Assert.Equal((EmailKind.Answer, "The list is attached."), (reading.Kind, reading.Reply));
    }
}
