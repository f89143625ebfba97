using System.CommandLine;
using CtVoice.Local.Commands;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Tests.Projects;

namespace CtVoice.Local.Tests.Commands;

public sealed class BoardCommandsTests
{
    [Fact]
    public async Task A_review_that_was_short_of_members_goes_on_when_the_service_starts_after_an_import()
    {
        using var folder = new TempFolder();
        await (await LocalDesk.OpenAsync(folder)).DisposeAsync();
        Assert.Equal(0, (await ImportAsync(folder, "paused")).Code);
        string review;
        await using (var desk = await LocalDesk.OpenAsync(folder))
        {
            review = await desk.SubmitAsync("DSS", LocalDesk.Sample("snap-homelessness"));
            Assert.Equal("short-of-members", await StageAsync(desk, review));
        }

        var (code, said) = await ImportAsync(folder, "active");
        Assert.Equal(0, code);
        Assert.Contains("Reviews that are short of members look again when the service starts.", said, StringComparison.Ordinal);

        await using (var desk = await LocalDesk.OpenAsync(folder))
        {
            await desk.PassAsync("PT0S");
            Assert.Equal("preparing", await StageAsync(desk, review));
        }
    }

    private static async Task<string> StageAsync(LocalDesk desk, string review) =>
        (await desk.GetAsync($"/api/reviews/{review}", "coordinator"))["stage"]!.GetValue<string>();

    /// <summary>Imports the sample board with everybody in one state; the state is its last column, and empty.</summary>
    private static async Task<(int Code, string Said)> ImportAsync(TempFolder folder, string state)
    {
        var lines = (await File.ReadAllTextAsync(Samples.Path("board", "board.csv"))).TrimEnd().Split('\n');
        var file = Path.Combine(folder.Path, "board.csv");
        await File.WriteAllLinesAsync(file,
            lines.Select((line, i) => i == 0 || !line.TrimEnd().EndsWith(',') ? line : line.TrimEnd() + state));
        using var said = new StringWriter();
        var code = await BoardCommands.Create().Parse(["import", file, "--data", folder.Path])
            .InvokeAsync(new InvocationConfiguration { Output = said, Error = said });
        return (code, said.ToString());
    }
}
