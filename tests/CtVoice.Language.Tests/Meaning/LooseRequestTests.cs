using CtVoice.Language.Sms;

namespace CtVoice.Language.Tests.Meaning;

/// <summary>A request in an order that nobody foresaw pauses; words about others and about policies do not.</summary>
public sealed class LooseRequestTests
{
    [Theory]
    [InlineData("take my cell off whatever this is")]
    [InlineData("I would appreciate not receiving these anymore")]
    [InlineData("You have my number by mistake stop the texting")]
    [InlineData("can you guys stop blowing up my phone")]
    [InlineData("im not interested in getting these messages pls remove")]
    public void Request_in_an_order_of_its_own_is_saved_and_pauses(string text) =>
        Assert.Contains(SmsReader.Read(text, SmsContext.Default).Kind, new[] { SmsKind.AmbiguousOptOut, SmsKind.OptOut });

    [Theory]
    [InlineData("You guys need to remove stop signs")]
    [InlineData("They keep texting my mom about benefits, make the agencies stop")]
    [InlineData("I dont want my number on any list the state keeps")]
    [InlineData("take my kids off that list they keep")]
    [InlineData("stop texting and driving laws are good")]
    [InlineData("I never got a text when my hearing was moved, remove that rule")]
    [InlineData("My phone is off most of the month, no minutes")]
    [InlineData("no me llegó el mensaje de la cita y perdí mi cupo")]
    [InlineData("I don't have a phone number that stays the same")]
    [InlineData("2. I did not get the first message, this is my new phone")]
    [InlineData("I had to call every day and no one picks up the phone")]
    [InlineData("text me instead of mail, I never get mail")]
    public void Words_about_others_policies_and_phones_are_an_answer(string text) =>
        Assert.Equal(SmsKind.Answer, SmsReader.Read(text, SmsContext.Default).Kind);
}
