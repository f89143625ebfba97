using CtVoice.Core.Board;
using CtVoice.Core.Board.Erasing;
using CtVoice.Core.Reviews;
using CtVoice.Local.Host;
using CtVoice.Local.Storage;
using CtVoice.Local.Tests.Crashes;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Local.Tests.Transfer;

/// <summary>A state file written in the middle of a review, and the folder it came from.</summary>
public sealed class ExportedFolder : IAsyncLifetime, IDisposable
{
    private readonly TempFolder outside = new();

    internal PreparedFolder Prepared { get; } = new();

    internal string ReviewId { get; private set; } = "";

    internal string ReplyingMember { get; private set; } = "";

    internal string File => Path.Combine(outside.Path, "state.jsonl");

    /// <summary>Written later, when a member had been erased.</summary>
    internal string Newer => Path.Combine(outside.Path, "newer.jsonl");

    internal IReadOnlyList<string> Rows { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await Prepared.InitializeAsync();
        await using var installation = await Installation.StartAsync(Prepared);
        var script = new ShortReview(installation);
        await script.AskAsync();
        await script.ReleaseTextsAsync();
        await script.PassAsync(TimeSpan.FromHours(1));
        ReplyingMember = (await script.PanelAsync("seats"))[0];
        await script.ReplyAsync(ReplyingMember, "a1", "2 only if names are taken out. ¿Sí? \"ñ\"");
        await script.PassAsync(TimeSpan.FromDays(2));
        ReviewId = script.Id;
        await installation.StopAsync();
        await ExportAsync(installation.Folder, File);
        Rows = RowsOf(installation.Folder);
        await installation.RestartAsync();
        await installation.Service<Core.Workflows.Erasing.ErasingMembers>().EraseAsync(ReplyingMember, "k-1", HowTold.InPerson);
        await installation.StopAsync();
        await ExportAsync(installation.Folder, Newer);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        Prepared.Dispose();
        outside.Dispose();
    }

    /// <summary>Every row of a folder that travels, in order.</summary>
    internal static IReadOnlyList<string> RowsOf(string folder)
    {
        using var database = new SqliteDatabase(folder);
        return database.Read(connection =>
        {
            var select = connection.Prepare(
                "SELECT tbl || '/' || pk || '/' || rk || '/' || hex(body) FROM entities WHERE NOT (tbl = 1 AND (pk IN ('keys', "
                    + "'sessions', 'imports') OR pk LIKE 'ring|%')) AND rk NOT LIKE '%|resume|%' ORDER BY tbl, pk, rk");
            var rows = new List<string>();
            while (select.Step())
                rows.Add(select.Text(0));
            select.Reset();
            return rows;
        });
    }

    private static async Task ExportAsync(string folder, string file)
    {
        var typed = await Typed.RunAsync("export", file, "--data", folder);
        Assert.True(typed.ExitCode == 0, typed.Error);
    }
}

/// <summary>The whole state goes to a file and comes back, whole or not at all.</summary>
public sealed class TransferTests(ExportedFolder exported) : IClassFixture<ExportedFolder>
{
    [Fact]
    public async Task An_import_into_an_empty_folder_has_every_row_verifies_and_its_lists_are_those_of_its_reviews()
    {
        using var folder = new TempFolder();
        var typed = await ImportAsync(folder.Path, exported.File);
        Assert.Equal((0, ""), (typed.ExitCode, typed.Error));

        Assert.Equal(exported.Rows, ExportedFolder.RowsOf(folder.Path));
        var verified = await Typed.RunAsync("verify", "--data", folder.Path);
        Assert.Equal((0, "ledger: verified (1 reviews, 2 checkpoints)"), (verified.ExitCode, verified.FirstLine));
        Assert.Equal(0, (await Typed.RunAsync("rebuild", "--data", folder.Path)).ExitCode);
        Assert.Equal(exported.Rows.Where(IsList), ExportedFolder.RowsOf(folder.Path).Where(IsList));
        Assert.Contains(exported.Rows, IsList);
    }

    // Apart from the note that it was exported, which is a view of everything.
    [Fact]
    public async Task The_file_that_an_import_writes_again_has_the_same_rows()
    {
        using var folder = new TempFolder();
        await ImportAsync(folder.Path, exported.File);
        var again = Path.Combine(folder.Path, "again.jsonl");
        await Typed.RunAsync("export", again, "--data", folder.Path);
        static IEnumerable<string> Inner(string file) =>
            File.ReadLines(file).Skip(1).SkipLast(1).Select(l => l[(l.IndexOf("\"table\"", StringComparison.Ordinal))..])
                .Where(l => !l.Contains("|resume|", StringComparison.Ordinal) && !l.Contains("\"views|", StringComparison.Ordinal));
        Assert.Equal(Inner(exported.File), Inner(again));
    }

    [Fact]
    public async Task Importing_twice_changes_nothing_also_after_the_folder_went_on()
    {
        await using var installation = await ImportedAsync();
        await installation.StopAsync();
        var before = ExportedFolder.RowsOf(installation.Folder);
        var typed = await ImportAsync(installation.Folder, exported.File);
        Assert.Equal((0, "This file was imported before; nothing was changed."), (typed.ExitCode, typed.Output.Trim()));
        Assert.Equal(before, ExportedFolder.RowsOf(installation.Folder));
    }

    [Fact]
    public async Task A_folder_with_other_data_is_left_alone()
    {
        using var folder = new TempFolder();
        exported.Prepared.CopyTo(folder.Path);
        var before = ExportedFolder.RowsOf(folder.Path);
        var typed = await ImportAsync(folder.Path, exported.File);
        Assert.Equal(1, typed.ExitCode);
        Assert.Contains("Choose an empty folder.", typed.Error, StringComparison.Ordinal);
        Assert.Equal(before, ExportedFolder.RowsOf(folder.Path));
    }

    [Fact]
    public async Task A_folder_that_a_host_runs_on_is_neither_exported_nor_imported_into()
    {
        using var folder = new TempFolder();
        using var database = new SqliteDatabase(folder.Path);
        foreach (var typed in new[]
            { await Typed.RunAsync("export", folder.Path + ".jsonl", "--data", folder.Path),
                await ImportAsync(folder.Path, exported.File) })
        {
            Assert.Equal(1, typed.ExitCode);
            Assert.Contains("Another process uses the data folder", typed.Error, StringComparison.Ordinal);
        }
        Assert.False(File.Exists(folder.Path + ".jsonl"));
    }

    [Fact]
    public async Task Damaged_lines_are_named_by_number_and_nothing_is_imported()
    {
        var lines = await File.ReadAllLinesAsync(exported.File);
        lines[4] = lines[4].Replace("\"n\":5", "\"n\":6", StringComparison.Ordinal);
        lines[9] = "garbage";
        (lines[11], lines[12]) = (lines[12], lines[11]);
        await RefusesAsync(lines, "line 5 is not what its hash says", "line 10 is not a line of a state file",
            "line 12 stands in the wrong place: it says it is line 13", "line 13 stands in the wrong place: it says it is line 12");
    }

    [Fact]
    public async Task A_line_left_out_is_found() =>
        await RefusesAsync([.. (await File.ReadAllLinesAsync(exported.File)).Where((_, i) => i != 6)],
            "line 7 stands in the wrong place: it says it is line 8");

    [Fact]
    public async Task A_file_that_was_cut_is_found() =>
        await RefusesAsync((await File.ReadAllLinesAsync(exported.File))[..^3], "The closing line is missing: the file was cut short.");

    [Fact]
    public async Task Lines_after_the_end_are_found()
    {
        var lines = await File.ReadAllLinesAsync(exported.File);
        await RefusesAsync([.. lines, lines[1]], $"line {lines.Length + 1} comes after the closing line");
    }

    [Fact]
    public Task An_empty_file_is_told() => RefusesAsync([], "The closing line is missing: the file was cut short.");

    [Fact]
    public async Task A_file_of_another_version_is_told()
    {
        var lines = await File.ReadAllLinesAsync(exported.File);
        lines[0] = Local.Transfer.StateLine.Write(1, w =>
        {
            w.WriteString("format", "ctvoice-state");
            w.WriteNumber("version", 2);
        }).Line;
        await RefusesAsync(lines, "This is not a state file of version 1.");
    }

    [Fact]
    public async Task Keys_and_sessions_stay()
    {
        using var folder = new TempFolder();
        exported.Prepared.CopyTo(folder.Path);
        var key = await File.ReadAllTextAsync(FirstStart.KeyPath(folder.Path, "coordinator"));
        var text = await File.ReadAllTextAsync(exported.File);
        Assert.DoesNotContain(Web.AccessKeys.Hash(key), text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"partition\":\"keys\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"partition\":\"sessions\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"partition\":\"ring|", text, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(exported.File));
    }

    [Fact]
    public async Task A_review_goes_on_to_its_end_where_it_was_imported()
    {
        await using var installation = await ImportedAsync();
        var reviews = installation.Service<ReviewStore>();
        var open = (await reviews.ReadAsync(exported.ReviewId))!.State;
        Assert.Equal(ReviewStage.Open, open.Stage);

        await installation.PassToAsync(open.Window!.ClosesAt.AddDays(20));
        var later = (await reviews.ReadAsync(exported.ReviewId))!.State;
        Assert.NotNull(later.Report);
        Assert.Contains(later.Invitations, i => i.Reminders.Count > 0);
        // Recorded once however often a workflow was started: nobody was asked twice.
        Assert.All(later.Invitations, i => Assert.Equal(i.Reminders.Count, i.Reminders.Select(r => r.Kind).Distinct().Count()));
        await installation.PassToAsync(open.Window!.ClosesAt.AddDays(90));
        Assert.True((await reviews.ReadAsync(exported.ReviewId))!.State.Over);
        Assert.Equal([], await reviews.VerifyAsync(exported.ReviewId));
    }

    [Fact]
    public async Task Who_is_erased_in_a_newer_file_is_erased_when_an_older_one_is_restored()
    {
        using var folder = new TempFolder();
        var typed = await ImportAsync(folder.Path, exported.File, "--erased", exported.Newer);
        Assert.Equal((0, ""), (typed.ExitCode, typed.Error));

        using var database = new SqliteDatabase(folder.Path);
        var tables = SqliteTables.Open(database);
        Assert.NotNull(await tables.Contacts.GetAsync("contacts", "m-01"));
        Assert.Null(await tables.Contacts.GetAsync("contacts", exported.ReplyingMember));
        Assert.True((await new BoardStore(tables.Records).GetAsync(exported.ReplyingMember))!.Erased);
        var reviews = new ReviewStore(tables, new(tables.Records), TimeProvider.System);
        Assert.True(Assert.Single((await reviews.ReadAsync(exported.ReviewId))!.State.Replies).Sealed);
        Assert.Equal(ReviewStore.SealedWords, await reviews.ReadContentAsync(exported.ReviewId, "reply|1|1"));
        Assert.Equal([], await reviews.VerifyAsync(exported.ReviewId));
    }

    private static bool IsList(string row) =>
        row.StartsWith("1/reviews|", StringComparison.Ordinal) || row.StartsWith("1/register|", StringComparison.Ordinal)
            || row.StartsWith("1/todo|", StringComparison.Ordinal);

    private static Task<Typed> ImportAsync(string folder, string file, params string[] more) =>
        Typed.RunAsync(["import", file, "--data", folder, .. more]);

    /// <summary>A host on a folder that the file was imported into.</summary>
    private async Task<Installation> ImportedAsync()
    {
        var installation = Installation.Empty();
        Assert.Equal(0, (await ImportAsync(installation.Folder, exported.File)).ExitCode);
        await installation.RestartAsync();
        return installation;
    }

    private static async Task RefusesAsync(IReadOnlyList<string> lines, params string[] problems)
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "damaged.jsonl");
        await File.WriteAllLinesAsync(file, lines);
        var target = Path.Combine(folder.Path, "data");
        var typed = await ImportAsync(target, file);
        Assert.Equal(1, typed.ExitCode);
        Assert.Equal([.. problems.Select(p => $"damaged.jsonl: {p}"), "Nothing was imported."],
            typed.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd('\r')));
        Assert.False(Directory.Exists(target));
    }
}
