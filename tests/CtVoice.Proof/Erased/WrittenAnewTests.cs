using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using CtVoice.Bench;
using CtVoice.Core.Board.Erasing;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Storage;
using CtVoice.Core.Workflows.Erasing;
using CtVoice.Local.Demo;
using CtVoice.Local.Host;
using CtVoice.Local.Storage;
using CtVoice.Local.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace CtVoice.Proof.Erased;

/// <summary>
/// An erasure has the whole file written anew, and nobody can write meanwhile. Whoever would have to wait for longer than the database's
/// patience is told to come again, and nothing of theirs was stored; whoever reads is answered.
/// </summary>
public sealed class WrittenAnewTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Noon = new(2027, 1, 11, 17, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Bounded = TimeSpan.FromSeconds(30);

    // Megabytes in the file.
    private static readonly int Large = LongRuns.Times(8, 2_000);

    [Fact]
    public async Task Who_writes_while_the_file_is_written_anew_is_told_to_come_again_and_nothing_of_it_is_stored()
    {
        using var folder = new TempFolder();
        using var held = new Held();
        await using var host = await StartAsync(folder.Path, new() { Observer = held });
        await OpenReviews.PrepareAsync(host.Services, 1, members: OpenReviews.Panel + 1);
        using var http = new HttpClient { BaseAddress = host.Url, Timeout = Bounded };
        var erased = Task.Run(() => host.Services.GetRequiredService<ErasingMembers>()
            .EraseAsync(OpenReviews.Member(1, 0), "k-1", HowTold.ByPhone));
        await held.Begun.WaitAsync(Bounded);

        // The first waits as long as the database is patient, the second not at all.
        var since = Stopwatch.GetTimestamp();
        foreach (var id in (string[])["anew-1", "anew-2"])
        {
            using var refused = await SendAsync(http, id);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
        }
        Assert.True(Stopwatch.GetElapsedTime(since) < Bounded / 2, "Both were told within the patience of one.");
        using var read = await http.GetAsync(new Uri("/register", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Null(await host.Services.GetRequiredService<InboundStore>().ReadAsync(Stored("anew-1")));

        held.GoOn();
        Assert.NotNull((await erased.WaitAsync(Bounded))!.DoneAt);
        using var taken = await SendAsync(http, "anew-1");
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        Assert.NotNull(await host.Services.GetRequiredService<InboundStore>().ReadAsync(Stored("anew-1")));
    }

    [Fact]
    public async Task Texts_that_come_while_a_large_file_is_written_anew_are_taken_or_told_to_come_again()
    {
        // On a disk, where a file of this size would be.
        var folder = Directory.CreateTempSubdirectory("ctvoice-");
        try
        {
            await using var host = await StartAsync(folder.FullName, new());
            await OpenReviews.PrepareAsync(host.Services, 1, members: OpenReviews.Panel + 1);
            await FillAsync(host.Services.GetRequiredService<TableSet>().Records);
            var megabytes = new FileInfo(host.Services.GetRequiredService<SqliteDatabase>().Path).Length / 1_000_000;
            using var http = new HttpClient { BaseAddress = host.Url };
            var (taken, told, slowest, number) = (0, 0, TimeSpan.Zero, 0);
            var since = Stopwatch.GetTimestamp();
            var erasing = Task.Run(() => host.Services.GetRequiredService<ErasingMembers>()
                .EraseAsync(OpenReviews.Member(1, 0), "k-1", HowTold.ByPhone));
            do
            {
                var sent = Stopwatch.GetTimestamp();
                using var answer = await SendAsync(http, string.Create(CultureInfo.InvariantCulture, $"large-{number++}"));
                var took = Stopwatch.GetElapsedTime(sent);
                slowest = took > slowest ? took : slowest;
                if (answer.StatusCode is HttpStatusCode.Accepted)
                    taken++;
                else
                    told++;
                Assert.True(answer.StatusCode is HttpStatusCode.Accepted || answer.Headers.RetryAfter is not null, $"{answer.StatusCode}");
            }
            while (!erasing.IsCompleted);
            var passed = Stopwatch.GetElapsedTime(since);
            Assert.NotNull((await erasing)!.DoneAt);
            Assert.InRange(slowest, TimeSpan.Zero, Bounded);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"a file of {megabytes:N0} MB was written anew in {passed.TotalSeconds:N1} s; "
                + $"of the texts that one sender sent meanwhile, one after the other, {taken:N0} were taken, {told:N0} told to come again, "
                + $"the slowest answered in {slowest.TotalSeconds:N1} s"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<LocalHost> StartAsync(string folder, SqliteOptions database) => LocalHost.StartAsync(
        new(folder, Port: 0) { Clock = new StandingClock(Noon), TimePasses = false, Database = database },
        services => services.AddLogging(logging => logging.ClearProviders()));

    private static async Task FillAsync(ITable records)
    {
        var bytes = new byte[36_000];
        for (var row = 0; row < Large * 25; row++)
        {
            RandomNumberGenerator.Fill(bytes);
            var partition = string.Create(CultureInfo.InvariantCulture, $"large|{row / 1000}");
            var one = new TableRow(partition, row.ToString("D9", CultureInfo.InvariantCulture));
            _ = await records.SubmitAsync(
                partition, [new TableOperation.Upsert(one.WithText(Convert.ToBase64String(bytes)[..40_000]))]);
        }
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient http, string id) =>
        http.PostAsJsonAsync($"/sim/{OpenReviews.Member(0, 0)}/sms", new { text = "1", id });

    private static string Stored(string id) => "sms|SM" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..32];

    /// <summary>Holds the file where it begins to be written anew.</summary>
    private sealed class Held : IWriteObserver, IDisposable
    {
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim goesOn = new();

        internal Task Begun => begun.Task;

        internal void GoOn() => goesOn.Set();

        public void BeforeCommit(long number) { }

        public void AfterCommit(long number) { }

        public void BeforeForgetting()
        {
            begun.TrySetResult();
            // A test that fails before it lets go must end all the same.
            _ = goesOn.Wait(2 * Bounded);
        }

        public void Dispose()
        {
            goesOn.Set();
            goesOn.Dispose();
        }
    }
}
