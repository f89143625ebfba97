using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Local.Tests.Pages;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>
/// A question that was never shown is never answered (DOMAIN 2.6, 2.7): what a member writes belongs to the last question that
/// they have really seen, and one whose place another answer took is still asked.
/// </summary>
public sealed class ShownQuestionTests
{
    private const string OwnCase = "2 but my food stamps got cut and I want them back";

    [Theory]
    [InlineData("m-09", OwnCase, "Tell people before you share.", "2-1-1", "Would a letter help?")]
    [InlineData("m-09", "2 my ex says he will kill me if he finds us", "Tell people before you share.", "911", "Would a letter help?")]
    [InlineData("m-04", "2 pero me quitaron mis cupones de comida", "Avisen antes de compartir.", "2-1-1", "¿Sirve una carta?")]
    public async Task What_follows_a_fixed_answer_is_added_and_its_receipt_asks_the_question_whose_place_it_took(
        string member, string first, string more, string fixedWords, string question)
    {
        await using var story = await OneOfAsync(member);
        await story.SaysAsync(member, first);
        Assert.Contains(fixedWords, await LastAsync(story, member), StringComparison.Ordinal);
        Assert.DoesNotContain(question, await LastAsync(story, member), StringComparison.OrdinalIgnoreCase);

        // Five minutes later: no piece of the same message.
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        await story.SaysAsync(member, more);

        Assert.Equal([(1, 2, 2)], await RepliesAsync(story));
        Assert.Contains(question, await LastAsync(story, member), StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        await story.SaysAsync(member, "3");
        Assert.Equal([(1, 2, 2), (2, 3, 1)], await RepliesAsync(story));
    }

    [Fact]
    public async Task The_question_whose_place_was_taken_leaves_by_itself_the_next_business_morning_and_can_be_answered_then()
    {
        await using var story = await OneOfAsync("m-09");
        await story.SaysAsync("m-09", OwnCase);
        Assert.Equal(["invitation"], story.PurposesTo("m-09"));

        await story.AdvanceToAsync(Eastern(2027, 1, 12, 10));

        Assert.Equal(["invitation", "question-2"], story.PurposesTo("m-09"));
        await story.SaysAsync("m-09", "3");
        Assert.Equal([(1, 2, 1), (2, 3, 1)], await RepliesAsync(story));
        // And once: the receipt of that answer showed the third.
        await story.AdvanceToAsync(Eastern(2027, 1, 20, 10));
        Assert.Equal(["invitation", "question-2"], story.PurposesTo("m-09"));
    }

    [Fact]
    public async Task It_leaves_before_the_close_when_the_next_morning_is_too_late()
    {
        await using var story = await OneOfAsync("m-09");
        await story.AdvanceToAsync(Eastern(2027, 1, 26, 15));
        await story.SaysAsync("m-09", OwnCase);
        await story.AdvanceToAsync(Eastern(2027, 1, 26, 16));
        Assert.Equal("question-2", story.PurposesTo("m-09")[^1]);
    }

    [Fact]
    public async Task Another_number_after_a_fixed_answer_changes_the_one_answer_that_was_asked_for()
    {
        await using var story = await OneOfAsync("m-09");
        await story.SaysAsync("m-09", OwnCase);
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));

        await story.SaysAsync("m-09", "3");

        Assert.Equal([(1, 3, 2)], await RepliesAsync(story));
        Assert.Contains("Question 1: now 3.", await LastAsync(story, "m-09"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("m-09", "ASK", "ask")]
    [InlineData("m-04", "VER", "ver")]
    public async Task Nobody_answers_a_question_that_they_were_only_told_of(string member, string offered, string word)
    {
        await using var story = await OneOfAsync(member, m => m with { Discreet = true });
        await story.AdvanceAsync(TimeSpan.FromSeconds(1));

        await story.SaysAsync(member, "2");
        Assert.Empty((await story.StateAsync()).Replies);
        Assert.Contains(offered, await LastAsync(story, member), StringComparison.Ordinal);
        Assert.Empty(await story.Service<HoldingPen>().ReadAsync());
        // Words are worth a place, and a person may find one.
        await story.SaysAsync(member, "No names please, sin nombres");
        Assert.Empty((await story.StateAsync()).Replies);
        Assert.Single(await story.Service<HoldingPen>().ReadAsync());

        await story.SaysAsync(member, word);
        await story.SaysAsync(member, "2");
        Assert.Equal([(1, 2, 1)], await RepliesAsync(story));
    }

    [Fact]
    public async Task After_the_word_that_one_more_question_waits_words_are_added_and_a_number_answers_nothing_unseen()
    {
        await using var story = await OneOfAsync("m-09", m => m with { Discreet = true });
        await story.SaysAsync("m-09", "ask");
        await story.AdvanceAsync(TimeSpan.FromSeconds(9));
        await story.SaysAsync("m-09", "1");
        Assert.Contains("Reply ASK to see it.", await LastAsync(story, "m-09"), StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));

        await story.SaysAsync("m-09", "Ask us before you share.");
        await story.SaysAsync("m-09", "3");

        Assert.Equal([(1, 1, 2)], await RepliesAsync(story));
        await story.SaysAsync("m-09", "ask");
        await story.SaysAsync("m-09", "3");
        Assert.Equal([(1, 1, 2), (2, 3, 1)], await RepliesAsync(story));
    }

    [Fact]
    public async Task By_mail_it_is_the_same()
    {
        await using var story = await OneOfAsync("m-09", OnlyMail);
        await story.SaysAsync("m-09", OwnCase);
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        await story.SaysAsync("m-09", "Tell people before you share.");
        Assert.Equal([(1, 2, 2)], await RepliesAsync(story));
        await story.SaysAsync("m-09", "3");
        Assert.Equal([(1, 2, 2), (2, 3, 1)], await RepliesAsync(story));
    }

    [Fact]
    public async Task The_page_shows_all_questions_so_a_text_after_a_form_answers_the_next()
    {
        await using var story = await OneOfAsync("m-09");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        await browser.GetAsync(link);
        await browser.PressAsync(link, "answer", ("choice-1", "2"), ("words-1", "My food stamps got cut."));
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));

        await story.SaysAsync("m-09", "3");

        Assert.Equal([(1, 2, 1), (2, 3, 1)], await RepliesAsync(story));
        await story.AdvanceToAsync(Eastern(2027, 1, 14, 10));
        Assert.DoesNotContain(story.PurposesTo("m-09"), p => p.StartsWith("question", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_pressed_to_see_it_on_the_page_may_answer_by_text()
    {
        await using var story = await OneOfAsync("m-09", m => m with { Discreet = true });
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        await browser.GetAsync(link);
        await browser.PressAsync(link, "show");

        await story.SaysAsync("m-09", "2");

        Assert.Equal([(1, 2, 1)], await RepliesAsync(story));
    }

    [Fact]
    public async Task A_receipt_that_never_left_showed_nothing()
    {
        await using var story = await OneOfAsync("m-09");
        story.Carrier.FateOf = key => key.StartsWith("answer|", StringComparison.Ordinal) ? Fate.Refused : Fate.Delivered;
        await story.SaysAsync("m-09", "2");
        story.Carrier.FateOf = _ => Fate.Delivered;
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));

        await story.SaysAsync("m-09", "Tell people before you share.");

        Assert.Equal([(1, 2, 2)], await RepliesAsync(story));
    }

    /// <summary>Three questions to one member, each a choice.</summary>
    internal static async Task<ReviewStory> OneOfAsync(string member, Func<Member, Member>? change = null)
    {
        var story = await MemberPageTests.OneOfAsync(
            member, change: m => (change ?? (same => same))(m with { Discreet = false }), project: ThreeChoices);
        // What is answered stands below what was asked.
        await story.AdvanceAsync(TimeSpan.FromSeconds(1));
        return story;
    }

    internal static void ThreeChoices(JsonObject project) => project["questions"] = new JsonArray(
        Question("Is it OK to share names?", "¿Está bien compartir nombres?"), Question("Would a letter help?", "¿Sirve una carta?"),
        Question("Is one year too long?", "¿Un año es mucho?"));

    private static JsonObject Question(string english, string spanish) =>
        new() { ["kind"] = "choice", ["text"] = new JsonObject { ["en"] = english, ["es"] = spanish } };

    internal static Member OnlyMail(Member member) =>
        member with { Channels = [Channel.Email], Consent = [new(Channel.Email, ConsentState.Given, Monday.AddDays(-9), "test", "form")] };

    internal static async Task<string> LastAsync(ReviewStory story, string member) => (await story.SentToAsync(member))[^1].Text;

    internal static async Task<IEnumerable<(int Question, int Choice, int Pieces)>> RepliesAsync(ReviewStory story) =>
        (await story.StateAsync()).Replies.Select(r => (r.Question, r.Choice ?? 0, r.Pieces.Count));
}
