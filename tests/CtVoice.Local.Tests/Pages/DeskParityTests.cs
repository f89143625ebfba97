using System.Net;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Local.Tests.Pages;

/// <summary>Pages of the desk act only for those who work there; which page does what an operation does stands in
/// Access/pages.csv.</summary>
public sealed class DeskParityTests
{
    // In parts: one caller may not send so many forms in a minute.
    [Theory]
    [InlineData("desk/reviews/")]
    [InlineData("desk/settings/")]
    [InlineData("")]
    public async Task No_form_of_the_desk_acts_without_the_token_of_its_session_and_none_by_get(string part)
    {
        await using var story = await ReviewStory.AskedAsync();
        using var browser = await StaffBrowser.SignInAsync(story, "coordinator");
        var before = (await story.LedgerAsync()).Count;
        foreach (var form in Desk(story).Where(r => r.Method == HttpMethods.Post && PartOf(r.Template) == part))
        {
            var path = "/"
                + form.Template.Replace("{id}", story.Id, StringComparison.Ordinal).Replace("{number}", "1", StringComparison.Ordinal)
                .Replace("{draft}", "1", StringComparison.Ordinal).Replace("{language}", "en", StringComparison.Ordinal);
            await browser.PostAsync(path, ("reason", "forged"), ("required", "true"));
            Assert.True(browser.Status == HttpStatusCode.Forbidden, $"{path}: {browser.Status}");
            await browser.OpenAsync(path);
            Assert.True(browser.Status is HttpStatusCode.OK or HttpStatusCode.NotFound
                or HttpStatusCode.MethodNotAllowed, $"{path}: {browser.Status}");
        }
        Assert.Equal(before, (await story.LedgerAsync()).Count);
    }

    [Fact]
    public async Task Pages_of_the_desk_are_for_coordinator_and_deputy_alone()
    {
        await using var story = await ReviewStory.AskedAsync();
        foreach (var who in new[] { "auditor", "DSS" })
        {
            using var browser = await StaffBrowser.SignInAsync(story, who);
            foreach (var page in new[] { "/desk", "/desk/reviews", $"/desk/reviews/{story.Id}", $"/desk/reviews/{story.Id}/replies" })
            {
                await browser.OpenAsync(page);
                Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
                Assert.DoesNotContain("resident-", browser.Html, StringComparison.Ordinal);
            }
        }
    }

    private static readonly string[] Parts = ["desk/reviews/", "desk/settings/"];

    private static string PartOf(string template) =>
        Parts.FirstOrDefault(part => template.StartsWith(part, StringComparison.Ordinal)) ?? "";

    private static IEnumerable<Operation> Desk(ReviewStory story) =>
        Operation.All(story.Service<EndpointDataSource>())
            .Where(o => o.ForPeople && o.Template.StartsWith("desk/", StringComparison.Ordinal));
}
