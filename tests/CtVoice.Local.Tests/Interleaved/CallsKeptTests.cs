using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Tests.Pages;

namespace CtVoice.Local.Tests.Interleaved;

/// <summary>"Do not call" is the member's: whoever stores their contact, before, after or in the same moment,
/// does not undo it unseen.</summary>
public sealed class CallsKeptTests
{
    private const string Member = "m-09";

    [Fact]
    public async Task A_no_that_is_said_while_the_contact_is_being_stored_stays()
    {
        var swept = new SweptBetween();
        await using var story = await MemberPageTests.OneOfAsync(Member, services: swept.Into);
        var contacts = story.Service<ContactStore>();
        var held = (await contacts.ForSendingAsync(Member))!;
        var writes = int.MaxValue;
        for (var after = 1; after <= writes; after++)
        {
            using var browser = new MemberBrowser(story);
            var link = await browser.LinkOfAsync(Member);
            await browser.GetAsync(link);
            Assert.Equal(CallsSaid.Stored, await contacts.AllowCallsAsync(Member, CallsAllowed.CallOnly));
            // The coordinator corrects the name, and has seen that calls are allowed.
            var seen = (await story.AskAsync(HttpMethod.Get, $"/api/members/{Member}/contact", "coordinator")).ETag;
            var stored = (ApiAnswer?)null;
            await swept.RunAsync(
                async () => stored =
                    await story.AskAsync(HttpMethod.Put, $"/api/members/{Member}/contact", "coordinator",
                        Contact($"Jo {after}", held, after % 2 == 0 ? "call-only" : null), ifMatch: seen?.Trim('"')),
                after, dies: false, between: () => browser.SendAsync(link, "calls", ("choice", "3")));
            writes = Math.Min(writes, swept.Writes);
            Assert.Equal(CallsAllowed.No, (await contacts.ForSendingAsync(Member))!.Calls);
            Assert.True(stored!.Status is HttpStatusCode.NoContent or HttpStatusCode.PreconditionFailed, stored.Text);
        }
        Assert.InRange(writes, 2, 50);
    }

    [Fact]
    public async Task Whoever_writes_down_that_a_member_may_be_called_after_all_has_read_the_no()
    {
        await using var story = await MemberPageTests.OneOfAsync(Member);
        var contacts = story.Service<ContactStore>();
        var held = (await contacts.ForSendingAsync(Member))!;
        await contacts.PutAsync((await contacts.ForSendingAsync(Member))! with { Calls = CallsAllowed.No });
        var path = $"/api/members/{Member}/contact";

        var unseen = await story.AskAsync(HttpMethod.Put, path, "coordinator", Contact("Jo", held, "call-and-message"));
        Assert.Equal(HttpStatusCode.PreconditionRequired, unseen.Status);
        Assert.Equal(CallsAllowed.No, (await contacts.ForSendingAsync(Member))!.Calls);
        // Less needs nothing.
        Assert.Equal(HttpStatusCode.NoContent,
            (await story.AskAsync(HttpMethod.Put, path, "coordinator", Contact("Jo", held, "no"))).Status);

        var seen = (await story.AskAsync(HttpMethod.Get, path, "coordinator")).ETag!.Trim('"');
        Assert.Equal(HttpStatusCode.NoContent,
            (await story.AskAsync(HttpMethod.Put, path, "coordinator", Contact("Jo", held, "call-and-message"), ifMatch: seen)).Status);
        Assert.Equal(CallsAllowed.CallAndMessage, (await contacts.ForSendingAsync(Member))!.Calls);
    }

    private static JsonObject Contact(string name, MemberContact held, string? calls)
    {
        var contact = new JsonObject { ["name"] = name, ["phone"] = held.Phone, ["email"] = held.Email };
        if (calls is not null)
            contact["calls"] = calls;
        return contact;
    }
}
