using System.Text.Json.Nodes;
using CtVoice.Core.Reviews;
using CtVoice.Local.Host;
using CtVoice.Local.Storage;
using CtVoice.Local.Tests.Crashes;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Proof.Faults;

/// <summary>When the file can no longer be written the host says why, accepts nothing more and leaves nothing half-written.</summary>
public sealed class DatabaseFaultTests(PreparedFolder prepared) : IClassFixture<PreparedFolder>
{
    /// <summary>The disk fills up at several places of a review; each time a start on a larger disk goes on.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(19)]
    [InlineData(31)]
    public async Task A_full_disk_stops_the_host_and_a_larger_one_goes_on(int pagesLeft)
    {
        await using var installation = await Installation.StartAsync(prepared);
        var pages = new FileInfo(Path.Combine(installation.Folder, "ctvoice.db")).Length / 4096;
        await installation.RestartAsync(new SqliteOptions { MaxPages = pages + pagesLeft });
        var script = new ShortReview(installation);
        await script.PlayAsync();
        Assert.StartsWith("The disk is full", installation.Death, StringComparison.Ordinal);
        Assert.Empty((await installation.Service<ReviewStore>().VerifyAsync(script.Id))!);
        Assert.Equal(ReviewStage.Finished, (await installation.Service<ReviewStore>().ReadAsync(script.Id))!.State.Stage);
    }

    [Fact]
    public async Task A_host_on_a_full_disk_accepts_nothing_more()
    {
        await using var installation = await Installation.StartAsync(prepared);
        var pages = new FileInfo(Path.Combine(installation.Folder, "ctvoice.db")).Length / 4096;
        await installation.RestartAsync(new SqliteOptions { MaxPages = pages });
        await RefusesAsync(installation, "The disk is full");
        // Nothing half-written: an id may have been noted, but no part of a review is there.
        await installation.StopAsync();
        var typed = await Typed.RunAsync("verify", "--data", installation.Folder);
        Assert.Equal((0, "ledger: verified (0 reviews)", ""), (typed.ExitCode, typed.FirstLine, typed.Error));
    }

    [Fact]
    public async Task A_file_locked_by_another_program_stops_the_host()
    {
        await using var installation = await Installation.StartAsync(prepared);
        using (var other = new SqliteConnection(Path.Combine(installation.Folder, "ctvoice.db"), readOnly: false))
        {
            other.Execute("BEGIN IMMEDIATE");
            await RefusesAsync(installation, "The database file is locked by another program");
            other.Execute("ROLLBACK");
        }
        await installation.RestartAsync();
        Assert.Empty(await installation.Service<ReviewStore>().AllIdsAsync());
        var script = new ShortReview(installation);
        await script.AskAsync();
        Assert.Empty((await installation.Service<ReviewStore>().VerifyAsync(script.Id))!);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4096)]
    public async Task A_damaged_file_is_told_at_the_start_and_by_verify(int from)
    {
        using var folder = new TempFolder();
        prepared.CopyTo(folder.Path);
        Damage(folder.Path, from);
        var refused =
            await Assert.ThrowsAsync<StartRefusedException>(
                () => LocalHost.StartAsync(new(folder.Path, Port: 0), Installation.InMemoryServer));
        Assert.StartsWith("The database file is damaged", refused.Message, StringComparison.Ordinal);
        var typed = await Typed.RunAsync("verify", "--data", folder.Path);
        Assert.Equal(2, typed.ExitCode);
        Assert.StartsWith("The database file is damaged", typed.Error, StringComparison.Ordinal);
    }

    /// <summary>A request is refused, and the reason is known; so is the next one.</summary>
    private static async Task RefusesAsync(Installation installation, string because)
    {
        await using var sample = SampleFiles.Open("projects/snap-homelessness.json");
        var project = await JsonNode.ParseAsync(sample);
        for (var time = 1; time <= 2; time++)
        {
            var (status, text) = await installation.AskAsync(HttpMethod.Post, "/api/projects", "DSS", project, "full");
            Assert.InRange((int)status, 500, 599);
            Assert.DoesNotContain(installation.Folder, text, StringComparison.Ordinal);
        }
        Assert.StartsWith(because, await installation.Host.Faulted, StringComparison.Ordinal);
    }

    private static void Damage(string folder, int from)
    {
        using var file = File.OpenWrite(Path.Combine(folder, "ctvoice.db"));
        file.Position = from;
        var rubbish = new byte[file.Length - from];
        Array.Fill(rubbish, (byte)0x5A);
        file.Write(rubbish);
    }
}
