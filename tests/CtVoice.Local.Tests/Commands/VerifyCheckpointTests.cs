using System.Text.Json.Nodes;
using CtVoice.Core.Ledger;
using CtVoice.Core.Storage;
using CtVoice.Local.Demo;
using CtVoice.Local.Host;
using CtVoice.Local.Storage;
using CtVoice.Local.Tests.Crashes;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Local.Tests.Commands;

/// <summary>A folder with a review and four nights of checkpoints, and the third of them kept outside.</summary>
public sealed class CheckpointedFolder : IAsyncLifetime, IDisposable
{
    private readonly PreparedFolder prepared = new();
    private readonly TempFolder folder = new();
    private readonly TempFolder outside = new();

    internal string ReviewId { get; private set; } = "";

    internal string Partition => $"review|{ReviewId}";

    /// <summary>What somebody kept.</summary>
    internal string Kept => Path.Combine(outside.Path, "checkpoint.json");

    /// <summary>The public key of the installation.</summary>
    internal string PublicKey => Path.Combine(outside.Path, "key.txt");

    internal byte[] Secret { get; private set; } = [];

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
        await script.PassAsync(TimeSpan.FromDays(3));
        var latest = await installation.GetAsync("/api/register/checkpoints/latest");
        Assert.Equal(3, latest["number"]!.GetValue<int>());
        await File.WriteAllTextAsync(Kept, latest.ToJsonString());
        await File.WriteAllTextAsync(PublicKey, latest["key"]!["publicKey"]!.GetValue<string>());
        await script.ReplyAsync((await script.PanelAsync("seats"))[1], "b1", "3 no");
        await script.PassAsync(TimeSpan.FromDays(4));
        Secret = Convert.FromHexString(await File.ReadAllTextAsync(LocalSettings.SigningKeyPath(installation.Folder)));
        await installation.StopAsync();
        CopyAll(installation.Folder, folder.Path);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        prepared.Dispose();
        folder.Dispose();
        outside.Dispose();
    }

    /// <summary>A copy in which somebody changed rows behind the software's back.</summary>
    internal async Task<TempFolder> TamperedAsync(Func<ITable, Task> tamper)
    {
        var copy = new TempFolder();
        CopyAll(folder.Path, copy.Path);
        using var database = new SqliteDatabase(copy.Path);
        await tamper(SqliteTables.Open(database).Records);
        return copy;
    }

    private static void CopyAll(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}

/// <summary>
/// Somebody with the file, and even the key, in hand makes a history that fits together. A checkpoint that was kept
/// outside finds it.
/// </summary>
public sealed class VerifyCheckpointTests(CheckpointedFolder kept) : IClassFixture<CheckpointedFolder>
{
    [Fact]
    public async Task What_was_not_touched_holds_against_the_kept_checkpoint_and_the_public_key()
    {
        using var folder = await kept.TamperedAsync(_ => Task.CompletedTask);
        var typed = await VerifyAsync(folder, "--checkpoint", kept.Kept, "--public-key", kept.PublicKey);
        Assert.Equal((0, "ledger: verified (1 reviews, 5 checkpoints)", ""), (typed.ExitCode, typed.FirstLine, typed.Error));
    }

    [Fact]
    public async Task A_rewritten_chain_is_found_by_the_stores_own_checkpoints()
    {
        using var folder = await kept.TamperedAsync(RewriteAsync);
        var typed = await VerifyAsync(folder);
        Assert.Equal(1, typed.ExitCode);
        Assert.Contains("no entry opens the seal of checkpoint 1: the ledger was cut or written again", typed.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rewritten_chain_is_found_from_the_file_alone_though_every_checkpoint_was_made_anew_with_the_right_key()
    {
        using var folder = await kept.TamperedAsync(async table =>
        {
            await RewriteAsync(table);
            await ForgeCheckpointsAsync(table, new SigningKey(kept.Secret));
        });
        Assert.Equal(0, (await VerifyAsync(folder)).ExitCode);

        var typed = await VerifyAsync(folder, "--checkpoint", kept.Kept);
        Assert.Equal((1, ""), (typed.ExitCode, typed.Output));
        Assert.Contains($"{kept.ReviewId}: no entry opens the seal of checkpoint 3: the ledger was cut or written again", typed.Error,
            StringComparison.Ordinal);
        Assert.Contains("the store's checkpoint 3 is not the one in the file", typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checkpoints_made_anew_with_another_key_are_found_from_the_public_key_alone()
    {
        using var folder = await kept.TamperedAsync(async table =>
        {
            await RewriteAsync(table);
            await ForgeCheckpointsAsync(table, new SigningKey(new byte[32]));
        });
        var typed = await VerifyAsync(folder, "--public-key", kept.PublicKey);
        Assert.Equal(1, typed.ExitCode);
        Assert.Contains("which nobody trusted vouches for", typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cut_tail_is_found_from_the_file_alone()
    {
        using var folder = await kept.TamperedAsync(async table =>
        {
            await CutAsync(table);
            await DropCheckpointsAsync(table);
        });
        Assert.Equal(0, (await VerifyAsync(folder)).ExitCode);
        var typed = await VerifyAsync(folder, "--checkpoint", kept.Kept);
        Assert.Equal(1, typed.ExitCode);
        Assert.Contains(typed.Error.Split('\n'), line =>
            line == $"{kept.ReviewId}: no entry opens the seal of checkpoint 3: the ledger was cut or written again");
    }

    [Fact]
    public async Task A_missing_review_is_found_from_the_file_alone()
    {
        using var folder = await kept.TamperedAsync(async table =>
        {
            await DropAsync(table, new(kept.Partition));
            await DropAsync(table, new("ids|2027"));
            await DropCheckpointsAsync(table);
        });
        var typed = await VerifyAsync(folder);
        Assert.Equal((0, "ledger: verified (0 reviews)"), (typed.ExitCode, typed.FirstLine));
        typed = await VerifyAsync(folder, "--checkpoint", kept.Kept);
        Assert.Equal(1, typed.ExitCode);
        Assert.Contains($"{kept.ReviewId}: checkpoint 3 knows this review; it is gone", typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_checkpoint_is_found()
    {
        using var folder = await kept.TamperedAsync(table => DropAsync(table, TableQuery.StartingWith("checkpoints", "c|2147483645")));
        var typed = await VerifyAsync(folder);
        Assert.Equal((1, "checkpoints: checkpoint 2 is missing; checkpoint 3 stands in its place"), (typed.ExitCode, typed.Error.Trim()));
    }

    [Fact]
    public async Task A_state_that_cannot_be_read_is_found_and_the_rest_is_checked()
    {
        using var folder = await kept.TamperedAsync(table => ChangeAsync(table, "head", row => row.WithText("no json")));
        var typed = await VerifyAsync(folder);
        Assert.Equal((1, $"{kept.ReviewId}: the review cannot be read (JsonException)"), (typed.ExitCode, typed.Error.Trim()));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    public async Task A_file_that_is_no_checkpoint_is_told(string text)
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "wrong.json");
        await File.WriteAllTextAsync(file, text);
        var typed = await VerifyAsync(folder, "--checkpoint", file);
        Assert.Equal((2, $"{file} is not a checkpoint as /api/register/checkpoints/latest gives it."),
            (typed.ExitCode, typed.Error.Trim()));
    }

    [Fact]
    public async Task A_server_is_checked_from_outside()
    {
        using var folder = await kept.TamperedAsync(_ => Task.CompletedTask);
        await using var host =
            await LocalHost.StartAsync(new(folder.Path, Port: 0) { Clock = new StandingClock(Installation.Start), TimePasses = false });
        var url = host.Url.AbsoluteUri;

        var everybody = await Typed.RunAsync("verify", "--server", url, "--checkpoint", kept.Kept);
        Assert.Equal((0, "ledger: verified (0 reviews, 2 checkpoints)", ""), (everybody.ExitCode, everybody.FirstLine, everybody.Error));
        var auditor = await Typed.RunAsync("verify", "--server", url, "--key-file", FirstStart.KeyPath(folder.Path, "auditor"));
        Assert.Equal((0, "ledger: verified (1 reviews, 4 checkpoints)", ""), (auditor.ExitCode, auditor.FirstLine, auditor.Error));
        var agency = await Typed.RunAsync("verify", "--server", url, "--key-file", FirstStart.KeyPath(folder.Path, "DSS"));
        Assert.Equal((2, "The key does not open the ledgers: it takes that of an auditor or a coordinator."),
            (agency.ExitCode, agency.Error.Trim()));
    }

    [Fact]
    public async Task A_server_that_rewrote_everything_is_found_from_the_file()
    {
        using var folder = await kept.TamperedAsync(async table =>
        {
            await RewriteAsync(table);
            await ForgeCheckpointsAsync(table, new SigningKey(kept.Secret));
        });
        await using var host =
            await LocalHost.StartAsync(new(folder.Path, Port: 0) { Clock = new StandingClock(Installation.Start), TimePasses = false });
        var auditor = FirstStart.KeyPath(folder.Path, "auditor");

        Assert.Equal(0, (await Typed.RunAsync("verify", "--server", host.Url.AbsoluteUri, "--key-file", auditor)).ExitCode);
        var typed = await Typed.RunAsync("verify", "--server", host.Url.AbsoluteUri, "--key-file", auditor, "--checkpoint", kept.Kept);

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains("the server's checkpoint 3 is not the one in the file", typed.Error, StringComparison.Ordinal);
        Assert.Contains("checkpoint 4 does not follow from checkpoint 3", typed.Error, StringComparison.Ordinal);
        Assert.Contains($"{kept.ReviewId}: no entry opens the seal of checkpoint 3", typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_checkpoints_are_public_and_name_no_person()
    {
        using var folder = await kept.TamperedAsync(_ => Task.CompletedTask);
        await using var host =
            await LocalHost.StartAsync(new(folder.Path, Port: 0) { Clock = new StandingClock(Installation.Start), TimePasses = false });
        using var http = new HttpClient { BaseAddress = host.Url };

        var page = JsonNode.Parse(await http.GetStringAsync("/api/register/checkpoints"))!;
        Assert.Equal([4, 3, 2, 1], page["checkpoints"]!.AsArray().Select(c => c!["number"]!.GetValue<int>()));
        var text = JsonNode.Parse(JsonNode.Parse(await http.GetStringAsync("/api/register/checkpoints/2"))!["text"]!.GetValue<string>())!;
        Assert.Equal(["n", "day", "at", "previous", "key", "reviews"], text.AsObject().Select(p => p.Key));
        Assert.All(text["reviews"]!.AsArray(), r => Assert.Equal(["id", "sealed"], r!.AsObject().Select(p => p.Key)));
        foreach (var none in new[] { "0", "5", "-1", "newest", "99999999999" })
            Assert.Equal(System.Net.HttpStatusCode.NotFound,
                (await http.GetAsync(new Uri($"/api/register/checkpoints/{none}", UriKind.Relative))).StatusCode);
    }

    private static Task<Typed> VerifyAsync(TempFolder folder, params string[] more) =>
        Typed.RunAsync(["verify", "--data", folder.Path, .. more]);

    /// <summary>Puts another word into entry 3 and makes every hash after it anew, so that the chain fits together.</summary>
    private async Task RewriteAsync(ITable table)
    {
        var rows = (await table.QueryAsync(TableQuery.StartingWith(kept.Partition, "ledger|"))).Rows;
        var previous = LedgerChain.Origin;
        var head = (await table.GetAsync(kept.Partition, "head"))!;
        foreach (var row in rows)
        {
            var number = (int)row.Number("n")!.Value;
            var text = number == 3 ? row.LongTextOrNull()!.Replace("system", "agency", StringComparison.Ordinal) : row.LongTextOrNull()!;
            previous = LedgerChain.HashOf(previous, number, text);
            await ChangeAsync(table, row.Key, held => held.With("hash", previous).WithText(text));
        }
        await ChangeAsync(table, "head", _ => head.With("ledgerHash", previous));
    }

    /// <summary>Removes everything after entry 5, and makes entry 5 vouch for the state as it is.</summary>
    private async Task CutAsync(ITable table)
    {
        var rows = (await table.QueryAsync(TableQuery.StartingWith(kept.Partition, "ledger|"))).Rows;
        foreach (var row in rows.Skip(5))
            await SubmitAsync(table, kept.Partition, new TableOperation.Delete(row.Key));
        var head = (await table.GetAsync(kept.Partition, "head"))!;
        var entry = JsonNode.Parse(rows[4].LongTextOrNull()!)!;
        entry["state"] = LedgerChain.Digest(head.LongTextOrNull()!);
        var text = entry.ToJsonString();
        var hash = LedgerChain.HashOf(rows[3].Text("hash")!, 5, text);
        await ChangeAsync(table, rows[4].Key, row => row.With("hash", hash).WithText(text));
        await ChangeAsync(table, "head", row => row.With("ledgerCount", 5L).With("ledgerHash", hash));
    }

    private async Task ForgeCheckpointsAsync(ITable table, SigningKey key)
    {
        var tables = new TableSet(table, table);
        var days = new List<CheckpointText>();
        await foreach (var checkpoint in new CheckpointStore(tables).AllAsync())
            days.Add(checkpoint.Read());
        await DropCheckpointsAsync(table);
        Checkpoint? last = null;
        foreach (var day in days)
        {
            var anchors = new List<LedgerAnchor>();
            var entries = (await table.QueryAsync(TableQuery.StartingWith(kept.Partition, "ledger|"))).Rows
                .Select(r => new LedgerEntry((int)r.Number("n")!.Value, r.LongTextOrNull()!, r.Text("hash")!)).ToList();
            foreach (var anchor in day.Reviews)
                anchors.Add(anchor with
                { Sealed = LedgerSeal.Commitment(anchor.Id, entries.Single(e => LedgerSeal.NightOf(e) == day.Day)) });
            last = CheckpointChain.Next(last, anchors, day.Day, day.At, key);
            Assert.True(await new CheckpointStore(tables).AddAsync(last));
        }
    }

    private static Task DropCheckpointsAsync(ITable table) => DropAsync(table, new("checkpoints"));

    private static async Task DropAsync(ITable table, TableQuery query)
    {
        foreach (var row in (await table.QueryAsync(query)).Rows)
            await SubmitAsync(table, query.Partition, new TableOperation.Delete(row.Key));
    }

    private async Task ChangeAsync(ITable table, string key, Func<TableRow, TableRow> change) => await SubmitAsync(
        table, kept.Partition, new TableOperation.Upsert(change((await table.GetAsync(kept.Partition, key))!)));

    private static async Task SubmitAsync(ITable table, string partition, TableOperation operation) =>
        Assert.True((await table.SubmitAsync(partition, [operation])).Committed);
}
