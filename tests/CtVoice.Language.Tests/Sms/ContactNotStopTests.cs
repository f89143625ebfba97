using CtVoice.Language.Sms;

namespace CtVoice.Language.Tests.Sms;

/// <summary>
/// "No, just call me" asks for contact, and "do not call me" ends it: all that either is made of, multiplied out. Where a bare "no call me"
/// may be both, sending pauses at the most. Beside them what tells of messages, and asks for nothing.
/// </summary>
public sealed class ContactNotStopTests
{
    private static readonly string[] No = ["No ", "no, ", "no no ", "Well no ", "hi no ", "nope ", "nah ", "no thanks ", "No thank you "];

    private static readonly string[] Only = ["just ", "please ", "only ", "simply ", "just please ", "please just ", "pls ",
        "better ", "you can "];

    private static readonly string[] Write = ["call", "text", "contact", "email", "message", "write", "write to", "talk to", "ask"];

    /// <summary>Without mail: by text, who wants no mail wants no end of texts (<see cref="OtherChannelTests"/>).</summary>
    private static IEnumerable<string> NotMail => Write.SkipLast(2).Where(write => write != "email");

    private static readonly string[] Whom = [" me", " us", " her", " my mom"];

    private static readonly string[] Then =
        [" first", " instead", " tomorrow", " back", " later", " today", " when you can", " if you need me", " asap", " instead please"];

    private static readonly string[] Send =
        ["send me a text", "send me an email", "send us a message", "give me a call", "leave me a message", "reach me by phone",
            "let me know first", "tell me first", "send me texts"];

    private static readonly string[] NoEs = ["no ", "No, ", "no no ", "no gracias ", "pues no ", "hola no "];

    private static readonly string[] Solo =
        ["solo ", "mejor ", "solamente ", "nomas ", "por favor ", "porfa ", "por favor solo ", "mejor solo ", "nada mas ", "ya "];

    private static readonly string[] Escriban =
        ["llámeme", "llamenme", "llameme", "escríbame", "escribanme", "mándenme un mensaje", "mandeme un texto", "textéeme", "contácteme",
            "contactenme", "háblenme", "llámame", "escríbeme", "envíenme un correo", "llámennos", "escribanos", "pregúntenme"];

    private static readonly string[] Luego =
        [" primero", " mañana", " mejor", " cuando pueda", " antes", " después", " hoy", " si necesita algo", " primero por favor"];

    private static readonly string[] Cease = ["dont", "do not", "Don't", "please don't", "never", "hi do not", "no dont",
        "No, please do not"];

    private static readonly string[] Ever = ["", " again", " anymore", " please", " ever again", " no more", " any more thanks",
        " ok", " sir"];

    private static readonly string[] NoMe = ["no me ", "ya no me ", "por favor no me ", "no, por favor ya no me ", "que no me ",
        "no no me "];

    private static IEnumerable<string> Bids =>
        [
            .. from no in No from only in Only from write in Write from whom in Whom from then in Then.Prepend("")
                select no + only + write + whom + then,
            .. from no in No from write in Write from whom in Whom from then in Then select no + write + whom + then,
            .. from no in No from only in Only from send in Send select no + only + send,
            .. from no in NoEs from solo in Solo from escriban in Escriban from luego in Luego.Prepend("")
                select no + solo + escriban + luego,
            .. from no in NoEs from escriban in Escriban from luego in Luego select no + escriban + luego,
        ];

    /// <summary>"No call me" of somebody who learns English may end messages, "no, call me" does not.</summary>
    private static IEnumerable<string> Unclear =>
        [
            .. from no in No from write in Write from whom in (string[])[" me", " us", " her", " this number"]
                from please in (string[])["", " please", " sir", " again", " ok"] select no + write + whom + please,
            .. from no in No from send in Send select no + send,
            .. from no in NoEs from escriban in Escriban from please in (string[])["", " por favor", " gracias"]
                select no + escriban + please,
        ];

    private static IEnumerable<string> Stops =>
        [
            .. from cease in Cease from write in NotMail from whom in (string[])[" me", " this number", " my phone"]
                from ever in Ever
                select $"{cease} {write}{whom}{ever}",
            .. from no in (string[])["no ", "No ", "please no ", "plz no "] from write in NotMail
                from ever in (string[])[" no more", " anymore", " any more", " anymore please"] select no + write + " me" + ever,
            .. from no in (string[])["no ", "no more ", "please no ", "no fucking ", "no more of your "]
                from texts in (string[])["texts", "messages", "text messages", "calls", "texts please", "messages thanks"]
                select no + texts,
            .. from no in NoMe
                from escriban in (string[])["llamen", "llame", "escriban", "escriba", "manden mensajes", "contacten", "texteen",
                    "molesten"]
                from mas in (string[])["", " mas", " nunca mas", " por favor"] select no + escriban + mas,
            "no llamarme mas", "no escribirme", "no molestarme", "no mandarme mensajes", "no escribirme mas por favor",
            "no molestarme más",
            "no call", "no text please", "no llamen", "no escriban mas", "no manden mensajes", "no mandenme mas mensajes", "no bother me",
            "nunca me escriban", "stop texting me", "just stop texting me", "no just stop texting me", "no please stop",
            "no just remove me",
            "no please take me off the list", "no solo quitenme de la lista", "no mejor ya no me escriban", "no just dont call me",
            "no please dont text me", "no please no more texts", "do not text me, call me", "no me escriban, llámenme",
            "dont text me email me",
            "no calls no texts", "do not call or text me", "I do not want the texts back", "no quiero que me llamen",
            "no me lleguen mas mensajes",
            "no more calls no texts", "dont call me, dont text me", "stop calling me", "stop calling this number", "no calls please",
            "Id appreciate it if you stopped texting me", "please dont contact me just delete my number",
        ];

    /// <summary>What tells of messages, or wants them otherwise.</summary>
    private static IEnumerable<string> Told =>
        [
            .. from who in (string[])["they ", "you ", "You guys ", "She ", "my worker ", "the school ", "why have you ", "so you ",
                "I think you ",
                "it seems you ", "when you ", "they just ", "and they ", "No they ", "no you ", "yes they ", "well they ", ""]
                from cease in (string[])["stopped", "have stopped", "never stopped", "already stopped"]
                from write in (string[])["texting me", "calling me", "writing to me", "sending me messages", "sending texts",
                    "emailing us"]
                select $"{who}{cease} {write}",
            "No text reminder", "no text reminder came", "no reminder", "No reminder was sent",
            "no text reminder for my appointment", "No recordatorio",
            "no text yet", "no call yet", "no calls back", "no call back", "No call from my worker", "no email from the school",
            "no text from you",
            "no messages yet", "no texts came", "no letter no call nothing", "no message received", "no emails from you yet",
            "dejaron de escribirme", "ustedes dejaron de escribirme", "ya no me escriben", "no me han llamado", "no me llamaron",
            "nadie me llama",
            "no me escribieron", "no me llegan los mensajes", "no me llegó mensaje", "ningun recordatorio",
            "dont just text me, come by", "Don't just call me", "please dont only text me", "do not just email us",
            "don't simply call me",
            "dont call me, text me", "don't call me text me instead", "do not call, text only", "no calls, text me",
            "no calls just text me",
            "no calls, just texts", "please dont call me just text", "no me llamen, escríbanme", "no me llame mejor escribame",
            "no llamen, manden mensaje",
            "no me llamen solo mándenme mensajes", "no me llamen por favor solo textos", "no just texts", "no just messages please",
            "No, only texts",
            "No solo mensajes", "no, solamente textos", "no me llegan los mensajes", "ya no me llegan textos", "no texts yet",
            "no messages sent",
            "please text, do not call", "text is fine, no calls", "dont call im deaf text me", "no i prefer you text me",
            "no i prefer text",
            "never called me back", "no me mandan mensajes", "nunca me llaman", "no thanks you can call", "no i want a call back",
            "No, quiero que me llamen", "no emails only texts please", "I get no texts", "we get no calls",
            "no notifications ever reached me",
        ];

    [Fact]
    public void Whoever_says_no_and_asks_for_contact_answers() => Assert.Equal([], Bids.Where(text => Kind(text) is not SmsKind.Answer));

    [Fact]
    public void What_may_be_both_pauses_at_the_most() => Assert.Equal([], Unclear.Where(text => Kind(text) is SmsKind.OptOut));

    [Fact]
    public void Whoever_says_not_to_ends_messages() => Assert.Equal([], Stops.Where(text => Kind(text) is not SmsKind.OptOut));

    [Fact]
    public void What_is_told_of_messages_ends_none() => Assert.Equal([], Told.Where(text => Kind(text) is SmsKind.OptOut));

    private static SmsKind Kind(string text) => SmsReader.Read(text, SmsContext.Default).Kind;
}
