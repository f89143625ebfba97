using CtVoice.Core;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Local.Tests.Reviews;
using static CtVoice.Local.Tests.Webhooks.Provider;

namespace CtVoice.Local.Tests.Webhooks;

/// <summary>Keywords that the provider may have answered already, phones that are shared, and the link that ends mail.</summary>
public sealed class KeywordTests
{
    [Theory]
    [InlineData(KeywordHandling.Default, "STOP", null, 0)]
    [InlineData(KeywordHandling.Advanced, "help", null, 0)]
    [InlineData(KeywordHandling.Advanced, "please stop", "STOP", 0)]
    [InlineData(KeywordHandling.Default, "please stop", null, 1)]
    [InlineData(KeywordHandling.Default, "ALTO", null, 1)]
    [InlineData(KeywordHandling.Ours, "STOP", null, 1)]
    public async Task What_the_provider_has_answered_gets_no_second_reply(KeywordHandling handling, string text, string? optOutType,
        int replies)
    {
        await using var story = await ReviewStory.AskedAsync(keywords: handling);
        using var provider = new Provider(story);
        var member = (await story.TextersAsync())[0];
        var before = (await story.SentToAsync(member)).Count;
        (string, string)[] more = optOutType is null ? [] : [("OptOutType", optOutType)];

        using var response = await provider.TwilioAsync(Sms(Sid(30), await provider.PhoneOfAsync(member), text, more));

        Taken(response);
        Assert.Equal(before + replies, (await story.SentToAsync(member)).Count);
        Assert.Equal(text == "help", (await story.MemberAsync(member)).Consents(Channel.Sms));
    }

    [Fact]
    public async Task A_stop_on_a_shared_phone_pauses_everybody_on_it_tells_each_another_way_and_flags_the_coordinator()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var provider = new Provider(story);
        var phone = await provider.PhoneOfAsync("m-01");
        var contacts = story.Service<ContactStore>();
        await contacts.PutAsync((await contacts.ForSendingAsync("m-03"))! with { Phone = phone });

        using var response = await provider.TwilioAsync(Sms(Sid(31), phone, "STOP"));

        Taken(response);
        foreach (var member in new List<string> { "m-01", "m-03" })
        {
            Assert.False((await story.MemberAsync(member)).Consents(Channel.Sms));
            Assert.Contains("stop texts to a phone", Assert.Single(await story.SentToAsync(member, "email")).Text,
                StringComparison.Ordinal);
        }
        Assert.Contains("several members", Assert.Single(await provider.PenAsync()).Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_click_ends_mail_until_the_link_is_too_old_or_the_member_has_come_back()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var provider = new Provider(story);
        var options = story.Service<CtVoiceOptions>() with { PublicUrl = new("https://board.example.org") };
        var links = new UnsubscribeLinks(story.Service<Core.Storage.TableSet>(), story.Service<BoardStore>(),
            story.Service<Core.Commands.ReviewCommands>(), options.Conversations, story.Service<TimeProvider>());
        var link = (await links.MakeAsync("m-01"))!;

        using var unknown = await provider.SendAsync(HttpMethod.Post, "/api/unsubscribe/unknown");
        using var read = await provider.SendAsync(HttpMethod.Get, link.AbsolutePath);
        Assert.True((await story.MemberAsync("m-01")).Consents(Channel.Email));
        using var clicked = await provider.SendAsync(HttpMethod.Post, link.AbsolutePath);
        Taken(clicked);
        Assert.False((await story.MemberAsync("m-01")).Consents(Channel.Email));
        Assert.Equal(404, (int)unknown.StatusCode);
        Assert.Equal(405, (int)read.StatusCode);

        // A program that guards the mailbox may have pressed it: the member is told by text, once.
        using var again = await provider.SendAsync(HttpMethod.Post, link.AbsolutePath);
        await story.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Contains(
            "You get no more email from us. A link in one was used to stop it.", Assert.Single(await story.SentToAsync("m-01")).Text,
            StringComparison.Ordinal);

        await story.AdvanceAsync(TimeSpan.FromDays(1));
        await story.Service<BoardStore>()
            .RecordConsentAsync("m-01", new(Channel.Email, ConsentState.Given, story.Now, "again", "paper form"));
        Assert.False(await links.UseAsync(link.Segments[^1]));
        var fresh = (await links.MakeAsync("m-01"))!;
        await story.AdvanceAsync(UnsubscribeLinks.Lifetime);
        Assert.False(await links.UseAsync(fresh.Segments[^1]));
        Assert.True((await story.MemberAsync("m-01")).Consents(Channel.Email));
    }
}
