using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Core.Todo;
using CtVoice.Local.Tests.Reviews;
using Microsoft.Extensions.DependencyInjection;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Pages;

/// <summary>The page behind a member's link, over HTTP as a phone sees it.</summary>
public sealed class MemberPageTests
{
    private static readonly ReviewPolicy One = Rules with { PanelSize = 1, Alternates = 0 };

    [Fact]
    public async Task An_answer_on_the_page_counts_like_one_by_text_and_its_receipt_repeats_no_word()
    {
        await using var story = await OneOfAsync("m-09", questions: 3);
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        await browser.GetAsync(link);
        Assert.Contains("Your answer cannot change your benefits. Your caseworker does not see your name.", browser.Html,
            StringComparison.Ordinal);
        Assert.Contains("Alex Rivera, 860-555-0100", browser.Html, StringComparison.Ordinal);
        Assert.Contains("You can answer until Tue, Jan 26.", browser.Html, StringComparison.Ordinal);
        Assert.Contains((await story.StateAsync()).TextIn("en")!.Summary[..40], browser.Html, StringComparison.Ordinal);
        Assert.Contains("They are not in the public dictionary", browser.Html, StringComparison.Ordinal);
        Assert.Contains("SNAP active month (DSS)", browser.Html, StringComparison.Ordinal);

        await browser.PressAsync(link, "answer", ("choice-1", "2"), ("words-1", "take the quetzal names out"),
            ("words-2", "A letter first."), ("quote", "no"));

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("Question 1: your answer is 2.", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("quetzal", browser.Html, StringComparison.Ordinal);
        var review = await story.StateAsync();
        Assert.Equal([(1, 2, true), (2, null, true)], review.Replies.Select(r => (r.Question, r.Choice, r.NotQuoted)));
        Assert.All(review.Replies, r => Assert.Equal(Channel.Page, r.Pieces[0].Channel));
        Assert.Equal(3, review.Invitations[0].NextQuestion);
        Assert.Equal("take the quetzal names out", await story.Service<ReviewStore>()
            .ReadContentAsync(story.Id, review.Replies[0].Pieces[0].Content!));
        Assert.Equal(1, review.Repliers);
        // The rest by text: the same invitation, the next question.
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await story.SaysAsync("m-09", "No police.");
        Assert.Equal([1, 2, 3], (await story.StateAsync()).Replies.Select(r => r.Question));
        await story.AdvanceToAsync(Eastern(2027, 1, 13, 12));
        Assert.Equal(ReviewStage.Preview, (await story.StateAsync()).Stage);
    }

    [Fact]
    public async Task Opening_a_link_a_hundred_times_does_nothing_and_leaves_nothing_behind()
    {
        await using var story = await OneOfAsync("m-09");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        var before = ((await story.Service<ReviewStore>().ReadAsync(story.Id))!.Sequence, (await story.LedgerAsync()).Count);
        for (var n = 0; n < 100; n++)
            await browser.GetAsync(link);
        Assert.Equal(before.Sequence, (await story.Service<ReviewStore>().ReadAsync(story.Id))!.Sequence);
        Assert.Equal(before.Count, (await story.LedgerAsync()).Count);
        Assert.Equal("no-store", browser.Response.Headers.CacheControl!.ToString());
        Assert.Equal("no-referrer", Assert.Single(browser.Response.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("default-src 'none'", Assert.Single(browser.Response.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal);
        Assert.False(browser.Response.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("<script", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("m-09", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_answer_and_one_sent_with_other_words_is_another()
    {
        await using var story = await OneOfAsync("m-09");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        await browser.GetAsync(link);
        var once = await browser.PressAsync(link, "answer", ("choice-1", "3"), ("words-1", "not like this"));
        await browser.PostAsync(link, ("do", "answer"), ("once", once), ("choice-1", "3"), ("words-1", "not like this"));
        Assert.Contains("Question 1: your answer is 3.", browser.Html, StringComparison.Ordinal);
        Assert.Single(Assert.Single((await story.StateAsync()).Replies).Pieces);
        await story.AdvanceAsync(TimeSpan.FromSeconds(1));
        await browser.PostAsync(link, ("do", "answer"), ("once", once), ("choice-1", "2"), ("words-1", "or with a letter first"));
        var reply = Assert.Single((await story.StateAsync()).Replies);
        Assert.Equal((2, 2), (reply.Choice!.Value, reply.Pieces.Count));
    }

    [Fact]
    public async Task Words_sent_before_are_shown_to_nobody_without_the_code_and_guesses_run_out()
    {
        await using var story = await OneOfAsync("m-09");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        await story.SaysAsync("m-09", "2 take the quetzal names out");
        await browser.GetAsync(link);
        Assert.Contains("We have your answer to this one.", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("quetzal", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("checked", browser.Html, StringComparison.Ordinal);
        await browser.PressAsync(link, "code", ("code", "4821"));
        Assert.Contains("You have no code yet.", browser.Html, StringComparison.Ordinal);

        await story.Service<MemberCodes>().SetAsync("m-09", "4821");
        await browser.PostAsync(link, ("do", "code"), ("code", "0000"));
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        Assert.DoesNotContain("quetzal", browser.Html, StringComparison.Ordinal);
        await browser.PostAsync(link, ("do", "code"), ("code", "4821"));
        Assert.Contains("take the quetzal names out", browser.Html, StringComparison.Ordinal);
        for (var n = 0; n < MemberCodes.Tries; n++)
            await browser.PostAsync(link, ("do", "code"), ("code", "0000"));
        await browser.PostAsync(link, ("do", "code"), ("code", "4821"));
        Assert.Contains("You can try again at 9:45 AM.", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("quetzal", browser.Html, StringComparison.Ordinal);
        // A restart of the count would need a new installation: it is a row.
        await story.AdvanceAsync(TimeSpan.FromMinutes(15));
        await browser.PostAsync(link, ("do", "code"), ("code", "4821"));
        Assert.Contains("quetzal", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_discreet_member_s_page_names_the_topic_only_after_a_press()
    {
        await using var story = await OneOfAsync("m-09", change: m => m with { Discreet = true });
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        await browser.GetAsync(link);
        Assert.DoesNotContain("SNAP", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Is it OK", browser.Html, StringComparison.Ordinal);
        await browser.PressAsync(link, "show");
        Assert.Contains("Is it OK", browser.Html, StringComparison.Ordinal);
        await browser.PressAsync(link, "answer", ("choice-1", "1"));
        Assert.Equal(1, Assert.Single((await story.StateAsync()).Replies).Choice);
    }

    [Fact]
    public async Task Spanish_speakers_get_a_Spanish_page()
    {
        await using var story = await OneOfAsync("m-04");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-04");
        await browser.GetAsync(link);
        Assert.Contains("<html lang=\"es\">", browser.Html, StringComparison.Ordinal);
        Assert.Contains("¿Está bien", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Skip to", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("The board", browser.Html, StringComparison.Ordinal);
        await browser.PressAsync(link, "answer", ("choice-1", "not-sure"));
        var reply = Assert.Single((await story.StateAsync()).Replies);
        Assert.Null(reply.Choice);
        Assert.Equal("No sé.", await story.Service<ReviewStore>().ReadContentAsync(story.Id, reply.Pieces[0].Content!));
        Assert.True((await story.StateAsync()).Invitations[0].Complete(1));
    }

    [Fact]
    public async Task An_empty_form_says_what_is_missing_and_leads_there_and_a_long_one_keeps_its_words()
    {
        await using var story = await OneOfAsync("m-09");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        await browser.GetAsync(link);
        await browser.PressAsync(link, "answer", ("words-1", "  "));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains("<a href=\"#choice-1-1\">Pick an answer or write one.</a>", browser.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"choice-1-1\"", browser.Html, StringComparison.Ordinal);
        var tooLong = new string('w', 10_001);
        await browser.PressAsync(link, "answer", ("choice-1", "2"), ("words-1", tooLong));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains(tooLong, browser.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"2\" checked", browser.Html, StringComparison.Ordinal);
        Assert.Empty((await story.StateAsync()).Replies);
        await browser.PostAsync(link, ("do", "answer"), ("choice-1", "9"), ("words-7", "elsewhere"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
    }

    [Fact]
    public async Task Taking_back_and_declining_are_one_press_each_and_neither_is_the_last_word()
    {
        await using var story = await BeginAsync(policy: One with { Alternates = 1 });
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        var member = (await story.StateAsync()).Invitations[0].MemberId;
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync(member, await BoxOfAsync(story, member));
        await browser.GetAsync(link);
        await browser.PressAsync(link, "decline");
        var review = await story.StateAsync();
        Assert.Equal("declined", review.InvitationOf(member)!.EndedBecause);
        Assert.Equal(2, review.Invitations.Count);
        await browser.GetAsync(link);
        Assert.Contains("class=\"note\"", browser.Html, StringComparison.Ordinal);
        await browser.PressAsync(link, "answer", ("choice-1", "1"));
        await browser.GetAsync(link);
        await browser.PressAsync(link, "withdraw");
        Assert.True(Assert.Single((await story.StateAsync()).Replies).Withdrawn);
        await browser.GetAsync(link);
        await browser.PressAsync(link, "answer", ("choice-1", "3"));
        Assert.Equal([true, false], (await story.StateAsync()).Replies.Select(r => r.Withdrawn));
        Assert.Equal(1, (await story.StateAsync()).Repliers);
    }

    [Fact]
    public async Task Messages_end_by_the_page_and_by_a_plain_stop_in_the_box_for_words()
    {
        foreach (var byBox in new[] { false, true })
        {
            await using var story = await OneOfAsync("m-09");
            using var browser = new MemberBrowser(story);
            var link = await browser.LinkOfAsync("m-09");
            await browser.GetAsync(link);
            if (byBox)
                await browser.PressAsync(link, "answer", ("words-1", "STOP please"));
            else
                await browser.PressAsync(link, "stop");
            Assert.False((await story.MemberAsync("m-09")).Consents(Channel.Sms));
            Assert.Empty((await story.StateAsync()).Replies);
            var record = (await story.Service<BoardStore>().ConsentHistoryAsync("m-09"))[^1];
            Assert.Equal((ConsentState.Withdrawn, "page"), (record.State, record.How));
            await browser.GetAsync(link);
            Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        }
    }

    [Fact]
    public async Task Somebody_in_danger_is_told_where_help_is_on_the_page_itself()
    {
        await using var story = await OneOfAsync("m-09");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        await browser.GetAsync(link);
        await browser.PressAsync(link, "answer", ("words-1", "I want to kill myself"));
        HoldsDanger(browser.Html);
        Assert.Equal(TodoKinds.Acute, Assert.Single(await story.Service<Matters>().OpenAsync()).Kind);
    }

    [Fact]
    public async Task The_box_is_in_the_language_of_the_words_and_words_about_an_own_case_get_none()
    {
        await using var story = await OneOfAsync("m-09");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        await browser.GetAsync(link);
        await browser.PressAsync(link, "answer", ("words-1", "mejor me mato"));
        Assert.Contains("<div class=\"danger\" role=\"alert\" lang=\"es\">", browser.Html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", browser.Html, StringComparison.Ordinal);
        Assert.Contains("Para hablar: <a href=\"tel:988\">988</a>.", browser.Html, StringComparison.Ordinal);
        await browser.GetAsync(link);
        await browser.PressAsync(link, "answer", ("words-1", "my snap was cut off, can you fix my case"));
        Assert.Contains("We cannot see or change your case.", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"danger\"", browser.Html, StringComparison.Ordinal);
    }

    /// <summary>The fixed answer stands in a box of its own, in the words of every phone,
    /// and each of its numbers is dialled by a press.</summary>
    internal static void HoldsDanger(string html)
    {
        var box = Regex.Match(html, "<div class=\"danger\" role=\"alert\" lang=\"en\">(.*?)</div>",
            RegexOptions.Singleline).Groups[1].Value;
        foreach (var (to, number) in new[]
            { ("tel:911", "911"), ("tel:988", "988"), ("tel:211", "2-1-1"), ("tel:8887742900", "888-774-2900"), ("sms:988", "Text 988") })
            Assert.Contains($"<a href=\"{to}\">{number}</a>", box, StringComparison.Ordinal);
        Assert.Contains(
            "CT Resident Advisory Board: Help at any time: 911. To talk: 988. Shelter, food: 2-1-1. Home not safe: 888-774-2900. Nobody "
                + "reads this number all the time.",
            Regex.Replace(box, "<[^>]+>", ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_old_revoked_and_foreign_links_look_alike_to_the_byte()
    {
        await using var story = await OneOfAsync("m-09");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        await browser.GetAsync("/r/abcdefghjkmnpqrst");
        var gone = browser.Html;
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.Contains("reply to our text or mail", gone, StringComparison.Ordinal);
        Assert.Contains("<section lang=\"es\">", gone, StringComparison.Ordinal);
        foreach (var path in new[] { "/r/x", "/r/" + new string('a', 300), "/r/abc..", "/r/%3Cscript%3E" })
        {
            await browser.GetAsync(path);
            Assert.Equal((HttpStatusCode.NotFound, gone), (browser.Status, browser.Html));
        }
        Assert.Equal(1, (await story.Service<MemberLinks>().RevokeAsync("m-09")));
        await browser.GetAsync(link);
        Assert.Equal((HttpStatusCode.NotFound, gone), (browser.Status, browser.Html));
        await browser.PostAsync(link, ("do", "answer"), ("choice-1", "1"));
        Assert.Equal((HttpStatusCode.NotFound, gone), (browser.Status, browser.Html));
        Assert.Empty((await story.StateAsync()).Replies);
    }

    [Fact]
    public async Task A_link_ends_after_fourteen_days_and_each_reminder_brings_another()
    {
        await using var story = await OneOfAsync("m-09", policy: One with { WindowBusinessDays = 20 });
        using var browser = new MemberBrowser(story);
        var first = await browser.LinkOfAsync("m-09");
        await story.AdvanceToAsync(Eastern(2027, 1, 14, 11));
        var second = await browser.LinkOfAsync("m-09");
        Assert.NotEqual(first, second);
        await browser.GetAsync(first);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        var sent = (await story.StateAsync()).Invitations[0].SentAt!.Value;
        await story.AdvanceToAsync(sent + MemberLinks.Lifetime - TimeSpan.FromSeconds(1));
        await browser.GetAsync(first);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        await story.AdvanceAsync(TimeSpan.FromSeconds(1));
        await browser.GetAsync(first);
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        await browser.GetAsync(second);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        // What was being written while it ended is not lost.
        await browser.PostAsync(first, ("do", "answer"), ("once", "a"), ("choice-1", "2"));
        Assert.Equal(2, Assert.Single((await story.StateAsync()).Replies).Choice);
    }

    [Fact]
    public async Task A_link_ends_when_the_number_changes_becomes_shared_or_its_member_goes()
    {
        foreach (var end in new Func<ReviewStory, Task>[]
        {
            async s => await s.Service<ChangingContacts>()
                .PutAsync((await s.Service<ContactStore>().ForSendingAsync("m-09"))! with { Phone = "+12035550187" }),
            async s => await s.Service<ChangingContacts>()
                .PutAsync((await s.Service<ContactStore>().ForSendingAsync("m-01"))! with
                    { Phone = (await s.Service<ContactStore>().ForSendingAsync("m-09"))!.Phone }),
            s => s.ChangeAsync("m-09", m => m with { State = MemberState.Left }),
            s => s.Service<ContactStore>().RemoveAsync("m-09"),
            s => s.SaysAsync("m-09", "STOP", "sms"),
        })
        {
            await using var story = await OneOfAsync("m-09");
            using var browser = new MemberBrowser(story);
            var link = await browser.LinkOfAsync("m-09");
            await browser.GetAsync(link);
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            await end(story);
            await browser.GetAsync(link);
            Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        }
    }

    [Fact]
    public async Task Who_stopped_and_came_back_does_not_bring_old_links_back()
    {
        await using var story = await OneOfAsync("m-09");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await story.SaysAsync("m-09", "STOP", "sms");
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await story.SaysAsync("m-09", "START", "sms");
        Assert.True((await story.MemberAsync("m-09")).Consents(Channel.Sms));
        await browser.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Fact]
    public async Task After_the_close_the_page_names_no_topic_and_words_become_an_addendum()
    {
        await using var story = await OneOfAsync("m-09", policy: One with { WindowBusinessDays = 5, Quorum = 0 });
        using var browser = new MemberBrowser(story);
        await story.AdvanceToAsync(Eastern(2027, 1, 15, 11));
        var link = await browser.LinkOfAsync("m-09");
        await browser.GetAsync(link);
        var open = browser.Html;
        await story.AdvanceToAsync((await story.StateAsync()).Window!.ClosesAt);
        await browser.GetAsync(link);
        Assert.Contains("This question has closed", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("SNAP", browser.Html, StringComparison.Ordinal);
        // The page was open, the question closed meanwhile.
        await browser.PostAsync(link, ("do", "answer"), ("once", open.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("choice-1", "1"), ("words-1", "late"));
        Assert.Contains("This question has closed. We saved your words", browser.Html, StringComparison.Ordinal);
        Assert.True(Assert.Single((await story.StateAsync()).Replies).Late);
    }

    [Fact]
    public async Task An_email_has_a_link_of_its_own()
    {
        await using var story = await OneOfAsync("m-23");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-23", "email");
        await browser.GetAsync(link);
        await browser.PressAsync(link, "answer", ("choice-1", "1"));
        Assert.Equal(1, Assert.Single((await story.StateAsync()).Replies).Choice);
        Assert.Empty(await story.Service<HoldingPen>().ReadAsync());
    }

    [Fact]
    public async Task No_token_is_stored_anywhere_but_on_the_phone()
    {
        await using var story = await OneOfAsync("m-09");
        using var browser = new MemberBrowser(story);
        var token = (await browser.LinkOfAsync("m-09"))["/r/".Length..];
        Assert.Equal(MemberLinks.TokenLength, token.Length);
        var outbox = (await story.Service<TableSet>().Records.QueryAsync(TableQuery.StartingWith($"review|{story.Id}", "outbox|"))).Rows;
        Assert.NotEmpty(outbox);
        Assert.DoesNotContain(outbox, row => row.LongTextOrNull()!.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_simulated_phone_shows_links_that_can_be_followed()
    {
        await using var story = await OneOfAsync("m-09");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        await browser.GetAsync("/sim/m-09");
        Assert.Contains($"<a href=\"{link}\">http://localhost{link}</a>", browser.Html, StringComparison.Ordinal);
    }

    /// <summary>A review that asked this member alone.</summary>
    internal static async Task<ReviewStory> OneOfAsync(
        string member, int questions = 1, ReviewPolicy? policy = null, Func<Member, Member>? change = null,
        Action<JsonObject>? project = null, Action<IServiceCollection>? services = null)
    {
        var story = await BeginAsync(policy: policy ?? One, change: services);
        foreach (var other in await story.Service<BoardStore>().MembersAsync())
        {
            if (other.Id != member)
                await story.ChangeAsync(other.Id, m => m with { State = MemberState.Paused });
            else if (change is not null)
                await story.ChangeAsync(other.Id, change);
        }
        await story.SubmitAsync(questions: questions, change: project);
        await story.ReleaseTextsAsync();
        return story;
    }

    private static async Task<string> BoxOfAsync(ReviewStory story, string member) =>
        (await story.StateAsync()).InvitationOf(member)!.Channel!.Value.Name();
}
