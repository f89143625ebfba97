using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Lists;
using CtVoice.Core.Storage;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Register;

/// <summary>One bad row hides no list, and is missing from none without a word.</summary>
public sealed class UnreadableRowTests
{
    private const string Key = "0000000000000000001|r-broken";

    [Theory]
    [InlineData("reviews|all|2027", "/api/reviews?year=2027", "coordinator", "\"unreadable\":[\"r-broken\"]")]
    [InlineData("reviews|DSS", "/api/reviews", "DSS", "\"unreadable\":[\"r-broken\"]")]
    [InlineData("register|2027", "/api/register?year=2027", null, "\"unreadable\":[\"r-broken\"]")]
    [InlineData("register|2027", "/register?year=2027", null, "This review cannot be shown now: r-broken.")]
    [InlineData("register|2027", "/api/register.csv?year=2027", null, "r-broken,This review cannot be shown now,")]
    [InlineData("register|2027", "/api/register.atom?year=2027", null, "urn:ctvoice:review:r-broken")]
    [InlineData("payments|2027", "/api/payments?year=2027", "coordinator", "\"unreadable\":[\"r-broken\"]")]
    [InlineData("payments|2027", "/api/payments.csv?year=2027", "coordinator", "r-broken,,,,,,cannot be read,")]
    [InlineData("todo|coordinator", "/api/todo", "coordinator", "A thing to do that cannot be read")]
    [InlineData("views|2027-01", "/api/views?month=2027-01", "auditor", "\"who\":\"unreadable\"")]
    public async Task A_list_shows_its_other_rows_and_says_which_one_cannot_be_read(string partition, string path, string? who, string said)
    {
        await using var story = await ReviewStory.AskedAsync();
        await story.EverybodySaysAsync("2");
        var before = await GetAsync(story, path, who);
        // What sorts the views is their instant.
        var key = partition.StartsWith("views|", StringComparison.Ordinal) ? $"{story.Now.UtcTicks:D19}|999999" : Key;
        var row = new TableRow(partition, key).With("id", "r-broken").With("stage", "NoSuchStage").With("kind", "NoSuchKind")
            .With("t0", "{").With("tn", 1L);
        Assert.True((await story.Service<TableSet>().Records.SubmitAsync(partition, [new TableOperation.Insert(row)])).Committed);

        var after = await GetAsync(story, path, who);

        Assert.DoesNotContain(said, before, StringComparison.Ordinal);
        Assert.Contains(said, after, StringComparison.Ordinal);
        if (path.StartsWith("/api/re", StringComparison.Ordinal) || path.StartsWith("/register", StringComparison.Ordinal))
            Assert.Contains(story.Id, after, StringComparison.Ordinal);
    }

    /// <summary>Every other list that is kept as rows: where it is, who reads it, and a row of it that nobody can read.</summary>
    [Theory]
    [InlineData("board|members", "m|m-zz", "/api/members", "coordinator", "\"m-09\"")]
    [InlineData("board|members", "l|m-zz", "/api/members", "coordinator", "\"m-09\"")]
    [InlineData("board|members", "c|m-09|0000000000000000001|Sms|Given", "/api/members/m-09/consent", "coordinator", "paper form")]
    [InlineData("silent", "m-09|NoSuchChannel", "/api/silent-members", "coordinator", "[")]
    [InlineData("keys", "h|0000", "/api/keys", "coordinator", "\"role\":\"coordinator\"")]
    [InlineData("keys", "log|0000", "/api/keys/actions", "coordinator", "\"unreadable\":[\"log|0000\"]")]
    [InlineData("principals", "0000", "/api/principals", "coordinator", "[")]
    [InlineData("holds", "0000", "/api/holds", "coordinator", "[")]
    [InlineData("context-notes", "0000", "/api/context-notes", "coordinator", "[")]
    [InlineData("subscriptions", "s-0000", "/api/subscriptions", "DSS", "hooks.example.org")]
    [InlineData("events|{s}", "0000", "/api/subscriptions/{s}/deliveries", "DSS", "\"unreadable\":[\"0000\"]")]
    [InlineData("checkpoints", "c|0000000000", "/api/register/checkpoints", null, "\"unreadable\":[\"c|0000000000\"]")]
    public async Task A_list_without_a_row_that_cannot_be_read_shows_the_others_says_how_many_it_lacks_and_raises_one_alarm_a_day(
        string partition, string key, string path, string? who, string shown)
    {
        await using var story = await ReviewStory.AskedAsync();
        var subscribed =
            await story.AskAsync(HttpMethod.Post, "/api/subscriptions", "DSS", new() { ["url"] = "https://hooks.example.org/ctvoice" });
        var subscription = subscribed.Body["subscription"]!["id"]!.GetValue<string>();
        partition = partition.Replace("{s}", subscription, StringComparison.Ordinal);
        path = path.Replace("{s}", subscription, StringComparison.Ordinal);
        Assert.False((await HeadersAsync(story, path, who)).Contains("CtVoice-Unreadable"));
        // What every column that a list parses would make of this differs: none of them is there in a form that can be read.
        var bad = new TableRow(partition, key).With("t0", "{").With("tn", 1L).With("n", "x").With("role", "NoSuchRole")
            .With("what", "NoSuch").With("at", "x")
            .With("y2027", "x").With("last", "x");
        Assert.True((await story.Service<TableSet>().Records.SubmitAsync(partition, [new TableOperation.Insert(bad)])).Committed);

        for (var read = 0; read < 3; read++)
        {
            Assert.Contains(shown, await GetAsync(story, path, who), StringComparison.Ordinal);
            Assert.Equal("1", (await HeadersAsync(story, path, who)).GetValues("CtVoice-Unreadable").Single());
        }
        Assert.Single(story.Alarms.Lines, line => line.StartsWith("CTV-ROW", StringComparison.Ordinal));
        await story.AdvanceAsync(TimeSpan.FromDays(1));
        _ = await GetAsync(story, path, who);
        Assert.Equal(2, story.Alarms.Lines.Count(line => line.StartsWith("CTV-ROW", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_matter_that_cannot_be_read_stands_behind_danger_and_hides_none_of_it()
    {
        await using var story = await ReviewStory.AskedAsync();
        await story.SaysAsync("m-09", "I want to kill myself");
        await story.SaysAsync("m-19", "please call me");
        var contacts = story.Service<TableSet>().Contacts;
        foreach (var (key, id) in new[] { ("open|0000000000000000001|a-bad", "a-bad"), ("m|a-bad", null) })
            Assert.True(
                (await contacts.SubmitAsync("matters",
                    [new TableOperation.Insert(new TableRow("matters", key).With("id", id))])).Committed);

        var things = JsonNode.Parse(await GetAsync(story, "/api/todo", "coordinator"))!["things"]!.AsArray();

        Assert.Equal(["acute", "unreadable", "call"], things.Select(t => t!["what"]!.GetValue<string>()).Take(3));
        Assert.Equal("a-bad", things[1]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_hold_that_cannot_be_read_forbids_destruction_and_a_bad_member_keeps_nobody_from_being_asked()
    {
        await using var story = await ReviewStory.BeginAsync();
        var records = story.Service<TableSet>().Records;
        await records.SubmitAsync("board|members", [new TableOperation.Insert(new TableRow("board|members", "m|m-zz").WithText("{"))]);
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        Assert.NotEmpty((await story.StateAsync()).Invitations);
        await records.SubmitAsync("holds", [new TableOperation.Insert(new TableRow("holds", "0000").WithText("{"))]);
        await Assert.ThrowsAnyAsync<Exception>(() => story.Service<Core.Board.Erasing.HoldStore>().AllAsync());
    }

    [Fact]
    public async Task The_table_of_which_data_are_used_is_made_of_the_other_rows()
    {
        await using var story = await ReviewStory.AskedAsync();
        var row = new TableRow("register|2027", Key).With("agencies", "DSS").With("populations", "snap").With("need", "NoSuchNeed");
        await story.Service<TableSet>().Records.SubmitAsync(row.Partition, [new TableOperation.Insert(row)]);

        Assert.Contains("1 project: Department of Social Services", await GetAsync(story, "/register/landscape?year=2027", null),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_digest_names_the_row_that_it_cannot_read()
    {
        await using var story = await ReviewStory.AskedAsync();
        await story.Service<TableSet>().Records.SubmitAsync(ReviewLists.Todo,
            [new TableOperation.Insert(new TableRow(ReviewLists.Todo, Key))]);

        await story.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Contains(story.Carrier.Sent, key => key.StartsWith("digest|", StringComparison.Ordinal));
    }

    private static async Task<System.Net.Http.Headers.HttpResponseHeaders> HeadersAsync(ReviewStory story, string path, string? who)
    {
        using var http = new HttpClient { BaseAddress = story.Url };
        if (who is not null)
            http.DefaultRequestHeaders.Add("X-Api-Key", story.Key(who));
        using var response = await http.GetAsync(path);
        return response.Headers;
    }

    private static async Task<string> GetAsync(ReviewStory story, string path, string? who)
    {
        using var http = new HttpClient { BaseAddress = story.Url };
        if (who is not null)
            http.DefaultRequestHeaders.Add("X-Api-Key", story.Key(who));
        using var response = await http.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}
