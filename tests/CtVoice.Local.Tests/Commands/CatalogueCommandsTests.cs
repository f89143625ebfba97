using CtVoice.Core.Storage;
using CtVoice.Local.Commands;

namespace CtVoice.Local.Tests.Commands;

public sealed class CatalogueCommandsTests : IDisposable
{
    private const string Heading = "Agency,Program,Data Category,Data Element Name,Data Element Definition,Data Type,Years Available\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ctvoice-");
    private readonly StringWriter output = new();

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
    public async Task Import_of_a_file_with_a_bad_row_names_the_row_and_imports_nothing()
    {
        var exit = await RunAsync("import", File("bad.csv", "DOC,P,C,One,d,t,y\nNowhere,P,C,Two,d,t,y\n"));

        Assert.Equal(1, exit);
        Assert.Contains(Lines(), line => line.StartsWith("row 3: 'Nowhere'", StringComparison.Ordinal));
        Assert.Equal("Nothing was imported. Mend the rows, or use --skip-bad-rows.", Lines()[^1]);
    }

    private Task<int> RunAsync(params string[] arguments) =>
        CatalogueCommands.Create(() => new UnusedTable(), TimeProvider.System).Parse(arguments).InvokeAsync(new() { Output = output, Error = output });

    private string File(string name, string rows)
    {
        var path = Path.Combine(folder.FullName, name);
        System.IO.File.WriteAllText(path, Heading + rows);
        return path;
    }

    private string[] Lines() => output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A table that no command of these tests may touch.</summary>
    private sealed class UnusedTable : ITable
    {
        public Task<TableRow?> GetAsync(string partition, string key, CancellationToken cancellationToken = default) => throw Touched();

        public Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken = default) => throw Touched();

        public Task<BatchResult> SubmitAsync(string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken = default) => throw Touched();

        private static InvalidOperationException Touched() => new("The storage was opened.");
    }
}
