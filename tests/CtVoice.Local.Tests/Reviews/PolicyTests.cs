using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Calendar;
using CtVoice.Web;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>The rules of reviews change for those to come, never for those that run.</summary>
public sealed class PolicyTests
{
    [Fact]
    public async Task A_running_review_keeps_its_window_and_a_new_one_gets_the_new_window()
    {
        await using var story = await ReviewStory.AskedAsync();
        var running = story.Id;
        using var coordinator = new Editor(story);
        var read = await Editor.Done(coordinator.GetAsync("/api/policies/review"));
        var put = await Editor.Done(coordinator.PutAsync("/api/policies/review", Rules(read, "opm/2", days: 15), read.ETag));
        Assert.Equal(put.ETag, (await coordinator.GetAsync("/api/policies/review")).ETag);

        var before = (await story.StateAsync()).Window!.ClosesAt;
        await story.SubmitAsync(key: "after");
        await story.ReleaseTextsAsync();

        Assert.Equal(Closing(story, 10), before);
        Assert.Equal(before, (await story.StateAsync(running)).Window!.ClosesAt);
        Assert.Equal(("review/3", "opm/2"), ((await story.StateAsync(running)).Policy.Version, (await story.StateAsync()).Policy.Version));
        Assert.Equal(Closing(story, 15), (await story.StateAsync()).Window!.ClosesAt);
    }

    [Fact]
    public async Task Every_change_names_its_key_and_an_overtaken_one_changes_nothing()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var coordinator = new Editor(story);
        var read = await Editor.Done(coordinator.GetAsync("/api/policies/review"));
        await Editor.Done(coordinator.PutAsync("/api/policies/review", Rules(read, "opm/2", days: 15), read.ETag));

        var overtaken = await coordinator.PutAsync("/api/policies/review", Rules(read, "review/3", days: 20), read.ETag);
        var wrong = await coordinator.PutAsync("/api/policies/review", Rules(read, "review/3", days: 0));

        Assert.Equal((HttpStatusCode.PreconditionFailed, HttpStatusCode.BadRequest), (overtaken.Status, wrong.Status));
        Assert.Contains("/windowBusinessDays", wrong.Body!.ToJsonString(), StringComparison.Ordinal);
        var sets = (await Editor.Done(coordinator.GetAsync("/api/policies"))).Body!["review"]!.AsArray();
        Assert.Equal(["review/3", "opm/2"], sets.Select(s => s!["policy"]!["version"]!.GetValue<string>()));
        Assert.Null(sets[0]!["by"]);
        Assert.Equal((await story.Service<AccessKeys>().FindAsync(story.Key("coordinator")))!.KeyId, sets[1]!["by"]!.GetValue<string>());
    }

    private static DateTimeOffset Closing(ReviewStory story, int days) =>
        BusinessCalendar.Connecticut.EndOfWindow(story.Now, days, new(20, 0)).At;

    private static JsonObject Rules(Edited read, string version, int days)
    {
        var rules = read.Body!.DeepClone().AsObject();
        (rules["version"], rules["windowBusinessDays"]) = (version, days);
        return rules;
    }
}
