using CtVoice.Core.Ledger;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews.Texts;
using CtVoice.Core.Tests.Projects;
using static CtVoice.Core.Reviews.ReleasingTexts;
using static CtVoice.Core.Tests.Reviews.Staged;

namespace CtVoice.Core.Tests.Reviews;

public sealed class ReleasingTextsTests
{
    [Fact]
    public void Languages_needed_are_those_of_panel_and_reserve() =>
        Assert.Equal(["en", "es"], Needed(Preparing(members: 8)));

    [Fact]
    public void A_complete_and_easy_text_is_released_with_its_grade_in_the_ledger()
    {
        var decided = Release(Preparing(), new("en", Version: 1), [], Key, Now);

        Assert.Equal(Outcome.Released, decided.Result.Outcome);
        Assert.DoesNotContain("en", Missing(decided.Change!.State));
        var entry = Assert.Single(decided.Change.Ledger);
        Assert.Equal("texts-released", entry.Type);
        Assert.StartsWith("grade ", entry.Facts["grade"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_released_in_a_language_that_nobody_has_written_in()
    {
        var project = Project with
        {
            Texts = new Dictionary<string, ResidentText>(),
            Questions =
                [new() { Text = new Dictionary<string, string> { ["en"] = "Is this OK?" } }]
        };
        var review = Preparing(8, project);

        var decided = Release(review, new("es"), [], Key, Now);

        Assert.Equal(Outcome.Incomplete, decided.Result.Outcome);
        Assert.Null(decided.Change);
        Assert.Contains("es", Unwritten(review));
    }

    [Fact]
    public void A_text_without_a_summary_is_not_complete()
    {
        var review = Preparing();
        review = review.With(review.TextIn("en")! with { Summary = " " });

        Assert.Equal(Outcome.Incomplete, Release(review, new("en"), [], Key, Now).Result.Outcome);
    }

    [Fact]
    public void A_translation_without_a_translator_is_not_complete()
    {
        var review = Preparing();
        review = review.With(review.TextIn("es")! with { Translator = null });

        Assert.Contains("translated", Assert.Single(Release(review, new("es"), [], Key, Now).Result.Because), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_above_the_grade_leaves_only_with_a_public_reason()
    {
        var review = Preparing();
        review = review.With(review.TextIn("en")!.Hard());

        var refused = Release(review, new("en"), [], Key, Now);
        var released = Release(review, new("en", Reason: "The law's own words."), [], Key, Now);

        Assert.Equal(Outcome.TooHard, refused.Result.Outcome);
        Assert.Contains("summary: grade", Assert.Single(refused.Result.Because), StringComparison.Ordinal);
        Assert.Equal("The law's own words.", Assert.Single(released.Change!.State.Released).HarderBecause);
        Assert.Equal("The law's own words.", released.Change.Ledger[0].Facts["harderBecause"]!.GetValue<string>());
    }

    [Fact]
    public void A_reason_that_is_not_needed_is_not_kept() =>
        Assert.Null(
            Assert.Single(Release(Preparing(), new("en", Reason: "Just in case."), [], Key, Now).Change!.State.Released).HarderBecause);

    [Fact]
    public void What_changed_since_it_was_read_is_not_released()
    {
        var review = Preparing();
        var rewritten = WritingTexts.Write(review, "en", DraftOf(review.TextIn("en")!), Actor.Agency("DSS"), Now).Change!.State;

        Assert.Equal(Outcome.Changed, Release(rewritten, new("en", Version: 1), [], Key, Now).Result.Outcome);
        Assert.Equal(Outcome.Released, Release(rewritten, new("en", Version: 2), [], Key, Now).Result.Outcome);
    }

    [Fact]
    public void Notes_are_attached_for_good_when_the_text_is_released()
    {
        AttachedNote note = new("n-1", "One in ten people is poor.", "ACS", "https://example.org/", "2024", new(2025, 12, 1));

        var released = Release(Preparing(), new("en"), [note], Key, Now).Change!.State;

        Assert.Equal([note], released.ReleasedText("en").Notes);
    }

    [Fact]
    public void A_text_that_is_not_released_cannot_be_read_by_a_member() =>
        Assert.Throws<InvalidOperationException>(() => Preparing().ReleasedText("en"));

    [Theory]
    [MemberData(nameof(SamplesWithTexts))]
    public void Every_sample_project_brings_texts_that_may_leave(string sample)
    {
        var review = Preparing(project: SampleProjects.Read(sample));

        Assert.All(review.Texts, text =>
        {
            Assert.Empty(TextReadiness.Lacking(review, text));
            Assert.Empty(TextReadiness.TooHard(text));
        });
        Assert.Equal(["en", "es"], review.Texts.Select(t => t.Language));
    }

    public static TheoryData<string> SamplesWithTexts() => [.. SampleProjects.Files.Where(f => SampleProjects.Read(f).Texts.Count > 0)];

    private static WritingTexts.Draft DraftOf(ReviewText text) => new(text.Summary, text.Questions, text.Translator);
}
