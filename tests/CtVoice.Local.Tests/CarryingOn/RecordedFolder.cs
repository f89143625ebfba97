using System.IO.Compression;
using System.Text.Json.Nodes;
using CtVoice.Local.Demo;
using CtVoice.Local.Host;
using CtVoice.Local.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Local.Tests.CarryingOn;

/// <summary>A copy of the data folder that an earlier release left (see record.sh), served by this code.</summary>
internal sealed class RecordedFolder : IAsyncDisposable
{
    private readonly TempFolder folder;
    private readonly LocalHost host;
    private readonly DemoClient client;

    private readonly bool elsewhere;

    private RecordedFolder(TempFolder folder, LocalHost host, bool elsewhere)
    {
        (this.folder, this.host, this.elsewhere) = (folder, host, elsewhere);
        client = new(host.Url, KeyOf);
    }

    /// <summary>The releases of which a folder is kept.</summary>
    internal static IEnumerable<string> Releases =>
        Directory.EnumerateFiles(Place, "*.zip").Select(file => System.IO.Path.GetFileNameWithoutExtension(file)).Order();

    private static string Place => System.IO.Path.Combine(AppContext.BaseDirectory, "CarryingOn");

    /// <summary>Where the folder of a release lies.</summary>
    internal static string PathOf(string release) => System.IO.Path.Combine(Place, release + ".zip");

    /// <summary>Opens one; <paramref name="change"/> may move its rows to somewhere else.</summary>
    internal static async Task<RecordedFolder> OpenAsync(string release, Action<IServiceCollection>? change = null)
    {
        var folder = new TempFolder();
        await ZipFile.ExtractToDirectoryAsync(PathOf(release), folder.Path);
        var recorded = JsonNode.Parse(await File.ReadAllTextAsync(System.IO.Path.Combine(folder.Path, "recorded.json")))!;
        var host = await LocalHost.StartAsync(
            new(folder.Path, Port: 0) { Clock = new StandingClock(recorded["recordedAt"]!.GetValue<DateTimeOffset>()), TimePasses = false },
            change);
        return new(folder, host, change is not null);
    }

    /// <summary>The copy.</summary>
    internal string Path => folder.Path;

    /// <summary>Stops the host, as a person would; the folder stays until the end.</summary>
    internal ValueTask StopAsync() => host.DisposeAsync();

    /// <summary>Where the host listens.</summary>
    internal Uri Url => host.Url;

    /// <summary>The key that the release left for somebody.</summary>
    internal string KeyOf(string who) => File.ReadAllText(FirstStart.KeyPath(folder.Path, who));

    internal Task<JsonNode> GetAsync(string path, string who = "coordinator") => client.GetAsync(path, who);

    internal Task<JsonNode> PostAsync(string path, string? who, JsonNode body) => client.PostAsync(path, who, body);

    internal Task PassAsync(string period) => PostAsync("/sim/clock", null, new JsonObject { ["advance"] = period });

    /// <summary>The review of that title.</summary>
    internal async Task<string> ReviewAsync(string title)
    {
        var all = await GetAsync("/api/reviews?year=2027");
        return all["reviews"]!.AsArray().Single(r => r!["title"]!.GetValue<string>() == title)!["id"]!.GetValue<string>();
    }

    internal async Task<string> StageAsync(string review) => (await GetAsync($"/api/reviews/{review}"))["stage"]!.GetValue<string>();

    /// <summary>A member says something on the first of their simulated boxes, and it is applied.</summary>
    internal async Task SayAsync(string member, string words)
    {
        _ = await PostAsync($"/sim/{member}/{(await BoxesAsync(member))[0]}", null, new JsonObject { ["text"] = words });
        await PassAsync("PT0S");
    }

    /// <summary>The simulated phone and mailbox of a member; none for whoever is asked by voice.</summary>
    internal async Task<IReadOnlyList<string>> BoxesAsync(string member) =>
        [.. (await GetAsync("/sim/members")).AsArray().Single(m => m!["id"]!.GetValue<string>() == member)!["boxes"]!.AsArray()
            .Select(box => box!.GetValue<string>())];

    /// <summary>Stops the host, as a person would, and checks the ledgers with the command;
    /// rows that lie elsewhere are checked from outside.</summary>
    internal async Task<Typed> VerifyAsync()
    {
        if (elsewhere)
            return await Typed.RunAsync("verify", "--server", host.Url.ToString(), "--key-file",
                FirstStart.KeyPath(folder.Path, "coordinator"));
        await StopAsync();
        return await Typed.RunAsync("verify", "--data", folder.Path);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
        folder.Dispose();
    }
}
