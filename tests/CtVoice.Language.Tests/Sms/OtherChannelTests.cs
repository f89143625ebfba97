using CtVoice.Language.Email;
using CtVoice.Language.Meaning;
using CtVoice.Language.Sms;

namespace CtVoice.Language.Tests.Sms;

/// <summary>
/// A wish about another channel than the one it came by ends nothing here: "no emails, text me" is sent by somebody who wants texts. What
/// forbids both, or this one, ends messages as ever.
/// </summary>
public sealed class OtherChannelTests
{
    private static readonly string[] NoMails =
    [
        "do not email me", "dont email me anymore", "no emails", "no more emails please", "stop emailing me",
        "please stop sending emails",
        "no me manden correos", "no correos", "ya no me manden correo", "dejen de mandar correos",
    ];

    private static readonly string[] NoTexts =
    [
        "do not text me", "dont text me anymore", "no texts", "no more text messages please", "stop texting me",
        "please stop sending texts",
        "no me manden mensajes de texto", "no textos", "ya no me manden textos", "dejen de mandar textos",
    ];

    private static readonly string[] NoCalls =
        ["do not call me", "dont call me anymore", "no calls", "no phone calls please", "stop calling me", "no me llamen",
            "ya no me llamen"];

    private static readonly string[] TextMe =
    [
        "text me instead", "text me", "just text", "texts are ok", "texts only please", "you can text me", "just text me thanks",
        "text is fine",
        "mándenme textos", "solo textos", "mejor mensaje de texto", "mandeme un texto", "textos si",
    ];

    private static readonly string[] MailMe =
    [
        "email me instead", "email me", "just email", "emails are ok", "emails only please", "you can email me", "just email me thanks",
        "email is fine", "mándenme correos", "solo correos", "mejor correo", "mandeme un correo",
    ];

    private static readonly string[] And = [", ", ". ", ", please ", "\n"];

    private static IEnumerable<string> Pairs(string[] first, string[] then) =>
        from one in first from and in And from other in then select one + and + other;

    private static IEnumerable<string> Told => Pairs(NoMails, TextMe).Concat(Pairs(NoCalls, TextMe)).Concat(Pairs(TextMe, NoMails));

    [Fact]
    public void Whoever_wants_texts_in_place_of_mail_or_calls_gets_them() =>
        Assert.Equal([], Told.Where(text => Text(text) is not SmsKind.Answer));

    [Fact]
    public void Whoever_wants_no_texts_gets_none_whatever_else_they_want() =>
        Assert.Equal([], Pairs(NoTexts, MailMe).Concat(NoTexts).Where(text => Text(text) is not SmsKind.OptOut));

    [Fact]
    public void A_text_that_wants_no_mail_pauses_until_a_person_has_looked() =>
        Assert.Equal([], NoMails.Where(text => Text(text) is not SmsKind.AmbiguousOptOut));

    [Fact]
    public void Whoever_wants_neither_gets_neither() =>
        Assert.Equal([], Pairs(NoMails, NoTexts).Concat(Pairs(NoTexts, NoMails)).Where(text => Text(text) is not SmsKind.OptOut));

    [Fact]
    public void By_mail_no_texts_pause_and_no_mails_end() => Assert.Multiple(
        () => Assert.Equal([], NoTexts.Concat(Pairs(NoTexts, MailMe)).Where(text => Mail(text) is not EmailKind.AmbiguousOptOut)),
        () => Assert.Equal([], NoMails.Concat(Pairs(NoMails, NoTexts)).Where(text => Mail(text) is not EmailKind.OptOut)));

    /// <summary>On the page, where nothing pauses in doubt.</summary>
    [Fact]
    public void Where_no_channel_is_this_one_whatever_is_named_ends()
    {
        var either = SmsContext.Default with { By = ContactChannel.Text | ContactChannel.Mail };

        Assert.Equal([], NoMails.Concat(NoTexts).Where(text => SmsReader.Read(text, either).Kind is not SmsKind.OptOut));
    }

    [Theory]
    [InlineData("stop calling me and text me instead", SmsKind.Answer)]
    [InlineData("stop the emails text me", SmsKind.Answer)]
    [InlineData("dont call and text me", SmsKind.OptOut)]
    [InlineData("dont email me and text me", SmsKind.OptOut)]
    [InlineData("stop calling and texting me", SmsKind.OptOut)]
    [InlineData("no quiero llamadas ni mensajes", SmsKind.OptOut)]
    [InlineData("no me llamen ni me escriban", SmsKind.OptOut)]
    [InlineData("dont call im deaf text me", SmsKind.Answer)]
    [InlineData("no email just txt", SmsKind.Answer)]
    [InlineData("no call no text", SmsKind.OptOut)]
    [InlineData("no call, no text, nothing", SmsKind.OptOut)]
    [InlineData("no texts no calls no emails", SmsKind.OptOut)]
    [InlineData("do not text or call, email only", SmsKind.OptOut)]
    [InlineData("dont email or text me", SmsKind.OptOut)]
    [InlineData("stop calling me, I do not answer texts", SmsKind.OptOut)]
    [InlineData("dont email me i never read texts", SmsKind.OptOut)]
    [InlineData("i wish you stopped texting me", SmsKind.OptOut)]
    [InlineData("i wish yall would stop texting", SmsKind.OptOut)]
    [InlineData("I wish you texted me more", SmsKind.Answer)]
    [InlineData("i wish they stopped texting families", SmsKind.Answer)]
    [InlineData("i wish dcf would stop calling me", SmsKind.Answer)]
    [InlineData("how do i get off", SmsKind.AmbiguousOptOut)]
    [InlineData("stop these emails", SmsKind.OptOut)]
    [InlineData("ya no quiero estos correos", SmsKind.OptOut)]
    [InlineData("how do i get off probation", SmsKind.Answer)]
    [InlineData("how do i get out of debt", SmsKind.Answer)]
    [InlineData("no me textean", SmsKind.Answer)]
    [InlineData("no me escriben", SmsKind.Answer)]
    [InlineData("nunca me textean de vuelta", SmsKind.Answer)]
    [InlineData("no me texteen", SmsKind.OptOut)]
    public void It_is_read_so(string text, SmsKind kind) => Assert.Equal(kind, Text(text));

    [Theory]
    [InlineData("no alerts")]
    [InlineData("No reminders")]
    [InlineData("no notifications")]
    [InlineData("no surveys")]
    [InlineData("no alertas")]
    [InlineData("no avisos")]
    [InlineData("no recordatorios")]
    [InlineData("no encuestas")]
    public void What_an_agency_may_send_may_be_what_the_question_is_about(string text) =>
        Assert.NotEqual(SmsKind.OptOut, Text(text));

    private static SmsKind Text(string text) => SmsReader.Read(text, SmsContext.Default).Kind;

    private static EmailKind Mail(string text) => EmailReader.Read(text, EmailContext.Default).Kind;
}
