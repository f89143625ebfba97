using CtVoice.Core.Accountability;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Tests.Accountability;

public sealed class AnswerCheckTests
{
    private static readonly DateOnly Today = new(2027, 2, 20);

    [Theory]
    [InlineData(AnswerKind.Adopted, "2027-02-20", true, "")]
    [InlineData(AnswerKind.Adopted, null, true, "/dueOn")]
    [InlineData(AnswerKind.Adopted, "2027-02-19", true, "/dueOn")]
    [InlineData(AnswerKind.Adopted, "2037-02-21", true, "/dueOn")]
    [InlineData(AnswerKind.AdoptedInPart, "2027-06-30", false, "/owner")]
    [InlineData(AnswerKind.AdoptedInPart, null, false, "/owner /dueOn")]
    [InlineData(AnswerKind.NotAdopted, null, false, "")]
    [InlineData(AnswerKind.NotAdopted, "2027-06-30", false, "/dueOn")]
    [InlineData(AnswerKind.Deferred, null, false, "")]
    [InlineData(AnswerKind.Deferred, "2028-02-20", false, "")]
    [InlineData(AnswerKind.Deferred, "2028-02-21", false, "/dueOn")]
    [InlineData(AnswerKind.NeedsInformation, "2027-02-19", true, "/dueOn")]
    public void What_an_answer_must_say_follows_from_what_it_decides(AnswerKind kind, string? dueOn, bool owner, string faults)
    {
        var answer = Advice.Answer() with
        { Kind = kind, DueOn = dueOn is null ? null : DateOnly.Parse(dueOn, null), Owner = owner ? "Data lead" : null };
        Assert.Equal(faults, Pointers(answer));
    }

    [Fact]
    public void Plain_words_are_short_in_English_always_and_from_a_named_person_in_every_other_language()
    {
        Assert.Equal("/plainWords /translator", Pointers(Words(("es", "Sí."))));
        Assert.Equal("/plainWords/en", Pointers(Words(("en", new string('w', 301)))));
        Assert.Equal("/plainWords/en", Pointers(Words(("en", " "))));
        Assert.Equal("", Pointers(Words(("en", new string('w', 300)))));
        Assert.Equal("/plainWords/spanish /translator", Pointers(Words(("en", "Yes."), ("spanish", "Sí."))));
        Assert.Equal("", Pointers(Words(("en", "Yes."), ("es", "Sí.")) with { Translator = "Marisol Vega" }));
        Assert.Equal("/reason", Pointers(Advice.Answer(reason: "")));
        Assert.Equal("/reason", Pointers(Advice.Answer(reason: new string('r', 2001))));
        Assert.Equal("/owner", Pointers(Advice.Answer() with { Owner = new string('o', 201) }));
    }

    private static RecommendationAnswer Words(params (string Language, string Text)[] words) =>
        Advice.Answer() with { PlainWords = words.ToDictionary(w => w.Language, w => w.Text) };

    private static string Pointers(RecommendationAnswer answer) =>
        string.Join(' ', AnswerCheck.Of(answer, ReviewPolicy.Default, Today).Select(f => f.Pointer));
}
