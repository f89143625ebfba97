using CtVoice.Core.Projects;
using CtVoice.Core.Tests.Reviews;
using CtVoice.Language.Reading;

namespace CtVoice.Core.Tests.Projects;

public sealed class ReadyQuestionsTests
{
    [Fact]
    public void The_four_questions_are_there_in_English_and_Spanish_and_easy_to_read()
    {
        Assert.Equal(["aisp-legal", "aisp-ethical", "aisp-good-idea", "aisp-who-decides"],
            ReadyQuestions.Shipped.Questions.Select(q => q.Id));
        Assert.All(ReadyQuestions.Shipped.Questions, q =>
        {
            Assert.True(q.Text["en"].Length <= ResidentQuestion.MaxEnglishCharacters);
            Assert.Equal(ReadingVerdict.OnTarget, ReadingReport.Of(q.Text["en"], "en")!.Verdict);
            Assert.Equal(ReadingVerdict.OnTarget, ReadingReport.Of(q.Text["es"], "es")!.Verdict);
        });
    }

    [Fact]
    public void A_project_may_ask_one_by_its_id()
    {
        var project = SampleProjects.Read("snap-homelessness") with { Questions = [new() { Ready = "aisp-legal" }] };

        Assert.Empty(SampleProjects.Check(project));
        var question = Assert.Single(Staged.Submitted(project).Questions);
        Assert.Equal((QuestionKind.Open, ReadyQuestions.Shipped.Find("aisp-legal")!.Text["es"]), (question.Kind, question.Text["es"]));
    }

    [Fact]
    public void One_that_nobody_knows_is_refused_with_those_there_are()
    {
        var project = SampleProjects.Read("snap-homelessness") with { Questions = [new() { Ready = "aisp-lawful" }] };

        var fault = Assert.Single(SampleProjects.Check(project));
        Assert.Equal("/questions/0/ready", fault.Pointer);
        Assert.Contains("aisp-legal", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_does_not_come_with_a_text_of_its_own()
    {
        var project = SampleProjects.Read("snap-homelessness") with
        {
            Questions = [new() { Ready = "aisp-legal", Text = new Dictionary<string, string> { ["en"] = "Is it?" } }],
        };

        Assert.Equal("/questions/0", Assert.Single(SampleProjects.Check(project)).Pointer);
    }
}
