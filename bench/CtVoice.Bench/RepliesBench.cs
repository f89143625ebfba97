using System.Diagnostics;
using System.Net;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Reviews;
using CtVoice.Local.Demo;
using CtVoice.Local.Engine;
using CtVoice.Local.Host;
using CtVoice.Local.Storage;
using CtVoice.Web;
using CtVoice.Web.Simulation;
using Microsoft.Extensions.Logging.Console;

namespace CtVoice.Bench;

/// <summary>What members' replies over HTTP take.</summary>
/// <param name="PerSecond">Replies a second.</param>
/// <param name="MedianMilliseconds">From sending a reply to its 202, median.</param>
/// <param name="SlowMilliseconds">The same, 99th percentile.</param>
/// <param name="CommitsPerReply">Durable commits by replies; several replies share one.</param>
/// <param name="ProcessorMilliseconds">Processor time by replies, of host and clients together.</param>
/// <param name="AllocatedKibibytes">Memory allocated by replies, host and clients together.</param>
/// <param name="RestMilliseconds">From the last 202 until the workflows that the replies woke are at rest.</param>
internal sealed record RepliesFigures(
    double PerSecond, double MedianMilliseconds, double SlowMilliseconds, double CommitsPerReply, double ProcessorMilliseconds,
    double AllocatedKibibytes,
    double RestMilliseconds);

/// <summary>
/// Replies a second to a host of its own on a loopback port, members and clients in this process. A reply counts when its
/// answer has arrived: it is stored raw, it is part of its review, and the direct answer is with the provider, all of it
/// durable. Every reply answers a question that is open on its phone, and replies that are close in time go to different
/// reviews, of which 64 are answered at a time. The first replies are not counted: they make the runtime compile what the others use. Ends
/// earlier when everybody has answered everything.
/// </summary>
internal static class RepliesBench
{
    // A Monday, noon in Connecticut: no quiet hours. The clock stands still, so nothing but replies happens.
    private static readonly DateTimeOffset Noon = new(2027, 1, 11, 17, 0, 0, TimeSpan.Zero);

    private const int WarmUp = 4_096;

    // Reviews that are answered at the same time: more than there are clients, so that replies that are close in time go to different ones.
    internal const int AtATime = 64;

    private static readonly string[] Texts = ["1", "2 only if all names are taken out", "3"];

    /// <param name="folder">Where to write.</param>
    /// <param name="clients">Clients that each send one reply after the other.</param>
    /// <param name="duration">How long they begin new ones.</param>
    /// <param name="reviews">Reviews to spread them over, up to <see cref="OpenReviews.AtMost"/>.</param>
    /// <param name="phones">
    /// They are typed on the simulated phones, whose own work is measured with them; else they are posted and signed as the provider does.
    /// </param>
    /// <param name="open">Open reviews in all: those beyond <paramref name="reviews"/> are copies that nobody answers.</param>
    internal static async Task<RepliesFigures> RunAsync(
        string folder, int clients, TimeSpan duration, int reviews, bool phones = false, int open = 0)
    {
        var commits = new LastCommit();
        var sent = new CountingPhones();
        var data = Path.Combine(folder, "replies");
        var together = Math.Min(AtATime, reviews);
        reviews -= reviews % together;
        var host = await StartAsync().ConfigureAwait(false);
        if (open > reviews)
        {
            // One more, to be copied while nothing runs.
            await OpenReviews.PrepareAsync(host.Services, reviews + 1).ConfigureAwait(false);
            await host.DisposeAsync().ConfigureAwait(false);
            CopiedReviews.Make(Path.Combine(data, "ctvoice.db"), reviews, open - reviews - 1);
            host = await StartAsync().ConfigureAwait(false);
            var store = host.Services.GetRequiredService<ReviewStore>();
            if ((await store.AllIdsAsync().ConfigureAwait(false)).Count != open)
                throw new InvalidOperationException("There are not as many open reviews as there should be.");
        }
        else
        {
            await OpenReviews.PrepareAsync(host.Services, reviews).ConfigureAwait(false);
        }
        await using var stop = host.ConfigureAwait(false);
        var provider = host.Services.GetRequiredService<WebhookOptions>();
        var accepted = phones ? HttpStatusCode.Accepted : HttpStatusCode.OK;

        var last = reviews * OpenReviews.Panel * OpenReviews.Questions;
        var warmUp = Math.Min(WarmUp, last / 2);
        var taken = 0;
        var watch = Stopwatch.StartNew();
        await SendAllAsync(TimeSpan.MaxValue, warmUp).ConfigureAwait(false);

        taken = warmUp;
        var (before, used, allocated) = (commits.Number, Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        watch.Restart();
        var all = await SendAllAsync(duration, last).ConfigureAwait(false);
        var elapsed = watch.Elapsed;
        var (after, usedAfter, allocatedAfter) = (commits.Number, Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        watch.Restart();
        await host.Services.GetRequiredService<EmbeddedEngine>().DrainAsync().ConfigureAwait(false);
        var rest = watch.Elapsed;

        await CheckAsync(host.Services, reviews, warmUp + all.Length, phones ? null : sent).ConfigureAwait(false);
        return new(
            all.Length / elapsed.TotalSeconds, all[all.Length / 2], all[all.Length * 99 / 100],
            (double)(after - before) / all.Length, (usedAfter - used).TotalMilliseconds / all.Length,
            (allocatedAfter - allocated) / 1024.0 / all.Length, rest.TotalMilliseconds);

        Task<LocalHost> StartAsync() => LocalHost.StartAsync(
            new(data, Port: 0) { Clock = new StandingClock(Noon), TimePasses = false, Database = new() { Observer = commits } },
            services =>
            {
                // The figures have the output to themselves.
                services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
                // Where no time passes, mails to the office would never leave, and what announces them would lie in everybody's way.
                services.AddSingleton(LocalSettings.Of(data) with { AlertContacts = null });
                if (!phones)
                    services.AddSingleton<ISmsSender>(sent);
            });

        // Times in milliseconds, shortest first.
        async Task<double[]> SendAllAsync(TimeSpan until, int end)
        {
            var times = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => SendAsync(until, end))))
                .ConfigureAwait(false);
            return [.. times.SelectMany(t => t).Order()];
        }

        async Task<List<double>> SendAsync(TimeSpan until, int end)
        {
            using var http = new HttpClient { BaseAddress = host.Url };
            var mine = new List<double>();
            while (watch.Elapsed < until && Interlocked.Increment(ref taken) - 1 is var n && n < end)
            {
                var started = Stopwatch.GetTimestamp();
                // First each review's first member, then the second one, and so on; then their next question; then other reviews.
                var (begun, rest) = Math.DivRem(n, together * OpenReviews.Panel * OpenReviews.Questions);
                var review = (begun * together) + (rest % together);
                using var request = RequestOf(review, rest / together % OpenReviews.Panel, Texts[n % Texts.Length]);
                using var response = await http.SendAsync(request).ConfigureAwait(false);
                if (response.StatusCode != accepted)
                    throw new HttpRequestException(await response.Content.ReadAsStringAsync()
                        .ConfigureAwait(false), null, response.StatusCode);
                mine.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
            return mine;
        }

        HttpRequestMessage RequestOf(int review, int seat, string text) => phones
            ? new(HttpMethod.Post, $"/sim/{OpenReviews.Member(review, seat)}/sms") { Content = JsonContent.Create(new { text }) }
            : PostedReply.Form("SM" + Guid.NewGuid().ToString("N"), OpenReviews.Phone(review, seat), text).Signed(provider);
    }

    // A figure of replies that are not there would be worth nothing.
    private static async Task CheckAsync(IServiceProvider services, int reviews, int counted, CountingPhones? sent)
    {
        var (store, contacts, mailbox) =
            (services.GetRequiredService<ReviewStore>(), services.GetRequiredService<ContactStore>(),
                services.GetRequiredService<SimulatedMailbox>());
        var (stored, answered) = (0, 0);
        for (var review = 0; review < reviews; review++)
        {
            stored += (await store.ReadAsync(OpenReviews.Id(review)).ConfigureAwait(false))!.State.Replies.Count;
            for (var seat = 0; seat < OpenReviews.Panel; seat++)
            {
                var contact = await contacts.ForSendingAsync(OpenReviews.Member(review, seat)).ConfigureAwait(false);
                answered += sent?.SentTo(contact!.Phone!)
                    ?? (await mailbox.ReadAsync(mailbox.Phone(contact!.Phone!)).ConfigureAwait(false)).Count(m => m.FromBoard);
            }
        }
        if (stored != counted || answered != counted)
            throw new InvalidOperationException(
                $"{counted} replies were acknowledged; the reviews hold {stored}, and {answered} were answered.");
    }

    private sealed class LastCommit : IWriteObserver
    {
        private long number;

        internal long Number => Interlocked.Read(ref number);

        public void BeforeCommit(long commit) { }

        public void AfterCommit(long commit) => Interlocked.Exchange(ref number, commit);
    }
}
