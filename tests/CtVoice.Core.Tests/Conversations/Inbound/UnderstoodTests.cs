using CtVoice.Core.Conversations.Inbound;
using CtVoice.Language.Meaning;
using CtVoice.Language.Sms;

namespace CtVoice.Core.Tests.Conversations.Inbound;

/// <summary>What is said to us beside an answer takes no answer away.</summary>
public sealed class UnderstoodTests
{
    [Theory]
    [InlineData("no. will ICE see this?", 3)]
    [InlineData("call me. 2", 2)]
    [InlineData("2. please call me", 2)]
    [InlineData("I'll reply later. 2", 2)]
    [InlineData("Option 3. ask somebody else", 3)]
    public void Whoever_names_an_option_has_answered_whatever_else_they_ask(string text, int choice)
    {
        var said = Understood.Of(SmsReader.Read(text, SmsContext.Default));

        Assert.Equal(choice, said.Choice);
        Assert.True(said.Aside is null or { Alone: false });
    }

    [Theory]
    [InlineData("will ICE see this?", AsideKind.Question)]
    [InlineData("call me", AsideKind.Call)]
    [InlineData("skip", AsideKind.Skip)]
    [InlineData("ahora no", AsideKind.Later)]
    [InlineData("no im busy", AsideKind.Later)]
    public void Whoever_names_none_has_only_asked(string text, AsideKind kind) =>
        Assert.Equal((kind, true), Understood.Of(SmsReader.Read(text, SmsContext.Default)).Aside is { } aside
            ? (aside.Kind, aside.Alone) : default);
}
