using System.Text;
using CtVoice.Core.Projects.Intake;

namespace CtVoice.Core.Tests.Projects.Intake;

public sealed class ProjectJsonTests
{
    [Fact]
    public void Every_wrong_member_is_named_at_once_with_the_one_that_was_meant()
    {
        var reading = Read("""
            {"titel":"t","kind":"change","adviceBy":"soon","people":{"totl":3,"total":"many","groups":[{"count":1}]},
             "questions":[{"kind":0,"text":{"en":7}}],"data":{}}
            """);

        Assert.Null(reading.Request);
        Assert.Equal(
            ["/titel", "/kind", "/adviceBy", "/people/totl", "/people/total", "/people/groups/0/population", "/questions/0/kind", "/questions/0/text/en", "/data"],
            reading.Faults.Select(f => f.Pointer));
        Assert.Contains("title", reading.Faults[0].Message, StringComparison.Ordinal);
        Assert.Contains("publication-check", reading.Faults[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("{\"title\":\"t\",}")]
    public void What_is_not_JSON_says_so(string text) => Assert.Contains("not JSON", Assert.Single(Read(text).Faults).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("3")]
    public void What_is_not_an_object_is_one_fault(string text) => Assert.Equal("", Assert.Single(Read(text).Faults).Pointer);

    [Fact]
    public void Nulls_are_left_to_the_check_and_crash_nothing()
    {
        var reading = Read("""
            {"title":null,"data":[null],"people":{"description":null,"groups":[null],"total":"unknown-yet"},"questions":[null,{"text":{"en":null}}],
             "sharingAgencies":[null],"approvals":[null],"changes":[null],"texts":{"en":null},"dppeia":{"schema":"dppeia/provisional-1","answers":[null]},"agency":"DOL","purpose":"p"}
            """);

        Assert.Empty(reading.Faults);
        var pointers = SampleProjects.Check(reading.Request!).Select(f => f.Pointer).ToArray();
        Assert.Contains("/data/0", pointers);
        Assert.Contains("/people/groups/0", pointers);
        Assert.Contains("/questions/0", pointers);
        Assert.Contains("/questions/1/text/en", pointers);
        Assert.Contains("/sharingAgencies/0", pointers);
        Assert.Contains("/texts/en/summary", pointers);
        Assert.Contains("/dppeia/answers/0/prompt", pointers);
    }

    private static ProjectReading Read(string json) => ProjectJson.Read(Encoding.UTF8.GetBytes(json));
}
