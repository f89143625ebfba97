using System.CommandLine;
using System.Text.Json;
using CtVoice.Local.Commands;
using CtVoice.Local.Demo;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Local.Tests.Commands;

public sealed class ExplainPanelCommandTests : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
    }

    private static string Board => Samples.Path("board", "board.csv");

    private static string Project => Samples.Path("projects", "snap-homelessness.json");

    private Task<int> Run(params string[] arguments) =>
        ExplainPanelCommand.Create(new StandingClock(new(2027, 5, 3, 15, 0, 0, TimeSpan.Zero))).Parse(arguments)
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error });

    [Fact]
    public async Task The_sample_board_gives_a_panel_with_reasons()
    {
        var code = await Run(Project, "--board", Board, "--opens", "2027-05-03", "--closes", "2027-05-24", "--json");

        Assert.Equal("", error.ToString());
        Assert.Equal(0, code);
        using var choice = JsonDocument.Parse(output.ToString());
        Assert.Equal("full", choice.RootElement.GetProperty("outcome").GetString());
        Assert.Equal(5, choice.RootElement.GetProperty("seats").GetArrayLength());
        Assert.Contains("homeless", choice.RootElement.GetProperty("coverage").EnumerateArray()
            .Select(c => c.GetProperty("code").GetString()));
        Assert.Contains("Works for DSS, an agency of the project.", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("555", output.ToString(), StringComparison.Ordinal);
        Assert.Equal("as shipped", choice.RootElement.GetProperty("from").GetString());
        Assert.Equal(4, choice.RootElement.GetProperty("editions").GetArrayLength());
    }

    [Fact]
    public async Task For_people_it_says_the_same_in_sentences()
    {
        await Run(Project, "--board", Board, "--opens", "2027-05-03", "--closes", "2027-05-24");

        Assert.StartsWith("The panel is full.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("  m-20: Is away from 2027-05-10 to 2027-05-21.", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_the_form_of_a_project_is_refused_with_its_faults()
    {
        var code = await Run(Board, "--board", Board);

        Assert.Equal(1, code);
        Assert.StartsWith("board.csv : Line 1", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("", output.ToString());
    }

    [Fact]
    public async Task Without_days_the_window_starts_today()
    {
        Assert.Equal(0, await Run(Project, "--board", Board));

        Assert.Contains("  m-20: Is away from 2027-05-10 to 2027-05-21.", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-05-03", "2027-05-02", "5")]
    [InlineData("soon", "2027-05-24", "5")]
    [InlineData("2027-05-03", "2027-05-24", "0")]
    public async Task Wrong_arguments_are_refused(string opens, string closes, string size)
    {
        var code = await Run(Project, "--board", Board, "--opens", opens, "--closes", closes, "--size", size);

        Assert.Equal(2, code);
        Assert.Equal("", output.ToString());
    }
}
