using System.CommandLine;
using System.Text.Json;
using CtVoice.Core;
using CtVoice.Local.Commands;

namespace CtVoice.Local.Tests.Commands;

public sealed class ExplainPanelCommandTests : IDisposable
{
    private static readonly PanelProject Project = new("r-1", ["DSS", "CCEH"], [new("homeless", "people without a home")], ["en", "es"]);
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
    }

    private static string Board
    {
        get
        {
            var at = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(at!.FullName, "CtVoice.sln")))
                at = at.Parent;
            return Path.Combine(at.FullName, "samples", "board", "board.csv");
        }
    }

    private Task<int> Run(Func<string, PanelProjectReading> read, params string[] arguments) =>
        ExplainPanelCommand.Create(read).Parse(arguments)
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error });

    [Fact]
    public async Task The_sample_board_gives_a_panel_with_reasons()
    {
        // Any file that exists serves as the project: reading it is the caller's.
        var code = await Run(_ => new(Project, []), Board, "--board", Board, "--opens", "2027-05-03", "--closes", "2027-05-24", "--json");

        Assert.Equal("", error.ToString());
        Assert.Equal(0, code);
        using var choice = JsonDocument.Parse(output.ToString());
        Assert.Equal("full", choice.RootElement.GetProperty("outcome").GetString());
        Assert.Equal(2, choice.RootElement.GetProperty("coverage")[0].GetProperty("onPanel").GetInt32());
        Assert.Contains("Works for DSS, an agency of the project.", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("555", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_people_it_says_the_same_in_sentences()
    {
        await Run(_ => new(Project, []), Board, "--board", Board, "--opens", "2027-05-03", "--closes", "2027-05-24");

        Assert.StartsWith("The panel is full.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("  m-20: Is away from 2027-05-10 to 2027-05-21.", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_project_is_refused_with_its_faults()
    {
        var code = await Run(_ => new(null, [new Fault("/purpose", "This is needed.")]), Board, "--board", Board, "--opens", "2027-05-03", "--closes", "2027-05-24");

        Assert.Equal(1, code);
        Assert.Equal("board.csv /purpose: This is needed.", error.ToString().Trim());
    }

    [Theory]
    [InlineData("2027-05-03", "2027-05-02", "5")]
    [InlineData("soon", "2027-05-24", "5")]
    [InlineData("2027-05-03", "2027-05-24", "0")]
    public async Task Wrong_arguments_are_refused(string opens, string closes, string size)
    {
        var code = await Run(_ => new(Project, []), Board, "--board", Board, "--opens", opens, "--closes", closes, "--size", size);

        Assert.Equal(2, code);
        Assert.Equal("", output.ToString());
    }
}
