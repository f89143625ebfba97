using System.Globalization;
using System.Net;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Core.Todo;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Pages;

/// <summary>What follows a review's own questions, answered on the page behind the link that each of its messages carries.</summary>
public sealed class FollowUpPageTests
{
    [Fact]
    public async Task A_draft_is_answered_on_the_page_and_counts_like_an_answer_by_text()
    {
        await using var story = await ReadBackTests.ReadBackAsync("m-09", "m-19");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        var before = (await story.Service<ReviewStore>().ReadAsync(story.Id))!.Sequence;
        await browser.GetAsync(link);
        Assert.Contains("Please check our draft", browser.Html, StringComparison.Ordinal);
        Assert.Contains("<li>Take out names before anything is shared.</li>", browser.Html, StringComparison.Ordinal);
        Assert.Contains("Your answer cannot change your benefits.", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("names of the children", browser.Html, StringComparison.Ordinal);
        Assert.Equal(before, (await story.Service<ReviewStore>().ReadAsync(story.Id))!.Sequence);

        var number = await NumberAsync(story, FollowUpKind.ReadBack);
        (string, string)[] fields =
            [("number", number), ($"choice-{number}", "2"), ($"words-{number}", "I said quetzal dates too"), ("quote", "no")];
        var once = await browser.PressAsync(link, "follow-up", fields);
        Assert.Contains("Your answer: No, it is not right.", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("quetzal", browser.Html, StringComparison.Ordinal);
        await browser.PostAsync(link, [("do", "follow-up"), ("once", once), .. fields]);
        Assert.Contains("Your answer: No, it is not right.", browser.Html, StringComparison.Ordinal);
        await story.SaysAsync("m-19", "2 not what I said");

        var said = (await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.ReadBack)!;
        var piece = Assert.Single(said.Pieces);
        Assert.Equal((2, true, true, PageForm.Channel), (said.Choice!.Value, said.Objects, said.NotQuoted, piece.Channel));
        Assert.Equal("I said quetzal dates too", await story.Service<ReviewStore>().ReadContentAsync(story.Id, piece.Content!));
        Assert.Equal(InboundPlace.Accepted, (await story.Service<InboundStore>().ReadAsync(piece.InboundId))!.Outcome!.Place);
        Assert.Single((await story.StateAsync()).Replies, r => r.MemberId == "m-09");
        Assert.Equal(2, (await story.LedgerAsync("read-back-answered")).Count);
        await story.AdvanceAsync(TimeSpan.FromDays(3));
        var counts = (await ReadBackTests.ReportAsync(story))["readBack"]!;
        Assert.Equal((2, "most"), (counts["answered"]!.GetValue<int>(), counts["notRightInWords"]!.GetValue<string>()));
        Assert.Empty((await story.Service<ReviewStore>().VerifyAsync(story.Id))!);
    }

    [Fact]
    public async Task A_draft_in_English_on_a_page_in_Spanish_says_so_and_is_marked_for_those_who_hear_it()
    {
        await using var story = await ReadBackTests.ClosedAsync("m-04", "m-09");
        await story.ChangeAsync("m-04", m => m with { Languages = ["es", "en"] });
        using var editor = new Editor(story);
        await editor.WriteAsync("Take out names before anything is shared.", 1);
        await Editor.Done(editor.PostAsync("drafts/read-back"));
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        using var browser = new MemberBrowser(story);

        await browser.GetAsync(await browser.LinkOfAsync("m-04"));

        Assert.Contains("<html lang=\"es\"", browser.Html, StringComparison.Ordinal);
        Assert.Contains("<p>(en inglés)</p><ol type=\"A\" lang=\"en\">", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Danger_in_a_follow_up_stands_in_its_box_also_beside_a_form_that_asks_on()
    {
        await using var story = await ReadBackTests.ReadBackAsync("m-09", "m-19");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        var number = await NumberAsync(story, FollowUpKind.ReadBack);
        await browser.GetAsync(link);
        await browser.PressAsync(link, "follow-up", ("number", number), ($"choice-{number}", "2"),
            ($"words-{number}", "I want to kill myself"));
        MemberPageTests.HoldsDanger(browser.Html);
    }

    [Fact]
    public async Task Who_ticks_that_it_is_not_right_is_asked_what_and_the_words_complete_it()
    {
        await using var story = await ReadBackTests.ReadBackAsync("m-09", "m-19");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        var number = await NumberAsync(story, FollowUpKind.ReadBack);
        var sent = (await story.SentToAsync("m-09")).Count;
        await browser.GetAsync(link);
        await browser.PressAsync(link, "follow-up", ("number", number), ($"choice-{number}", "2"));
        Assert.Contains($"We saved your answer. <a href=\"#words-{number}\">Please tell us what is not right.</a>", browser.Html,
            StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await browser.PressAsync(link, "follow-up", ("number", number), ($"words-{number}", "Dates, not only names."));
        Assert.Contains("We have your words.", browser.Html, StringComparison.Ordinal);

        var said = (await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.ReadBack)!;
        Assert.Equal((2, 2, true), (said.Choice!.Value, said.Pieces.Count, said.HasWords));
        // The page is the receipt: nothing is said on the phone beside it.
        Assert.Equal(sent, (await story.SentToAsync("m-09")).Count);
    }

    [Fact]
    public async Task Who_takes_all_their_answers_back_takes_back_what_they_said_about_the_draft()
    {
        await using var story = await ReadBackTests.ReadBackAsync("m-09", "m-19");
        using var browser = new MemberBrowser(story);
        using var editor = new Editor(story);
        var link = await browser.LinkOfAsync("m-09");
        var number = await NumberAsync(story, FollowUpKind.ReadBack);
        await browser.GetAsync(link);
        await browser.PressAsync(link, "follow-up", ("number", number), ($"choice-{number}", "2"),
            ($"words-{number}", "I said dates too."));
        await Editor.Done(
            editor.PostAsync($"preview/objection-{number}/release", new() { ["for"] = "agency", ["text"] = "They said dates." }));
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await browser.GetAsync(link);
        Assert.Contains("None of your words go out.", browser.Html, StringComparison.Ordinal);
        await browser.PressAsync(link, "withdraw");
        Assert.Contains("We took your answer back.", browser.Html, StringComparison.Ordinal);

        await story.AdvanceAsync(TimeSpan.FromDays(3));
        Assert.NotNull((await story.StateAsync()).Report);
        Assert.Empty((await ReadBackTests.ReportAsync(story))["readBack"]!["objections"]!.AsArray());
        Assert.Equal(HttpStatusCode.Conflict,
            (await editor.PostAsync($"preview/objection-{number}/release", new()
            { ["for"] = "public", ["text"] = "They said dates." })).Status);
    }

    [Fact]
    public async Task A_vote_follows_the_answers_by_number_in_plain_words_of_the_member_s_language()
    {
        await using var story = await SatisfactionStoryTests.ToldAsync("m-04", "m-09");
        using var browser = new MemberBrowser(story);
        var number = await NumberAsync(story, FollowUpKind.Satisfaction, "m-04");
        var link = await browser.LinkOfAsync("m-04", await BoxAsync(story, "m-04"));
        await browser.GetAsync(link);
        Assert.Contains("<html lang=\"es\">", browser.Html, StringComparison.Ordinal);
        Assert.Matches("<li value=\"1\"><strong>Lo decidirán después.</strong> <span>Vamos a quitar todos los nombres.</span></li>",
            browser.Html);
        Assert.Contains("¿Esto responde a lo que dijo?", WebUtility.HtmlDecode(browser.Html), StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"quote\"", browser.Html, StringComparison.Ordinal);
        await browser.PressAsync(link, "follow-up", ("number", number), ($"choice-{number}", "3"));
        Assert.Contains("Su respuesta: No.", browser.Html, StringComparison.Ordinal);
        await story.SaysAsync("m-09", "3");

        Assert.Equal(new(2, 0, 0, 2), Satisfaction.Of(await story.StateAsync()));
        Assert.True(Satisfaction.Of(await story.StateAsync()).NotAnswered);
        // Whoever changes their mind does so either way: the later vote counts.
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await browser.GetAsync(link);
        await browser.PressAsync(link, "follow-up", ("number", number), ($"choice-{number}", "1"));
        Assert.Equal(new(2, 1, 0, 1), Satisfaction.Of(await story.StateAsync()));
        Assert.Equal(3, (await story.LedgerAsync("satisfaction-voted")).Count);
    }

    [Fact]
    public async Task Each_follow_up_message_carries_a_fresh_link()
    {
        await using var story = await ReadBackTests.ClosedAsync("m-09", "m-19");
        using var browser = new MemberBrowser(story);
        var invited = await browser.LinkOfAsync("m-09");
        await browser.GetAsync(invited);
        // It is more than two weeks old.
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        using var editor = new Editor(story);
        await editor.WriteAsync("Take out names.", 1);
        await Editor.Done(editor.PostAsync("drafts/read-back"));
        var readBack = await browser.LinkOfAsync("m-09");
        await story.WithholdTheRestAsync();
        await story.AdvanceAsync(TimeSpan.FromDays(4));
        await story.AnswerAsync(1);
        await story.AdvanceAsync(TimeSpan.FromDays(1));
        var vote = await browser.LinkOfAsync("m-09");

        Assert.Equal(3, new[] { invited, readBack, vote }.Distinct().Count());
        await browser.GetAsync(vote);
        Assert.Contains("Did this answer you?", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Is the draft right?", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_votes_are_counted_the_page_is_closed_and_a_form_that_was_open_is_an_addendum()
    {
        await using var story = await ReadBackTests.ReadBackAsync("m-09", "m-19");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        var number = await NumberAsync(story, FollowUpKind.ReadBack);
        await browser.GetAsync(link);
        Assert.Contains("name=\"do\" value=\"follow-up\"", browser.Html, StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromDays(4));
        Assert.NotNull((await story.StateAsync()).Report);
        await browser.PressAsync(link, "follow-up", ("number", number), ($"choice-{number}", "2"), ($"words-{number}", "too late"));
        Assert.Contains("This question has closed. We saved your words", browser.Html, StringComparison.Ordinal);
        var said = (await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.ReadBack)!;
        Assert.Equal((0, 1, (int?)null), (said.Pieces.Count, said.Late.Count, said.Choice));
        await browser.GetAsync(link);
        Assert.DoesNotContain("Is the draft right?", browser.Html, StringComparison.Ordinal);
        Assert.Contains("This question has closed", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_discreet_member_s_page_shows_the_draft_only_after_a_press()
    {
        await using var story = await ReadBackTests.ReadBackAsync("m-09", "m-19");
        await story.ChangeAsync("m-09", m => m with { Discreet = true });
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        var number = await NumberAsync(story, FollowUpKind.ReadBack);
        await browser.GetAsync(link);
        Assert.DoesNotContain("Take out names", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("draft", browser.Html, StringComparison.Ordinal);
        await browser.PressAsync(link, "show");
        Assert.Contains("Take out names", browser.Html, StringComparison.Ordinal);
        await browser.PressAsync(link, "follow-up", ("number", number), ($"choice-{number}", "1"));
        Assert.Equal(1, (await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.ReadBack)!.Choice);
    }

    [Fact]
    public async Task A_draft_that_changed_and_is_not_translated_again_is_not_shown_and_can_be_answered_all_the_same()
    {
        await using var story = await ReadBackTests.ClosedAsync("m-04", "m-09");
        await story.ChangeAsync("m-04", m => m with { Languages = ["es"] });
        using var editor = new Editor(story);
        var version = await editor.WriteAsync("Take out names.", 1);
        await Editor.Done(editor.PostAsync("drafts/read-back"));
        var translated =
            await Editor.Done(
                editor.PutAsync("drafts/1/translations/es", new()
                { ["text"] = "Quiten los nombres.", ["translator"] = "Ana Silva" }, version));
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-04", await BoxAsync(story, "m-04"));
        await browser.GetAsync(link);
        Assert.Contains("Quiten los nombres.", browser.Html, StringComparison.Ordinal);

        var reworded = await Editor.Done(editor.PutAsync(
            "drafts/1", new()
            { ["text"] = "Take out names and dates.", ["from"] = Editor.Numbers(1), ["addressee"] = "DSS", ["reason"] = "Shorter." },
                translated.ETag));
        await Editor.Done(editor.PostAsync("preview/draft-1/release", new() { ["for"] = "agency" }, reworded.ETag));
        await browser.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("Estamos cambiando el texto.", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("names", browser.Html, StringComparison.Ordinal);
        var number = await NumberAsync(story, FollowUpKind.ReadBack, "m-04");
        await browser.PressAsync(link, "follow-up", ("number", number), ($"choice-{number}", "1"));
        Assert.Equal(1, (await story.StateAsync()).FollowUpOf("m-04", FollowUpKind.ReadBack)!.Choice);
    }

    [Fact]
    public async Task What_was_said_to_a_follow_up_is_shown_to_nobody_without_the_code()
    {
        await using var story = await ReadBackTests.ReadBackAsync("m-09", "m-19");
        using var browser = new MemberBrowser(story);
        await story.Service<MemberCodes>().SetAsync("m-09", "4821");
        var link = await browser.LinkOfAsync("m-09");
        await story.SaysAsync("m-09", "2 the quetzal dates are missing");
        await browser.GetAsync(link);
        Assert.Contains("We have your answer to this one.", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("quetzal", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("checked", browser.Html, StringComparison.Ordinal);
        await browser.PressAsync(link, "code", ("code", "0000"));
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        Assert.DoesNotContain("quetzal", browser.Html, StringComparison.Ordinal);
        await browser.PressAsync(link, "code", ("code", "4821"));
        Assert.Contains("quetzal dates", browser.Html, StringComparison.Ordinal);
        Assert.Contains("No, it is not right", browser.Html, StringComparison.Ordinal);
        Assert.Contains("only without the names of the children", browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_too_much_and_what_was_never_asked_change_nothing()
    {
        await using var story = await ReadBackTests.ReadBackAsync("m-09", "m-19");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        var number = await NumberAsync(story, FollowUpKind.ReadBack);
        var other = await NumberAsync(story, FollowUpKind.ReadBack, "m-19");
        await browser.GetAsync(link);
        await browser.PressAsync(link, "follow-up", ("number", number), ($"choice-{number}", "3"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains($"<a href=\"#choice-{number}-1\">Pick an answer or write one.</a>", browser.Html, StringComparison.Ordinal);
        await browser.PressAsync(link, "follow-up", ("number", number), ($"choice-{number}", "2"),
            ($"words-{number}", new string('w', 10_001)), ("quote", "no"));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains($"id=\"choice-{number}-2\" name=\"choice-{number}\" value=\"2\" checked", browser.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"quote\" name=\"quote\" value=\"no\" checked", browser.Html, StringComparison.Ordinal);
        // Somebody else's, and one that nobody was asked.
        foreach (var foreign in new[] { other, "77", "" })
            await browser.PressAsync(link, "follow-up", ("number", foreign), ($"choice-{foreign}", "2"), ($"words-{foreign}", "not mine"));
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Empty(await story.LedgerAsync("read-back-answered"));
    }

    [Fact]
    public async Task Danger_is_answered_on_the_page_and_stop_in_the_box_ends_messages()
    {
        await using var story = await SatisfactionStoryTests.ToldAsync("m-09", "m-19");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        var number = await NumberAsync(story, FollowUpKind.Satisfaction);
        await browser.GetAsync(link);
        await browser.PressAsync(link, "follow-up", ("number", number), ($"choice-{number}", "3"),
            ($"words-{number}", "I want to kill myself"));
        Assert.Contains("988", browser.Html, StringComparison.Ordinal);
        Assert.Equal(TodoKinds.Acute, Assert.Single(await story.Service<Matters>().OpenAsync()).Kind);
        Assert.Equal(3, (await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.Satisfaction)!.Choice);

        await browser.GetAsync(link);
        await browser.PressAsync(link, "follow-up", ("number", number), ($"words-{number}", "Stop texting me"));
        Assert.Contains("You will get no more of these messages.", browser.Html, StringComparison.Ordinal);
        Assert.False((await story.MemberAsync("m-09")).Consents(Core.Board.Channel.Sms));
        Assert.Single((await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.Satisfaction)!.Pieces);
    }

    private static async Task<string> NumberAsync(ReviewStory story, FollowUpKind kind, string member = "m-09") =>
        (await story.StateAsync()).FollowUpOf(member, kind)!.Number.ToString(CultureInfo.InvariantCulture);

    private static async Task<string> BoxAsync(ReviewStory story, string member) =>
        (await story.MemberAsync(member)).UsableChannels.First() is Core.Board.Channel.Email ? "email" : "sms";
}
