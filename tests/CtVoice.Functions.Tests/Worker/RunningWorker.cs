using CtVoice.Functions.Tests.Settings;
using CtVoice.Functions.Tests.Storage;
using Microsoft.Extensions.Configuration;

namespace CtVoice.Functions.Tests.Worker;

/// <summary>The published app, running with the sample's settings as a deployed one would: its tables on Azurite,
/// one proxy in front.</summary>
public sealed class RunningWorker(Azurite azurite) : IAsyncLifetime
{
    /// <summary>Opens the door until a real key is made; its hash is in the sample.</summary>
    internal const string Key = "ctv_local-trial";

    /// <summary>Where the board is reached from outside.</summary>
    internal static readonly Uri PublicUrl = new("https://board.example.org");

    private FunctionsHost? host;

    /// <summary>What was published beside the tests.</summary>
    internal static string Folder => Path.Combine(AppContext.BaseDirectory, "worker");

    /// <summary>The host; skips the test when its storage cannot be had.</summary>
    internal FunctionsHost Host
    {
        get
        {
            Skip.If(azurite.Absent is not null, azurite.Absent);
            return host!;
        }
    }

    /// <summary>What it was started with.</summary>
    internal IConfiguration Configuration => SampleSettings.With([.. Settings(azurite.Connection).Select(s => (s.Key, s.Value))]);

    public async Task InitializeAsync()
    {
        if (azurite.Absent is null)
            host = await FunctionsHost.StartAsync(Folder, Settings(azurite.Connection));
    }

    public async Task DisposeAsync()
    {
        if (host is not null)
            await host.DisposeAsync();
    }

    /// <summary>The sample's settings on <paramref name="storage"/>, some changed.</summary>
    internal static Dictionary<string, string?> Settings(string storage, params (string Name, string? Value)[] changes)
    {
        var settings = SampleSettings.Values();
        settings["AzureWebJobsStorage"] = settings["Tables__Connection"] = storage;
        settings["Product__PublicUrl"] = PublicUrl.AbsoluteUri;
        settings["Product__TrustedProxies"] = "1";
        foreach (var (name, value) in changes)
            settings[name] = value;
        return settings;
    }
}
