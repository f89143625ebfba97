using System.Diagnostics;
using System.Net;
using CtVoice.Core.Board;
using CtVoice.Local.Demo;
using CtVoice.Local.Host;
using CtVoice.Web.Simulation;
using Microsoft.Extensions.Logging.Console;

namespace CtVoice.Bench;

/// <summary>A time that somebody relies on.</summary>
/// <param name="What">In words.</param>
/// <param name="Aim">What it should take, in milliseconds, on two quiet cores.</param>
/// <param name="Factor">How many times that is a failure: machines differ, and are busy.</param>
/// <param name="Taken">What it took, in milliseconds.</param>
internal sealed record Budget(string What, double Aim, double Factor, double Taken)
{
    /// <summary>Whether it was kept.</summary>
    internal bool Holds => Taken <= Aim * Factor;
}

/// <summary>The times that people rely on, measured in one run: danger, STOP, a reply among many, a start, the pages.</summary>
internal static class BudgetsBench
{
    private static readonly DateTimeOffset Noon = new(2027, 1, 11, 17, 0, 0, TimeSpan.Zero);

    // Of the fictional board that every folder begins with.
    private const string Stopping = "m-01";

    /// <param name="folder">Where to write.</param>
    /// <param name="clients">Clients that reply at once.</param>
    /// <param name="duration">How long they do.</param>
    /// <param name="reviews">Reviews to spread them over, and to show on pages.</param>
    /// <param name="pageTimes">How often each page is asked for.</param>
    internal static async Task<IReadOnlyList<Budget>> RunAsync(
        string folder, int clients, TimeSpan duration, int reviews, int pageTimes = 20)
    {
        var budgets = new List<Budget>(await PeopleAsync(folder, reviews).ConfigureAwait(false));
        var replies = await RepliesBench.RunAsync(folder, clients, duration, reviews).ConfigureAwait(false);
        budgets.Add(new("a reply is acknowledged, 99th percentile", 500, 4, replies.SlowMilliseconds));
        var pages = await PagesBench.RunAsync(folder, reviews, members: 100, pageTimes).ConfigureAwait(false);
        var slowest = pages.MaxBy(p => p.SlowMilliseconds)!;
        budgets.Add(new($"the slowest page ({slowest.Path}), 95th percentile", 100, 4, slowest.SlowMilliseconds));
        return budgets;
    }

    private static async Task<IEnumerable<Budget>> PeopleAsync(string folder, int reviews)
    {
        var watch = Stopwatch.StartNew();
        var host = await LocalHost.StartAsync(
            new(Path.Combine(folder, "people"), Port: 0) { Clock = new StandingClock(Noon), TimePasses = false },
            services => services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace))
            .ConfigureAwait(false);
        await using var stop = host.ConfigureAwait(false);
        using var http = new HttpClient { BaseAddress = host.Url };
        _ = await http.GetStringAsync(new Uri("/", UriKind.Relative)).ConfigureAwait(false);
        var start = watch.Elapsed;
        await OpenReviews.PrepareAsync(host.Services, reviews).ConfigureAwait(false);

        var mailbox = host.Services.GetRequiredService<SimulatedMailbox>();
        var office = mailbox.Inbox("coordinator@example.org");
        var told = (await mailbox.ReadAsync(office).ConfigureAwait(false)).Count;
        watch.Restart();
        await SaysAsync(http, OpenReviews.Member(0, 0), "my husband is going to kill me tonight").ConfigureAwait(false);
        if ((await mailbox.ReadAsync(office).ConfigureAwait(false)).Count <= told)
            throw new InvalidOperationException("Nobody was told of the danger.");
        var alert = watch.Elapsed;

        watch.Restart();
        await SaysAsync(http, Stopping, "STOP").ConfigureAwait(false);
        if ((await host.Services.GetRequiredService<BoardStore>().GetAsync(Stopping).ConfigureAwait(false))!
            .Consents(Channel.Sms))
            throw new InvalidOperationException("STOP had no effect.");
        return
        [
            new("the first answer after a start on an empty folder", 3_000, 3, start.TotalMilliseconds),
            // What people may wait for; the machine is not what takes it.
            new("danger is stored and the office is mailed", 60_000, 1, alert.TotalMilliseconds),
            new("STOP is in force", 1_000, 1, watch.Elapsed.TotalMilliseconds),
        ];
    }

    private static async Task SaysAsync(HttpClient http, string member, string text)
    {
        using var response = await http.PostAsJsonAsync($"/sim/{member}/sms", new { text }).ConfigureAwait(false);
        if (response.StatusCode is not HttpStatusCode.Accepted)
            throw new HttpRequestException(await response.Content.ReadAsStringAsync().ConfigureAwait(false), null, response.StatusCode);
    }
}
