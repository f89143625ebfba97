using System.Text;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;

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

        Assert.Null(reading.Value);
        Assert.Equal(
            ["/titel", "/kind", "/adviceBy", "/people/totl", "/people/total", "/people/groups/0/population", "/questions/0/kind",
                "/questions/0/text/en", "/data"],
            reading.Faults.Select(f => f.Pointer));
        Assert.Contains("'title'", reading.Faults[0].Message, StringComparison.Ordinal);
        Assert.Contains("publication-check", reading.Faults[1].Message, StringComparison.Ordinal);
        Assert.Contains("unknown-yet", reading.Faults[4].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nulls_in_lists_and_texts_are_named_and_crash_nothing()
    {
        var reading = Read("""
            {"title":null,"data":[null],"people":{"description":null,"groups":[null],"total":"unknown-yet"},
             "questions":[null,{"text":{"en":null}}],
             "sharingAgencies":[null],"approvals":[null],"changes":[null],"texts":{"en":null},
             "dppeia":{"schema":"dppeia/provisional-1","answers":[null]},"agency":"DOL","purpose":"p"}
            """);

        Assert.Equal(
            ["/title", "/data/0", "/people/description", "/people/groups/0", "/questions/0", "/questions/1/text/en", "/sharingAgencies/0",
                "/approvals/0", "/changes/0", "/texts/en", "/dppeia/answers/0"],
            reading.Faults.Select(f => f.Pointer));
    }

    private static Read<ProjectRequest> Read(string json) => StrictJson.Read<ProjectRequest>(Encoding.UTF8.GetBytes(json));
}
