using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CtVoice.Local.Tests.Harness;
using CtVoice.Testing.Programs;

namespace CtVoice.Local.Tests.CarryingOn;

/// <summary>Whoever puts the release before back finds every review where today's code left it:
/// a folder that this code wrote goes on.</summary>
public sealed class GoingBackTests
{
    // The last release, and the commit that it was made of.
    private const string Release = "2026-11-29";
    private const string Commit = "71ab801f5d8df50e9165090fae760aa6187f92e7";

    [SkippableFact]
    public async Task The_release_before_goes_on_with_what_this_one_wrote()
    {
        Skip.If(Environment.GetEnvironmentVariable("CTVOICE_LONG") != "1", "Builds the release before: CTVOICE_LONG=1 runs it.");
        using var source = new TempFolder();
        var clone = await Run.OfAsync("git", source.Path, "clone", "--quiet", "--no-checkout", Samples.Path(".."), "before");
        var before = Path.Combine(source.Path, "before");
        var checkout = clone is { ExitCode: 0 } ? await Run.OfAsync("git", before, "checkout", "--quiet", Commit) : clone;
        Skip.If(checkout is not { ExitCode: 0 }, $"The commit of {Release} is not in this clone.");
        var build = await Run.OfAsync("dotnet", before, "build", "local/CtVoice.Local", "--nologo", "-v", "q", "-o", "out");
        Assert.True(build is { ExitCode: 0 }, build?.Output);
        var program = Path.Combine(before, "out", "ctvoice.dll");

        // Each stage is written by this code: a reply, an answer, texts that are released, a new project, days that pass.
        await using var folder = await RecordedFolder.OpenAsync(Release);
        var open = await folder.ReviewAsync("Residents are asked");
        var answering = await folder.ReviewAsync("An answer is awaited");
        var preparing = await folder.ReviewAsync("Texts wait for release");
        foreach (var language in (await folder.GetAsync($"/api/reviews/{preparing}"))["textsWaiting"]!.AsArray())
            _ = await folder.PostAsync($"/api/reviews/{preparing}/texts/{language}/release", "coordinator", new JsonObject());
        var project = JsonNode.Parse(await File.ReadAllTextAsync(Samples.Path("projects", "snap-homelessness.json")))!.AsObject();
        project.Remove("neededBy");
        var submitted = (await folder.PostAsync("/api/projects", "DSS", project))["id"]!.GetValue<string>();
        await folder.PassAsync("P1D");
        var replied = (await folder.GetAsync($"/api/reviews/{open}"))["replied"]!.GetValue<int>();
        await folder.StopAsync();

        using (var served = await ServeProcess.StartAsync(folder.Path, program))
        {
            served.Http.DefaultRequestHeaders.Add("X-Api-Key", folder.KeyOf("coordinator"));
            Task<JsonNode?> AskAsync(string path) => served.Http.GetFromJsonAsync<JsonNode>(path);

            Assert.Equal(replied, (await AskAsync($"/api/reviews/{open}"))!["replied"]!.GetValue<int>());
            Assert.Equal("answering", (await AskAsync($"/api/reviews/{answering}"))!["stage"]!.GetValue<string>());
            Assert.Equal("preparing", (await AskAsync($"/api/reviews/{submitted}"))!["stage"]!.GetValue<string>());
            using var passed = await served.Http.PostAsJsonAsync("/sim/clock", new { advance = "P21D" });
            Assert.True(passed.IsSuccessStatusCode, await passed.Content.ReadAsStringAsync());
            Assert.Equal(open, (await AskAsync($"/api/reviews/{open}/report"))!["reviewId"]!.GetValue<string>());
            Assert.Equal(preparing, (await AskAsync($"/api/reviews/{preparing}/report"))!["reviewId"]!.GetValue<string>());
            await served.KillAsync();
        }

        // That release knows no seal: of each ledger that this code sealed at night it says that it does not go on, and nothing else.
        var verified = await Run.OfAsync("dotnet", before, program, "verify", "--data", folder.Path);
        Assert.InRange(verified!.ExitCode, 0, 1);
        Assert.All((verified.Output + verified.Errors).Split('\n', StringSplitOptions.RemoveEmptyEntries), line =>
            Assert.Matches("^checkpoints: the ledger of review \\S+ does not go on from checkpoint \\d+ to checkpoint \\d+$", line));
        var typed = await Typed.RunAsync("verify", "--data", folder.Path);
        Assert.True(typed.ExitCode == 0, typed.Output + typed.Error);
    }
}
