using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Reviews;
using CtVoice.Local.Tests.Desk;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web;

namespace CtVoice.Local.Tests.Records;

/// <summary>What the phone company, the mail service and whoever keeps copies still hold of who was erased: the office is reminded to
/// ask, until what they answered is written down, with who and when in the record of each review.</summary>
public sealed class CopiesElsewhereTests
{
    private const string Asked = "Phone company asked on May 3; no answer yet.";
    private const string Answered = "Phone company deleted all on May 9. Mail service keeps nothing after 30 days.";

    [Fact]
    public async Task The_office_is_reminded_until_what_others_answered_is_written_down_and_the_ledger_says_who_and_when()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        await story.SaysAsync(member, "2 only if the shelter is left out");
        Assert.DoesNotContain("ask-elsewhere", await story.GetAsync("coordinator", "/api/todo"), StringComparison.Ordinal);

        var reference = (await story.EraseAsync(member))["erasure"]!["reference"]!.GetValue<string>();
        var thing = Assert.Single(await ThingsAsync(story));
        Assert.Equal($"/api/members/{member}/erasure", thing["link"]!.GetValue<string>());
        Assert.Contains("Ask", thing["why"]!.GetValue<string>(), StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromDays(3));
        Assert.Contains(story.Carrier.Notices.Concat(story.Carrier.Mails),
            m => m.Key.StartsWith("digest|", StringComparison.Ordinal) && m.Text.Contains(member, StringComparison.Ordinal));

        // Asking is written down, and the office goes on being reminded; an answer ends that.
        var (status, view) = await RecordAsync(story, member, Asked, settled: false);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Single(await ThingsAsync(story));
        Assert.Contains("wait for an answer", view["tellLater"]!["en"]!.GetValue<string>(), StringComparison.Ordinal);
        (_, view) = await RecordAsync(story, member, Answered, settled: true);
        Assert.Empty(await ThingsAsync(story));
        Assert.Equal([Asked, Answered], view["erasure"]!["answers"]!.AsArray().Select(a => a!["says"]!.GetValue<string>()));
        Assert.Equal(Answered, view["erasure"]!["elsewhere"]!.GetValue<string>());
        Assert.Contains("answered", view["tellLater"]!["en"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("wait for an answer", view["tellLater"]!["en"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotEmpty(view["tellLater"]!["es"]!.GetValue<string>());

        // Sent twice it is one answer, and one entry of the ledger; which never has the office's words.
        await RecordAsync(story, member, Answered, settled: true);
        var entries = await story.LedgerAsync("copies-elsewhere");
        Assert.Equal(["no", "yes"], entries.Select(e => e.Fact("settled")));
        Assert.DoesNotContain("May 9", await story.GetAsync("coordinator", $"/api/reviews/{story.Id}/ledger"), StringComparison.Ordinal);
        Assert.Equal([], await story.Service<ReviewStore>().VerifyAsync(story.Id));

        // Who was erased asks by their reference: the office finds them by it, and reads what to say.
        Assert.Contains(reference, await story.GetAsync("coordinator", "/api/erasures"), StringComparison.Ordinal);
        using var desk = await DeskVisitor.SignInAsync(story, Role.Deputy);
        await desk.OpenAsync("/desk/holds");
        Assert.Contains(reference, desk.Says, StringComparison.Ordinal);
        await desk.OpenAsync($"/desk/members/{member}/erase");
        Assert.Contains(Answered, desk.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_page_of_who_was_erased_what_others_answered_is_written_down()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        await story.EraseAsync(member);
        using var desk = await DeskVisitor.SignInAsync(story, Role.Deputy);
        await desk.OpenAsync("/desk");
        Assert.Contains(desk.Page.Links.Select(l => l.GetAttribute("href")), href => href == $"/desk/members/{member}/erase");

        await desk.OpenAsync($"/desk/members/{member}/erase");
        await desk.SendAsync("elsewhere", ("says", " "), ("settled", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.SendAsync("elsewhere", ("says", Answered), ("settled", "true"));

        Assert.Contains(Answered, desk.Says, StringComparison.Ordinal);
        await desk.OpenAsync("/desk");
        Assert.DoesNotContain(desk.Page.Links.Select(l => l.GetAttribute("href")), href => href == $"/desk/members/{member}/erase");
    }

    [Fact]
    public async Task Nothing_is_written_down_of_who_was_not_erased_and_no_more_than_2000_characters()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        Assert.Equal(HttpStatusCode.Conflict, (await RecordAsync(story, member, Answered, settled: true)).Status);
        await story.EraseAsync(member);
        Assert.Equal(HttpStatusCode.BadRequest, (await RecordAsync(story, member, new string('x', 2001), settled: true)).Status);
        Assert.Single(await ThingsAsync(story));
    }

    private static Task<(HttpStatusCode Status, JsonNode Body)> RecordAsync(ReviewStory story, string member, string says, bool settled) =>
        story.SendAsync("coordinator", $"/api/members/{member}/erasure/elsewhere",
            new JsonObject { ["says"] = says, ["settled"] = settled });

    private static async Task<IReadOnlyList<JsonNode>> ThingsAsync(ReviewStory story) =>
        [.. JsonNode.Parse(await story.GetAsync("coordinator", "/api/todo"))!["things"]!.AsArray()
            .Where(t => t!["what"]!.GetValue<string>() == "ask-elsewhere").Select(t => t!)];
}
