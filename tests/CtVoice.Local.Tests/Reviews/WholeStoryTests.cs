using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CtVoice.Core.Board;
using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Web;
using Microsoft.AspNetCore.Routing;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>A long story, and what must hold of everything that it leaves behind.</summary>
public sealed partial class WholeStoryTests
{
    private const string Secret = "quetzal";
    private const string Released = "Take names out before anything is shared.";

    [Fact]
    public async Task A_whole_review_is_the_same_when_every_activity_runs_twice()
    {
        await using var once = await PlayAsync(twice: false);
        await using var twice = await PlayAsync(twice: true);
        // Of two workflows that are due at one instant either may decide first.
        static IEnumerable<string> Types(IEnumerable<Entry> ledger) =>
            ledger.OrderBy(e => e.At).ThenBy(e => e.Type, StringComparer.Ordinal).Select(e => e.Type);
        Assert.Equal(Types(await once.LedgerAsync()), Types(await twice.LedgerAsync()));
        Assert.Equal(twice.Carrier.Sent.Count, twice.Carrier.Sent.Distinct(StringComparer.Ordinal).Count());
        string Purpose(string key) => key.StartsWith("answer|", StringComparison.Ordinal) ? "answer" : key;
        Assert.Equal(
            once.Carrier.Sent.Select(Purpose).Order(StringComparer.Ordinal), twice.Carrier.Sent.Select(Purpose)
                .Order(StringComparer.Ordinal));
        Assert.Equal(
            once.Carrier.Notices.Select(m => $"{m.Key} {m.Subject}")
                .Order(StringComparer.Ordinal), twice.Carrier.Notices.Select(m => $"{m.Key} {m.Subject}").Order(StringComparer.Ordinal));
        Assert.Empty((await twice.Service<ReviewStore>().VerifyAsync(twice.Id))!);
    }

    [Fact]
    public async Task Every_list_says_what_the_reviews_say_and_so_does_a_rebuild_from_nothing()
    {
        await using var story = await PlayAsync(twice: false);
        // An agency without a mailbox stands on the list of things to do, and in no review.
        await Notices.Mailboxes.GiveAsync(story);
        await story.SubmitAsync("unknown-counts", key: "undecided");
        await story.SubmitAsync(key: "withdrawn");
        await story.CoordinatorAsync("cancel", new() { ["reason"] = "Withdrawn." });
        var reviews = story.Service<ReviewStore>();
        var expected = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var id in await reviews.AllIdsAsync())
            expected.UnionWith(ReviewLists.RowsOf((await reviews.ReadAsync(id))!).Where(r => r.Row is not null).Select(r => Shown(r.Row!)));
        var partitions = new[]
        {
            ReviewLists.OfAgency("DSS"), ReviewLists.OfAgency("CSCU"), ReviewLists.OfYear(2027), ReviewLists.Register(2027),
            ReviewLists.Todo,
        };
        Assert.Equal(expected, await StoredAsync(story, partitions));
        Assert.All(partitions, partition => Assert.Contains(expected, row => row.StartsWith(partition + "/", StringComparison.Ordinal)));

        var records = story.Service<TableSet>().Records;
        foreach (var partition in partitions)
        {
            foreach (var row in (await records.QueryAsync(new(partition))).Rows)
                Assert.True((await records.SubmitAsync(partition, [new TableOperation.Delete(row.Key)])).Committed);
        }
        Assert.Empty(await StoredAsync(story, partitions));
        Assert.Equal(3, await story.Service<ReviewLists>().RebuildAsync());
        Assert.Equal(expected, await StoredAsync(story, partitions));
    }

    [Fact]
    public async Task Nothing_that_an_agency_or_nobody_can_read_tells_of_a_member()
    {
        await using var story = await PlayAsync(twice: false);
        var review = await story.StateAsync();
        var forbidden = new List<string> { Secret, "phone-dictated", "memberId", "pseudonym", "\"channel\"", "\"language\"" };
        foreach (var member in await story.Service<BoardStore>().MembersAsync())
        {
            var contact = (await story.Service<ContactStore>().ForSendingAsync(member.Id))!;
            forbidden.AddRange(new[] { member.Id, contact.Name, contact.Phone, contact.Phone?[^7..].Insert(3, "-"), contact.Email }
                .OfType<string>());
            if (review.InvitationOf(member.Id) is { } invitation)
                forbidden.AddRange([invitation.Pseudonym, invitation.Code]);
        }
        var read = 0;
        using var http = new HttpClient { BaseAddress = story.Url };
        foreach (var route in Operation.All(story.Service<EndpointDataSource>())
            .Where(r => r.Method == "GET" && !r.Template.StartsWith("sim", StringComparison.Ordinal)))
        {
            var path = "/" + Parameter().Replace(route.Template, match => match.Value switch
            {
                "{id}" => review.Id,
                "{number}" => "1",
                _ => "en",
            });
            // Time stands still, and so would the buckets of the rate limit.
            await story.AdvanceAsync(TimeSpan.FromMinutes(1));
            foreach (var key in new[] { null, story.Key("DSS"), story.Key("CCEH") })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                if (key is not null)
                    request.Headers.Add("X-Api-Key", key);
                using var response = await http.SendAsync(request);
                var text = await response.Content.ReadAsStringAsync();
                if (response.StatusCode is HttpStatusCode.OK)
                    read++;
                // What programs can do is the same for everybody; it names fields of the coordinator's answers too.
                if (path == "/openapi.json")
                    continue;
                // The texts that an agency drafts are in languages; which of them a member reads is not said.
                var hidden = path.EndsWith("/texts", StringComparison.Ordinal)
                    ? forbidden.Where(word => word != "\"language\"")
                    : forbidden;
                Assert.All(hidden, word => Assert.False(
                    text.Contains(word, StringComparison.OrdinalIgnoreCase),
                    $"{path} shows '{word}' to {(key is null ? "everybody" : "an agency")}"));
            }
        }
        Assert.True(read >= 8, string.Create(CultureInfo.InvariantCulture, $"Only {read} answers were read."));
        http.DefaultRequestHeaders.Add("X-Api-Key", story.Key("DSS"));
        Assert.Contains(Released, await http.GetStringAsync($"/api/reviews/{review.Id}/report"), StringComparison.Ordinal);
    }

    /// <summary>
    /// From request to answer: replies with and without words, a stop, an alternate, reminders, a late reply, words released
    /// and held back, one answer in time and one late.
    /// </summary>
    private static async Task<ReviewStory> PlayAsync(bool twice)
    {
        var story = await AskedAsync(twice: twice);
        var seats = (await story.StateAsync()).Panel!.Seats.Select(s => s.MemberId).ToList();
        await story.AnswersAsync(seats[0], "1");
        await story.AdvanceAsync(TimeSpan.FromDays(1));
        await story.AnswersAsync(seats[1], "2 my cousin " + Secret + " lost her flat over a form");
        await story.AdvanceAsync(TimeSpan.FromHours(1));
        await story.SaysAsync(seats[2], "STOP");
        await story.AdvanceToAsync(Eastern(2027, 1, 19, 12));
        await story.AnswersAsync(seats[3], "3 no. " + Secret);
        await story.AdvanceToAsync(Eastern(2027, 1, 26, 21));
        await story.AnswersAsync(seats[4], "2, though late. " + Secret);
        await story.CoordinatorAsync("replies/2/release", new() { ["text"] = Released });
        await story.AdvanceToAsync(Eastern(2027, 1, 29, 12));
        await story.AnswerAsync(1);
        await story.CoordinatorAsync("replies/4/release", new() { ["text"] = "Say when you are late." });
        await story.AdvanceToAsync((await story.StateAsync()).Supplement!.DueAt);
        await story.AdvanceToAsync((await story.StateAsync()).Recommendations[1].DueAt.AddDays(10));
        await story.AnswerAsync(2);
        await story.AdvanceAsync(TimeSpan.FromDays(3));
        var review = await story.StateAsync();
        Assert.Equal((ReviewStage.Finished, true), (review.Stage, review.Over));
        return story;
    }

    private static async Task<SortedSet<string>> StoredAsync(ReviewStory story, IEnumerable<string> partitions)
    {
        var rows = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var partition in partitions)
            rows.UnionWith((await story.Service<ReviewLists>().ReadAsync(partition, 1000, null)).Rows.Select(Shown));
        return rows;
    }

    // Not as of which decision: a row in which nothing changed is not written again for the number of a later one.
    private static string Shown(TableRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Partition}/{row.Key} ")
        + string.Join(' ', row.Properties.Where(p => p.Key != "seq").OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key}={p.Value}")));

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Parameter();
}
