using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Records;

/// <summary>Every look at contact data, unreleased words and the holding pen is recorded, and the auditor finds it.</summary>
public sealed class ViewTests
{
    [Theory]
    [InlineData("/api/members/m-01/contact", "members/contact")]
    [InlineData("/api/reviews/{id}/replies", "replies/{id}")]
    [InlineData("/api/reviews/{id}/preview", "preview/{id}")]
    [InlineData("/api/reviews/{id}/drafts", "drafts/{id}")]
    [InlineData("/api/reviews/{id}/calls", "calls/{id}")]
    [InlineData("/api/reviews/{id}/foia", "foia/{id}")]
    [InlineData("/api/holding-pen", "holding-pen")]
    public async Task A_look_is_recorded(string path, string screen)
    {
        await using var story = await ReviewStory.AskedAsync();
        Assert.Empty(await RecordsAsync(story));
        await story.GetAsync("coordinator", path.Replace("{id}", story.Id, StringComparison.Ordinal));
        var view = Assert.Single(await RecordsAsync(story));
        Assert.Equal((screen.Replace("{id}", story.Id, StringComparison.Ordinal), story.Now), (view.Screen, view.When));
    }

    [Theory]
    [InlineData("/api/members")]
    [InlineData("/api/members/m-01")]
    [InlineData("/api/reviews/{id}")]
    [InlineData("/api/reviews/{id}/report")]
    [InlineData("/api/reviews/{id}/ledger")]
    public async Task What_shows_neither_is_not(string path)
    {
        await using var story = await ReviewStory.AskedAsync();
        await story.GetAsync("coordinator", path.Replace("{id}", story.Id, StringComparison.Ordinal));
        Assert.Empty(await RecordsAsync(story));
    }

    [Fact]
    public async Task The_auditor_filters_by_day_key_and_screen_and_sees_a_summary_of_each_key()
    {
        await using var story = await ReviewStory.AskedAsync();
        await story.GetAsync("coordinator", "/api/members/m-01/contact");
        await story.GetAsync("coordinator", "/api/members/m-02/contact");
        await story.GetAsync("auditor", $"/api/reviews/{story.Id}/replies");
        await story.AdvanceAsync(TimeSpan.FromDays(1));
        await story.GetAsync("coordinator", $"/api/reviews/{story.Id}/replies");
        var (first, second) = ($"{story.Now.AddDays(-1):yyyy-MM-dd}", $"{story.Now:yyyy-MM-dd}");
        var coordinator = (await RecordsAsync(story))[0].Who;

        Assert.Equal(4, await CountAsync(story, ""));
        Assert.Equal(3, await CountAsync(story, $"?day={first}"));
        Assert.Equal(1, await CountAsync(story, $"?day={second}"));
        Assert.Equal(3, await CountAsync(story, $"?key={coordinator}"));
        Assert.Equal(2, await CountAsync(story, "?screen=replies/"));
        Assert.Equal(1, await CountAsync(story, $"?screen=replies/&key={coordinator}"));
        Assert.Equal(0, await CountAsync(story, "?month=2026-12"));
        Assert.Contains("A month is written", await story.GetAsync("auditor", $"/api/views?day={first}&month=2027-01"),
            StringComparison.Ordinal);

        var summary = JsonNode.Parse(await story.GetAsync("auditor", "/api/views/summary"))!.AsArray()
            .Single(s => s!["key"]!.GetValue<string>() == coordinator)!;
        Assert.Equal((3, 2), (summary["views"]!.GetValue<int>(), summary["members"]!.GetValue<int>()));
        Assert.Equal("""{"members/contact":2,"replies":1}""", summary["screens"]!.ToJsonString());
    }

    private static async Task<IReadOnlyList<ViewRecord>> RecordsAsync(ReviewStory story) =>
        (await story.Service<TableViewLog>().ReadAsync(DateOnly.FromDateTime(story.Now.UtcDateTime))).Views;

    private static async Task<int> CountAsync(ReviewStory story, string query) =>
        JsonNode.Parse(await story.GetAsync("auditor", "/api/views" + query))!["views"]!.AsArray().Count;
}
