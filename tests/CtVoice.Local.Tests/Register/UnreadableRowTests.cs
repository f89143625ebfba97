using System.Net;
using CtVoice.Core.Reviews;
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
        var row = new TableRow(partition, key).With("id", "r-broken").With("stage", "NoSuchStage").With("kind", "NoSuchKind").With("t0", "{").With("tn", 1L);
        Assert.True((await story.Service<TableSet>().Records.SubmitAsync(partition, [new TableOperation.Insert(row)])).Committed);

        var after = await GetAsync(story, path, who);

        Assert.DoesNotContain(said, before, StringComparison.Ordinal);
        Assert.Contains(said, after, StringComparison.Ordinal);
        if (path.StartsWith("/api/re", StringComparison.Ordinal) || path.StartsWith("/register", StringComparison.Ordinal))
            Assert.Contains(story.Id, after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_of_which_data_are_used_is_made_of_the_other_rows()
    {
        await using var story = await ReviewStory.AskedAsync();
        var row = new TableRow("register|2027", Key).With("agencies", "DSS").With("populations", "snap").With("need", "NoSuchNeed");
        await story.Service<TableSet>().Records.SubmitAsync(row.Partition, [new TableOperation.Insert(row)]);

        Assert.Contains(story.Id, await GetAsync(story, "/register/landscape?year=2027", null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_digest_names_the_row_that_it_cannot_read()
    {
        await using var story = await ReviewStory.AskedAsync();
        await story.Service<TableSet>().Records.SubmitAsync(ReviewLists.Todo, [new TableOperation.Insert(new TableRow(ReviewLists.Todo, Key))]);

        await story.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Contains(story.Carrier.Sent, key => key.StartsWith("digest|", StringComparison.Ordinal));
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
