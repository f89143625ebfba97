using System.Globalization;
using System.Text.RegularExpressions;
using CtVoice.Core.Reviews;
using CtVoice.Local.Tests.Reviews;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Local.Tests.Register;

/// <summary>
/// Whoever looks from outside, as often as they like, cannot tell who answered, when, how often, or in which language: while a
/// review asks, agencies and everybody see its stage and its dates (DESIGN 17).
/// </summary>
public sealed partial class NobodyIsWatchedTests
{
    private static readonly string[] Anybody =
        ["/", "/register?year=2027", "/register/{id}", "/api/register?year=2027", "/api/register.csv?year=2027", "/api/register.atom?year=2027", "/api/register/{id}", "/api/register/{id}/assessment"];

    private static readonly string[] Agency = ["/api/reviews", "/api/reviews/{id}", "/api/reviews/{id}/timeline", "/api/reviews/{id}/assessment"];

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

    [Fact]
    public async Task Two_runs_that_differ_only_in_who_answered_when_look_the_same_from_outside_until_the_close()
    {
        await using var early = await ReviewStory.AskedAsync(policy: ReviewPolicy.Default, change: AsOftenAsTheyLike);
        await using var late = await ReviewStory.AskedAsync(policy: ReviewPolicy.Default, change: AsOftenAsTheyLike);
        var closes = (await early.StateAsync()).Window!.ClosesAt;
        await early.EverybodySaysAsync("2 with no names");

        for (var at = early.Now.AddHours(11); at < closes; at = at.AddHours(12))
        {
            await early.AdvanceToAsync(at);
            await late.AdvanceToAsync(at);
            Same(await SeenAsync(early), await SeenAsync(late), at.ToString("O", CultureInfo.InvariantCulture));
        }

        Assert.True((await early.StateAsync()).Replies.Count > (await late.StateAsync()).Replies.Count, "The two runs do not differ any more.");
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
        foreach (var (path, shown) in (await SeenAsync(story)).Where(s => s.Key is "/api/register/{id}" or "/api/register?year=2027" or "/api/reviews/{id}"))
            Assert.True(shown.Contains($"\"replied\":{asked}", StringComparison.Ordinal), $"{path}: {shown}");
        var steps = (await SeenAsync(story))["/api/reviews/{id}/timeline"];
        Assert.Contains("\"type\":\"review-closed\"", steps, StringComparison.Ordinal);
        Assert.DoesNotContain("\"role\":\"member\"", steps, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, Numbers().Count(steps)), Numbers().Matches(steps).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)));
    }

    private static void AsOftenAsTheyLike(IServiceCollection services) => services.PostConfigure<RateLimiterOptions>(options => options.GlobalLimiter = null);

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

    [GeneratedRegex("\"number\":([0-9]+)")]
    private static partial Regex Numbers();
}
