using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using CtVoice.Local.Demo;
using CtVoice.Local.Host;
using CtVoice.Web;
using Microsoft.Extensions.Logging.Console;

namespace CtVoice.Bench;

/// <summary>What one page takes.</summary>
/// <param name="Path">The page; a review's without its id.</param>
/// <param name="SlowMilliseconds">From asking to the last byte, 95th percentile.</param>
/// <param name="Kibibytes">Its size, as it travels when nothing is compressed; the stylesheet is another file.</param>
internal sealed record PageFigures(string Path, double SlowMilliseconds, double Kibibytes);

/// <summary>
/// The coordinator's pages and the public ones over HTTP, one after the other, on a host of its own with a board and open reviews; the
/// browser in this process costs something too, so a server alone is faster.
/// </summary>
internal static class PagesBench
{
    private const string Review = "/desk/reviews/{id}";
    private const string Public = "/register/{id}";

    private static readonly DateTimeOffset Noon = new(2027, 1, 11, 17, 0, 0, TimeSpan.Zero);

    private static readonly string[] Pages =
    [
        "/desk", "/desk/reviews", Review, Review + "/assessment", Review + "/panel", Review + "/texts", Review + "/replies", Review
            + "/report",
        Review + "/answers", Review + "/dates", Review + "/record", "/desk/pen", "/desk/members", "/desk/members/{member}", "/desk/people",
        "/desk/settings", "/desk/payments", "/desk/contacts", "/", "/register", Public,
    ];

    // Asked for once every review has its answers.
    private static readonly string[] Answered = ["/", "/register", "/register/agencies", "/register/agencies/DSS", "/es/register"];

    // Fewer than the limits of rate let through.
    private const int OfOneKey = 25;

    /// <param name="folder">Where to write.</param>
    /// <param name="reviews">Open reviews, up to <see cref="OpenReviews.AtMost"/>.</param>
    /// <param name="members">Members of the board.</param>
    /// <param name="times">How often each page is asked for; once more before, which does not count.</param>
    internal static async Task<IReadOnlyList<PageFigures>> RunAsync(string folder, int reviews, int members, int times)
    {
        var host = await LocalHost.StartAsync(
            new(Path.Combine(folder, "pages"), Port: 0) { Clock = new StandingClock(Noon), TimePasses = false },
            // The figures have the output to themselves; behind a proxy each sign-in comes from an address of its own.
            services => services.AddSingleton(new WebOptions { TrustedProxies = 1 })
                .Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace)).ConfigureAwait(false);
        await using var stop = host.ConfigureAwait(false);
        await OpenReviews.PrepareAsync(host.Services, reviews, members).ConfigureAwait(false);
        using var http = new HttpClient { BaseAddress = host.Url };

        var figures = new List<PageFigures>();
        foreach (var page in Pages)
            figures.Add(await MeasureAsync(page).ConfigureAwait(false));
        await OpenReviews.AnswerAsync(host.Services, reviews).ConfigureAwait(false);
        foreach (var page in Answered)
            figures.Add(await MeasureAsync(page).ConfigureAwait(false) with { Path = page + ", answered" });
        return figures;

        async Task<PageFigures> MeasureAsync(string page)
        {
            var (taken, size) = (new List<double>(), 0);
            for (var time = 0; time <= times; time++)
            {
                if (time % OfOneKey == 0)
                    await SignInAsync(host, http).ConfigureAwait(false);
                var review = OpenReviews.Id(time % reviews);
                var path = page.Replace("{id}", review, StringComparison.Ordinal)
                    .Replace("{member}", OpenReviews.Member(0, 0), StringComparison.Ordinal);
                var started = Stopwatch.GetTimestamp();
                using var response = await http.GetAsync(new Uri(path, UriKind.Relative)).ConfigureAwait(false);
                var bytes = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
                if (response.StatusCode is not HttpStatusCode.OK)
                    throw new HttpRequestException(string.Create(CultureInfo.InvariantCulture, $"{path}: {response.StatusCode}"), null,
                        response.StatusCode);
                size = Math.Max(size, bytes.Length);
                if (time > 0)
                    taken.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
            taken.Sort();
            return new(page, taken[taken.Count * 95 / 100], size / 1024.0);
        }
    }

    private static async Task SignInAsync(LocalHost host, HttpClient http)
    {
        var key = await host.Services.GetRequiredService<AccessKeys>().CreateAsync("bench", Role.Coordinator, null, null)
            .ConfigureAwait(false);
        http.DefaultRequestHeaders.Remove("X-Forwarded-For");
        http.DefaultRequestHeaders.Add("X-Forwarded-For", new IPAddress(RandomNumberGenerator.GetBytes(4)).ToString());
        using var form = new FormUrlEncodedContent([new("key", key.Token)]);
        using var signedIn = await http.PostAsync(new Uri("/sign-in", UriKind.Relative), form).ConfigureAwait(false);
        signedIn.EnsureSuccessStatusCode();
    }
}
