using CtVoice.Core.Storage;
using CtVoice.Local.Storage;
using CtVoice.Local.Tests.Crashes;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Local.Tests.Commands;

/// <summary>A folder with a review in it, to be tampered with in copies.</summary>
public sealed class ReviewedFolder : IAsyncLifetime, IDisposable
{
    private readonly PreparedFolder prepared = new();
    private readonly TempFolder folder = new();

    internal string ReviewId { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await prepared.InitializeAsync();
        await using var installation = await Installation.StartAsync(prepared);
        var script = new ShortReview(installation);
        await script.AskAsync();
        await script.ReleaseTextsAsync();
        await script.PassAsync(TimeSpan.FromHours(1));
        await script.ReplyAsync((await script.PanelAsync("seats"))[0], "a1", "2 only if names are taken out");
        ReviewId = script.Id;
        await installation.StopAsync();
        File.Copy(Path.Combine(installation.Folder, "ctvoice.db"), Path.Combine(folder.Path, "ctvoice.db"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        prepared.Dispose();
        folder.Dispose();
    }

    /// <summary>A copy in which somebody changed rows of the review behind the software's back.</summary>
    internal async Task<TempFolder> TamperedAsync(Func<ITable, string, Task>? tamper)
    {
        var copy = new TempFolder();
        File.Copy(Path.Combine(folder.Path, "ctvoice.db"), Path.Combine(copy.Path, "ctvoice.db"));
        using var database = new SqliteDatabase(copy.Path);
        if (tamper is not null)
            await tamper(SqliteTables.Open(database).Records, $"review|{ReviewId}");
        return copy;
    }
}

/// <summary>Somebody with the file in hand rewrites history; <c>ctvoice verify</c> says where.</summary>
public sealed class VerifyCommandTests(ReviewedFolder reviewed) : IClassFixture<ReviewedFolder>
{
    [Fact]
    public async Task An_untouched_folder_is_verified()
    {
        using var folder = await reviewed.TamperedAsync(null);
        var typed = await Typed.RunAsync("verify", "--data", folder.Path);
        Assert.Equal((0, "ledger: verified (1 reviews)", ""), (typed.ExitCode, typed.FirstLine, typed.Error));
    }

    [Fact]
    public Task A_changed_field_is_found() => FindsAsync("entry 3 does not carry the hash", (table, review) =>
        ChangeAsync(table, review, Entry(3),
            row => row.WithText(row.LongTextOrNull()!.Replace("system", "sistem", StringComparison.Ordinal))));

    [Fact]
    public Task A_removed_entry_is_found() => FindsAsync("entry 4 is missing; entry 5 stands in its place", (table, review) =>
        SubmitAsync(table, review, new TableOperation.Delete(Entry(4))));

    [Fact]
    public Task Swapped_entries_are_found() => FindsAsync("entry 2", async (table, review) =>
    {
        var (two, three) = ((await table.GetAsync(review, Entry(2)))!, (await table.GetAsync(review, Entry(3)))!);
        await ChangeAsync(table, review, Entry(2), row => row.With("hash", three.Text("hash")).WithText(three.LongTextOrNull()!));
        await ChangeAsync(table, review, Entry(3), row => row.With("hash", two.Text("hash")).WithText(two.LongTextOrNull()!));
    });

    [Fact]
    public Task A_forged_hash_is_found() => FindsAsync("entry 2 does not carry the hash", (table, review) =>
        ChangeAsync(table, review, Entry(2), row => row.With("hash", new string('a', 64))));

    [Fact]
    public Task A_cut_tail_is_found() => FindsAsync("entries, the ledger holds", async (table, review) =>
    {
        var last = (await table.QueryAsync(TableQuery.StartingWith(review, "ledger|"))).Rows[^1];
        await SubmitAsync(table, review, new TableOperation.Delete(last.Key));
    });

    [Fact]
    public Task A_changed_state_is_found() => FindsAsync("state is not the one that the last entry vouches for", (table, review) =>
        ChangeAsync(table, review, "head",
            row => row.WithText(row.LongTextOrNull()!.Replace("\"choice\":2", "\"choice\":1", StringComparison.Ordinal))));

    [Fact]
    public Task A_changed_text_is_found() => FindsAsync("the text 'reply|1|1' is not the one that entry", (table, review) =>
        ChangeAsync(table, review, "content|reply|1|1", row => row.WithText("I agree with everything.")));

    [Fact]
    public Task A_removed_text_is_found() => FindsAsync("refers to the text 'reply|1|1', which is gone", (table, review) =>
        SubmitAsync(table, review, new TableOperation.Delete("content|reply|1|1")));

    [Fact]
    public Task A_removed_state_is_found() => FindsAsync("the review's state is gone; its ledger goes on to entry", async (table, review) =>
        await SubmitAsync(table, review, new TableOperation.Delete("head")));

    [Fact]
    public async Task A_folder_without_data_is_told()
    {
        using var folder = new TempFolder();
        var typed = await Typed.RunAsync("verify", "--data", folder.Path);
        Assert.Equal((2, $"There is no CtVoice data in {folder.Path}."), (typed.ExitCode, typed.Error.Trim()));
    }

    [Fact]
    public async Task What_is_covered_is_said()
    {
        using var folder = await reviewed.TamperedAsync(null);
        var typed = await Typed.RunAsync("verify", "--data", folder.Path);
        Assert.Matches(
            "^ledger: verified \\(1 reviews\\)\ndatabase: whole \\([0-9,]+ rows\\)\nCovered: .*\nNot covered: .*contact data.*\n$",
            typed.Output.ReplaceLineEndings("\n"));
    }

    /// <summary>A page that no ledger leads to: the numbers of members stand on it.</summary>
    [Fact]
    public async Task A_damaged_page_that_no_ledger_vouches_for_is_found()
    {
        using var folder = await reviewed.TamperedAsync(null);
        var path = Path.Combine(folder.Path, "ctvoice.db");
        var file = await File.ReadAllBytesAsync(path);
        // A leaf, by its first byte: those above lead to others, and what is wrong with them breaks the reading off.
        var page = Enumerable.Range(1, (file.Length / 4096) - 1).Select(n => n * 4096)
            .First(at => file[at] is 10 && file.AsSpan(at, 4096).IndexOf("+1203555"u8) >= 0);
        // The order of the rows on it, two bytes each, begins after eight bytes.
        (file[page + 8], file[page + 9], file[page + 10], file[page + 11]) =
            (file[page + 10], file[page + 11], file[page + 8], file[page + 9]);
        await File.WriteAllBytesAsync(path, file);

        var typed = await Typed.RunAsync("verify", "--data", folder.Path);

        Assert.Equal(1, typed.ExitCode);
        Assert.StartsWith("database: ", typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_is_no_verified_store()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "ctvoice.db");
        await File.WriteAllBytesAsync(path, []);
        var typed = await Typed.RunAsync("verify", "--data", folder.Path);
        Assert.Equal((2, $"{path} holds no CtVoice data."), (typed.ExitCode, typed.Error.Trim()));
        Assert.Equal(0, new FileInfo(path).Length);
    }

    [Fact]
    public async Task A_folder_in_use_says_what_to_do()
    {
        using var folder = await reviewed.TamperedAsync(null);
        using var served = new SqliteDatabase(folder.Path);
        var typed = await Typed.RunAsync("verify", "--data", folder.Path);
        Assert.Equal(
            (2, $"Another process uses the data folder {folder.Path}; one at a time may: stop it, or verify --server URL."),
            (typed.ExitCode, typed.Error.Trim()));
        typed = await Typed.RunAsync("keys", "list", "--data", folder.Path);
        Assert.Equal((1, $"Another process uses the data folder {folder.Path}; one at a time may: stop it."),
            (typed.ExitCode, typed.Error.Trim()));
    }

    [Fact]
    public async Task Lists_are_written_again_from_the_reviews()
    {
        using var folder = await reviewed.TamperedAsync((table, _) => SubmitAsync(
            table, "reviews|DSS", new TableOperation.Upsert(new TableRow("reviews|DSS", "zzz").With("id", "r-forged"))));
        var typed = await Typed.RunAsync("rebuild", "--data", folder.Path);
        Assert.Equal((0, "lists written again for 1 reviews", ""), (typed.ExitCode, typed.Output.Trim(), typed.Error));
        using var database = new SqliteDatabase(folder.Path);
        var rows = (await SqliteTables.Open(database).Records.QueryAsync(new("reviews|DSS"))).Rows;
        Assert.Equal([reviewed.ReviewId], rows.Select(r => r.Text("id")));
    }

    private async Task FindsAsync(string problem, Func<ITable, string, Task> tamper)
    {
        using var folder = await reviewed.TamperedAsync(tamper);
        var typed = await Typed.RunAsync("verify", "--data", folder.Path);
        Assert.Equal((1, ""), (typed.ExitCode, typed.Output));
        Assert.Contains(typed.Error.Split('\n'), line =>
            line.StartsWith(reviewed.ReviewId + ": ", StringComparison.Ordinal) && line.Contains(problem, StringComparison.Ordinal));
    }

    private static string Entry(int number) => $"ledger|{number:D8}";

    private static async Task ChangeAsync(ITable table, string partition, string key, Func<TableRow, TableRow> change)
    {
        var row = (await table.GetAsync(partition, key))!;
        await SubmitAsync(table, partition, new TableOperation.Replace(change(row)));
    }

    private static async Task SubmitAsync(ITable table, string partition, TableOperation operation) =>
        Assert.True((await table.SubmitAsync(partition, [operation])).Committed);
}
