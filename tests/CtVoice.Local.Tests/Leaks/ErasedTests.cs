using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Dialogues;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Reviews;
using CtVoice.Local.Tests.Conversations;
using CtVoice.Local.Tests.Pages;
using CtVoice.Local.Tests.Records;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web.Simulation;

namespace CtVoice.Local.Tests.Leaks;

/// <summary>
/// After a member was erased every stored row is read: none holds their name, their number or address, or a key made of
/// one, and none of the rows that were theirs alone is left.
/// </summary>
public sealed class ErasedTests
{
    private const string Member = "m-90", Phone = "+12035550190", Address = "ninety@example.org";

    [Fact]
    public async Task No_row_leads_to_somebody_who_was_erased()
    {
        await using var story = await ReviewStory.BeginAsync(policy: ReviewStory.Rules with { PanelSize = 1, Alternates = 0 });
        foreach (var other in await story.Service<BoardStore>().MembersAsync())
            await story.ChangeAsync(other.Id, m => m with { State = MemberState.Paused });
        await WelcomeTests.AddAsync(story, Member, ["en"], ["sms", "email"], Phone, Address);
        await story.Service<BoardStore>().RecordConsentAsync(Member, new(Channel.Email, ConsentState.Given, story.Now, "t", "paper form"));
        // Everything that leaves a row: the welcome by text and on its page, a mail, a review, a silent channel, a lost message.
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync(Member);
        await browser.GetAsync(link);
        await browser.PressAsync(link, "answer", ("step", "0"), ("choice", "1"));
        foreach (var text in new[] { "1", "3", "2", "2", "48213377", "Quetzals in the morning" })
            await SaysAsync(text);
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        Assert.NotNull((await story.StateAsync()).InvitationOf(Member));
        await SaysAsync("2 leave the quetzals out");
        await SaysAsync("HELP");
        await story.SaysAsync(Member, "HELP", "email");
        await story.Service<SilentMembers>().AddAsync(Member, Channel.Email, story.Now);
        var mailbox = story.Service<SimulatedMailbox>();
        var index = story.Service<ContactIndex>();
        string[] keys = [index.OfPhone(Phone), index.OfAddress(Address), index.OfAddress(Member)];
        var before = await story.EveryRowAsync();
        Assert.All([.. keys, "Quinn Example", Phone, Address],
            trace => Assert.Contains(before, row => row.Contains(trace, StringComparison.OrdinalIgnoreCase)));
        Assert.All(["welcome", "silent", "heard", "talk|m-90", "links|m-90"],
            partition => Assert.Contains(before, row => IsOf(row, partition)));

        await story.EraseAsync(Member);
        // What was still to be looked at finds nothing and goes.
        await story.AdvanceAsync(TimeSpan.FromDays(3));

        // A raw mail has its sender in its text: that is sealed with the text, and destroyed with it.
        var after = (await story.EveryRowAsync()).Where(row => !row.Contains("\"in|email|", StringComparison.Ordinal)).ToList();
        Assert.All([.. keys, "Quinn Example", Phone, Address, "48213377"], trace =>
            Assert.True(!after.Exists(row => row.Contains(trace, StringComparison.OrdinalIgnoreCase)),
                $"{trace}: {after.Find(row => row.Contains(trace, StringComparison.OrdinalIgnoreCase))}"));
        Assert.All(
            ["welcome", "silent", "heard", "talk|m-90", "links|m-90", "link|", "code|", "unsubscribe", "guesses|m-90", "due|"],
            partition =>
                Assert.True(!after.Exists(row => IsOf(row, partition)), $"{partition}: {after.Find(row => IsOf(row, partition))}"));
        Assert.Empty(await mailbox.ReadAsync(mailbox.Phone(Phone)));
        Assert.Empty(await mailbox.ReadAsync(mailbox.Inbox(Address)));
        // What the law keeps is sealed, the practice of the welcome and the form of the page included.
        foreach (var id in await story.Service<Core.Board.Erasing.ErasureStore>().MessagesAsync(Member))
            Assert.Equal(ReviewStore.SealedWords, (await story.Service<InboundStore>().ReadAsync(id))!.Message.Text);
        Assert.Equal(10, (await story.Service<Core.Board.Erasing.ErasureStore>().MessagesAsync(Member)).Count);

        async Task SaysAsync(string text)
        {
            await story.AdvanceAsync(TimeSpan.FromMinutes(1));
            await story.SaysAsync(Member, text, "sms");
        }
    }

    [Fact]
    public async Task A_phone_that_somebody_else_uses_too_keeps_its_messages()
    {
        await using var story = await WelcomePageTests.WelcomedAsync();
        await WelcomeTests.AddAsync(story, "m-91", ["en"], ["sms"], Phone);
        await story.EraseAsync(Member);
        Assert.NotEmpty(await story.SentToAsync("m-91"));
    }

    /// <summary>A row of a partition that is about the member.</summary>
    private static bool IsOf(string row, string partition) =>
        row.Contains($"\"partition\":\"{partition}", StringComparison.Ordinal) && row.Contains(Member, StringComparison.Ordinal);
}
