using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Honoraria;
using CtVoice.Core.Reviews;
using CtVoice.Core.Todo;
using CtVoice.Local.Tests.Pages;
using static CtVoice.Local.Tests.Reviews.ShownQuestionTests;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>Skipping, declining and asking us, by text, mail and page (DOMAIN 2.6, 2.7).</summary>
public sealed class AsideStoryTests
{
    [Theory]
    [InlineData("m-09", false, "I do not want to answer this one", "Would a letter help?")]
    [InlineData("m-09", false, "pass", "Would a letter help?")]
    [InlineData("m-04", false, "no quiero contestar esta", "¿Sirve una carta?")]
    [InlineData("m-04", false, "paso", "¿Sirve una carta?")]
    [InlineData("m-09", true, "I would rather not answer this question.", "Would a letter help?")]
    public async Task Whoever_skips_a_question_gets_the_next_and_stays(string member, bool byMail, string text, string next)
    {
        await using var story = await OneOfAsync(member, m => byMail ? OnlyMail(m) : m);
        await story.SaysAsync(member, text);

        Assert.Contains(next, (await story.SentToAsync(member, byMail ? "email" : "sms"))[^1].Text, StringComparison.Ordinal);
        var review = await story.StateAsync();
        Assert.Equal((0, 0, true), (review.Replies.Count, review.Repliers, review.Invitations[0].Stands));
        Assert.Single(await story.LedgerAsync("question-skipped"));
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        await story.SaysAsync(member, "3");
        Assert.Equal([(2, 3, 1)], await RepliesAsync(story));
        // Owed like an answer, and nobody says that nothing was heard.
        Assert.Equal([1, 2], Owing.Of(await story.StateAsync()).Select(o => o.Question));
        await story.AdvanceAsync(TimeSpan.FromDays(8));
        Assert.DoesNotContain(story.PurposesTo(member), p => p.StartsWith("reminder", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("m-09", "Please ask somebody else this time", "no more about this one")]
    [InlineData("m-04", "busquen a otra persona", "Ya no le vamos a preguntar")]
    public async Task Whoever_wants_somebody_else_to_be_asked_is_replaced_at_once_and_owed(string member, string text, string receipt)
    {
        await using var story = await MemberPageTests.OneOfAsync(
            member, policy: ReviewPolicy.Default with { PanelSize = 1, Alternates = 1 }, change: m => m with { Discreet = false });
        await story.AdvanceAsync(TimeSpan.FromSeconds(1));

        await story.SaysAsync(member, text);

        Assert.Contains(receipt, await LastAsync(story, member), StringComparison.Ordinal);
        Assert.Equal(Inviting.Declined, (await story.StateAsync()).InvitationOf(member)!.EndedBecause);
        Assert.Equal("declined", Assert.Single(await story.LedgerAsync("invitation-ended")).Fact("because"));
        Assert.Equal([(member, 1)], Owing.Of(await story.StateAsync()).Select(o => (o.MemberId, o.Question)));
    }

    [Theory]
    [InlineData("Please ask somebody else")]
    [InlineData("STOP")]
    public async Task Whoever_answered_one_question_and_declines_the_rest_is_replaced_at_once_their_answer_counts_and_the_open_one_is_owed(
        string text)
    {
        var (story, member) = await OneOfTwoAsync();
        await using var ends = story;
        await story.SaysAsync(member, "2");
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));

        await story.SaysAsync(member, text);

        var review = await story.StateAsync();
        Assert.False(review.InvitationOf(member)!.Stands);
        Assert.Equal([(1, 2, 1)], await RepliesAsync(story));
        Assert.Single(review.Invitations, i => i is { Round: 2, SentAt: not null });
        Assert.Equal([(member, 1), (member, 2)], Owing.Of(review).Select(o => (o.MemberId, o.Question)));
        // Said twice, nobody else joins.
        await story.SaysAsync(member, text);
        Assert.Equal(2, (await story.StateAsync()).Invitations.Count);
    }

    [Fact]
    public async Task Whoever_answered_all_has_nothing_left_to_decline_and_nobody_joins()
    {
        var (story, member) = await OneOfTwoAsync();
        await using var ends = story;
        foreach (var answer in new[] { "2", "3", "1", "Please ask somebody else" })
        {
            await story.SaysAsync(member, answer);
            await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        }

        var review = await story.StateAsync();
        Assert.Equal([(1, 2, 1), (2, 3, 1), (3, 1, 1)], await RepliesAsync(story));
        Assert.Single(review.Invitations);
        Assert.Equal([1, 2, 3], Owing.Of(review).Select(o => o.Question));
    }

    [Fact]
    public async Task Whoever_skipped_all_and_then_wants_somebody_else_to_be_asked_is_replaced()
    {
        var (story, member) = await OneOfTwoAsync();
        await using var ends = story;
        foreach (var said in new[] { "pass", "skip", "I do not want to answer this one", "Please ask somebody else" })
        {
            Assert.Single((await story.StateAsync()).Invitations);
            await story.SaysAsync(member, said);
            await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        }
        Assert.Equal(2, (await story.StateAsync()).Invitations.Count);
    }

    [Theory]
    [InlineData("m-09", "stop asking me about this", "Reply 1 skip this question")]
    [InlineData("m-04", "ya no me pregunten de esto", "Mande 1 para saltar esta")]
    public async Task Whoever_wants_no_more_of_this_one_is_asked_back_and_no_word_of_it_is_an_answer(string member, string text,
        string asked)
    {
        await using var story = await OneOfAsync(member);
        await story.SaysAsync(member, text);
        Assert.Contains(asked, await LastAsync(story, member), StringComparison.Ordinal);
        Assert.Empty((await story.StateAsync()).Replies);
        // It may mean every message: a person looks as well.
        Assert.Single(await story.Service<HoldingPen>().ReadAsync());
    }

    [Theory]
    [InlineData("m-09", "not interested", "1", "Reply 1 skip this question", false)]
    [InlineData("m-09", "I don't want to participate", "2", "Reply 1 skip this question", true)]
    [InlineData("m-04", "no me interesa", "2", "Mande 1 para saltar esta", true)]
    public async Task Where_it_is_not_clear_one_question_back_tells_and_its_number_is_no_vote(string member, string text, string word,
        string asked, bool declined)
    {
        await using var story = await OneOfAsync(member);
        await story.SaysAsync(member, text);
        Assert.Contains(asked, await LastAsync(story, member), StringComparison.Ordinal);
        Assert.True((await story.StateAsync()).Invitations[0].Stands);
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));

        await story.SaysAsync(member, word);

        var review = await story.StateAsync();
        Assert.Empty(review.Replies);
        Assert.Equal(declined, !review.Invitations[0].Stands);
        Assert.Equal(declined ? 0 : 1, (await story.LedgerAsync("question-skipped")).Count);
    }

    [Fact]
    public async Task A_bare_no_is_an_answer()
    {
        await using var story = await OneOfAsync("m-09");
        await story.SaysAsync("m-09", "no");
        Assert.Equal([(1, 3, 1)], await RepliesAsync(story));
        Assert.True((await story.StateAsync()).Invitations[0].Stands);
    }

    [Theory]
    [InlineData("m-09", false, "Call me please", "call",
        "You asked for a call. A person will look at this today or on the next business day.")]
    [InlineData("m-04", false, "llámeme", "call", "Usted pidió una llamada.")]
    [InlineData("m-09", true, "Can someone call me?", "call", "You asked for a call.")]
    [InlineData("m-09", false, "I do not understand", "not-understood", "Here it is again: Is it OK to share names?")]
    [InlineData("m-04", false, "no entiendo", "not-understood", "¿Está bien compartir nombres?")]
    [InlineData("m-09", true, "What do you mean?", "not-understood", "Is it OK to share names?")]
    [InlineData("m-09", false, "who gets my data?", "question", "We do not give your name to the agency.")]
    [InlineData("m-04", false, "¿quién ve mis datos?", "question", "No damos su nombre a la agencia.")]
    [InlineData("m-09", true, "Who sees my answers?", "question", "A person will look at your question today or on the next business day.")]
    [InlineData("m-09", false, "does ICE see this", "question", "We do not give your name to the agency.")]
    [InlineData("m-09", false, "will this affect my snap", "question", "A person will look at your question")]
    [InlineData("m-04", false, "esto afecta mis beneficios?", "question", "No damos su nombre a la agencia.")]
    [InlineData("m-09", false, "the link dont work", "question", "A person will look at your question")]
    [InlineData("m-09", false, "Can Alex call me? tomorrow morning", "call", "You asked for a call.")]
    [InlineData("m-09", false, "nobody ever calls me back. call me 8605550109", "call", "You asked for a call.")]
    [InlineData("m-04", false, "quiero que me llame una mujer", "call", "Usted pidió una llamada.")]
    [InlineData("m-09", false, "en español por favor", "question", "Una persona")]
    [InlineData("m-04", false, "in english please", "question", "A person")]
    public async Task What_only_a_person_can_do_is_a_matter_of_today_gets_an_honest_answer_and_answers_nothing(
        string member, bool byMail, string text, string kind, string answer)
    {
        await using var story = await OneOfAsync(member, m => byMail ? OnlyMail(m) : m);
        await story.SaysAsync(member, text);

        var said = (await story.SentToAsync(member, byMail ? "email" : "sms"))[^1].Text;
        Assert.Contains(answer, said, StringComparison.Ordinal);
        Assert.Contains("Alex Rivera, 860-555-0100", said, StringComparison.Ordinal);
        var matter = Assert.Single(await story.Service<Matters>().OpenAsync());
        Assert.Equal((kind, story.Id), (matter.Kind, matter.ReviewId));
        var review = await story.StateAsync();
        Assert.Equal((0, 0, true), (review.Replies.Count, review.Repliers, review.Invitations[0].Silent));
        Assert.Empty(await story.Service<HoldingPen>().ReadAsync());
        // The question is as open as before.
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        await story.SaysAsync(member, "2");
        Assert.Equal([(1, 2, 1)], await RepliesAsync(story));
    }

    [Theory]
    [InlineData("m-09", "Hi", "Is it OK to share names?")]
    [InlineData("m-04", "hola, buenas tardes", "¿Está bien compartir nombres?")]
    [InlineData("m-09", "busy rn", "You can answer until")]
    [InlineData("m-09", "not now, ask me later", "You can answer until")]
    [InlineData("m-04", "después le contesto", "hasta")]
    public async Task Whoever_greets_or_will_answer_later_has_answered_nothing_and_keeps_the_question(string member, string text,
        string answer)
    {
        await using var story = await OneOfAsync(member);
        await story.SaysAsync(member, text);

        Assert.Contains(answer, await LastAsync(story, member), StringComparison.Ordinal);
        Assert.Empty((await story.StateAsync()).Replies);
        Assert.Empty(await story.Service<Matters>().OpenAsync());
        Assert.Empty(await story.Service<HoldingPen>().ReadAsync());
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        await story.SaysAsync(member, "2");
        Assert.Equal([(1, 2, 1)], await RepliesAsync(story));
    }

    [Fact]
    public async Task A_greeting_after_all_is_answered_is_told_that_nothing_is_open()
    {
        var (story, member) = await OneOfTwoAsync();
        await using var ends = story;
        foreach (var answer in new[] { "2", "3", "1", "hello" })
        {
            await story.SaysAsync(member, answer);
            await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        }

        Assert.Contains("no question is open", await LastAsync(story, member), StringComparison.Ordinal);
        Assert.Equal([(1, 2, 1), (2, 3, 1), (3, 1, 1)], await RepliesAsync(story));
    }

    [Fact]
    public async Task An_answer_that_also_asks_for_a_call_is_both()
    {
        await using var story = await OneOfAsync("m-09");
        await story.SaysAsync("m-09", "2. Please call me");
        Assert.Contains("We saved your answer: 2. Thank you. You asked for a call.", await LastAsync(story, "m-09"),
            StringComparison.Ordinal);
        Assert.Equal([(1, 2, 1)], await RepliesAsync(story));
        Assert.Equal(TodoKinds.Call, Assert.Single(await story.Service<Matters>().OpenAsync()).Kind);
    }

    [Fact]
    public async Task Advice_that_sounds_like_it_is_advice()
    {
        await using var story = await OneOfAsync("m-09");
        await story.SaysAsync("m-09", "People should be called first");
        Assert.Equal([(1, 0, 1)], await RepliesAsync(story));
        Assert.Empty(await story.Service<Matters>().OpenAsync());
    }

    [Fact]
    public async Task On_the_page_the_words_of_a_box_are_heard_too_and_nothing_says_that_an_answer_was_saved()
    {
        await using var story = await OneOfAsync("m-09");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        await browser.GetAsync(link);
        await browser.PressAsync(link, "answer", ("words-1", "I do not want to answer this one"), ("choice-2", "1"),
            ("words-3", "who gets my data?"));

        Assert.Contains("Question 1: skipped.", browser.Html, StringComparison.Ordinal);
        Assert.Contains("Question 2: your answer is 1.", browser.Html, StringComparison.Ordinal);
        Assert.Contains("A person will look at your question", browser.Html, StringComparison.Ordinal);
        Assert.Equal([(2, 1, 1)], await RepliesAsync(story));
        Assert.Single(await story.LedgerAsync("question-skipped"));
        Assert.Equal(TodoKinds.Question, Assert.Single(await story.Service<Matters>().OpenAsync()).Kind);
    }

    [Fact]
    public async Task On_the_page_what_was_ticked_is_an_answer_also_beside_a_question_to_us()
    {
        await using var story = await OneOfAsync("m-09");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        await browser.GetAsync(link);
        await browser.PressAsync(link, "answer", ("choice-1", "1"), ("words-1", "will my caseworker see this?"));

        Assert.Equal([(1, 1, 1)], await RepliesAsync(story));
        Assert.Equal(TodoKinds.Question, Assert.Single(await story.Service<Matters>().OpenAsync()).Kind);
    }

    [Theory]
    [InlineData("Only the nurse should get it. Who sees this?")]
    [InlineData("Translate it into Spanish")]
    public async Task Words_that_may_be_advice_are_kept_beside_a_question_and_a_person_is_told(string text)
    {
        await using var story = await OneOfAsync("m-09");
        await story.SaysAsync("m-09", text);

        Assert.Single((await story.StateAsync()).Replies);
        Assert.Equal(TodoKinds.Question, Assert.Single(await story.Service<Matters>().OpenAsync()).Kind);
    }

    [Fact]
    public async Task Whoever_hides_the_topic_and_wants_Spanish_is_answered_in_one_language()
    {
        var (story, member) = await OneOfTwoAsync();
        await using var ends = story;
        await story.CoordinatorAsync("texts/es/release");
        await story.ChangeAsync(member, m => m with { Discreet = true });

        await story.SaysAsync(member, "en español por favor");

        var last = await LastAsync(story, member);
        Assert.Contains("Responda VER para leerla.", last, StringComparison.Ordinal);
        Assert.DoesNotContain("Reply ASK", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wish_to_be_called_is_heard_when_nothing_is_open_and_while_the_news_are_told()
    {
        await using var story = await ReviewStory.BeginAsync();
        await story.SaysAsync("m-09", "call me please", "sms");
        var matter = Assert.Single(await story.Service<Matters>().OpenAsync());
        Assert.Equal((TodoKinds.Call, null), (matter.Kind, matter.ReviewId));
        Assert.Empty(await story.Service<HoldingPen>().ReadAsync());
    }

    /// <summary>Three questions to one of two who text in English; the other is the alternate.</summary>
    private static async Task<(ReviewStory Story, string Member)> OneOfTwoAsync()
    {
        var story = await ReviewStory.BeginAsync(policy: ReviewPolicy.Default with { PanelSize = 1, Alternates = 1 });
        foreach (var member in await story.Service<BoardStore>().MembersAsync())
            await story.ChangeAsync(member.Id, m => m with
            { State = m.Id is "m-09" or "m-19" ? MemberState.Active : MemberState.Paused, Discreet = false });
        await story.SubmitAsync(change: ThreeChoices);
        await story.ReleaseTextsAsync();
        await story.AdvanceAsync(TimeSpan.FromSeconds(1));
        return (story, Assert.Single((await story.StateAsync()).Invitations).MemberId);
    }
}
