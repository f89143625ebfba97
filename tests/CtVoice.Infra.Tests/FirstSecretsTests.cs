using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CtVoice.Testing;
using CtVoice.Testing.Programs;

namespace CtVoice.Infra.Tests;

/// <summary>The program that azd runs around a deployment, against a stand-in of azd that writes down what it is told.</summary>
public sealed partial class FirstSecretsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ctvoice-azd-");

    [SkippableFact]
    public async Task The_first_deployment_makes_every_secret_and_shows_the_first_key_once()
    {
        var run = await HookAsync("make", []);

        var told = Told();
        Assert.Equal(
            ["CTVOICE_EMAIL_WEBHOOK_SECRET", "CTVOICE_EVENT_WEBHOOK_SECRET", "CTVOICE_FIRST_KEY_HASH", "CTVOICE_INDEX_KEY",
                "CTVOICE_SIGNING_KEY"], told.Keys.Order());
        Assert.Equal(told.Count, told.Values.Distinct().Count());
        Assert.All(told.Where(t => t.Key.EndsWith("_KEY", StringComparison.Ordinal)),
            t => Assert.Equal(32, Convert.FromBase64String(t.Value).Length));
        Assert.All(told.Where(t => t.Key.EndsWith("_SECRET", StringComparison.Ordinal)),
            t => Assert.Equal(32, Convert.FromHexString(t.Value).Length));
        var key = FirstKey().Match(run.Output).Value;
        Assert.Equal(told["CTVOICE_FIRST_KEY_HASH"], Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
    }

    [SkippableFact]
    public async Task A_later_deployment_makes_nothing()
    {
        await HookAsync("make", new() { ["AZURE_KEY_VAULT_NAME"] = "kv" });
        Assert.Empty(Told());
    }

    [SkippableFact]
    public async Task After_a_deployment_the_secrets_are_forgotten_and_the_hash_is_not()
    {
        await HookAsync("forget", new()
        { ["CTVOICE_INDEX_KEY"] = "a", ["CTVOICE_TWILIO_AUTH_TOKEN"] = "b", ["CTVOICE_FIRST_KEY_HASH"] = "c" });
        Assert.Equal(new Dictionary<string, string> { ["CTVOICE_INDEX_KEY"] = "", ["CTVOICE_TWILIO_AUTH_TOKEN"] = "" }, Told());
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<Run> HookAsync(string verb, Dictionary<string, string?> environment)
    {
        Skip.If(Environment.GetEnvironmentVariable("CTVOICE_LONG") != "1", "Builds a program of its own: CTVOICE_LONG=1 runs it.");
        Skip.If(OperatingSystem.IsWindows(), "The stand-in of azd is a shell script.");
        var azd = Path.Combine(folder.FullName, "azd");
        await File.WriteAllTextAsync(azd, $"#!/bin/sh\necho \"$3=$4\" >> '{folder.FullName}/told'\n");
#pragma warning disable CA1416 // Windows was ruled out above; the analyzer does not follow Skip.
        File.SetUnixFileMode(azd, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
#pragma warning restore CA1416
        environment["PATH"] = folder.FullName + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        var run = await Run.OfAsync(environment, "dotnet", Repository.Root, "run", "infra/hooks/FirstSecrets.cs", verb);
        Assert.Equal("", run!.Errors);
        Assert.Equal(0, run.ExitCode);
        return run;
    }

    private Dictionary<string, string> Told()
    {
        var log = Path.Combine(folder.FullName, "told");
        return File.Exists(log)
            ? File.ReadLines(log).Select(line => line.Split('=', 2)).ToDictionary(p => p[0], p => p[1])
            : [];
    }

    [GeneratedRegex("ctv_[0-9a-f]{64}")]
    private static partial Regex FirstKey();
}
