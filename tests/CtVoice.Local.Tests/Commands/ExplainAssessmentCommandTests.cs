using System.CommandLine;
using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Representation;
using CtVoice.Local.Commands;
using CtVoice.Local.Demo;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Tests.Projects;

namespace CtVoice.Local.Tests.Commands;

public sealed class ExplainAssessmentCommandTests : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
    }

    [Fact]
    public async Task For_programs_it_gives_the_whole_arithmetic()
    {
        var code = await RunAsync(Samples.Path("projects", "snap-homelessness.json"), "--json");

        Assert.Equal(0, code);
        Assert.Equal("", error.ToString());
        using var assessment = JsonDocument.Parse(output.ToString());
        Assert.Equal("review-required", assessment.RootElement.GetProperty("outcome").GetString());
        var hispanic = assessment.RootElement.GetProperty("findings").EnumerateArray()
            .First(f => f.GetProperty("population").GetString() == "2135-2");
        // (1980 / 6180) / (623293 / 3605944)
        Assert.Equal(1.8535463, hispanic.GetProperty("figures").GetProperty("index").GetDouble(), 7);
    }

    [Fact]
    public async Task For_people_it_says_the_same_in_sentences()
    {
        await RunAsync(Samples.Path("projects", "snap-homelessness.json"));

        Assert.StartsWith("A review is required: the project touches an overrepresented population.", output.ToString(),
            StringComparison.Ordinal);
        Assert.Contains("Middle Eastern or North African: cannot be computed, because", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Computed with overrepresentation 2", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_intake_would_refuse_is_told_beside_it()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "draft.json");
        await File.WriteAllTextAsync(file, """{"people":{"description":"Children in care.","programmes":["child-welfare"]}}""");

        var code = await RunAsync(file, "--json");

        Assert.Equal(0, code);
        Assert.Contains("draft.json /purpose: The purpose is missing.", error.ToString(), StringComparison.Ordinal);
        using var assessment = JsonDocument.Parse(output.ToString());
        Assert.Equal("review-required", assessment.RootElement.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task With_a_data_folder_it_uses_what_was_imported_there_and_says_so()
    {
        using var folder = new TempFolder();
        await (await LocalDesk.OpenAsync(folder)).DisposeAsync();
        var policy = JsonSerializer.SerializeToNode(OverrepresentationPolicy.Shipped, WorkflowJson.Options)!;
        policy["version"] = "3";
        policy["indexAtLeast"] = 1.9;
        var file = Path.Combine(folder.Path, "policy.json");
        await File.WriteAllTextAsync(file, policy.ToJsonString());
        Assert.Equal(0, await ReferenceCommands.Create().Parse(["import", file, "--data", folder.Path])
            .InvokeAsync(new() { Output = error, Error = error }));

        await RunAsync(Samples.Path("projects", "snap-homelessness.json"));
        await RunAsync(Samples.Path("projects", "snap-homelessness.json"), "--data", folder.Path);
        var ends = output.ToString().Split('\n').Where(l => l.StartsWith("Computed with", StringComparison.Ordinal)).ToList();
        output.GetStringBuilder().Clear();
        await RunAsync(Samples.Path("projects", "snap-homelessness.json"), "--data", folder.Path, "--json");

        Assert.Contains("overrepresentation 2,", ends[0], StringComparison.Ordinal);
        Assert.EndsWith("as shipped.", ends[0].TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("overrepresentation 3,", ends[1], StringComparison.Ordinal);
        Assert.EndsWith($"as imported into {folder.Path}.", ends[1].TrimEnd(), StringComparison.Ordinal);
        using var assessment = JsonDocument.Parse(output.ToString());
        // Its index is 1.85: overrepresented by the shipped policy, and not by this one.
        Assert.DoesNotContain("2135-2", assessment.RootElement.GetProperty("touched").EnumerateArray().Select(t => t.GetString()));
        Assert.Contains("3", assessment.RootElement.GetProperty("editions").EnumerateArray()
            .Select(e => e.GetProperty("version").GetString()));
    }

    [Fact]
    public async Task A_folder_without_data_is_told_and_nothing_is_explained()
    {
        using var folder = new TempFolder();

        Assert.Equal(2, await RunAsync(Samples.Path("projects", "snap-homelessness.json"), "--data", folder.Path));

        Assert.StartsWith("There is no CtVoice data in", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("", output.ToString());
    }

    [Fact]
    public async Task A_file_that_is_no_project_is_refused()
    {
        Assert.Equal(1, await RunAsync(Samples.Path("board", "board.csv")));
        Assert.Equal(2, await RunAsync("/nowhere/project.json"));
        Assert.Equal("", output.ToString());
    }

    private Task<int> RunAsync(params string[] arguments) =>
        ExplainAssessmentCommand.Create(new StandingClock(new(2027, 1, 4, 15, 0, 0, TimeSpan.Zero))).Parse(arguments)
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
}
