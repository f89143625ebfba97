using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CtVoice.Bench;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Reviews;
using CtVoice.Local.Demo;
using CtVoice.Local.Host;
using CtVoice.Local.Storage;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Time;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CtVoice.Proof.Killed;

/// <summary>
/// A real host is killed (SIGKILL) again and again while residents answer. A text that got no answer is sent again, as a provider does; one
/// that was acknowledged never is, so whatever a kill took of those would be missing at the end.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Clients = 8;
    private const int MostBetweenKills = 15;

    // A Monday, noon in Connecticut: hours until anybody's quiet hours begin.
    private static readonly DateTimeOffset Noon = new(2027, 1, 11, 17, 0, 0, TimeSpan.Zero);

    private static readonly int Kills = LongRuns.Times(2, 1_000);

    // Answers for each kill, and some more.
    private static readonly int Reviews = Math.Clamp(Kills * MostBetweenKills / (2 * OpenReviews.Panel * OpenReviews.Questions), 4, 600);

    private sealed record Text(int Number)
    {
        internal string Id => string.Create(CultureInfo.InvariantCulture, $"kill-{Number}");

        internal string Stored => "sms|SM" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Id)))[..32];

        internal string Path => $"/sim/{OpenReviews.Member(Number % Reviews, Number / Reviews % OpenReviews.Panel)}/sms";

        internal object Body => new { text = "123"[Number % 3].ToString(), id = Id };
    }

    // Far longer than a host needs for fifteen texts on a busy machine: what takes longer will not come.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static string Waits(int kill, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"Kill {kill + 1} waits for {what}.");

    [Fact]
    public async Task No_acknowledged_text_is_lost_or_taken_twice_however_often_the_process_is_killed()
    {
        using var folder = new TempFolder();
        await using (var host =
            await LocalHost.StartAsync(new(folder.Path, Port: 0)
            { Clock = new StandingClock(Noon), TimePasses = false }, Installation.InMemoryServer))
        {
            await OpenReviews.PrepareAsync(host.Services, Reviews);
            await host.Services.GetRequiredService<LocalClock>().GoOnFromAsync(TimeProvider.System);
        }
        var (watch, random, next, acknowledged) = (Stopwatch.StartNew(), new Random(20270111), -1, 0);
        var again = new ConcurrentQueue<Text>();
        for (var kill = 0; kill < Kills; kill++)
        {
            using var served = await ServeProcess.StartAsync(folder.Path).WaitAsync(Patience);
            var (left, enough) = (random.Next(1, MostBetweenKills + 1), new TaskCompletionSource());
            var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
            {
                while (again.TryDequeue(out var text) || (text = new(Interlocked.Increment(ref next))) is not null)
                {
                    try
                    {
                        using var answer = await served.Http.PostAsJsonAsync(text.Path, text.Body);
                        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
                    }
                    catch (HttpRequestException)
                    {
                        again.Enqueue(text);
                        return;
                    }
                    Interlocked.Increment(ref acknowledged);
                    if (Interlocked.Decrement(ref left) == 0)
                        enough.SetResult();
                }
            })).ToList();
            // Clients end by themselves only when something is wrong; then nobody would ever say that it is enough.
            var ended = Task.WhenAll(clients);
            await Task.WhenAny(enough.Task, ended).WaitAsync(Patience, CancellationToken.None)
                .ContinueWith(waited => Assert.True(waited.IsCompletedSuccessfully, Waits(kill, $"{left} more texts to be acknowledged")),
                    TaskScheduler.Default);
            Assert.True(enough.Task.IsCompleted, Waits(kill, $"{left} more texts, and every client has ended: "
                + string.Join("; ", clients.Select(c => c.Exception?.InnerException?.ToString() ?? "no connection"))));
            await served.KillAsync().WaitAsync(Patience);
            await ended.WaitAsync(Patience);
        }

        var sent = Enumerable.Range(0, next + 1).Select(n => new Text(n)).ToList();
        await using (var host = await LocalHost.StartAsync(new(folder.Path, Port: 0) { TimePasses = false }, Installation.InMemoryServer))
        {
            using var http = ((TestServer)host.Services.GetRequiredService<IServer>()).CreateClient();
            foreach (var text in again)
            {
                using var answer = await http.PostAsJsonAsync(text.Path, text.Body);
                Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            }
            using var passed = await http.PostAsJsonAsync("/sim/clock", new JsonObject { ["advance"] = "PT20M" });
            Assert.True(passed.IsSuccessStatusCode, await passed.Content.ReadAsStringAsync());

            var inbox = host.Services.GetRequiredService<InboundStore>();
            foreach (var text in sent)
                Assert.True(await inbox.ReadAsync(text.Stored) is { Outcome: not null }, $"{text.Id} is lost");
            var taken = new List<string>();
            foreach (var id in await host.Services.GetRequiredService<ReviewStore>().AllIdsAsync())
                taken.AddRange((await host.Services.GetRequiredService<ReviewStore>()
                    .ReadAsync(id))!.State.Replies.SelectMany(r => r.Pieces).Select(p => p.InboundId));
            Assert.NotEmpty(taken);
            Assert.Empty(taken.GroupBy(id => id).Where(g => g.Count() > 1).Select(g => g.Key));
            Assert.Empty(host.Services.GetRequiredService<SqliteDatabase>().Faults());
        }
        Assert.Equal(0, (await Typed.RunAsync("verify", "--data", folder.Path)).ExitCode);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Kills:N0} kills, {acknowledged:N0} texts acknowledged before them and {again.Count} after the last, 0 lost, 0 taken "
                + $"twice, {watch.Elapsed.TotalMinutes:N1} minutes"));
    }
}
