using System.CommandLine;
using CtVoice.Local.Commands;
using CtVoice.Local.Host;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Local.Tests.Commands;

public sealed class ReferenceCommandsTests
{
    private const string Profiles = """
        {"id":"source-profiles","version":"2","source":"OPM","date":"2027-01-01","profiles":[
          {"source":"DSS","basis":"DSS open data, 2026","total":1000,"groups":[{"population":"2135-2","count":300}]}]}
        """;

    [Fact]
    public async Task A_file_is_told_apart_by_its_own_name_and_current_from_then_on()
    {
        using var folder = new TempFolder();
        await (await LocalHost.StartAsync(new(folder.Path, Port: 0) { TimePasses = false })).DisposeAsync();

        Assert.Equal((0, "source-profiles 2 is current now."), await ImportAsync(folder, Profiles));
        Assert.Equal((0, "source-profiles 2 is current already."), await ImportAsync(folder, Profiles));
    }

    [Theory]
    [InlineData("""{"id":"recipes"}""",
        "/id: The file must call itself overrepresentation, baselines, rel, source-profiles, dppeia, inventory, governing-board-meetings, "
        + "ai-inventory or initiatives.")]
    [InlineData("""{"id":"source-profiles","version":"2","source":"OPM","date":"2027-01-01","profiles":[],"more":1}""",
        "/more: Unknown name.")]
    public async Task A_wrong_file_is_refused_with_its_fault(string file, string fault)
    {
        using var folder = new TempFolder();
        await (await LocalHost.StartAsync(new(folder.Path, Port: 0) { TimePasses = false })).DisposeAsync();

        Assert.Equal((1, fault), await ImportAsync(folder, file));
    }

    private static async Task<(int Code, string Said)> ImportAsync(TempFolder folder, string text)
    {
        var file = Path.Combine(folder.Path, "file.json");
        await File.WriteAllTextAsync(file, text);
        using var said = new StringWriter();
        var code = await ReferenceCommands.Create().Parse(["import", file, "--data", folder.Path])
            .InvokeAsync(new InvocationConfiguration { Output = said, Error = said });
        return (code, said.ToString().Trim());
    }
}
