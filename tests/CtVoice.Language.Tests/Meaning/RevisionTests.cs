using CtVoice.Language.Meaning;

namespace CtVoice.Language.Tests.Meaning;

/// <summary>Which answer a message speaks of, and what is to become of it.</summary>
public sealed class RevisionTests
{
    [Theory]
    [InlineData("change my answer to 3", null, false, 3)]
    [InlineData("Please change my vote to 3", null, false, 3)]
    [InlineData("I want to change my answer to no", null, false, 3)]
    [InlineData("Sorry I meant 3", null, true, 3)]
    [InlineData("oops i meant 3 not 1", null, true, 3)]
    [InlineData("change my last answer to 3", null, true, 3)]
    [InlineData("change question 1 to 3", 1, false, 3)]
    [InlineData("change my answer to question 2 to 1", 2, false, 1)]
    [InlineData("Question 1 should be 3", 1, false, 3)]
    [InlineData("Switch the first question to no", 1, false, 3)]
    [InlineData("cambiar mi respuesta a 3", null, false, 3)]
    [InlineData("Quiero cambiar mi respuesta a 3", null, false, 3)]
    [InlineData("Perdón, quise decir 3", null, true, 3)]
    [InlineData("me equivoqué, es 3", null, true, 3)]
    [InlineData("cambie la pregunta 1 a 3", 1, false, 3)]
    [InlineData("Cambien mi respuesta de la primera pregunta a 2", 1, false, 2)]
    public void A_changed_vote_names_its_choice_and_maybe_its_question(string text, int? named, bool latest, int choice)
    {
        var says = Revision.In(text, Flags.In(text));

        Assert.Equal((named, latest, true), (says.Named, says.Latest, says.Bare));
        Assert.True(says.Changes || says.Named is not null);
        Assert.Equal(choice, Revision.ChoiceIn(text, 3));
    }

    [Theory]
    [InlineData("i put 1 but now i think its 3", 3)]
    [InlineData("borra el 1 q puse, ponme en el 2", 2)]
    [InlineData("on second thought no", 3)]
    [InlineData("wait no, yes", 1)]
    [InlineData("no esperen, si", 1)]
    [InlineData("perdon era 2", 2)]
    [InlineData("perdon es la 3", 3)]
    [InlineData("that was supposed to be a 2", 2)]
    [InlineData("ayer les dije que si pero ahora digo que no", 3)]
    [InlineData("actually no", 3)]
    [InlineData("sorry i meant no", 3)]
    [InlineData("perdon, quise decir que no", 3)]
    [InlineData("perdón, quise decir no", 3)]
    [InlineData("I put down yes but I want to say no", 3)]
    [InlineData("i answered too quick yesterday i want 3 instead", 3)]
    [InlineData("talked to my wife and now im a yes, change it pls", 1)]
    [InlineData("lo que dije ayer ya no, ahora digo que si con cambios", 2)]
    [InlineData("mi contestacion anterior no cuenta, pongan la 3", 3)]
    [InlineData("now im a no instead of what i put before", 3)]
    public void A_change_in_other_words_names_its_choice(string text, int choice)
    {
        Assert.Contains(Flags.ChangeAnswer, Flags.In(text));
        Assert.Equal(choice, Revision.ChoiceIn(text, 3));
    }

    [Theory]
    [InlineData("Quiero cambiar la 2")]
    [InlineData("Me equivoque en la 1")]
    [InlineData("no quise decir que no")]
    [InlineData("no quise poner 2")]
    [InlineData("I changed my mind, I can't say no")]
    [InlineData("change my vote, I dont say yes")]
    [InlineData("Cambie de opinion, ya no digo que no")]
    public void An_option_that_is_refused_or_only_named_is_no_choice(string text) => Assert.Null(Revision.ChoiceIn(text, 3));

    [Theory]
    [InlineData("question 1: 3", 1, 3)]
    [InlineData("Q2 1", 2, 1)]
    [InlineData("pregunta 2: no", 2, 3)]
    [InlineData("For the second question, 2", 2, 2)]
    public void A_question_may_be_named_without_a_verb(string text, int named, int choice) =>
        Assert.Equal((named, choice), (Revision.In(text, []).Named, Revision.ChoiceIn(text, 3)));

    [Theory]
    [InlineData("I changed my mind about doctors")]
    [InlineData("They should change the rules, sorry")]
    [InlineData("Sorry, I meant the shelter on Main Street")]
    [InlineData("Change question 1 and 2 to 3")]
    public void Advice_and_what_names_two_questions_names_none(string text) => Assert.Null(Revision.In(text, Flags.In(text)).Named);

    [Theory]
    [InlineData("Please do not quote me", true)]
    [InlineData("do not quote my answer to question 1", true)]
    [InlineData("Por favor no me citen", true)]
    [InlineData("The bus is late every day, do not quote me", false)]
    [InlineData("change my answer to 3 because my landlord reads everything", false)]
    public void Only_a_wish_that_says_nothing_else_is_bare(string text, bool bare) =>
    Assert.Equal(bare, Revision.In(text, Flags.In(text)).Bare);

    [Theory]
    [InlineData("1", 1)]
    [InlineData("question 2", 2)]
    [InlineData("the first one", 1)]
    [InlineData("la segunda", 2)]
    [InlineData("1 because", null)]
    [InlineData("first they should ask", null)]
    [InlineData("para todos", null)]
    public void The_name_of_a_question_alone_picks_it(string text, int? picked) => Assert.Equal(picked, NamedQuestion.AloneIn(text));
}
