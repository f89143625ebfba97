using System.Globalization;
using System.Text.RegularExpressions;
using CtVoice.Core.Reviews;
using CtVoice.Core.Subscriptions;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Local.Time;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Proof.Watched;

/// <summary>
/// Whoever looks from outside, as often as they like, cannot tell who answered, when, how often, or in which language: while a
/// review asks, agencies and everybody see its stage and its dates (DESIGN 17).
/// </summary>
public sealed partial class NobodyIsWatchedTests
{
    private static readonly string[] Anybody =
        ["/", "/register?year=2027", "/register/{id}", "/api/register?year=2027", "/api/register.csv?year=2027",
            "/api/register.atom?year=2027", "/api/register/{id}", "/api/register/{id}/assessment"];

    private static readonly string[] Agency =
        ["/api/reviews", "/api/reviews/{id}", "/api/reviews/{id}/timeline", "/api/reviews/{id}/assessment"];

    [Fact]
    public async Task Nothing_that_others_see_changes_when_a_resident_answers_asks_for_help_or_leaves()
    {
        await using var story = await ReviewStory.AskedAsync(policy: ReviewPolicy.Default, change: AsOftenAsTheyLike);
        var before = await SeenAsync(story);
        var texters = await story.TextersAsync();

        foreach (var (member, words) in texters.Zip(["2 too many names", "HELP", "STOP"]))
        {
            await story.SaysAsync(member, words);
            Same(before, await SeenAsync(story), words);
        }

        Assert.Single((await story.StateAsync()).Replies);
    }

    /// <summary>
    /// Looked at each instant at which anything happens in any of them, which finds what polling each minute would. The third run is
    /// silent to the last evening, so that reminders leave and alternates join.
    /// </summary>
    [Fact]
    public async Task Runs_that_differ_only_in_hour_day_and_language_of_replies_look_the_same_from_outside()
    {
        await using var early = await OutsideAsync();
        await using var spread = await OutsideAsync();
        await using var silent = await OutsideAsync();
        var (begun, closes) = (early.Story.Now, (await early.Story.StateAsync()).Window!.ClosesAt);
        var members = (await early.Story.StateAsync()).Invitations.Select(i => i.MemberId).ToList();
        for (var i = 0; i < members.Count; i++)
        {
            early.Says(members[i], "2 with no names", begun.AddMinutes(7 * i));
            // Half past midnight, noon, evening: all within the first half of the window.
            spread.Says(members[i], i % 2 == 0 ? "2 sin nombres" : "2 with no names", begun.AddHours(15 + (21 * i)));
            silent.Says(members[i], "2 sin nombres", closes.AddHours(-1).AddMinutes(i));
        }

        var compared = 0;
        for (var at = begun; at < closes.AddDays(2);)
        {
            at = await NextAsync(at, closes, early, spread, silent);
            foreach (var run in new[] { early, spread, silent })
                await run.AdvanceToAsync(at);
            var when = at.ToString("O", CultureInfo.InvariantCulture);
            var first = await early.SeenAsync();
            Same(first, await spread.SeenAsync(), when);
            if (at < closes)
                Same(first, await silent.SeenAsync(), when);
            compared++;
        }

        Assert.InRange(compared, 30, 400);
        Assert.Equal(members.Count, (await early.Story.StateAsync()).Repliers);
        Assert.Equal(members.Count, (await spread.Story.StateAsync()).Repliers);
        Assert.True((await silent.Story.StateAsync()).Asked > members.Count, "Nobody joined the silent run any more.");
        Assert.Contains("reminder-sent", (await spread.Story.LedgerAsync()).Select(e => e.Type));
        Assert.Contains("ctvoice.review.closed", (await early.SeenAsync())["webhooks"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_many_replied_is_told_at_the_close_and_stays_as_it_was_then()
    {
        await using var story = await ReviewStory.AskedAsync(policy: ReviewPolicy.Default, change: AsOftenAsTheyLike);
        await story.EverybodySaysAsync("2 with no names");
        Assert.DoesNotContain("\"replied\"", (await SeenAsync(story))["/api/register/{id}"], StringComparison.Ordinal);
        var asked = (await story.StateAsync()).Asked;

        await story.AdvanceToAsync((await story.StateAsync()).Window!.ClosesAt.AddHours(1));

        Assert.Equal(ReviewStage.Preview, (await story.StateAsync()).Stage);
        foreach (var (path, shown) in (await SeenAsync(story))
            .Where(s => s.Key is "/api/register/{id}" or "/api/register?year=2027" or "/api/reviews/{id}"))
            Assert.True(shown.Contains($"\"replied\":{asked}", StringComparison.Ordinal), $"{path}: {shown}");
        var steps = (await SeenAsync(story))["/api/reviews/{id}/timeline"];
        Assert.Contains("\"type\":\"review-closed\"", steps, StringComparison.Ordinal);
        Assert.DoesNotContain("\"role\":\"member\"", steps, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, Numbers().Count(steps)), Numbers().Matches(steps)
            .Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)));
    }

    private static void AsOftenAsTheyLike(IServiceCollection services) =>
        services.PostConfigure<RateLimiterOptions>(options => options.GlobalLimiter = null);

    private static async Task<Outside> OutsideAsync()
    {
        var ear = new Ear();
        var story = await ReviewStory.BeginAsync(policy: ReviewPolicy.Default, change: services =>
        {
            AsOftenAsTheyLike(services);
            services.AddSingleton<IEventSender>(ear);
        });
        Assert.True(
            (await story.AskAsync(HttpMethod.Post, "/api/subscriptions", "DSS", new() { ["url"] = "https://hooks.example.org/x" })).Status
                is System.Net.HttpStatusCode.Created);
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        return new(story, ear);
    }

    // Where anything is due in any of them, or somebody writes.
    private static async Task<DateTimeOffset> NextAsync(DateTimeOffset now, DateTimeOffset closes, params Outside[] runs)
    {
        var next = now < closes ? closes : now.AddHours(6);
        foreach (var run in runs)
        {
            if (await run.NextAsync() is { } due && due < next)
                next = due;
        }
        return next > now ? next : now.AddMinutes(1);
    }

    private static void Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other, string when)
    {
        foreach (var (path, shown) in one)
            Assert.True(shown == other[path], $"{path} tells of {when}:\n{shown}\nand\n{other[path]}");
    }

    // Body and version of everything that others can read.
    private static async Task<IReadOnlyDictionary<string, string>> SeenAsync(ReviewStory story)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Anybody.Concat(Agency))
        {
            using var http = new HttpClient { BaseAddress = story.Url };
            if (Agency.Contains(path))
                http.DefaultRequestHeaders.Add("X-Api-Key", story.Key("DSS"));
            using var answer = await http.GetAsync(path.Replace("{id}", story.Id, StringComparison.Ordinal));
            var text = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
            // Each host has a port of its own, and with it each link of a feed and what follows from them.
            seen[path] = path.Contains(".atom", StringComparison.Ordinal)
                ? text.Replace(story.Url.Authority, "host", StringComparison.Ordinal)
                : $"{answer.Headers.ETag} {text.Replace(story.Url.Authority, "host", StringComparison.Ordinal)}";
        }
        return seen;
    }

    /// <summary>A run, who writes in it when, and what a subscriber of the agency hears.</summary>
    private sealed record Outside(ReviewStory Story, Ear Ear) : IAsyncDisposable
    {
        private readonly SortedDictionary<DateTimeOffset, (string Member, string Words)> plan = [];

        public void Says(string member, string words, DateTimeOffset at) => plan[at] = (member, words);

        public async Task<DateTimeOffset?> NextAsync()
        {
            var due = await Story.Service<TimeTravel>().NextDueAsync();
            return plan.Count > 0 && !(due < plan.First().Key) ? plan.First().Key : due;
        }

        public async Task AdvanceToAsync(DateTimeOffset at)
        {
            await Story.AdvanceToAsync(at);
            while (plan.Count > 0 && plan.First() is var (when, (member, words)) && when <= at)
            {
                _ = plan.Remove(when);
                await Story.AnswersAsync(member, words);
            }
        }

        public async Task<IReadOnlyDictionary<string, string>> SeenAsync()
        {
            var seen = new Dictionary<string, string>(await NobodyIsWatchedTests.SeenAsync(Story), StringComparer.Ordinal)
            {
                ["webhooks"] = string.Join('\n', Ear.Heard),
            };
            var checkpoints = await Story.AskAsync(HttpMethod.Get, "/api/register/checkpoints/latest", null);
            // What is random in every run is left out: keys, hashes, signatures and seals;
            // and how long a ledger was is a total of the close.
            seen["checkpoints"] = checkpoints.Status is System.Net.HttpStatusCode.OK
                ? Random().Replace(checkpoints.Body["text"]!.GetValue<string>(), "\"$1...\"") : "none";
            return seen;
        }

        public ValueTask DisposeAsync() => Story.DisposeAsync();
    }

    /// <summary>A subscriber that takes whatever comes.</summary>
    private sealed class Ear : IEventSender
    {
        public List<string> Heard { get; } = [];

        public Task<EventAnswer> SendAsync(OutgoingEvent outgoing, CancellationToken cancellationToken = default)
        {
            Heard.Add($"{outgoing.Id} {outgoing.Timestamp} {outgoing.Body}");
            return Task.FromResult(new EventAnswer(EventAnswerKind.Taken, "HTTP 204"));
        }
    }

    [GeneratedRegex("\"(previous|id|publicKey|hash|sealed)\":\"(?!r-)[^\"]+\"|\"count\":[0-9]+")]
    private static partial Regex Random();

    [GeneratedRegex("\"number\":([0-9]+)")]
    private static partial Regex Numbers();
}
