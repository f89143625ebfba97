using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using CtVoice.Core;
using CtVoice.Core.Storage;
using CtVoice.Functions.Tests.Storage;
using CtVoice.Functions.Tests.Workflows;
using CtVoice.Local.Tests.Reviews;
using Xunit.Abstractions;

namespace CtVoice.Functions.Tests.Worker;

/// <summary>What a resident who writes first after a start waits for; docs/benchmarks.md tells what was measured.</summary>
[Collection(Azurite.Collection)]
public sealed class FirstReplyTests(Azurite azurite, ITestOutputHelper output)
{
    /// <summary>A provider of texts that gets no answer within this gives up.</summary>
    private static readonly TimeSpan ProviderGivesUp = TimeSpan.FromSeconds(15);

    [SkippableFact]
    public async Task A_reply_right_after_a_cold_start_is_taken_before_the_provider_gives_up()
    {
        var name = $"t{Guid.NewGuid():N}";
        var tables = new TableSet(await azurite.NewTableAsync(name: name + "r"), await azurite.NewTableAsync(name: name + "c"));
        IReadOnlyList<string> members;
        string review, key, indexKey;
        await using (var story = await ReviewStory.AskedAsync(change: services => services.MoveTo(tables)))
        {
            (review, members, key) = (story.Id, await AskedInFullAsync(story), story.Key("coordinator"));
            indexKey = Convert.ToBase64String(story.Service<CtVoiceOptions>().IndexKey);
        }
        using var backend = await StorageTaskHub.BackendAsync(azurite.Connection, new StorageCallsOfDurableTask());
        var settings = RunningWorker.Settings(
            azurite.Connection, ("Tables__Connection", azurite.Connection), ("Tables__Records", name + "r"),
            ("Tables__Contacts", name + "c"),
            ("Product__IndexKey", indexKey));

        var clock = Stopwatch.StartNew();
        await using var host = await FunctionsHost.StartAsync(RunningWorker.Folder, settings, backend);
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Add("X-Api-Key", key);
        using (var health = await http.GetAsync(new Uri("health", UriKind.Relative)))
            Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        var start = clock.Elapsed;
        var replies = new List<TimeSpan>();
        foreach (var member in members.Take(3))
        {
            clock.Restart();
            using var taken =
                await http.PostAsJsonAsync(new Uri($"sim/{member}/sms", UriKind.Relative), new { text = "2 take the names out" });
            replies.Add(clock.Elapsed);
            Assert.True(taken.IsSuccessStatusCode, await taken.Content.ReadAsStringAsync() + host.Said);
        }

        output.WriteLine(
            $"FIRST start {start.TotalSeconds:0.00} s, replies {string.Join(", ", replies.Select(r => $"{r.TotalSeconds:0.000}"))} s");
        Assert.All(replies, reply => Assert.InRange(reply, TimeSpan.Zero, ProviderGivesUp));
        // Taken means part of the review.
        using var now = await http.GetAsync(new Uri($"api/reviews/{review}/ledger", UriKind.Relative));
        Assert.Equal(replies.Count, (await now.Content.ReadAsStringAsync()).Split("\"reply-accepted\"").Length - 1);
    }

    /// <summary>Members whose text shows the question itself: whoever was only told of one asks for it first.</summary>
    private static async Task<IReadOnlyList<string>> AskedInFullAsync(ReviewStory story)
    {
        var review = await story.StateAsync();
        return [.. (await story.TextersAsync()).Where(m => review.InvitationOf(m)!.Shown is not [.., { Hidden: true }])];
    }
}
