using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;
using CtVoice.Core.Tests.Projects;
using static CtVoice.Core.Reviews.Texts.WritingTexts;
using static CtVoice.Core.Tests.Reviews.Staged;

namespace CtVoice.Core.Tests.Reviews.Texts;

public sealed class WritingTextsTests
{
    private static readonly Draft Portuguese =
        new("Um resumo.", [new("Está bem?", ["sim", "sim, com mudanças", "não"]), new("O que falta?", []), new("O que preocupa?", [])],
            "Ana Silva");
    private static readonly Actor Agency = Actor.Agency("DSS");
    private static readonly Actor Coordinator = Actor.Coordinator(Key);

    [Fact]
    public void A_project_brings_first_drafts_in_each_language_it_has_words_in()
    {
        var review = Submitted();

        Assert.Equal(["en", "es"], review.Texts.Select(t => t.Language));
        Assert.Equal(["sí", "sí, con cambios", "no"], review.TextIn("es")!.Questions[0].Choices);
        Assert.Empty(review.TextIn("es")!.Questions[1].Choices);
        Assert.Equal("Marisol Rivera", review.TextIn("es")!.Translator);
    }

    [Fact]
    public void Residents_see_of_a_modification_only_what_changed()
    {
        var project = SampleProjects.Read("modification-reentry");

        Assert.Equal(project.Texts["en"].Changes, Submitted(project).TextIn("en")!.Summary);
    }

    [Fact]
    public void A_draft_is_a_new_version_and_may_be_in_a_new_language()
    {
        var first = Write(Preparing(), "pt", Portuguese, Agency, Now).Change!.State;
        var second = Write(first, "pt", Portuguese with { Summary = "Outro." }, Agency, Now).Change!.State;

        Assert.Equal((1, "Um resumo."), (first.TextIn("pt")!.Version, first.TextIn("pt")!.Summary));
        Assert.Equal((2, "Outro."), (second.TextIn("pt")!.Version, second.TextIn("pt")!.Summary));
        Assert.Equal(["en", "es", "pt"], second.Texts.Select(t => t.Language));
    }

    [Fact]
    public void An_agency_writes_while_texts_are_prepared_and_names_no_reviewer()
    {
        Assert.Equal(Outcome.TooLate, Write(Routing(), "pt", Portuguese, Agency, Now).Result);
        Assert.Equal(Outcome.Written, Write(Routing(), "pt", Portuguese, Coordinator, Now).Result);
        Assert.Null(
            Write(Preparing(), "pt", Portuguese with { Reviewer = "Rosa Ortiz" }, Agency, Now).Change!.State.TextIn("pt")!.Reviewer);
    }

    [Fact]
    public void An_agency_does_not_write_over_what_a_person_reviewed()
    {
        var reviewed = Write(Preparing(), "pt", Portuguese with { Reviewer = "Rosa Ortiz" }, Coordinator, Now).Change!.State;

        Assert.Equal(Outcome.Reviewed, Write(reviewed, "pt", Portuguese, Agency, Now).Result);
        Assert.Equal(Outcome.Written, Write(reviewed, "pt", Portuguese, Coordinator, Now).Result);
    }

    [Fact]
    public void A_released_text_changes_no_more()
    {
        var released = ReleasingTexts.Release(Preparing(), new("en"), [], Key, Now).Change!.State;

        Assert.Equal(Outcome.Released, Write(released, "en", Portuguese, Coordinator, Now).Result);
    }

    [Fact]
    public void The_ledger_names_nobody_who_wrote_or_translated()
    {
        var entry = Assert.Single(Write(Preparing(), "pt", Portuguese with { Reviewer = "Rosa Ortiz" }, Coordinator, Now).Change!.Ledger);

        Assert.DoesNotContain("Silva", entry.Facts.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ortiz", entry.Facts.ToJsonString(), StringComparison.Ordinal);
        Assert.True(entry.Facts["reviewed"]!.GetValue<bool>());
    }
}
