using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Local.Tests.Pages;
using CtVoice.Local.Tests.Reviews;
using static CtVoice.Local.Tests.Reviews.ShownQuestionTests;

namespace CtVoice.Local.Tests.Webhooks;

/// <summary>
/// Words that may ask to be left alone: they are saved, a person looks, and nothing more is sent until the member or the coordinator says.
/// </summary>
public sealed class PauseInDoubtTests
{
    private const string Stop = "Stop asking about immigration";
    private const string Paused = "We will send you nothing more until you reply START.";

    [Theory]
    [InlineData("m-09", "sms", Stop, Paused, "STOP", false)]
    [InlineData("m-09", "email", Stop, Paused, "STOP", false)]
    [InlineData("m-09", "sms", Stop, Paused, "STOP", true)]
    [InlineData("m-04", "sms", "Dejen de preguntar sobre inmigración", "hasta que responda INICIAR", "ALTO", false)]
    [InlineData("m-09", "sms", "stop emailing me", Paused, "STOP", false)]
    [InlineData("m-09", "email", "stop texting me", Paused, "STOP", false)]
    public async Task They_are_saved_and_flagged_one_answer_says_so_and_nothing_follows(
        string member, string box, string words, string told, string end, bool discreet)
    {
        await using var story = await AskedAsync(member, box, discreet);
        if (discreet)
            await story.SaysAsync(member, "ask");
        var before = (await story.SentToAsync(member, box)).Count;

        await story.SaysAsync(member, words);

        Assert.Equal(1, Assert.Single((await story.StateAsync()).Replies).Question);
        Assert.Single(await story.Service<HoldingPen>().ReadAsync());
        await story.AdvanceAsync(TimeSpan.FromDays(40));
        var answer = Assert.Single((await story.SentToAsync(member, box)).Skip(before)).Text;
        Assert.Contains(told, answer, StringComparison.Ordinal);
        Assert.Contains(end, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("letter", answer, StringComparison.Ordinal);
        Assert.Equal(["invitation"], story.PurposesTo(member));
        var paused = await story.MemberAsync(member);
        Assert.Equal((MemberState.Paused, true), (paused.State, paused.Consents(box is "sms" ? Channel.Sms : Channel.Email)));
    }

    [Theory]
    [InlineData("m-09", "sms", Stop, "START", "Would a letter help?")]
    [InlineData("m-09", "email", Stop, "START", "Would a letter help?")]
    [InlineData("m-04", "sms", "Dejen de preguntar sobre inmigración", "INICIAR", "¿Sirve una carta?")]
    public async Task Start_takes_the_pause_back_and_the_question_that_is_open_comes_by_itself(
        string member, string box, string words, string start, string question)
    {
        await using var story = await AskedAsync(member, box);
        await story.SaysAsync(member, words, providerId: "doubt");
        await story.AdvanceAsync(TimeSpan.FromDays(2));

        await story.SaysAsync(member, start);
        Assert.Equal(MemberState.Active, (await story.MemberAsync(member)).State);
        await story.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Contains(question, (await story.SentToAsync(member, box))[^1].Text, StringComparison.Ordinal);
        // The same words once more, from a provider that tries again, pause nobody.
        await story.SaysAsync(member, words, providerId: "doubt");
        Assert.Equal(MemberState.Active, (await story.MemberAsync(member)).State);
    }

    [Theory]
    [InlineData("m-09", "sms", Stop, Paused, "START", "Would a letter help?")]
    [InlineData("m-09", "email", Stop, Paused, "START", "Would a letter help?")]
    [InlineData("m-04", "sms", "Dejen de preguntar sobre inmigración", "hasta que responda INICIAR", "INICIAR", "¿Sirve una carta?")]
    public async Task Until_it_is_known_whether_they_were_meant_so_an_answer_counts_and_shows_no_question(
        string member, string box, string words, string told, string start, string question)
    {
        await using var story = await AskedAsync(member, box);
        await story.SaysAsync(member, words);
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        var before = (await story.SentToAsync(member, box)).Count;

        await story.SaysAsync(member, "2");
        await story.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal([(1, 2, 2)], await RepliesAsync(story));
        var answer = Assert.Single((await story.SentToAsync(member, box)).Skip(before)).Text;
        Assert.Contains(told, answer, StringComparison.Ordinal);
        Assert.DoesNotContain(question, answer, StringComparison.Ordinal);
        await story.SaysAsync(member, start);
        await story.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Contains(question, (await story.SentToAsync(member, box))[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hi", 1)]
    [InlineData("I do not want to answer this one", 1)]
    [InlineData("busy rn", 1)]
    [InlineData("ok thanks", 0)]
    [InlineData("Ask people before you share their names", 1)]
    public async Task Until_then_nothing_else_that_is_said_shows_one_either(string text, int answers)
    {
        await using var story = await AskedAsync("m-09");
        await story.SaysAsync("m-09", Stop);
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        var before = (await story.SentToAsync("m-09")).Count;

        await story.SaysAsync("m-09", text);
        await story.AdvanceAsync(TimeSpan.FromDays(9));

        var said = (await story.SentToAsync("m-09")).Skip(before).ToList();
        Assert.Equal(answers, said.Count);
        Assert.All(said, one => Assert.Contains(Paused, one.Text, StringComparison.Ordinal));
        Assert.All(said, one => Assert.DoesNotContain("letter", one.Text, StringComparison.Ordinal));
        Assert.All(said, one => Assert.DoesNotContain("share names", one.Text, StringComparison.Ordinal));
        var pieces = Assert.Single((await story.StateAsync()).Replies).Pieces;
        Assert.Equal(text.StartsWith("Ask", StringComparison.Ordinal) ? 2 : 1, pieces.Count);
    }

    [Fact]
    public async Task After_start_whoever_asks_sees_the_open_question_at_once()
    {
        await using var story = await AskedAsync("m-09");
        await story.SaysAsync("m-09", Stop);
        await story.SaysAsync("m-09", "START");
        await story.SaysAsync("m-09", "ask");
        Assert.Contains("Would a letter help?", await LastAsync(story, "m-09"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_are_looked_at_only_after_a_start_that_came_later_pause_nobody()
    {
        await using var story = await AskedAsync("m-09");
        var written = story.Now;
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        await story.SaysAsync("m-09", "START");
        await story.ArrivesAsync("m-09", Stop, written, "late");
        Assert.Equal(MemberState.Active, (await story.MemberAsync("m-09")).State);
        Assert.Contains("We saved your message", await LastAsync(story, "m-09"), StringComparison.Ordinal);
        Assert.DoesNotContain(Paused, await LastAsync(story, "m-09"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_ends_messages_as_ever_while_all_is_paused()
    {
        await using var story = await AskedAsync("m-09");
        await story.SaysAsync("m-09", Stop);
        await story.SaysAsync("m-09", "STOP");
        Assert.Contains("no more texts", await LastAsync(story, "m-09"), StringComparison.Ordinal);
        Assert.False((await story.MemberAsync("m-09")).Consents(Channel.Sms));
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        await story.SaysAsync("m-09", "START", "sms");
        var back = await story.MemberAsync("m-09");
        Assert.Equal((MemberState.Active, true), (back.State, back.Consents(Channel.Sms)));
    }

    [Fact]
    public async Task The_coordinator_takes_the_pause_back_on_the_page_of_the_member_and_the_open_question_follows()
    {
        await using var story = await AskedAsync("m-09");
        await story.SaysAsync("m-09", Stop);
        await story.AdvanceAsync(TimeSpan.FromDays(3));
        var path = "/api/members/m-09";
        var read = await story.AskAsync(HttpMethod.Get, path, "coordinator");
        Assert.Equal(HttpStatusCode.OK, (await story.AskAsync(HttpMethod.Put, path + "/availability", "coordinator",
            new JsonObject { ["away"] = new JsonArray(), ["state"] = "active" }, read.ETag)).Status);
        await story.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Contains("Would a letter help?", await LastAsync(story, "m-09"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_back_what_is_meant_nothing_is_sent_until_the_member_says()
    {
        await using var story = await AskedAsync("m-09");
        await story.SaysAsync("m-09", "stop asking me about this");
        Assert.Contains("Reply 1 skip this question", await LastAsync(story, "m-09"), StringComparison.Ordinal);
        Assert.Equal(MemberState.Paused, (await story.MemberAsync("m-09")).State);
        var before = (await story.SentToAsync("m-09")).Count;
        await story.AdvanceAsync(TimeSpan.FromDays(6));
        Assert.Equal(before, (await story.SentToAsync("m-09")).Count);

        await story.SaysAsync("m-09", "1");
        Assert.Equal(MemberState.Active, (await story.MemberAsync("m-09")).State);
        Assert.Contains("Would a letter help?", await LastAsync(story, "m-09"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_page_of_the_member_and_in_danger_nothing_pauses()
    {
        await using var story = await AskedAsync("m-09");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        await browser.GetAsync(link);
        await browser.PressAsync(link, "answer", [("words-1", Stop)]);
        Assert.Single((await story.StateAsync()).Replies);
        Assert.Equal(MemberState.Active, (await story.MemberAsync("m-09")).State);

        await story.SaysAsync("m-09", "Stop asking about immigration. I want to kill myself");
        Assert.Contains("988", await LastAsync(story, "m-09"), StringComparison.Ordinal);
        Assert.Equal(MemberState.Active, (await story.MemberAsync("m-09")).State);
    }

    [Fact]
    public async Task On_a_shared_phone_nobody_knows_who_wrote_and_all_on_it_are_paused_until_each_comes_back_by_a_code()
    {
        await using var story = await AskedAsync("m-09");
        var contacts = story.Service<ContactStore>();
        var phone = (await contacts.ForSendingAsync("m-09"))!.Phone;
        await contacts.PutAsync((await contacts.ForSendingAsync("m-19"))! with { Phone = phone });
        await story.ChangeAsync("m-19", m => m with { State = MemberState.Active });
        await story.Service<Core.Conversations.Links.MemberCodes>().SetAsync("m-19", "4821");

        await story.SaysAsync("m-09", Stop);
        Assert.Equal((MemberState.Paused, MemberState.Paused), await StatesAsync());
        await story.SaysAsync("m-09", "START");
        Assert.Contains("More than one of you uses this phone", await LastAsync(story, "m-09"), StringComparison.Ordinal);
        await story.SaysAsync("m-09", "START 4821");
        Assert.Equal((MemberState.Paused, MemberState.Active), await StatesAsync());

        async Task<(MemberState, MemberState)> StatesAsync() =>
            ((await story.MemberAsync("m-09")).State, (await story.MemberAsync("m-19")).State);
    }

    [Fact]
    public async Task In_what_follows_a_review_they_pause_as_well()
    {
        await using var story = await SatisfactionStoryTests.ToldAsync("m-09", "m-19");
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await story.SaysAsync("m-09", Stop);
        Assert.Contains(Paused, await LastAsync(story, "m-09"), StringComparison.Ordinal);
        Assert.Equal(MemberState.Paused, (await story.MemberAsync("m-09")).State);
        Assert.Equal(MemberState.Active, (await story.MemberAsync("m-19")).State);
    }

    [Fact]
    public async Task From_somebody_who_was_asked_nothing_they_lie_in_the_pen_and_pause_as_well()
    {
        await using var story = await ReviewStory.BeginAsync();
        await story.SaysAsync("m-09", Stop, "sms");
        Assert.Contains(Paused, await LastAsync(story, "m-09"), StringComparison.Ordinal);
        Assert.Equal(MemberState.Paused, (await story.MemberAsync("m-09")).State);
        Assert.StartsWith("May ask to be left alone", Assert.Single(await story.Service<HoldingPen>().ReadAsync()).Because,
            StringComparison.Ordinal);
    }

    private static async Task<ReviewStory> AskedAsync(string member, string box = "sms", bool discreet = false)
    {
        var story = await MemberPageTests.OneOfAsync(
            member, change: m => (box is "email" ? OnlyMail(m) : m) with { Discreet = discreet }, project: ThreeChoices);
        await story.AdvanceAsync(TimeSpan.FromSeconds(1));
        return story;
    }
}
