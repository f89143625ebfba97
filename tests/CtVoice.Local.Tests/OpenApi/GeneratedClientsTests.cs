using System.Text.Json.Nodes;
using CtVoice.Local.Tests.CarryingOn;
using CtVoice.Local.Tests.Harness;
using CtVoice.Testing.Programs;

namespace CtVoice.Local.Tests.OpenApi;

/// <summary>
/// Programs whose whole knowledge of the API is a client that a generator of others made of <c>openapi.json</c>: they compile, and what
/// they send to a running host is taken.
/// </summary>
public sealed class GeneratedClientsTests
{
    [SkippableFact]
    public async Task A_client_in_TypeScript_submits_a_project_reads_what_waits_and_answers()
    {
        var tools = await OpenApiTools.InstalledAsync();
        // Below the packages, where both the compiler and Node.js look for them.
        var folder = Directory.CreateDirectory(Path.Combine(tools, Path.GetRandomFileName()));
        try
        {
            File.Copy(Path.Combine(tools, "consumer.ts"), Path.Combine(folder.FullName, "consumer.ts"));
            await OpenApiTools.RunAsync(folder.FullName, "openapi-typescript/bin/cli.js", OpenApiTools.Description, "-o", "api.d.ts");
            await OpenApiTools.RunAsync(folder.FullName, "typescript/bin/tsc", "--strict", "--target", "es2022", "--module", "nodenext",
                "consumer.ts");

            await IsTakenAsync(settings => Run.OfAsync(settings, "node", folder.FullName, "consumer.js"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [SkippableFact]
    public async Task A_client_in_CSharp_submits_a_project_reads_what_waits_and_answers()
    {
        Skip.If(Environment.GetEnvironmentVariable("CTVOICE_LONG") != "1",
            "Builds a project with 40,000 generated lines: CTVOICE_LONG=1 runs it.");
        using var folder = new TempFolder();
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "OpenApi", "kiota")))
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        var install =
            await Run.OfAsync("dotnet", folder.Path, "tool", "install", "--tool-path", "tool", "Microsoft.OpenApi.Kiota", "--version",
                "1.38.0");
        Skip.If(install is not { ExitCode: 0 }, $"Kiota cannot be had: {install?.Output}{install?.Errors}");
        // It asks for news of itself otherwise.
        var quiet = new Dictionary<string, string?> { ["KIOTA_OFFLINE_ENABLED"] = "true" };
        var generate = await Run.OfAsync(
            quiet, Path.Combine(folder.Path, "tool", "kiota"), folder.Path,
            "generate", "-l", "CSharp", "-d", OpenApiTools.Description, "-c", "CtVoiceClient", "-n", "Generated", "-o", "generated");
        Assert.True(generate is { ExitCode: 0 }, generate?.Output + generate?.Errors);
        var build = await Run.OfAsync("dotnet", folder.Path, "build", "--nologo", "-v", "q", "-o", "out");
        Assert.True(build is { ExitCode: 0 }, build?.Output);

        await IsTakenAsync(settings => Run.OfAsync(settings, "dotnet", folder.Path, "out/Consumer.dll"));
    }

    private static async Task IsTakenAsync(Func<Dictionary<string, string?>, Task<Run?>> useAsync)
    {
        await using var host = await RecordedFolder.OpenAsync(RecordedFolder.Releases.Last());
        var answering = await host.ReviewAsync("An answer is awaited");
        var project = JsonNode.Parse(await File.ReadAllTextAsync(Samples.Path("projects", "snap-homelessness.json")))!.AsObject();
        project["title"] = "Sent by a generated client";
        project.Remove("neededBy");
        var waiting = Kinds((await host.GetAsync("/api/todo"))["things"]!.AsArray().Select(thing => thing!["what"]!));

        Assert.NotEmpty(waiting);

        var run = await useAsync(new()
        {
            ["CTVOICE_URL"] = host.Url.ToString().TrimEnd('/'),
            ["CTVOICE_AGENCY_KEY"] = host.KeyOf("DSS"),
            ["CTVOICE_COORDINATOR_KEY"] = host.KeyOf("coordinator"),
            ["CTVOICE_PROJECT"] = project.ToJsonString(),
            ["CTVOICE_REVIEW"] = answering,
        });

        Assert.True(run is { ExitCode: 0 }, run?.Output + run?.Errors);
        var told = JsonNode.Parse(run!.Output)!;
        Assert.Equal(await host.ReviewAsync("Sent by a generated client"), told["submitted"]!.GetValue<string>());
        Assert.Subset(Kinds(told["waiting"]!.AsArray()!), waiting);
        Assert.Equal(1, told["answered"]!.GetValue<int>());
        Assert.Equal(1, (await host.GetAsync($"/api/reviews/{answering}"))["answered"]!.GetValue<int>());
    }

    private static HashSet<string> Kinds(IEnumerable<JsonNode> whats) => [.. whats.Select(what => what.GetValue<string>())];
}
