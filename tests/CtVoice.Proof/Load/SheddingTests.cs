using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using CtVoice.Bench;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Local.Demo;
using CtVoice.Local.Host;
using CtVoice.Local.Tests.Harness;
using CtVoice.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace CtVoice.Proof.Load;

/// <summary>More callers than a host answers at once: what it takes it keeps, what it refuses it has not kept,
/// and each is told which.</summary>
public sealed class SheddingTests(ITestOutputHelper output)
{
    private const int Clients = 64;
    private const int AtOnce = 4;
    private const int Reviews = 8;

    private static readonly DateTimeOffset Noon = new(2027, 1, 11, 17, 0, 0, TimeSpan.Zero);

    private static readonly int Texts = LongRuns.Times(100, 3_000);

    [Fact]
    public async Task What_is_refused_under_load_was_never_stored_and_what_is_taken_is()
    {
        using var folder = new TempFolder();
        await using var host = await LocalHost.StartAsync(
            new(folder.Path, Port: 0) { Clock = new StandingClock(Noon), TimePasses = false },
            services => services.AddSingleton(new WebOptions { AtOnce = AtOnce }).AddLogging(logging => logging.ClearProviders()));
        await OpenReviews.PrepareAsync(host.Services, Reviews);
        var (left, refusals, taken, refused) = (Texts, 0, new List<string>(), new HashSet<string>());
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            using var http = new HttpClient { BaseAddress = host.Url };
            while (Interlocked.Decrement(ref left) is >= 0 and var n)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"load-{n}");
                // Every second one that is refused comes again until it is taken, as a provider does; the others give up.
                while (!await SendAsync(http, n, id))
                {
                    Interlocked.Increment(ref refusals);
                    if (n % 2 == 0)
                        continue;
                    lock (refused)
                        refused.Add(id);
                    break;
                }
                if (n % 2 == 0 || !Known(refused, id))
                {
                    lock (taken)
                        taken.Add(id);
                }
            }
        })));

        var inbox = host.Services.GetRequiredService<InboundStore>();
        Assert.NotEmpty(taken);
        Assert.NotEmpty(refused);
        foreach (var id in taken)
            Assert.True(await inbox.ReadAsync(Stored(id)) is not null, $"{id} was taken and is not there");
        foreach (var id in refused)
            Assert.True(await inbox.ReadAsync(Stored(id)) is null, $"{id} was refused and is there");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Texts:N0} texts of {Clients} clients to a host that answers "
            + $"{AtOnce} at once: {taken.Count:N0} taken, {refusals:N0} times refused, {refused.Count:N0} of those for good"));
    }

    private static async Task<bool> SendAsync(HttpClient http, int n, string id)
    {
        var path = $"/sim/{OpenReviews.Member(n % Reviews, n / Reviews % OpenReviews.Panel)}/sms";
        using var answer = await http.PostAsJsonAsync(path, new { text = "1", id });
        if (answer.StatusCode is HttpStatusCode.ServiceUnavailable)
            Assert.NotNull(answer.Headers.RetryAfter);
        else
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return answer.StatusCode is HttpStatusCode.Accepted;
    }

    private static bool Known(HashSet<string> refused, string id)
    {
        lock (refused)
            return refused.Contains(id);
    }

    private static string Stored(string id) => "sms|SM" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..32];
}
