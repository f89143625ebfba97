using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Core.Tests.Conversations.Inbound;

/// <summary>Whether a draft is right, said in the words that were offered and in others.</summary>
public sealed class FollowUpAnswerTests
{
    [Theory]
    [InlineData("not right", 2)]
    [InlineData("Not right.", 2)]
    [InlineData("its not right", 2)]
    [InlineData("That's not right, you left out the landlords", 2)]
    [InlineData("not right you left out the part about landlords", 2)]
    [InlineData("wrong", 2)]
    [InlineData("this is wrong", 2)]
    [InlineData("no está bien", 2)]
    [InlineData("va mal", 2)]
    [InlineData("Está mal, faltó lo de los dueños", 2)]
    [InlineData("right", 1)]
    [InlineData("Its right", 1)]
    [InlineData("looks right", 1)]
    [InlineData("all correct, thank you", 1)]
    [InlineData("va bien", 1)]
    [InlineData("está bien", 1)]
    [InlineData("todo correcto", 1)]
    [InlineData("right now i cant read it", null)]
    [InlineData("wrong people get it", null)]
    [InlineData("you have no right to say that", null)]
    [InlineData("the right of the tenants is missing", null)]
    [InlineData("bien dicho pero falta algo", null)]
    [InlineData("what is this", null)]
    [InlineData("Ok no problem", null)]
    [InlineData("Looks good no changes", null)]
    [InlineData("Todo bien no falta nada", null)]
    [InlineData("no está mal", null)]
    [InlineData("Not bad", null)]
    [InlineData("Looks right, but you forgot the rent", null)]
    [InlineData("Esta bien, pero falta la renta", null)]
    [InlineData("is this right?", null)]
    [InlineData("It's not right to evict people", null)]
    public void A_draft_is_right_or_not_in_words(string text, int? choice)
    {
        Assert.Equal(choice, FollowUpAnswer.Of(FollowUpKind.ReadBack, text, null, listed: 1).Choice);
        Assert.Equal(choice, FollowUpAnswer.Of(FollowUpKind.ReadBack, text, null, listed: 3).Choice);
    }

    [Fact]
    public void Words_of_right_and_wrong_answer_no_other_question() =>
        Assert.Null(FollowUpAnswer.Of(FollowUpKind.Satisfaction, "not right", null, listed: 1).Choice);
}
