using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace CtVoice.Functions.Tests.Settings;

/// <summary>The settings at the repository's root, read the way the host reads them.</summary>
internal static class SampleSettings
{
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The values of <c>local.settings.sample.json</c>, each an environment variable of the worker.</summary>
    public static Dictionary<string, string?> Values()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "local.settings.sample.json")));
        return file.RootElement.GetProperty("Values").EnumerateObject().ToDictionary(v => v.Name, v => v.Value.GetString());
    }

    /// <summary>The sample with some settings changed; null removes one.</summary>
    public static IConfiguration With(params (string Name, string? Value)[] changes)
    {
        var values = Values();
        foreach (var (name, value) in changes)
            values[name] = value;
        return new ConfigurationBuilder().AddInMemoryCollection(
            values.Where(v => v.Value is not null).ToDictionary(v => v.Key.Replace("__", ":", StringComparison.Ordinal), v => v.Value))
            .Build();
    }

    public static JsonElement HostJson()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "host.json")));
        return file.RootElement.Clone();
    }

    private static string FindRoot(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("CtVoice.sln is in no folder above the tests.")
        : File.Exists(Path.Combine(folder.FullName, "CtVoice.sln")) ? folder.FullName
        : FindRoot(folder.Parent);
}
