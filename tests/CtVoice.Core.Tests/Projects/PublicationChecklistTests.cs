using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Core.Tests.Reviews;
using CtVoice.Language.Reading;

namespace CtVoice.Core.Tests.Projects;

public sealed class PublicationChecklistTests
{
    private static readonly ProjectRequest Check = SampleProjects.Read("publication-snap");

    [Fact]
    public void The_four_items_are_there_in_English_and_Spanish_and_easy_to_read()
    {
        Assert.Equal(["labels", "comparators", "small-numbers", "deficit-framing"], PublicationChecklist.Shipped.Items.Select(i => i.Id));
        Assert.All(PublicationChecklist.Shipped.Items, item =>
        {
            Assert.True(item.Question["en"].Length <= ResidentQuestion.MaxEnglishCharacters);
            Assert.Equal(ReadingVerdict.OnTarget, ReadingReport.Of(item.Question["en"], "en")!.Verdict);
            Assert.Equal(ReadingVerdict.OnTarget, ReadingReport.Of(item.Question["es"], "es")!.Verdict);
        });
    }

    [Fact]
    public void The_panel_answers_them_after_the_projects_own_in_a_shorter_window()
    {
        var review = Staged.Submitted(Check);
        Assert.Equal(5, review.Questions.Count);
        Assert.Equal(Check.Questions[0].Text["en"], review.Questions[0].Text["en"]);
        Assert.Equal(PublicationChecklist.Shipped.Items.Select(i => i.Question["es"]), review.Questions.Skip(1).Select(q => q.Text["es"]));
        Assert.All(review.Questions.Skip(1), q => Assert.Equal(3, q.Offered.Count));
        Assert.Equal(("publication-checklist/1", 5), (review.Checklist, review.Policy.WindowBusinessDays));
        var initial = Given.Submitted();
        Assert.Equal((null, 10), (initial.Checklist, initial.Policy.WindowBusinessDays));
        // Never a longer one than others have.
        Assert.Equal(4, (ReviewPolicy.Default with { WindowBusinessDays = 4 }).For(ProjectKind.PublicationCheck).WindowBusinessDays);
    }

    [Fact]
    public void The_project_brings_one_question_of_its_own_at_most_and_may_bring_none()
    {
        Assert.Empty(SampleProjects.Check(Check with { Questions = [] }));
        var fault = Assert.Single(SampleProjects.Check(Check with { Questions = [Check.Questions[0], Check.Questions[0]] }));
        Assert.Equal("/questions", fault.Pointer);
        Assert.Contains("beside the 4 of the publication checklist", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_agency_declared_stands_beside_each_item()
    {
        Assert.Equal(
            [Check.Publication!.Labels, Check.Publication.Comparators, Check.Publication.SmallNumbers, Check.Publication.Framing],
            PublicationChecklist.Shipped.Items.Select(i => i.DeclaredIn(Check.Publication)));
        Assert.All(PublicationChecklist.Shipped.Items, i => Assert.Null(i.DeclaredIn(new())));
    }
}
