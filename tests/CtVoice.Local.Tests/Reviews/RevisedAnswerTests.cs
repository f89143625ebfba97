using CtVoice.Local.Tests.Pages;
using static CtVoice.Local.Tests.Reviews.ShownQuestionTests;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>A changed vote counts, and so does taking back and not being quoted, while a later question is open (DOMAIN 2.7).</summary>
public sealed class RevisedAnswerTests
{
    [Theory]
    [InlineData("m-09", false, "change my answer to 3", "Question 1: now 3.")]
    [InlineData("m-09", false, "Sorry I meant 3", "Question 1: now 3.")]
    [InlineData("m-09", false, "change question 1 to 3", "Question 1: now 3.")]
    [InlineData("m-04", false, "Perdón, quise decir 3", "Pregunta 1: ahora 3.")]
    [InlineData("m-04", false, "quiero cambiar mi respuesta a 3", "Pregunta 1: ahora 3.")]
    [InlineData("m-04", false, "cambie la pregunta 1 a 3", "Pregunta 1: ahora 3.")]
    [InlineData("m-09", true, "Please change my answer to 3. Thank you", "Question 1: now 3.")]
    [InlineData("m-09", true, "question 1: 3", "Question 1: now 3.")]
    public async Task A_changed_vote_counts_while_an_open_question_waits_and_is_told_by_its_number(string member, bool byMail, string text,
        string receipt)
    {
        // The second question is open: it offers no number.
        await using var story =
            await MemberPageTests.OneOfAsync(member, questions: 2, change: m => byMail ? OnlyMail(m) : m with { Discreet = false });
        await story.AdvanceAsync(TimeSpan.FromSeconds(1));
        await story.SaysAsync(member, "1");
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));

        await story.SaysAsync(member, text);

        Assert.Equal([(1, 3, 2)], await RepliesAsync(story));
        Assert.Contains(receipt, (await story.SentToAsync(member, byMail ? "email" : "sms"))[^1].Text, StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        await story.SaysAsync(member, "A letter before the deadline");
        Assert.Equal([(1, 3, 2), (2, 0, 1)], await RepliesAsync(story));
    }

    [Theory]
    [InlineData("m-09", false, "delete everything i said", "thx")]
    [InlineData("m-09", false, "delete everything i said", "ok thank you")]
    [InlineData("m-09", true, "Please delete everything I said", "Thank you")]
    [InlineData("m-04", false, "borren todo lo que dije", "gracias")]
    public async Task Thanks_for_taking_back_everything_are_no_new_answer(string member, bool byMail, string wish, string thanks)
    {
        await using var story = await OneOfAsync(member, m => byMail ? OnlyMail(m) : m);
        await story.SaysAsync(member, "2 no names");
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        await story.SaysAsync(member, wish);
        Assert.All((await story.StateAsync()).Replies, reply => Assert.True(reply.Withdrawn));
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        var before = (await story.SentToAsync(member, byMail ? "email" : "sms")).Count;

        await story.SaysAsync(member, thanks);

        Assert.Single((await story.StateAsync()).Replies);
        Assert.Equal(before, (await story.SentToAsync(member, byMail ? "email" : "sms")).Count);
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        await story.SaysAsync(member, "3");
        Assert.Contains((await story.StateAsync()).Replies, reply => reply is { Withdrawn: false, Choice: 3 });
    }

    [Theory]
    [InlineData("m-09", "2 take the names out", true, "Question 1: we saved 2. Thank you.")]
    [InlineData("m-09", "take the names out", false, "Question 1: we saved it. Thank you.")]
    [InlineData("m-09", "question 1: 2", false, "Question 1: we saved 2. Thank you.")]
    [InlineData("m-04", "2 que quiten los nombres", true, "Pregunta 1: ya tenemos 2. Gracias.")]
    [InlineData("m-04", "que quiten los nombres", false, "Pregunta 1: ya lo tenemos. Gracias.")]
    public async Task What_counts_for_a_question_before_the_one_that_was_asked_last_is_receipted_by_its_number(
        string member, string text, bool before, string receipt)
    {
        await using var story = await MemberPageTests.OneOfAsync(member, questions: 2, change: m => m with { Discreet = false });
        await story.AdvanceAsync(TimeSpan.FromSeconds(1));
        var written = story.Now;
        await story.AdvanceAsync(TimeSpan.FromSeconds(10));
        await story.SaysAsync(member, "2");
        await story.AdvanceAsync(TimeSpan.FromSeconds(10));

        // It was written before the second question was there, or speaks of the first.
        await story.ArrivesAsync(member, text, before ? written : story.Now, "SM-again");

        Assert.Equal((1, 2), (await story.StateAsync()).Replies.Select(r => (r.Question, r.Choice!.Value)).Single());
        Assert.Contains(receipt, await LastAsync(story, member), StringComparison.Ordinal);
        // What answers the question that was asked last needs no number.
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        await story.SaysAsync(member, "A letter before the deadline");
        Assert.DoesNotContain("Question 2", await LastAsync(story, member), StringComparison.Ordinal);
        Assert.DoesNotContain("Pregunta 2", await LastAsync(story, member), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2 take the names out", 2)]
    [InlineData("2", 2)]
    [InlineData("I said 3 kids", null)]
    [InlineData("yes food", null)]
    public async Task A_number_right_behind_words_is_the_vote_that_they_lacked(string text, int? choice)
    {
        await using var story = await MemberPageTests.OneOfAsync("m-09", questions: 2, change: m => m with { Discreet = false });
        await story.AdvanceAsync(TimeSpan.FromSeconds(10));
        await story.SaysAsync("m-09", "dont call or visit families");
        await story.AdvanceAsync(TimeSpan.FromSeconds(10));

        await story.SaysAsync("m-09", text);

        var reply = (await story.StateAsync()).Replies.Single();
        Assert.Equal((1, choice), (reply.Question, reply.Choice));
        Assert.Equal(text != "2", reply.Pieces[^1].Content is not null);
    }

    [Fact]
    public async Task Where_two_answers_could_be_meant_the_number_of_the_question_is_asked_and_is_no_vote()
    {
        await using var story = await OneOfAsync("m-09");
        await story.SaysAsync("m-09", "1");
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        await story.SaysAsync("m-09", "2");
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));

        await story.SaysAsync("m-09", "change my answer to 3");
        Assert.Equal([(1, 1, 1), (2, 2, 1)], await RepliesAsync(story));
        Assert.Contains("Reply with the number of its question: 1 or 2.", await LastAsync(story, "m-09"), StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        await story.SaysAsync("m-09", "1");

        Assert.Equal([(1, 3, 2), (2, 2, 1)], await RepliesAsync(story));
        Assert.Contains("Question 1: now 3.", await LastAsync(story, "m-09"), StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        await story.SaysAsync("m-09", "2");
        Assert.Equal([(1, 3, 2), (2, 2, 1), (3, 2, 1)], await RepliesAsync(story));
    }

    [Theory]
    [InlineData("take back my answer to question 1", "Question 1: we took your answer back.", 1)]
    [InlineData("delete my last answer", "Question 2: we took your answer back.", 2)]
    [InlineData("delete my answers", "We took your answer back.", 0)]
    public async Task One_answer_is_taken_back_and_the_others_count(string text, string receipt, int question)
    {
        await using var story = await OneOfAsync("m-09");
        await story.SaysAsync("m-09", "1");
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        await story.SaysAsync("m-09", "2");
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));

        await story.SaysAsync("m-09", text);

        Assert.Contains(receipt, await LastAsync(story, "m-09"), StringComparison.Ordinal);
        Assert.Equal(question == 0 ? [1, 2] : [question], (await story.StateAsync()).Replies.Where(r => r.Withdrawn)
            .Select(r => r.Question));
        await story.SaysAsync("m-09", "3");
        Assert.Equal(3, (await story.StateAsync()).Replies[^1].Question);
    }

    [Fact]
    public async Task Which_of_two_is_taken_back_is_asked()
    {
        await using var story = await OneOfAsync("m-09");
        await story.SaysAsync("m-09", "1");
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        await story.SaysAsync("m-09", "2");
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        await story.SaysAsync("m-09", "I take back my answer");
        Assert.DoesNotContain((await story.StateAsync()).Replies, r => r.Withdrawn);
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));

        await story.SaysAsync("m-09", "2");

        Assert.Equal([2], (await story.StateAsync()).Replies.Where(r => r.Withdrawn).Select(r => r.Question));
        Assert.Equal(2, (await story.StateAsync()).Replies.Count);
        // The next number is a vote again, and takes nothing back.
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        await story.SaysAsync("m-09", "1");
        Assert.Equal([(1, false), (2, true), (3, false)], (await story.StateAsync()).Replies.Select(r => (r.Question, r.Withdrawn)));
    }

    [Theory]
    [InlineData("m-09", "2 not with names", "Please do not quote me", "We will not quote your words.", "3 never")]
    [InlineData("m-04", "2 sin nombres", "Por favor no me citen", "No vamos a citar sus palabras.", "3 nunca")]
    public async Task Who_does_not_want_to_be_quoted_is_not_for_what_they_said_before_nor_for_what_they_say_next(
        string member, string before, string text, string receipt, string after)
    {
        await using var story = await OneOfAsync(member);
        await story.SaysAsync(member, before);
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));

        await story.SaysAsync(member, text);

        Assert.Contains(receipt, await LastAsync(story, member), StringComparison.Ordinal);
        Assert.Equal([(1, true)], (await story.StateAsync()).Replies.Select(r => (r.Question, r.NotQuoted)));
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        await story.SaysAsync(member, after);
        Assert.Equal([(1, true), (2, true)], (await story.StateAsync()).Replies.Select(r => (r.Question, r.NotQuoted)));
    }

    [Theory]
    // The second question is open, the first was answered with 1.
    [InlineData("m-09", "3 number 1", 3, 0, "Question 1: now 3.")]
    [InlineData("m-04", "para la 2: 3", 1, 3, "ya tenemos su respuesta: 3.")]
    // Nobody has shown the third, and there is no seventh: what is open is said again.
    [InlineData("m-09", "3 number 3", 1, 0, "The question to answer now is: Would a letter help?")]
    [InlineData("m-09", "for 7: 3", 1, 0, "The question to answer now is: Would a letter help?")]
    // Two numbers, and words: which one?
    [InlineData("m-09", "3 number 2 is what I want", 1, 0, "Which one do you pick?")]
    public async Task A_choice_beside_the_number_of_a_question_is_for_that_question_or_is_asked_about(string member, string text, int first,
        int second, string receipt)
    {
        await using var story = await OneOfAsync(member);
        await story.SaysAsync(member, "1");
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));

        await story.SaysAsync(member, text);

        Assert.Contains(receipt, await LastAsync(story, member), StringComparison.Ordinal);
        Assert.Equal((first, second), (await ChoiceOfAsync(story, 1), await ChoiceOfAsync(story, 2)));
        Assert.Null((await story.StateAsync()).Replies.FirstOrDefault(r => r.Question == 3));
        // Whatever became of it, the open question is answered as before.
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        await story.SaysAsync(member, "2");
        Assert.Equal((first, 2), (await ChoiceOfAsync(story, 1), await ChoiceOfAsync(story, second == 0 ? 2 : 3)));
    }

    [Fact]
    public async Task A_question_that_was_skipped_is_answered_by_its_number_and_not_the_one_that_is_open()
    {
        await using var story = await OneOfAsync("m-09");
        await story.SaysAsync("m-09", "pass");
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));

        await story.SaysAsync("m-09", "question 1: 3");

        Assert.Equal([(1, 3, 1)], await RepliesAsync(story));
        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        await story.SaysAsync("m-09", "2");
        Assert.Equal([(1, 3, 1), (2, 2, 1)], await RepliesAsync(story));
    }

    private static async Task<int> ChoiceOfAsync(ReviewStory story, int question) =>
        (await story.StateAsync()).Replies.FirstOrDefault(r => r.Question == question)?.Choice ?? 0;
}
