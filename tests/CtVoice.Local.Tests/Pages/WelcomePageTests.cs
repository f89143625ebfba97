using System.Net;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Dialogues;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Storage;
using CtVoice.Core.Todo;
using CtVoice.Local.Tests.Conversations;
using CtVoice.Local.Tests.Reviews;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Pages;

/// <summary>The welcome on the member's page: the same talk as by message, over HTTP as a phone sees it.</summary>
public sealed class WelcomePageTests
{
    private static readonly string[] Answers = ["1", "1", "3", "2", "2", "0"];

    [Fact]
    public async Task A_new_member_is_welcomed_on_the_page_step_by_step_and_all_they_say_is_kept()
    {
        await using var story = await WelcomedAsync();
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-90");
        await browser.GetAsync(link);
        Assert.All(
            ["Step 1 of 7", "If you write that someone is in danger, a person may read it and call you, and may have to tell 911 or DCF.",
                "You said we may text you", "Nobody reads this number all the time.", "Msg &amp; data rates may apply",
                "cannot change your benefits", "Your caseworker does not see your name.", "Is this OK?", "Alex Rivera, 860-555-0100"],
            words => Assert.Contains(words, browser.Html, StringComparison.Ordinal));

        await browser.PressAsync(link, "answer", ("step", "0"), ("choice", "1"));
        Assert.Contains("Which language do you want?", browser.Html, StringComparison.Ordinal);
        await browser.PressAsync(link, "answer", ("step", "1"), ("choice", "2"));
        Assert.Contains("<html lang=\"es\">", browser.Html, StringComparison.Ordinal);
        Assert.Contains("¿Podemos llamar a este número", browser.Html, StringComparison.Ordinal);
        await browser.PressAsync(link, "answer", ("step", "2"), ("choice", "1"));
        Assert.Equal(CallsAllowed.CallAndMessage, (await story.Service<ContactStore>().ForSendingAsync("m-90"))!.Calls);
        Assert.Contains("¿Otra persona lee los textos de este teléfono?", browser.Html, StringComparison.Ordinal);
        // That the phone is shared does not end the link by which it was said.
        await browser.PressAsync(link, "answer", ("step", "3"), ("choice", "1"));
        Assert.Contains("no digamos el tema", browser.Html, StringComparison.Ordinal);
        await browser.PressAsync(link, "answer", ("step", "4"), ("choice", "2"));
        Assert.Contains("Elija un código de 4 a 8 números.", browser.Html, StringComparison.Ordinal);
        await browser.PressAsync(link, "answer", ("step", "5"), ("code", "48 21"));
        Assert.Contains("Una para probar.", browser.Html, StringComparison.Ordinal);
        await browser.PressAsync(link, "answer", ("step", "6"), ("choice", "2"), ("words", "mejor el quetzal por la tarde"));
        Assert.Contains("Ya tenemos su respuesta: 2.", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("quetzal", browser.Html, StringComparison.Ordinal);

        var member = await story.MemberAsync("m-90");
        Assert.Equal(["es", "en"], member.Languages);
        Assert.NotNull(member.SharedNumberKey);
        Assert.False(member.Discreet);
        Assert.True(await story.Service<MemberCodes>().HasAsync("m-90"));
        var given = (await story.Service<BoardStore>().ConsentHistoryAsync("m-90"))[^1];
        Assert.Equal((ConsentState.Given, "welcome/3", "page yes"), (given.State, given.TextVersion, given.How));
        Assert.Equal(DialogueEnd.Done, (await story.Service<DialogueStore>().FindAsync(Dialogue.Welcome, "m-90"))!.End);
        // The page was the receipt: no message came of it, and none ever will.
        await story.AdvanceAsync(TimeSpan.FromDays(10));
        Assert.Single(await story.SentToAsync("m-90"));
        await browser.GetAsync(link);
        Assert.Contains("Eso es todo", browser.Html, StringComparison.Ordinal);
        Assert.Empty(await story.Service<HoldingPen>().ReadAsync());
    }

    [Fact]
    public async Task Opening_the_link_does_nothing_and_it_ends_after_fourteen_days()
    {
        await using var story = await WelcomedAsync();
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-90");
        for (var n = 0; n < 20; n++)
            await browser.GetAsync(link);
        Assert.Equal(0, (await story.Service<DialogueStore>().FindAsync(Dialogue.Welcome, "m-90"))!.Step);
        Assert.Equal("no-store", browser.Response.Headers.CacheControl!.ToString());
        Assert.False(browser.Response.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("<script", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("m-90", browser.Html, StringComparison.Ordinal);
        // The second asking has a link of its own; the first one works on.
        await story.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.NotEqual(link, await browser.LinkOfAsync("m-90"));
        await browser.GetAsync(link);
        Assert.Contains("Is this OK?", browser.Html, StringComparison.Ordinal);
        await story.AdvanceToAsync(Monday + MemberLinks.Lifetime + TimeSpan.FromMinutes(1));
        await browser.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        await browser.PostAsync(link, ("do", "stop"), ("once", "a"));
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Fact]
    public async Task The_code_is_readable_nowhere_and_a_link_never_changes_it()
    {
        await using var story = await WelcomedAsync();
        using var browser = new MemberBrowser(story);
        var link = await AtAsync(story, browser, step: 5);
        await browser.PressAsync(link, "answer", ("step", "5"), ("code", "12"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains("<a href=\"#code\">Type 4 to 8 digits, or go on without a code.</a>", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"12\"", browser.Html, StringComparison.Ordinal);
        await browser.PressAsync(link, "answer", ("step", "5"), ("code", "48213377"));
        Assert.DoesNotContain("4821", browser.Html, StringComparison.Ordinal);
        // Going back and sending another one changes nothing: whoever holds the phone later must not choose a new code.
        await browser.PostAsync(link, ("do", "answer"), ("once", "again"), ("step", "5"), ("code", "99990000"));
        Assert.Contains("You had sent an answer to that one.", browser.Html, StringComparison.Ordinal);
        Assert.Contains("Now one to try out.", browser.Html, StringComparison.Ordinal);
        var page = (await story.Service<MemberLinks>().FindAsync(link["/r/".Length..]))!;
        Assert.IsType<CodeCheck.Right>(await story.Service<MemberCodes>().CheckAsync(page, "48213377"));

        var tables = story.Service<TableSet>();
        var sent = await story.Service<InboundStore>().SentByAsync(PageForm.Channel, "m-90");
        Assert.Equal(2, sent.Count);
        foreach (var id in sent)
        {
            var stored = (await story.Service<InboundStore>().ReadAsync(id))!.Message;
            Assert.DoesNotMatch("4821|9999", stored.Text + stored.Form);
        }
        Assert.DoesNotContain((await tables.Records.QueryAsync(new("talk|m-90"))).Rows,
            row => row.LongTextOrNull()!.Contains("4821", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_missing_is_said_and_asked_again_as_often_as_needed()
    {
        await using var story = await WelcomedAsync();
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-90");
        await browser.GetAsync(link);
        foreach (var choice in new[] { "", "3", "x" })
        {
            await browser.PressAsync(link, "answer", ("step", "0"), ("choice", choice));
            Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
            Assert.Contains("<a href=\"#choice-1\">Pick one answer.</a>", browser.Html, StringComparison.Ordinal);
        }
        Assert.Equal(0, (await story.Service<DialogueStore>().FindAsync(Dialogue.Welcome, "m-90"))!.Step);
        link = await AtAsync(story, browser, step: 6);
        await browser.PressAsync(link, "answer", ("step", "6"));
        Assert.Contains("Pick an answer or write one.", browser.Html, StringComparison.Ordinal);
        await browser.PressAsync(link, "answer", ("step", "6"), ("words", "In the evening."));
        Assert.Contains("We saved your words.", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_answers_once_and_the_talk_goes_on_by_text_where_the_page_stopped()
    {
        await using var story = await WelcomedAsync();
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-90");
        await browser.GetAsync(link);
        var once = await browser.PressAsync(link, "answer", ("step", "0"), ("choice", "1"));
        await browser.PostAsync(link, ("do", "answer"), ("once", once), ("step", "0"), ("choice", "1"));
        Assert.Contains("Which language", browser.Html, StringComparison.Ordinal);
        Assert.Equal(1, (await story.Service<DialogueStore>().FindAsync(Dialogue.Welcome, "m-90"))!.Step);
        await story.AdvanceAsync(TimeSpan.FromSeconds(1));
        await story.SaysAsync("m-90", "1", "sms");
        Assert.Contains("May we call this number", (await story.SentToAsync("m-90"))[^1].Text, StringComparison.Ordinal);
        await browser.GetAsync(link);
        Assert.Contains("Step 3 of 7", browser.Html, StringComparison.Ordinal);
        // The page was still at the question that was answered by text.
        await browser.PostAsync(link, ("do", "answer"), ("once", "stale"), ("step", "1"), ("choice", "2"));
        Assert.Contains("Step 3 of 7", browser.Html, StringComparison.Ordinal);
        Assert.Equal(["en"], (await story.MemberAsync("m-90")).Languages);
    }

    [Theory]
    [InlineData("no")]
    [InlineData("stop")]
    [InlineData("words")]
    public async Task Messages_end_by_a_no_by_the_button_and_by_plain_words(string how)
    {
        await using var story = await WelcomedAsync();
        using var browser = new MemberBrowser(story);
        var link = how == "words" ? await AtAsync(story, browser, step: 6) : await browser.LinkOfAsync("m-90");
        await browser.GetAsync(link);
        await (how switch
        {
            "no" => browser.PressAsync(link, "answer", ("step", "0"), ("choice", "2")),
            "stop" => browser.PressAsync(link, "stop"),
            _ => browser.PressAsync(link, "answer", ("step", "6"), ("words", "please stop texting me")),
        });
        Assert.Contains("You will get no more of these messages.", browser.Html, StringComparison.Ordinal);
        Assert.False((await story.MemberAsync("m-90")).Consents(Channel.Sms));
        await browser.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        var sent = (await story.SentToAsync("m-90")).Count;
        await story.AdvanceAsync(TimeSpan.FromDays(10));
        Assert.Equal(sent, (await story.SentToAsync("m-90")).Count);
    }

    [Fact]
    public async Task Words_that_may_tell_of_danger_are_heard_in_a_welcome_too_on_the_page_and_by_text()
    {
        await using var story = await WelcomedAsync();
        using var browser = new MemberBrowser(story);
        var link = await AtAsync(story, browser, step: 6);
        await browser.PressAsync(link, "answer", ("step", "6"), ("words", "I want to kill myself"));
        MemberPageTests.HoldsDanger(browser.Html);
        Assert.Equal(TodoKinds.Acute, Assert.Single(await story.Service<Matters>().OpenAsync()).Kind);

        await WelcomeTests.AddAsync(story, "m-91", ["en"], ["sms"], phone: "(203) 555-0191");
        await story.AdvanceAsync(TimeSpan.FromSeconds(1));
        await story.SaysAsync("m-91", "I want to kill myself", "sms");
        Assert.Contains("988", (await story.SentToAsync("m-91"))[^1].Text, StringComparison.Ordinal);
        Assert.Equal(2, (await story.Service<Matters>().OpenAsync()).Count);
    }

    [Fact]
    public async Task A_mail_leads_to_the_page_too_and_no_token_is_stored()
    {
        await using var story = await BeginAsync();
        await WelcomeTests.AddAsync(story, "m-90", ["es"], ["email"], email: "ninety@example.org");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-90", "email");
        await browser.GetAsync(link);
        Assert.Contains("Usted dijo que le podemos escribir.", browser.Html, StringComparison.Ordinal);
        foreach (var (step, field, value) in new[]
            { ("0", "choice", "1"), ("1", "choice", "2"), ("2", "choice", "2"), ("3", "choice", "2"), ("4", "without", "code"),
                ("5", "choice", "3") })
            await browser.PressAsync(link, "answer", ("step", step), (field, value));
        Assert.Contains("Ya tenemos su respuesta: 3.", browser.Html, StringComparison.Ordinal);
        Assert.False(await story.Service<MemberCodes>().HasAsync("m-90"));
        Assert.DoesNotContain(
            (await story.Service<TableSet>().Records.QueryAsync(new("talk|m-90"))).Rows,
            row => row.LongTextOrNull()!.Contains(link["/r/".Length..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whether_we_may_call_is_changed_on_the_page_and_what_was_said_before_is_not_on_it()
    {
        await using var story = await WelcomedAsync();
        using var browser = new MemberBrowser(story);
        var link = await AtAsync(story, browser, step: 6);
        await browser.PressAsync(link, "answer", ("step", "6"), ("choice", "3"));
        Assert.Contains("May we call you?", browser.Html, StringComparison.Ordinal);
        Assert.Contains("Do not call", browser.Html, StringComparison.Ordinal);
        var asShown = Page();
        // Less at once: whoever holds the link may be somebody else, and no call hurts nobody.
        await browser.PressAsync(link, "calls", ("choice", "3"));
        Assert.Contains("We saved what you told us about calls.", browser.Html, StringComparison.Ordinal);
        Assert.Equal(CallsAllowed.No, await CallsAsync());
        // More takes the code that only the member knows.
        await browser.GetAsync(link);
        Assert.Equal(asShown, Page());
        foreach (var (code, told) in new[]
            { ("4821", "You have no code yet."), ("", "To let us call, type your code too."), ("1111", "This is not the code.") })
        {
            await browser.PressAsync(link, "calls", ("choice", "1"), ("code", code));
            Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
            Assert.Contains(told, browser.Html, StringComparison.Ordinal);
            Assert.Equal(CallsAllowed.No, await CallsAsync());
            await story.Service<MemberCodes>().SetAsync("m-90", "4821");
            await browser.GetAsync(link);
        }
        await browser.PressAsync(link, "calls", ("choice", "1"), ("code", "4821"));
        Assert.Contains("We saved what you told us about calls.", browser.Html, StringComparison.Ordinal);
        Assert.Equal(CallsAllowed.CallAndMessage, await CallsAsync());
        await browser.GetAsync(link);
        Assert.Equal(asShown, Page());
        // A button that the page does not have changes nothing.
        await browser.PressAsync(link, "calls", ("choice", "4"), ("code", "4821"));
        Assert.Equal(CallsAllowed.CallAndMessage, await CallsAsync());

        async Task<CallsAllowed?> CallsAsync() => (await story.Service<ContactStore>().ForSendingAsync("m-90"))!.Calls;
        string Page() =>
            browser.Html[browser.Html.IndexOf("May we call you?", StringComparison.Ordinal)..browser.Html.IndexOf("name=\"once\"",
                StringComparison.Ordinal)];
    }

    [Fact]
    public async Task After_a_silent_year_the_question_can_be_answered_on_the_page()
    {
        await using var story = await BeginAsync();
        await WelcomeTests.AddAsync(story, "m-90", ["en"], ["sms"], phone: "(203) 555-0190");
        await story.AdvanceAsync(TimeSpan.FromDays(370));
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-90");
        await browser.GetAsync(link);
        Assert.Contains("Is this still you?", browser.Html, StringComparison.Ordinal);
        await browser.PressAsync(link, "answer", ("step", "0"), ("choice", "1"));
        Assert.Contains("That is all", browser.Html, StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromDays(20));
        Assert.True((await story.MemberAsync("m-90")).Consents(Channel.Sms));
        Assert.Equal("still-you/1", (await story.MemberAsync("m-90")).Consent.Single(c => c.Channel is Channel.Sms).TextVersion);
    }

    /// <summary>A member who was just sent the first message of their welcome.</summary>
    internal static async Task<ReviewStory> WelcomedAsync(string language = "en")
    {
        var story = await BeginAsync();
        await WelcomeTests.AddAsync(story, "m-90", [language], ["sms"], phone: "(203) 555-0190");
        return story;
    }

    /// <summary>Answers by text up to a step, then opens the page there.</summary>
    private static async Task<string> AtAsync(ReviewStory story, MemberBrowser browser, int step)
    {
        var link = await browser.LinkOfAsync("m-90");
        foreach (var text in Answers.Take(step))
        {
            await story.AdvanceAsync(TimeSpan.FromSeconds(1));
            await story.SaysAsync("m-90", text, "sms");
        }
        await browser.GetAsync(link);
        return link;
    }
}
