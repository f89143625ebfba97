using CtVoice.Core.Reviews;
using CtVoice.Local.Demo.Chapters;
using CtVoice.Local.Host;
using CtVoice.Local.Time;

namespace CtVoice.Local.Demo;

/// <summary>
/// A whole review in virtual time, through the same HTTP interface, workflows and engine as <c>serve</c>. Members are
/// played by their place on the panel, so that the story holds whoever is chosen.
/// </summary>
internal static class DemoRun
{
    /// <summary>When it begins, a Monday morning.</summary>
    internal static readonly DateTimeOffset Start = new(2027, 1, 11, 14, 30, 0, TimeSpan.Zero);

    /// <summary>Plays it in a folder of its own, which is gone afterwards; 0 when it ended with every ledger verified.</summary>
    public static async Task<int> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("ctvoice-demo-");
        try
        {
            return await RunAsync(new LocalOptions(folder.FullName), output, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Plays it in a data folder and leaves it there, its time included, for <c>serve</c>.</summary>
    /// <exception cref="StartRefusedException">The folder cannot be used, or holds data already.</exception>
    public static async Task<int> KeepAsync(LocalOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        if (!options.Fresh && Directory.Exists(options.Data) && Directory.EnumerateFileSystemEntries(options.Data).Any())
            throw new StartRefusedException(
                $"{Path.GetFullPath(options.Data)} is not empty. Name another folder with --data, or begin anew with --fresh.");
        var code = await RunAsync(options, output, cancellationToken);
        if (code == 0)
        {
            await output.WriteLineAsync($"""

                Everything is kept in {Path.GetFullPath(options.Data)}
                Walk around in it: start "serve" with the same --data, and open the address that it names.
                """);
        }
        return code;
    }

    private static async Task<int> RunAsync(LocalOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        // What an operator would be woken for, such as danger, is told as part of the story.
        await using var host = await LocalHost.StartAsync(
            options with { Port = 0, Clock = new StandingClock(Start), TimePasses = false },
            services => services.AddLogging(logging => logging.ClearProviders()));
        await PlayAsync(host, options.Data, output, cancellationToken);
        var problems = new List<string>();
        var reviews = host.Services.GetRequiredService<ReviewStore>();
        foreach (var id in await reviews.AllIdsAsync(cancellationToken))
            problems.AddRange(await reviews.VerifyAsync(id, cancellationToken) ?? []);
        await output.WriteLineAsync();
        await output.WriteLineAsync(problems.Count == 0 ? "ledger: verified" : "ledger: broken: " + string.Join("; ", problems));
        await host.Services.GetRequiredService<LocalClock>().GoOnFromAsync(TimeProvider.System);
        return problems.Count == 0 ? 0 : 1;
    }

    /// <summary>Plays it on a host whose time stands still at <see cref="Start"/>; gives the id of the review.</summary>
    internal static async Task<string> PlayAsync(LocalHost host, string folder, TextWriter output, CancellationToken cancellationToken)
    {
        string KeyOf(string who) => File.ReadAllText(FirstStart.KeyPath(folder, who)).Trim();
        using var client = new DemoClient(host.Url, KeyOf);
        var story = new Story(client, new(output));
        await AgencyAsks.PlayAsync(story, cancellationToken);
        await ResidentsAnswer.PlayAsync(story);
        await ChangesOfMind.PlayAsync(story);
        await SilenceAndAlternate.PlayAsync(story);
        await SomebodyInDanger.PlayAsync(story);
        await CoordinatorWrites.PlayAsync(story);
        await LateDecisions.PlayAsync(story);
        await AgenciesAnswer.PlayAsync(story);
        await ResidentsJudge.PlayAsync(story);
        await Promises.PlayAsync(story);
        await PublicRecord.PlayAsync(story, host.Url, KeyOf("auditor"), cancellationToken);
        return story.Review;
    }
}
