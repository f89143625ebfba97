using CtVoice.Language.Meaning;

namespace CtVoice.Language.Tests.Meaning;

/// <summary>A choice beside the number of what it is about: two numbers, and only one of them is the choice.</summary>
public sealed class AboutNumberTests
{
    [Theory]
    [InlineData("3 number 2", 3, 2)]
    [InlineData("3, number 2.", 3, 2)]
    [InlineData("3 #2", 3, 2)]
    [InlineData("3 for 2", 3, 2)]
    [InlineData("3 for the second one please", 3, 2)]
    [InlineData("Three on number two", 3, 2)]
    [InlineData("1 about recommendation 3", 1, 3)]
    [InlineData("for 2: 3", 3, 2)]
    [InlineData("For #2, my answer is 3", 3, 2)]
    [InlineData("for 2:3", 3, 2)]
    [InlineData("on number 2 I say 1", 1, 2)]
    [InlineData("number 2: 3", 3, 2)]
    [InlineData("#2 3", 3, 2)]
    [InlineData("1 is 3", 3, 1)]
    [InlineData("for number 2: no", 0, 2)]
    [InlineData("3 número 2", 3, 2)]
    [InlineData("3 para la segunda", 3, 2)]
    [InlineData("3 la 2", 3, 2)]
    [InlineData("para la 2: 3 por favor", 3, 2)]
    [InlineData("la 2: 3", 3, 2)]
    public void Both_are_read_and_nothing_else_is_said(string text, int choice, int number) =>
        Assert.Equal(
            new AboutNumber(choice == 0 ? "no" : choice.ToString(System.Globalization.CultureInfo.InvariantCulture), number, Bare: true),
            AboutNumber.In(text));

    [Theory]
    [InlineData("3 number 2 is not what I asked", "3", 2)]
    [InlineData("for 2: 3, they never said when", "3", 2)]
    [InlineData("3 la número 2 no es lo que pedí", "3", 2)]
    public void Words_may_follow(string text, string choice, int number) =>
        Assert.Equal(new AboutNumber(choice, number, Bare: false), AboutNumber.In(text));

    [Theory]
    [InlineData("3")]
    [InlineData("number 2")]
    [InlineData("option number 2")]
    [InlineData("I vote for 2")]
    [InlineData("my answer is number 2")]
    [InlineData("1 and 3")]
    [InlineData("1 to 2")]
    [InlineData("2: 3")]
    [InlineData("change 1 to 2")]
    [InlineData("2 for one year is too long")]
    [InlineData("3 for 2 reasons")]
    [InlineData("2 number one priority is privacy")]
    [InlineData("for 2 3 year olds it is bad")]
    [InlineData("no number 2")]
    [InlineData("call me at number 2 3 4")]
    [InlineData("")]
    public void Nothing_else_is_read_so(string text) => Assert.Null(AboutNumber.In(text));
}
