using CtVoice.Language.Sms;

namespace CtVoice.Language.Tests.Sms;

/// <summary>Two things that are to end, joined: "stop calling and texting me". The same words about somebody else are advice, and what
/// "you" never do, or what would be if you did not, asks for nothing.</summary>
public sealed class JoinedStopTests
{
    private static readonly string[] Joined = ["call or text", "text or call", "text and call", "write or text", "call and text"];

    private static readonly string[] JoinedIng = ["calling and texting", "texting and calling", "texting or calling", "calling or texting"];

    private static readonly string[] Us = [" me", " me please", " this number", " me anymore", " my phone"];

    private static readonly string[] Others =
        [" families", " the landlord", " tenants", " the school", " people who owe rent", " our kids", " the parents", " grandparents"];

    private static IEnumerable<string> Stops =>
        [
            .. from dont in (string[])["dont", "do not", "please dont", "never"] from verbs in Joined from us in Us
                select $"{dont} {verbs}{us}",
            .. from stop in (string[])["stop", "please stop", "quit"] from verbs in JoinedIng from us in Us
                select $"{stop} {verbs}{us}",
            .. from no in (string[])["no ", "no more ", "please no "]
                from things in (string[])["texts or calls", "calls or texts", "texts and calls"] select no + things,
            "no quiero llamadas ni mensajes", "no quiero mensajes ni llamadas", "no quiero textos ni correos", "no mas llamadas ni textos",
            "no me llamen ni me escriban", "no me llamen ni me texteen", "stop texting me or i will sue",
            "stop texting me or ill block you", "stop texting or else", "dont text me or anyone in my house", "do not text or email",
            "I'd appreciate it if you dont text me", "i told you dont text me", "I want you to never text me",
        ];

    private static IEnumerable<string> Advice =>
        [
            .. from dont in (string[])["dont", "do not", "please dont", "never"]
                from verbs in Joined.Concat(["call or visit", "text or bother", "visit or call", "call and check on"]) from others in Others
                select $"{dont} {verbs}{others}",
            .. from stop in (string[])["stop", "please stop"]
                from verbs in JoinedIng.Concat(["calling and visiting", "texting and harassing"]) from others in Others
                select $"{stop} {verbs}{others}",
            .. from no in (string[])["no ", "no more "]
                from things in (string[])["calls or visits from them", "calls or visits to families", "texts or letters to tenants"]
                select no + things,
            "no llamen ni visiten a las familias", "no manden cartas ni avisos a los inquilinos", "no llamen a la escuela ni a los padres",
        ];

    private static IEnumerable<string> Told =>
        [
            .. from who in (string[])["you ", "You guys ", "yall "] from never in (string[])["never text me", "never call or text",
                "never send me messages", "never call me back", "never write"] select who + never,
            "if you dont text me i forget", "if you dont call i worry", "when you dont text i think you forgot", "why dont you text me",
            "nobody calls or texts me", "they never call or text me back",
        ];

    [Fact]
    public void Two_things_end_as_one_does() => Assert.Equal([], Stops.Where(text => Kind(text) is not SmsKind.OptOut));

    [Fact]
    public void What_is_not_to_be_done_to_others_is_advice() => Assert.Equal([], Advice.Where(text => Kind(text) is not SmsKind.Answer));

    [Fact]
    public void What_is_told_or_supposed_ends_nothing_and_pauses_nothing() =>
        Assert.Equal([], Told.Where(text => Kind(text) is not SmsKind.Answer));

    [Theory]
    [InlineData("you dont text me")]
    [InlineData("You dont call me anymore")]
    [InlineData("you do not contact me again")]
    public void What_may_be_told_or_forbidden_pauses(string text) => Assert.Equal(SmsKind.AmbiguousOptOut, Kind(text));

    private static SmsKind Kind(string text) => SmsReader.Read(text, SmsContext.Default).Kind;
}
