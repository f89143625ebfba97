using System.Text.Json.Nodes;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Local.Commands;
using CtVoice.Local.Host;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Tests.Projects;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Local.Tests.Commands;

public sealed class CatalogueCommandsTests : IDisposable
{
    private const string Heading = "Agency,Program,Data Category,Data Element Name,Data Element Definition,Data Type,Years Available\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ctvoice-");
    private readonly StringWriter output = new();
    private string data = "/nowhere";

    public void Dispose()
    {
        folder.Delete(recursive: true);
        output.Dispose();
    }

    [Fact]
    public async Task Diff_of_two_files_lists_what_is_added_removed_and_changed_without_opening_the_storage()
    {
        var a = File("a.csv", "DOC,P,C,One,d,t,y\nDOC,P,C,Two,d,t,y\n");
        var b = File("b.csv", "DOC,P,C,Two,other,t,y\nDOC,P,C,Three,d,t,y\n");

        var exit = await RunAsync("diff", a, b);

        Assert.Equal(0, exit);
        Assert.Equal(["+ doc.p.three", "- doc.p.one", "~ doc.p.two", "1 added, 1 removed, 1 changed"], Lines());
    }

    [Fact]
    public async Task An_import_is_the_catalogue_of_the_folder_from_then_on_and_can_be_compared_by_its_id()
    {
        data = Path.Combine(folder.FullName, "data");
        await (await LocalHost.StartAsync(new(data, Port: 0) { TimePasses = false })).DisposeAsync();

        var imported = await RunAsync("import", File("mine.csv", "DOC,P,C,One,d,t,y\n"));
        var version = Lines().First(l => l.Contains("is the catalogue now", StringComparison.Ordinal)).Split(' ')[0];
        output.GetStringBuilder().Clear();
        var compared = await RunAsync("diff", version, File("b.csv", "DOC,P,C,Two,d,t,y\n"));

        Assert.Equal(0, imported);
        Assert.Equal(0, compared);
        Assert.Equal(["+ doc.p.two", "- doc.p.one", "1 added, 1 removed, 0 changed"], Lines());
    }

    [Fact]
    public async Task A_comparison_names_the_open_projects_of_the_folder_that_it_touches()
    {
        using var kept = new TempFolder();
        data = kept.Path;
        string id;
        await using (var desk = await LocalDesk.OpenAsync(kept))
        {
            _ = await desk.Host.Services.GetRequiredService<CatalogueStore>().ImportAsync(
                new("mine", CatalogueCommands.Read(new(File("mine.csv", "DSS,P,C,One,d,t,y\n")), null).Elements), DateTimeOffset.UnixEpoch);
            id = await desk.SubmitAsync("DSS", NamingOne());
        }

        var compared = await RunAsync("diff", "mine", File("b.csv", "DSS,P,C,Two,d,t,y\n"));

        Assert.Equal(0, compared);
        Assert.Equal(["1 added, 1 removed, 0 changed", $"touches {id} of DSS: dss.p.one"], Lines()[^2..]);

        static JsonObject NamingOne()
        {
            var project = LocalDesk.Sample("snap-homelessness");
            project["data"] = new JsonArray(new JsonObject { ["element"] = "dss.p.one", ["whyNeeded"] = "To count.", ["use"] = "query" });
            return project;
        }
    }

    [Fact]
    public async Task Import_of_a_file_with_a_bad_row_names_the_row_and_imports_nothing()
    {
        data = Path.Combine(folder.FullName, "data");
        await (await LocalHost.StartAsync(new(data, Port: 0) { TimePasses = false })).DisposeAsync();

        var exit = await RunAsync("import", File("bad.csv", "DOC,P,C,One,d,t,y\nNowhere,P,C,Two,d,t,y\n"));

        Assert.Equal(1, exit);
        Assert.Contains(Lines(), line => line.StartsWith("row 3: 'Nowhere'", StringComparison.Ordinal));
        Assert.Equal("Nothing was imported. Mend the rows, or use --skip-bad-rows.", Lines()[^1]);
    }

    private Task<int> RunAsync(params string[] arguments) =>
        CatalogueCommands.Create().Parse([.. arguments, "--data", data]).InvokeAsync(new() { Output = output, Error = output });

    private string File(string name, string rows)
    {
        var path = Path.Combine(folder.FullName, name);
        System.IO.File.WriteAllText(path, Heading + rows);
        return path;
    }

    private string[] Lines() => output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
