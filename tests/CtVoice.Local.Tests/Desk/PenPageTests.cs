using System.Net;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web;

namespace CtVoice.Local.Tests.Desk;

public sealed class PenPageTests
{
    private const string Hostile = "<script>alert(1)</script> & \"Who\" is this?";

    [Fact]
    public async Task A_message_is_read_placed_and_leads_to_the_next_one()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.StateAsync()).Panel!.Seats[0].MemberId;
        var placed = await PennedAsync(story, "SM1", "1 yes, by another phone");
        var left = await PennedAsync(story, "SM2", Hostile);
        using var desk = await DeskVisitor.SignInAsync(story);

        await desk.OpenAsync("/desk/pen");
        Assert.Equal("2 messages", desk.Page.QuerySelector("nav a[href='/desk/pen'] .count")!.TextContent);
        Assert.DoesNotContain("another phone", desk.Says, StringComparison.Ordinal);
        await desk.OpenAsync($"/desk/pen?id={Uri.EscapeDataString(placed)}");
        Assert.Contains("1 yes, by another phone", desk.Says, StringComparison.Ordinal);
        Assert.Contains("+12035570001", desk.Says, StringComparison.Ordinal);
        await desk.SendAsync("elsewhere", ("reviewId", story.Id), ("memberId", "m-99"));
        Assert.Equal(HttpStatusCode.Conflict, desk.Status);
        Assert.Equal(["This member was not asked in that review, or it takes no replies."], desk.Faults);
        await desk.SendAsync("elsewhere", ("reviewId", story.Id), ("memberId", member));

        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.Equal($"/desk/pen/{Uri.EscapeDataString(left)}?done=deskPlace", desk.Path);
        Assert.Contains("Placed: the message counts", desk.Says, StringComparison.Ordinal);
        Assert.Contains(Hostile, desk.Says, StringComparison.Ordinal);
        Assert.Empty(desk.Page.QuerySelectorAll("main script"));
        Assert.Equal(member, Assert.Single((await story.StateAsync()).Replies).MemberId);
        Assert.Contains(await story.LedgerAsync(), e => e.Facts.ToString().Contains(desk.KeyId, StringComparison.Ordinal));
        Assert.Equal(["holding-pen"], (await desk.ViewsAsync()).Select(v => v.Screen).Distinct());
    }

    [Fact]
    public async Task Where_a_message_may_belong_is_shown_with_the_reason_and_placed_by_one_button()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        var id = await PennedAsync(story, "SM1", "Who is this?", from: await PhoneAsync(story, member));
        using var desk = await DeskVisitor.SignInAsync(story);

        await desk.OpenAsync("/desk/pen/" + Uri.EscapeDataString(id));
        Assert.Contains("This member uses the number; they were asked in this review, and 0 of their replies are here so far.", desk.Says,
            StringComparison.Ordinal);
        await desk.SendAsync("place-0");

        Assert.Equal("/desk/pen?done=deskPlace", desk.Path);
        Assert.Equal(member, Assert.Single((await story.StateAsync()).Replies).MemberId);
        Assert.Contains(await desk.ViewsAsync(), v => v.Screen == "holding-pen" && v.MemberIds.Contains(member));
    }

    [Fact]
    public async Task A_message_is_dismissed_with_a_reason_once()
    {
        await using var story = await ReviewStory.AskedAsync();
        var id = await PennedAsync(story, "SM1", "Buy now!");
        using var first = await DeskVisitor.SignInAsync(story);
        using var second = await DeskVisitor.SignInAsync(story, Role.Deputy);
        await first.OpenAsync("/desk/pen/" + Uri.EscapeDataString(id));
        await second.OpenAsync("/desk/pen/" + Uri.EscapeDataString(id));

        await first.SendAsync("dismiss", ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, first.Status);
        Assert.Equal(["Give a reason of 1 to 500 characters."], first.Faults);
        await first.SendAsync("dismiss", ("reason", "An advertisement."));
        Assert.Equal("/desk/pen?done=deskDismiss", first.Path);
        Assert.Contains("The pen is empty", first.Says, StringComparison.Ordinal);
        Assert.Equal(InboundPlace.Dismissed, (await story.Service<InboundStore>().ReadAsync(id))!.Outcome!.Place);

        await second.SendAsync("dismiss", ("reason", "I am late."));
        Assert.Equal(HttpStatusCode.NotFound, second.Status);
        await second.OpenAsync("/desk/pen/" + Uri.EscapeDataString(id));
        Assert.Contains("is not in the holding pen any more", second.Says, StringComparison.Ordinal);
    }

    internal static async Task<string> PennedAsync(ReviewStory story, string name, string text, string from = "+12035570001")
    {
        var message = new InboundMessage(Channel.Sms, name, from, "board", null, text, story.Now);
        await story.Service<Receive>().ReceiveAsync(message);
        if (await story.Service<HoldingPen>().FindAsync(message.Id) is null)
            await story.Service<HoldingPen>().AddAsync(new(message.Id, story.Now, "A person should look at it."));
        return message.Id;
    }

    private static async Task<string> PhoneAsync(ReviewStory story, string member) =>
        (await story.Service<ContactStore>().ForSendingAsync(member))!.Phone!;
}
