using CtVoice.Core.Reviews.Drafts;

namespace CtVoice.Core.Tests.Reviews.Drafts;

/// <summary>What in a text may be a member's own life, and what a person can say of it.</summary>
public sealed class OwnLifeTests
{
    [Theory]
    [InlineData("Do not match the shelter list: my kids are in it and never said yes.")]
    [InlineData("I'm on SNAP and nobody asked me.")]
    [InlineData("They evicted me because of a list like this.")]
    [InlineData("A mother told us: the caseworker of mine saw it.")]
    [InlineData("No usen la lista: mis hijos están en ella.")]
    [InlineData("Yo vivo en un refugio.")]
    [InlineData("Estuve en la cárcel y no quiero que lo sepan.")]
    [InlineData("A mí me quitaron los cupones.")]
    public void The_first_person_is_said_in_other_words_whatever_anybody_confirms(string text)
    {
        var found = OwnLife.In(text);
        Assert.NotEmpty(found.FirstPerson);
        Assert.False(found.MayLeave(asAdvice: true, [.. found.FirstPerson, .. found.Status]));
        Assert.All(found.FirstPerson, word => Assert.Contains(word, found.Reason!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Ask before sharing shelter addresses.", "shelter*")]
    [InlineData("A mother with two children lost her Section 8 voucher.", "section 8")]
    [InlineData("One of the five was in prison.", "prison*")]
    [InlineData("Take out the names of our children.", "our child*")]
    [InlineData("Do not share who has HIV.", "hiv")]
    [InlineData("Do not cut food stamps after the match.", "food stamp*")]
    [InlineData("Pregunten antes de compartir direcciones de refugios.", "refugio*")]
    [InlineData("Quiten los datos de salud mental.", "salud mental")]
    public void A_word_for_a_status_needs_one_sentence_of_a_person_that_nobody_s_own_is_meant(string text, string word)
    {
        var found = OwnLife.In(text);
        Assert.Empty(found.FirstPerson);
        Assert.Equal([word], found.Status);
        Assert.False(found.MayLeave(asAdvice: true, []));
        Assert.True(found.MayLeave(asAdvice: true, [word]));
    }

    [Theory]
    [InlineData("Take out names and exact dates before anything is shared.")]
    [InlineData("Ask residents again each year, and tell them who looked.")]
    [InlineData("We ask the agency to keep the data one year.")]
    [InlineData("Do not ask for an ID. Do not use it in Title I schools.")]
    [InlineData("Digan a las familias en palabras sencillas lo que encontraron.")]
    [InlineData("Pidan permiso a cada familia, en su idioma.")]
    [InlineData("It hurts the ill and the old most.")]
    public void Plain_advice_leaves_without_a_word_more(string text)
    {
        Assert.Null(OwnLife.In(text).Reason);
        Assert.True(OwnLife.In(text).MayLeave(asAdvice: true, []));
    }

    [Fact]
    public void What_one_member_said_may_stay_theirs()
    {
        var found = OwnLife.In("I said ask first. I did not say never.");
        Assert.True(found.MayLeave(asAdvice: false, ["i"]));
        Assert.False(found.MayLeave(asAdvice: false, []));
    }
}
