using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Representation;

namespace CtVoice.Core.Tests.Projects;

public sealed class ProjectRequestJsonTests
{
    [Fact]
    public void A_count_reads_a_number_or_unknown_yet_and_writes_the_same()
    {
        var people = Read<PeopleInData>("""{"description":"d","total":"unknown-yet","groups":[{"population":"2054-5","count":12}]}""");

        Assert.False(people.Total.IsKnown);
        Assert.Equal(12, people.Groups[0].Count.Value);
        Assert.Equal("\"unknown-yet\"", JsonSerializer.Serialize(people.Total, WorkflowJson.Options));
        Assert.Equal("12", JsonSerializer.Serialize(people.Groups[0].Count, WorkflowJson.Options));
    }

    [Theory]
    [InlineData("\"12\"")]
    [InlineData("12.5")]
    [InlineData("\"about 12\"")]
    [InlineData("true")]
    public void Anything_else_is_not_a_count(string json) => Assert.Throws<JsonException>(() => Read<Count>(json));

    [Fact]
    public void A_member_that_does_not_exist_is_an_error() =>
        Assert.Throws<JsonException>(() => Read<ProjectRequest>("""{"title":"t","porpuse":"p"}"""));

    [Fact]
    public void Kinds_topics_and_programmes_are_written_by_name()
    {
        var request = Read<ProjectRequest>("""
            {"kind":"publication-check","learningAgenda":["early-and-k12-education"],
             "people":{"description":"d","programmes":["child-welfare"],"raceBasis":"alone-or-in-combination"}}
            """);

        Assert.Equal(ProjectKind.PublicationCheck, request.Kind);
        Assert.Equal([LearningAgendaTopic.EarlyAndK12Education], request.LearningAgenda);
        Assert.Equal([Programme.ChildWelfare], request.People!.Programmes);
        Assert.Equal(RaceBasis.AloneOrInCombination, request.People.RaceBasis);
    }

    [Fact]
    public void An_absent_or_null_list_is_empty()
    {
        var request = Read<ProjectRequest>("""{"data":null,"texts":null}""");

        Assert.Empty(request.Data);
        Assert.Empty(request.Texts);
        Assert.Empty(request.Questions);
        Assert.Equal("", request.Title);
    }

    [Fact]
    public void A_question_without_choices_offers_the_default_ones_and_an_open_one_offers_none()
    {
        Assert.Equal(["yes", "yes, with changes", "no"], new ResidentQuestion().Offered.Select(c => c["en"]));
        Assert.Empty(new ResidentQuestion { Kind = QuestionKind.Open }.Offered);
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, WorkflowJson.Options)!;
}
