using CtVoice.Core.Board;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Register;

/// <summary>Where people find public notices.</summary>
public sealed class NoticeLinksTests
{
    private const string Link = "href=\"/register/notices\"";

    [Fact]
    public async Task Where_rules_want_notices_the_register_and_the_review_lead_to_them_and_elsewhere_nothing_does()
    {
        await using var off = await ReviewStory.BeginAsync();
        Assert.DoesNotContain(Link, await PageAsync(off, "/register"), StringComparison.Ordinal);

        await using var story = await ReviewStory.BeginAsync(policy: ReviewStory.Rules with { NoticeHours = 24 });
        foreach (var member in (await story.Service<BoardStore>().MembersAsync()).Skip(12))
            await story.ChangeAsync(member.Id, m => m with { State = MemberState.Left });
        await story.SubmitAsync();
        Assert.DoesNotContain(Link, await PageAsync(story, $"/register/{story.Id}"), StringComparison.Ordinal);
        await story.ReleaseTextsAsync();

        foreach (var path in new[] { "/register", "/es/register", $"/register/{story.Id}", $"/es/register/{story.Id}" })
            Assert.Contains(Link, await PageAsync(story, path), StringComparison.Ordinal);
        Assert.Contains("href=\"/api/register/notices.atom\"", await PageAsync(story, "/register"), StringComparison.Ordinal);
        await story.CoordinatorAsync("cancel", new() { ["reason"] = "The agency asked us to end it." });
        Assert.DoesNotContain(Link, await PageAsync(story, $"/register/{story.Id}"), StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(ReviewStory story, string path) => (await story.AskAsync(HttpMethod.Get, path, null)).Text;
}
