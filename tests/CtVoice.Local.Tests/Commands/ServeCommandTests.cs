using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using CtVoice.Local.Host;
using CtVoice.Local.Storage;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Local.Tests.Commands;

public sealed class ServeCommandTests(PreparedFolder prepared) : IClassFixture<PreparedFolder>
{
    [Fact]
    public async Task A_taken_port_is_told_with_what_to_do()
    {
        using var folder = new TempFolder();
        prepared.CopyTo(folder.Path);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var typed = await Typed.RunAsync("serve", "--data", folder.Path, "--port", port.ToString(null, null));
        Assert.Equal((1, $"Port {port} is taken. Choose another with --port N, or --port 0 for any that is free."),
            (typed.ExitCode, typed.Error.Trim()));
        // It let go of the folder.
        using var database = new SqliteDatabase(folder.Path);
    }

    [Fact]
    public async Task A_file_in_place_of_the_folder_is_told()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "data");
        await File.WriteAllTextAsync(file, "not a folder");
        var typed = await Typed.RunAsync("serve", "--data", file, "--port", "0");
        Assert.Equal(1, typed.ExitCode);
        Assert.StartsWith($"The data folder {file} cannot be written: ", typed.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_folder_that_may_not_be_written_is_told()
    {
        Skip.If(OperatingSystem.IsWindows(), "File modes are those of Unix.");
        Skip.If(Environment.IsPrivilegedProcess, "Root may write everywhere.");
        using var folder = new TempFolder();
        var closed = Directory.CreateDirectory(Path.Combine(folder.Path, "closed"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(closed.FullName, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var typed = await Typed.RunAsync("serve", "--data", closed.FullName, "--port", "0");
        Assert.Equal(1, typed.ExitCode);
        Assert.StartsWith($"The data folder {closed.FullName} cannot be written: ", typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_another_process_uses_is_told()
    {
        using var folder = new TempFolder();
        using var other = new SqliteDatabase(folder.Path);
        var typed = await Typed.RunAsync("serve", "--data", folder.Path, "--port", "0");
        Assert.Equal((1, $"Another process uses the data folder {folder.Path}; one at a time may."), (typed.ExitCode, typed.Error.Trim()));
    }

    [Fact]
    public async Task A_fresh_start_leaves_a_folder_alone_that_is_in_use()
    {
        using var folder = new TempFolder();
        using var other = new SqliteDatabase(folder.Path);
        var typed = await Typed.RunAsync("serve", "--data", folder.Path, "--port", "0", "--fresh", "--yes");
        Assert.Equal(1, typed.ExitCode);
        Assert.True(File.Exists(Path.Combine(folder.Path, "ctvoice.db")));
    }

    [Fact]
    public async Task A_fresh_start_leaves_a_folder_of_somebody_else_alone()
    {
        using var folder = new TempFolder();
        var theirs = Path.Combine(folder.Path, "thesis.txt");
        await File.WriteAllTextAsync(theirs, "years of work");
        var typed = await Typed.RunAsync("serve", "--data", folder.Path, "--port", "0", "--fresh");
        Assert.Equal((1, $"{folder.Path} is not empty and holds no CtVoice data, so --fresh does not touch it."),
            (typed.ExitCode, typed.Error.Trim()));
        Assert.Equal("years of work", await File.ReadAllTextAsync(theirs));
    }

    [Fact]
    public async Task What_would_be_replaced_is_said_first_and_stays_without_a_second_word()
    {
        using var folder = new TempFolder();
        prepared.CopyTo(folder.Path);
        foreach (var typed in new[]
        {
            await Typed.RunAsync("serve", "--data", folder.Path, "--port", "0", "--fresh"),
            await Typed.RunAsync("demo", "--keep", "--data", folder.Path, "--fresh"),
        })
        {
            Assert.Equal(1, typed.ExitCode);
            Assert.Matches(
                $"^--fresh replaces everything in {folder.Path}: [0-9,]+ KiB, last written 2[-0-9: ]+ UTC. Say --yes to do that.",
                typed.Error);
        }
        Assert.Equal(0, (await Typed.RunAsync("verify", "--data", folder.Path)).ExitCode);

        var file = Path.Combine(folder.Path, "notes.jsonl");
        await File.WriteAllTextAsync(file, "notes of mine");
        var refused = await Typed.RunAsync("export", file, "--data", folder.Path);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains($"{file} is there already: 1 KiB", refused.Error, StringComparison.Ordinal);
        Assert.Equal("notes of mine", await File.ReadAllTextAsync(file));
        Assert.Equal(0, (await Typed.RunAsync("export", file, "--data", folder.Path, "--yes")).ExitCode);
        Assert.NotEqual("notes of mine", await File.ReadAllTextAsync(file));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("65536")]
    [InlineData("many")]
    public async Task A_port_out_of_range_is_refused(string port)
    {
        var typed = await Typed.RunAsync("serve", "--port", port);
        Assert.NotEqual(0, typed.ExitCode);
        Assert.Contains("--port", typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_survives_kill_minus_9()
    {
        using var folder = new TempFolder();
        prepared.CopyTo(folder.Path);
        string? id;
        using (var served = await ServeProcess.StartAsync(folder.Path))
        {
            id = (await AskAsync(served, folder.Path))["id"]!.GetValue<string>();
            await served.KillAsync();
        }
        using var again = await ServeProcess.StartAsync(folder.Path);
        // The same request under the same key is answered with the same review.
        var repeated = await AskAsync(again, folder.Path);
        Assert.Equal(id, repeated["id"]!.GetValue<string>());
        await again.KillAsync();
        var typed = await Typed.RunAsync("verify", "--data", folder.Path);
        Assert.Equal((0, "ledger: verified (1 reviews)"), (typed.ExitCode, typed.FirstLine));
    }

    [Fact]
    public async Task Data_survive_a_restart()
    {
        await using var installation = await Installation.StartAsync(prepared);
        var script = new Crashes.ShortReview(installation);
        await script.AskAsync();
        var before = await installation.GetAsync($"/api/reviews/{script.Id}", "coordinator");
        await installation.RestartAsync();
        var after = await installation.GetAsync($"/api/reviews/{script.Id}", "coordinator");
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
        Assert.Equal(Installation.Start.AddMinutes(20), (await installation.GetAsync("/sim/clock"))["now"]!.GetValue<DateTimeOffset>());
    }

    private static async Task<JsonNode> AskAsync(ServeProcess served, string folder)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/projects");
        request.Headers.Add("X-Api-Key", await File.ReadAllTextAsync(FirstStart.KeyPath(folder, "DSS")));
        request.Headers.Add("Idempotency-Key", "once");
        await using var project = SampleFiles.Open("projects/snap-homelessness.json");
        request.Content = JsonContent.Create(await JsonNode.ParseAsync(project));
        using var response = await served.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
