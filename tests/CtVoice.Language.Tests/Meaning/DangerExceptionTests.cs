using CtVoice.Language.Meaning;

namespace CtVoice.Language.Tests.Meaning;

/// <summary>What sounds like danger and is none, and danger that is spoken in nearly the same words.</summary>
public sealed class DangerExceptionTests
{
    /// <summary>Texts of our cases, beside those in the sets of danger, that version acute/9 of the rules found acute: whatever is changed,
    /// no danger that was heard may be heard no more.</summary>
    [Fact]
    public void What_was_acute_before_is_acute_now()
    {
        var before = CaseFile.Cases("danger-acute-before.txt").ToList();

        Assert.True(before.Count >= 115);
        Assert.DoesNotContain(before, text => Danger.In(text)?.Level is not DangerLevel.Acute);
    }

    [Theory]
    [InlineData("when i said no they cut my hours")]
    [InlineData("When I said no, they cut my hours.")]
    [InlineData("and when i said no they cut my shifts")]
    [InlineData("im gonna drink the whole bottle of water")]
    [InlineData("I'm going to drink the whole bottle of water now")]
    [InlineData("gonna drink this whole bottle of gatorade")]
    [InlineData("they gonna take all my insulin money")]
    [InlineData("they are going to take all my medicine money")]
    [InlineData("the state gonna take all my insulin money")]
    [InlineData("me quitaron el pasaporte en el consulado")]
    [InlineData("Nos quitaron los pasaportes en la embajada.")]
    [InlineData("me quitaron mi pasaporte en el consulado")]
    public void A_message_that_says_no_more_than_this_tells_of_no_danger_now(string text) =>
        Assert.NotEqual(DangerLevel.Acute, Danger.In(text)?.Level);

    [Theory]
    [InlineData("im gonna drink the whole bottle of pills")]
    [InlineData("im gonna drink the whole bottle")]
    [InlineData("im gonna drink the whole bottle of bleach")]
    [InlineData("im gonna drink the whole bottle of cough medicine")]
    [InlineData("im gonna take the whole bottle with water")]
    [InlineData("im gonna drink the whole bottle of water and take all my pills")]
    [InlineData("im gonna drink the whole bottle of water. i took all the pills already")]
    [InlineData("goodbye. im gonna drink the whole bottle of water")]
    [InlineData("im gonna take all my insulin")]
    [InlineData("im gonna take all my insulin, money cant help me now")]
    [InlineData("they gonna take all my insulin money so im gonna take all my pills")]
    [InlineData("they gonna take all my insulin money, i wanna die")]
    [InlineData("they gonna take all my insulin money. im gonna end it tonight")]
    [InlineData("they took my money im about to take all my insulin")]
    [InlineData("me quitaron el pasaporte y no me dejan salir")]
    [InlineData("me quitaron el pasaporte en la frontera")]
    [InlineData("me quitaron el pasaporte en la casa donde trabajo")]
    [InlineData("me quitaron el pasaporte en el consulado y me tienen encerrada")]
    [InlineData("el hombre que me trajo me quitó el pasaporte en el consulado")]
    [InlineData("mi patrón me quitó el pasaporte")]
    [InlineData("nos quitaron los pasaportes en el aeropuerto")]
    [InlineData("nos quito los pasaportes en la frontera el que nos trajo")]
    [InlineData("he took my passport and wont let me leave")]
    [InlineData("when i said no he hit me")]
    [InlineData("when i said no they cut my arm")]
    [InlineData("when i said no they cut my hair off and locked me in")]
    [InlineData("when i said no they cut my hours and he followed me home")]
    [InlineData("when i said no my boss grabbed me")]
    [InlineData("my boss touched me and when i said no they cut my hours")]
    [InlineData("my boss wanted sex. when i said no they cut my hours")]
    [InlineData("he tried to kiss me at work. when i said no they cut my hours")]
    public void Danger_in_nearly_the_same_words_stays_acute(string text) => Assert.Equal(DangerLevel.Acute, Danger.In(text)?.Level);

    [Theory]
    [InlineData("tengo 15 años sin donde dormir")]
    [InlineData("tengo 14 años en la calle sola")]
    [InlineData("tengo 13 años, aquí sola en la calle")]
    [InlineData("im 9 weeks pregnant im 15 and homeless")]
    [InlineData("my cousin is 2 and im 9 months older im 16 and homeless")]
    [InlineData("im 14 homeless and the shelter says wait 9 weeks")]
    [InlineData("my stepdad comes in my room when everybody sleeps and my mom only ever says goodnight")]
    [InlineData("mi padrastro entra a mi cuarto cuando todos duermen y mi mama nada mas va a despertarme")]
    [InlineData("my stepdad comes in my room and says good night then touches me")]
    [InlineData("my uncle came into my room and woke me up with his hand over my mouth")]
    [InlineData("my stepfather came in my room and gave me pills to sleep")]
    [InlineData("mi tio entra a mi cuarto a despertarme y me toca")]
    [InlineData("im 14 years of age homeless")]
    [InlineData("tengo 15 años sin casa, duermo en la calle")]
    [InlineData("they got me in a house with no phone and they wrote our names on a list")]
    [InlineData("me tienen en un cuarto sin ventanas con otras muchachas y apuntan todo en una lista")]
    [InlineData("somebody please he is outside my door and i already called the number on the website")]
    public void What_stands_elsewhere_in_a_sentence_excepts_no_danger(string text) =>
        Assert.Equal(DangerLevel.Acute, Danger.In(text)?.Level);

    [Theory]
    [InlineData("im 15 weeks pregnant and homeless")]
    [InlineData("im 9 months pregnant with no place to sleep")]
    [InlineData("im 12 years sober and homeless again")]
    [InlineData("tengo 12 días durmiendo en la calle")]
    [InlineData("tengo 9 hijos y me echaron de la casa")]
    [InlineData("tengo 10 años viviendo aquí y no tengo donde dormir")]
    [InlineData("they have me on a waiting list")]
    [InlineData("they got me the wrong form")]
    [InlineData("me tienen en la lista equivocada")]
    [InlineData("nos tienen en lista de espera")]
    [InlineData("my grandpa comes into my room to say goodnight")]
    [InlineData("mi abuelo entra a mi cuarto a despertarme")]
    [InlineData("my stepdad comes in my room to wake me up for school")]
    [InlineData("somebody please fix the website")]
    [InlineData("they about to take all our medicine off the list")]
    public void What_stands_at_the_words_excepts_them(string text) => Assert.NotEqual(DangerLevel.Acute, Danger.In(text)?.Level);

    /// <summary>What is excepted because it is all that is said is a whole message, or danger beside it would be heard less.</summary>
    [Fact]
    public void What_is_excepted_alone_is_a_whole_message() => Assert.All(AcuteRules.Shipped.Exceptions["alone"], phrase =>
    {
        Assert.StartsWith("^ ", phrase, StringComparison.Ordinal);
        Assert.EndsWith(" $", phrase, StringComparison.Ordinal);
        Assert.DoesNotContain(phrase.Split(' '), piece => piece[0] is '~' or '_');
    });
}
