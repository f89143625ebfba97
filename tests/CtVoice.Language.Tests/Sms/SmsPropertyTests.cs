using CtVoice.Language.Sms;

namespace CtVoice.Language.Tests.Sms;

/// <summary>What holds of every text of a shape, whatever its words: the shapes are multiplied out.</summary>
public sealed class SmsPropertyTests
{
    private static readonly string[] Keywords =
        ["stop", "quit", "end", "revoke", "opt out", "cancel", "unsubscribe", "STOPALL", "alto", "parar", "baja", "cancelar", "detener",
            "salir"];

    private static readonly string[] Openings = ["", "Hi, ", "please ", "PLZ ", "Hola, ", "Good morning. ", "por favor ", "ok "];

    private static readonly string[] Endings =
        ["", "!!!", " please", ". Thank you", " pls", " por favor", " gracias", " 🛑", ", thanks and god bless", " xfa"];

    private static readonly string[] English =
        ["stop", "please stop", "quit", "can you stop", "STOP", "yo stop", "I need you to stop", "stop fucking", "stop f***ing",
            "plz stpo"];

    private static readonly string[] AboutMe =
        ["texting me", "messaging me", "txting this number", "sending me messages", "sending these texts", "contacting my phone",
            "bothering me", "sending me anything else", "txtin me no more", "writing to me"];

    private static readonly string[] Spanish =
        ["dejen de", "ya dejen de", "por favor paren de", "q dejen de", "oiga deje de", "quiero que dejen de"];

    private static readonly string[] ParaMi =
        ["mandarme mensajes", "escribirme", "mandar mensajes", "enviarme textos", "textearme", "molestarme", "contactarme",
            "mandarme msjs"];

    private static readonly string[] Forbid = ["no me", "ya no me", "por favor no me", "q no me", "que no me vuelvan a", "mire, no me"];

    private static readonly string[] Policy =
    [
        "sharing my kids' data with DCF", "using SSNs", "selling our information", "raising the rent", "sending our records to ICE",
        "the evictions on Broad St", "giving names to the landlord",
        "treating us like numbers", "cutting SNAP", "putting our addresses online", "the home visits", "collecting so much data",
    ];

    private static readonly string[] Politica =
        ["compartir mis datos con la policía", "mandar mis datos a inmigración", "subir la renta", "pedir el seguro social",
            "separar familias", "usar nuestros nombres", "enviar policías a las escuelas"];

    private static readonly string[] Stories =
        ["i work nights ", "this is my son's phone ", "you got the wrong person ", "my phone is almost out of minutes ", "hi good morning ",
            "yo trabajo de noche "];

    private static readonly string[] Requests =
        ["stop sending me these messages", "take me off your list", "quit messaging this phone", "no me manden más mensajes",
            "borren mi número"];

    private static readonly string[] Reasons =
        ["", " thank you", " im at work", " Carol", " que estoy trabajando", " or ill call the police", " porque me cobran"];

    public static TheoryData<string> OptOuts => new(
        [
            .. from story in Stories from request in Requests from reason in Reasons select story + request + reason,
            .. from opening in Openings from keyword in Keywords from ending in Endings select opening + keyword + ending,
            .. from cease in English from me in AboutMe select $"{cease} {me}",
            .. from cease in Spanish from me in ParaMi select $"{cease} {me}",
            .. from no in Forbid from verb in (string[])["manden más mensajes", "escriban más", "texteen", "envien nada", "contacten",
                "molesten"] where !no.EndsWith(" a", StringComparison.Ordinal) select $"{no} {verb}",
            .. from no in Forbid from verb in (string[])["mandar mensajes", "escribir", "textear", "contactar"] where no.EndsWith(" a",
                StringComparison.Ordinal) select $"{no} {verb}",
            .. from remove in (string[])["take me off", "remove me from", "please remove my number from", "get my number off",
                "delete my phone number from", "take this number off of"] from list in (string[])["your list", "this list",
                    "ur texting list", "the list please"] select $"{remove} {list}",
            .. from remove in (string[])["quítenme", "sáquenme", "bórrenme", "elimínenme", "por favor quiten mi número",
                "saquen este numero", "borren mi celular"] from list in (string[])["", " de la lista", " de su lista",
                    " de esa lista por favor"] select remove + list,
        ]);

    public static TheoryData<string> Policies => new(
        [
            .. from cease in (string[])["stop", "please stop", "quit", "they should stop", "you need to stop",
                "we want them to stop"] from policy in Policy select $"{cease} {policy}",
            .. from cease in (string[])["dejen de", "paren de", "ya dejen de", "por favor dejen de",
                "quiero que dejen de"] from policy in Politica select $"{cease} {policy}",
            .. from no in (string[])["no manden", "no envíen", "que no manden", "no le manden",
                "por favor no manden"] from what in (string[])["mis datos a ICE", "mi información a otras agencias",
                    "los nombres de mis hijos", "el expediente a la policía"] select $"{no} {what}",
            .. from dont in (string[])["don't send", "do not send", "never send",
                "please dont send"] from what in (string[])["my records to ICE", "our names to the police", "kids files to the court",
                    "my information to landlords"] select $"{dont} {what}",
            .. from story in Stories where !story.Contains("wrong",
                StringComparison.Ordinal) from policy in (string[])["stop sending police to the clinic",
                    "don't send my papers to the court", "take my kids off the waitlist", "remove the names", "no llamen a la migra",
                    "no me quiten los cupones"] select story + policy,
            .. from alto in (string[])["alto al", "alto a la", "basta de", "no más"] from what in (string[])["racismo", "discriminación",
                "desalojos", "violencia", "promesas"] select $"{alto} {what}",
            .. from remove in (string[])["remove", "delete", "take out", "please remove"] from what in (string[])["the names",
                "addresses from the data", "the question about status", "kids' birthdays from the file"] select $"{remove} {what}",
            .. from remove in (string[])["quiten", "borren", "saquen", "eliminen"] from what in (string[])["los nombres", "las direcciones",
                "esa pregunta", "los apellidos de los niños"] select $"{remove} {what}",
        ]);

    public static TheoryData<string, int> Wrapped
    {
        get
        {
            var data = new TheoryData<string, int>();
            string[][] names = [["1", "one", "uno"], ["2", "two", "dos"], ["3", "three", "tres"]];
            foreach (var wrapping in (string[])["{0}", "#{0}", "({0})", "la {0}", "el {0}", "hi, {0} thank you", "i pick {0}", "I vote {0}",
                "voto x la {0}", "creo q la {0}", "yo digo que la {0}", "option {0} please", "my answer is {0}", "hola, la {0} gracias",
                "honestly {0}", "pues la {0}", "Hi this is Tasha, {0} thank you", "im gonna go with {0}",
                "la {0}, pero quiten los nombres"])
            {
                for (var option = 1; option <= 3; option++)
                {
                    foreach (var name in names[option - 1]
                        .Where((_, index) => index == 0 || !wrapping.Contains('#', StringComparison.Ordinal)))
                        data.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, wrapping, name), option);
                }
            }

            return data;
        }
    }

    public static TheoryData<string> Counts => new(
        [
            .. from number in (string[])["1", "2", "3"]
               from counting in (string[])["{0} kids live here", "I have {0} kids", "tengo {0} hijos", "apt {0}", "at {0} pm",
                   "{0} weeks is too short", "el {0} de mayo", "my son is {0}", "{0} de mis hijos", "not {0}", "Section {0}",
                   "we waited {0} hours", "me {0}", "${0} more", "{0}% of us"]
               select string.Format(System.Globalization.CultureInfo.InvariantCulture, counting, number),
        ]);

    [Theory]
    [MemberData(nameof(OptOuts))]
    public void Whoever_asks_to_end_messages_to_them_is_left_alone(string text) => Assert.Equal(SmsKind.OptOut, Read(text).Kind);

    [Theory]
    [MemberData(nameof(Policies))]
    public void Whoever_asks_to_end_a_policy_has_answered(string text) => Assert.Equal(SmsKind.Answer, Read(text).Kind);

    [Theory]
    [InlineData("unsubscribe")]
    [InlineData("stop texting me")]
    [InlineData("remove my number")]
    [InlineData("dejen de mandar mensajes")]
    [InlineData("no me manden mensajes")]
    public void Two_letters_in_the_wrong_order_keep_an_opt_out_an_opt_out(string text)
    {
        for (var i = 1; i + 1 < text.Length; i++)
        {
            var word = text[..i].Split(' ')[^1].Length;
            if (word == 0 || text[i] == ' ' || text[i + 1] == ' '
                || text.IndexOf(' ', i) is var end && (end < 0 ? text.Length : end) - i + word < 4)
                continue; // The first letter stays, and short words are no guess.
            var slipped = text[..i] + text[i + 1] + text[i] + text[(i + 2)..];
            Assert.True(Read(slipped).Kind == SmsKind.OptOut, slipped);
        }
    }

    [Theory]
    [MemberData(nameof(Wrapped))]
    public void Option_is_read_in_every_wrapping(string text, int option) =>
    Assert.Equal((SmsKind.Answer, option), (Read(text).Kind, Read(text).Choice));

    [Theory]
    [MemberData(nameof(Counts))]
    public void Number_that_counts_something_is_no_option(string text) => Assert.Null(Read(text).Choice);

    private static SmsReading Read(string text) => SmsReader.Read(text, SmsContext.Default);
}
