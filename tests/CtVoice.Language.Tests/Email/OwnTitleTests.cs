using CtVoice.Language.Email;
using CtVoice.Language.Meaning;
using CtVoice.Language.Mime;

namespace CtVoice.Language.Tests.Email;

/// <summary>
/// A subject is heard for danger of whoever wrote it, and is an answer only where the mail itself holds no word and nobody else wrote the
/// subject. What stands in the mail stays as it is.
/// </summary>
public sealed class OwnTitleTests
{
    private const string Ours = "CT Resident Advisory Board: a question for you";

    [Theory]
    [InlineData("Is this confidential?", "NO")]
    [InlineData("Hi there", "NO")]
    [InlineData("Tomorrow", "SHARE IT")]
    [InlineData("Call me", "Option Two")]
    [InlineData("En español", "NO COMPARTAN NADA")]
    [InlineData("Please call me", "NO POLICE")]
    [InlineData("skip", "ASK FIRST")]
    [InlineData("Survey", "NO")]
    [InlineData("not interested", "ASK FIRST")]
    [InlineData("Please call me", "Rosa Diaz")]
    [InlineData("Ticket #4455 received", "Thank you")]
    [InlineData("Rape kits", "2")]
    [InlineData("Ask people first", "see subject")]
    public void Words_of_a_mail_stay_as_they_are_below_any_subject(string subject, string body)
    {
        var (read, alone) = (Read(subject, body), EmailReader.Read(body, Context));
        Assert.Equal((alone.Kind, alone.Choice, alone.Reply), (read.Kind, read.Choice, read.Reply));
        Assert.Equal(alone.Flags, read.Flags);
    }

    [Theory]
    [InlineData("EXTERNAL: Re: " + Ours + " [ABC2345]")]
    [InlineData("*** SPAM *** Re: " + Ours + " [ABC2345]")]
    [InlineData("**EXTERNAL** Re: " + Ours + " [ABC2345]")]
    [InlineData("{EXTERNAL} Re: " + Ours + " [ABC2345]")]
    [InlineData("(EXT) Re: " + Ours + " [ABC2345]")]
    [InlineData("[CAUTION: EXTERNAL EMAIL] Re: " + Ours + " [ABC2345]")]
    [InlineData("Undeliverable: Re: " + Ours + " [ABC2345]")]
    [InlineData("Read: " + Ours + " [ABC2345]")]
    [InlineData("Respuesta: " + Ours + " [ABC2345]")]
    [InlineData("Re " + Ours + " [ABC2345]")]
    [InlineData("RE - " + Ours + " [ABC2345]")]
    [InlineData("Re: " + Ours + " ABC2345")]
    [InlineData(Ours + " ABC2345")]
    [InlineData("(EXT) Re: CT Resident Advisory Board: a ques…")]
    [InlineData("EXTERNAL: pictures of the trip")]
    [InlineData("(EXT) pictures of the trip")]
    [InlineData("Delivery Status Notification (Failure)")]
    [InlineData("Returned mail: User unknown")]
    [InlineData("Mail delivery failed: returning message to sender")]
    [InlineData("failure notice")]
    [InlineData("On vacation")]
    [InlineData("Ticket #4455 received")]
    [InlineData("Voice message from 203-555-0100")]
    [InlineData("New MMS from 203-555-0100")]
    [InlineData("Untitled")]
    [InlineData("IMG 2041")]
    [InlineData("Scan_0012")]
    [InlineData("Survey")]
    [InlineData("Question 1")]
    [InlineData("From Maria")]
    public void Subject_that_nobody_wrote_for_us_is_no_answer(string subject)
    {
        var read = Read(subject, "");
        Assert.Equal("", read.Kind is EmailKind.Automated ? "" : read.Reply);
        Assert.Equal((null, null), (read.Choice, read.Heard.Danger));
    }

    [Theory]
    [InlineData("2", "2", 2)]
    [InlineData("Answer 2", "Answer 2", 2)]
    [InlineData("Respuesta: 2", "Respuesta: 2", 2)]
    [InlineData("3 ask people before you share names", "3 ask people before you share names", 3)]
    [InlineData("From now on ask people first", "From now on ask people first", null)]
    [InlineData("Re: " + Ours + " [ABC2345] 2 without last names", "2 without last names", 2)]
    public void Subject_of_a_mail_without_words_is_what_was_said(string subject, string said, int? choice)
    {
        var read = Read(subject, "");
        Assert.Equal((said, choice), (read.Reply, read.Choice));
    }

    [Theory]
    [InlineData("Fwd: suicidal teens study", "")]
    [InlineData("Fwd: suicidal teens study", "2")]
    [InlineData("Emergency contact form", "")]
    [InlineData("Emergency contact form", "2")]
    [InlineData("Emergency room", "2")]
    [InlineData("Drug overdose data sharing", "2")]
    [InlineData("Child abuse reports", "2")]
    [InlineData("Rape kits", "2")]
    [InlineData("Rape kits", "")]
    public void What_a_subject_is_about_is_no_danger(string subject, string body) =>
        Assert.Null(Read(subject, body).Heard.Danger);

    [Theory]
    [InlineData("my boyfriend is going to kill me", "2")]
    [InlineData("Fwd: he is going to kill me", "2")]
    [InlineData("EXTERNAL: Re: " + Ours + " [ABC2345] I want to kill myself", "")]
    [InlineData("Re: [ABC2345] he is going to kill me", "")]
    [InlineData("RV: mi esposo me va a matar", "gracias")]
    public void Danger_of_whoever_wrote_a_subject_is_heard(string subject, string body) =>
        Assert.Equal(DangerLevel.Acute, Read(subject, body).Heard.Danger?.Level);

    private static readonly EmailContext Context = EmailContext.Default with { OwnSubjects = [Ours] };

    private static EmailReading Read(string subject, string body) =>
        EmailReader.Read(MimeReader.FromFields($"From: a@example.org\nSubject: {subject}\n\n", body, null), Context);
}
