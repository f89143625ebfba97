using System.Text;
using CtVoice.Language.Sms;

namespace CtVoice.Language.Tests.Sms;

public sealed class SmsContextTests
{
    [Theory]
    [InlineData("YES", SmsKind.OptIn)]
    [InlineData("sí", SmsKind.OptIn)]
    [InlineData("yes please", SmsKind.OptIn)]
    [InlineData("Start", SmsKind.OptIn)]
    [InlineData("Yes, I support it", SmsKind.Answer)]
    [InlineData("STOP", SmsKind.OptOut)]
    [InlineData("2", SmsKind.Answer)]
    public void Only_a_plain_yes_brings_back_a_number_that_opted_out(string text, SmsKind kind) =>
        Assert.Equal(kind, SmsReader.Read(text, SmsContext.Default with { OptedOut = true }).Kind);

    [Theory]
    [InlineData("2", 2, 2)]
    [InlineData("no", 2, 2)]
    [InlineData("yes", 2, 1)]
    [InlineData("3", 2, null)]
    [InlineData("yes with changes", 2, 1)]
    [InlineData("5", 5, 5)]
    [InlineData("no", 0, null)]
    [InlineData("1", 0, null)]
    public void Only_options_that_were_offered_are_choices(string text, int offered, int? choice) =>
        Assert.Equal(choice, SmsReader.Read(text, new SmsContext(offered)).Choice);

    [Fact]
    public void Without_an_open_question_a_digit_is_no_choice() =>
        Assert.Null(SmsReader.Read("2", SmsContext.Default with { OpenQuestion = false }).Choice);

    [Theory]
    [InlineData("1 no")]
    [InlineData("3 yes")]
    public void A_digit_and_a_word_that_contradict_each_other_are_no_choice(string text) =>
        Assert.Null(SmsReader.Read(text, SmsContext.Default).Choice);

    [Theory]
    [InlineData("STOP", SmsKind.OptOut)]
    [InlineData("2 - only if names are removed, and only after we have seen the list of who gets the data", SmsKind.Answer)]
    [InlineData("Sí, estoy de acuerdo — pero quiten los nombres de los niños", SmsKind.Answer)]
    public void Base64_of_a_concatenated_message_is_read_as_its_text(string text, SmsKind kind)
    {
        var whole = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

        var reading = SmsReader.Read(whole, SmsContext.Default);

        Assert.Equal((kind, text), (reading.Kind, reading.Text));
    }

    [Fact]
    public void Parts_that_were_encoded_one_by_one_become_one_text()
    {
        var parts = Convert.ToBase64String("2 but please take "u8) + Convert.ToBase64String("the names out"u8);

        Assert.Equal("2 but please take the names out", SmsReader.Read(parts, SmsContext.Default).Text);
    }

    [Theory]
    [InlineData("Absolutely")]
    [InlineData("Yes")]
    [InlineData("NOTHING1")]
    [InlineData("WhatAboutUs=")]
    [InlineData("R2D2C3PO")]
    public void A_word_that_could_be_base64_stays_a_word(string text) =>
        Assert.Equal(text, SmsReader.Read(text, SmsContext.Default).Text);

    [Fact]
    public void A_reaction_names_the_message_it_reacts_to() =>
        Assert.Equal("We saved your answer: 2", SmsReader.Read("Loved “We saved your answer: 2”", SmsContext.Default).ReactsTo);

    [Fact]
    public void Any_characters_at_all_are_read_without_a_fault()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 2_000; i++)
        {
            var text = new string(Enumerable.Range(0, random.Next(0, 60)).Select(_ => (char)random.Next(0, 0x10000)).ToArray());
            var reading = SmsReader.Read(text, SmsContext.Default);
            Assert.NotEmpty(reading.Because);
        }
    }
}
