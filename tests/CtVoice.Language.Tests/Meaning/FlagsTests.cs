using CtVoice.Language.Meaning;

namespace CtVoice.Language.Tests.Meaning;

/// <summary>What a message does to an earlier answer, and what only speaks of that: denied, asked of others, told of somebody.</summary>
public sealed class FlagsTests
{
    private const string Neither = "";

    [Theory]
    [InlineData("change my answer to no", Flags.ChangeAnswer)]
    [InlineData("dont change my answer", Neither)]
    [InlineData("i do not want to change my vote", Neither)]
    [InlineData("why would i change my answer", Neither)]
    [InlineData("im not changing my mind", Neither)]
    [InlineData("can my landlord change my answer", Neither)]
    [InlineData("did you change my answer", Neither)]
    [InlineData("dont be mad but change my answer", Flags.ChangeAnswer)]
    [InlineData("i dont like it change my answer to 2", Flags.ChangeAnswer)]
    [InlineData("can i change my answer", Flags.ChangeAnswer)]
    [InlineData("could you please change my vote", Flags.ChangeAnswer)]
    [InlineData("can someone change my answer please", Flags.ChangeAnswer)]
    [InlineData("never mind that, change my answer", Flags.ChangeAnswer)]
    [InlineData("no cambien mi respuesta", Neither)]
    [InlineData("no quiero cambiar mi respuesta", Neither)]
    [InlineData("por que voy a cambiar mi respuesta", Neither)]
    [InlineData("mi casero puede cambiar mi respuesta", Neither)]
    [InlineData("no me equivoqué, así está bien", Neither)]
    [InlineData("quiero cambiar mi respuesta", Flags.ChangeAnswer)]
    [InlineData("no, cambien mi respuesta", Flags.ChangeAnswer)]
    [InlineData("no me gusta cambien mi respuesta", Flags.ChangeAnswer)]
    [InlineData("les escribo para que cambien mi respuesta", Flags.ChangeAnswer)]
    [InlineData("me equivoqué, es 3", Flags.ChangeAnswer)]
    public void A_change_is_one_where_it_is_not_denied_or_told_of_others(string text, string flag) => Assert.Equal(flag, AboutBefore(text));

    [Theory]
    [InlineData("i dont want you to delete my answer", Neither)]
    [InlineData("will they delete my answers", Neither)]
    [InlineData("can they erase what i said", Neither)]
    [InlineData("are you going to delete my answers", Neither)]
    [InlineData("they said you can delete my answers", Neither)]
    [InlineData("please dont let them erase my answer", Neither)]
    [InlineData("do not delete or change my answer", Neither)]
    [InlineData("does anyone delete my messages", Neither)]
    [InlineData("could somebody else delete my answer", Neither)]
    [InlineData("if you delete my answer who knows", Neither)]
    [InlineData("i want you to delete my answer", Flags.Withdraw)]
    [InlineData("can you erase what i said", Flags.Withdraw)]
    [InlineData("could someone please delete my answer", Flags.Withdraw)]
    [InlineData("tell them to delete my answers", Flags.Withdraw)]
    [InlineData("if you can please delete my answer", Flags.Withdraw)]
    [InlineData("do not use it, delete my answer", Flags.Withdraw)]
    [InlineData("i dont want my answer counted", Flags.Withdraw)]
    [InlineData("they scare me, delete my answer", Flags.Withdraw)]
    [InlineData("no quiero que borren mi respuesta", Neither)]
    [InlineData("nunca pedí que borraran mi voto, no borren mi voto", Neither)]
    [InlineData("me van a borrar mi respuesta", Neither)]
    [InlineData("pueden ellos borrar mi respuesta", Neither)]
    [InlineData("la oficina quiere eliminar mi respuesta", Neither)]
    [InlineData("quiero que borren mi respuesta", Flags.Withdraw)]
    [InlineData("pueden borrar mi respuesta", Flags.Withdraw)]
    [InlineData("no la usen, borren mi respuesta", Flags.Withdraw)]
    [InlineData("no quiero que usen mi respuesta", Flags.Withdraw)]
    [InlineData("no cuenten mi respuesta", Flags.Withdraw)]
    public void A_withdrawal_is_one_where_it_is_not_denied_or_asked_of_others(string text, string flag) =>
        Assert.Equal(flag, AboutBefore(text));

    [Theory]
    [InlineData("do not ignore me, delete my answer", Flags.Withdraw)]
    [InlineData("do not ignore me delete my answer", Flags.Withdraw)]
    [InlineData("please dont delete my number. delete my answer", Flags.Withdraw)]
    [InlineData("no me ignoren, borren mi respuesta", Flags.Withdraw)]
    [InlineData("no borren mi numero. borren mi respuesta", Flags.Withdraw)]
    [InlineData("dont change it to 1, change my answer to 2", Flags.ChangeAnswer)]
    [InlineData("no la cambien a 1, cambien mi respuesta a 2", Flags.ChangeAnswer)]
    [InlineData("delete my number, dont delete my answer", Neither)]
    [InlineData("ignore my mother. do not ignore my answer", Neither)]
    [InlineData("borren mi numero, no borren mi respuesta", Neither)]
    [InlineData("change my name. dont change my answer", Neither)]
    [InlineData("cambien mi nombre, no cambien mi respuesta", Neither)]
    public void Each_clause_is_judged_by_itself(string text, string flag) => Assert.Equal(flag, AboutBefore(text));

    [Theory]
    [InlineData("oops late but yes", Neither)]
    [InlineData("oops sorry for the late reply, yes", Neither)]
    [InlineData("oops 2 not 1", Flags.ChangeAnswer)]
    [InlineData("oops i meant to put 2", Flags.ChangeAnswer)]
    [InlineData("oops, its 3", Flags.ChangeAnswer)]
    [InlineData("correction: 3", Flags.ChangeAnswer)]
    [InlineData("i meant to answer earlier", Neither)]
    [InlineData("i ment to write back sooner", Neither)]
    [InlineData("i meant to answer no", Flags.ChangeAnswer)]
    [InlineData("i meant to say 2", Flags.ChangeAnswer)]
    [InlineData("quise contestar antes", Neither)]
    [InlineData("quise escribirles ayer", Neither)]
    [InlineData("quise contestar que no", Flags.ChangeAnswer)]
    [InlineData("quise poner 3", Flags.ChangeAnswer)]
    [InlineData("olvidé mi respuesta", Neither)]
    [InlineData("me olvide lo que dije la otra vez", Neither)]
    [InlineData("se me olvidó mi respuesta", Neither)]
    [InlineData("por favor olvide mi respuesta", Flags.Withdraw)]
    [InlineData("olviden lo que dije", Flags.Withdraw)]
    public void Late_and_forgotten_is_no_change(string text, string flag) => Assert.Equal(flag, AboutBefore(text));

    private static string AboutBefore(string text) =>
        string.Join(',', Flags.In(text).Where(flag => flag is Flags.ChangeAnswer or Flags.Withdraw));
}
