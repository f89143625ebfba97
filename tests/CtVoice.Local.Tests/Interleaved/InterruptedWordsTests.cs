using System.Globalization;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Tests.Pages;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Interleaved;

/// <summary>
/// The process dies between any two writes of a word that is no answer: taking back, not being quoted, skipping, the number that
/// answers a question back. Whoever did it next finishes it: once, and not as an answer to what is open.
/// </summary>
public sealed class InterruptedWordsTests
{
    private const string Member = "m-09";

    [Fact]
    public async Task An_answer_is_taken_back_once_and_the_word_is_no_answer()
    {
        var (story, swept) = await AskedAsync(questions: 3);
        await using var ends = story;
        await InterruptedAsync(story, swept, "take back my answer to question 1", "Question 1: we took your answer back.",
            "reply-withdrawn", before: async () =>
        {
            await SaysAsync(story, "question 1: 1");
            Assert.Contains((await story.StateAsync()).Replies, r => r is { Question: 1, Withdrawn: false });
        });
        Assert.All((await story.StateAsync()).Replies, r => Assert.True(r is { Question: 1, Withdrawn: true }));
    }

    [Fact]
    public async Task The_number_of_the_answer_that_is_taken_back_is_no_vote()
    {
        var (story, swept) = await AskedAsync(questions: 3);
        await using var ends = story;
        await InterruptedAsync(story, swept, "2", "Question 2: we took your answer back.", "reply-withdrawn", before: async () =>
        {
            await SaysAsync(story, "question 1: 1");
            await SaysAsync(story, "question 2: 1");
            await SaysAsync(story, "I take back my answer");
        });
        Assert.DoesNotContain((await story.StateAsync()).Replies, r => r.Question == 3 || r is { Question: 1, Withdrawn: true });
    }

    [Fact]
    public async Task Not_to_be_quoted_is_written_down_once()
    {
        var (story, swept) = await AskedAsync(questions: 3);
        await using var ends = story;
        await SaysAsync(story, "2 not with names");
        await InterruptedAsync(story, swept, "Please do not quote me", "We will not quote your words.", "reply-not-quoted",
            before: () => Task.CompletedTask);
        Assert.Equal([(1, 2, true)], (await story.StateAsync()).Replies.Select(r => (r.Question, r.Choice ?? 0, r.NotQuoted)));
    }

    [Fact]
    public async Task Words_that_may_ask_to_be_left_alone_are_saved_once_and_pause_all_the_same()
    {
        var (story, swept) = await AskedAsync(questions: 3);
        await using var ends = story;
        await InterruptedAsync(story, swept, "Stop asking about immigration", "nothing more until you reply START", "reply-accepted",
            before: async () =>
        {
            Assert.Equal((await story.StateAsync()).Replies.Count > 0, (await story.MemberAsync(Member)).State is MemberState.Paused);
            await story.ChangeAsync(Member, m => m with { State = MemberState.Active });
        });
        Assert.Equal(MemberState.Paused, (await story.MemberAsync(Member)).State);
        Assert.Equal(["invitation"], story.PurposesTo(Member));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task The_number_that_skips_a_question_is_no_vote_on_the_next(int begun)
    {
        var (story, swept) = await AskedAsync(questions: 5);
        await using var ends = story;
        await InterruptedAsync(story, swept, "1", "we skip that question", "question-skipped",
            before: () => SaysAsync(story, "not interested"), first: begun + 1, most: 5);
        Assert.Empty((await story.StateAsync()).Replies);
    }

    [Fact]
    public async Task What_is_taken_back_on_the_page_is_said_to_be_taken_back_also_the_second_time()
    {
        var (story, swept) = await AskedAsync(questions: 3);
        await using var ends = story;
        for (var (after, writes) = (1, int.MaxValue); after < writes; after++)
        {
            await SaysAsync(story, "question 1: 1");
            using var browser = new MemberBrowser(story);
            var link = await browser.LinkOfAsync(Member);
            await browser.GetAsync(link);
            await swept.RunAsync(() => browser.SendAsync(link, "withdraw"), after, dies: true, between: () => Task.CompletedTask);
            writes = swept.Died ? int.MaxValue : swept.Writes;
            // The same form once more, as a browser sends it that got no answer.
            await browser.SendAgainAsync();
            await story.AdvanceAsync(TimeSpan.FromMinutes(2));
            Assert.Contains("We took your answer back", browser.Html, StringComparison.Ordinal);
            Assert.All((await story.StateAsync()).Replies, r => Assert.True(r.Withdrawn));
            Assert.Equal(after, (await story.LedgerAsync("reply-withdrawn")).Count);
        }
    }

    /// <summary>Says a word again and again, each time with the death of the process one write later, until it goes through.</summary>
    private static async Task InterruptedAsync(
        ReviewStory story, SweptBetween swept, string word, string receipt, string entry, Func<Task> before, int first = 1,
        int most = int.MaxValue)
    {
        var (times, died) = (0, true);
        for (var after = first; died && times < most; after++)
        {
            await before();
            var id = string.Create(CultureInfo.InvariantCulture, $"SMcut{after:D3}");
            await swept.RunAsync(() => SendAsync(story, word, id), after, dies: true, between: () => Task.CompletedTask);
            died = swept.Died;
            await SendAsync(story, word, id);
            // A text that may have left is looked for ten minutes before it is sent once more.
            await story.AdvanceAsync(TimeSpan.FromMinutes(15));
            times++;
            // A thread gets so many answers a day, and no more.
            if (times % 4 == 0)
                await story.AdvanceAsync(TimeSpan.FromDays(1));
            Assert.Equal(times, (await story.LedgerAsync(entry)).Count);
            Assert.Equal(times, (await story.SentToAsync(Member)).Count(m => m.Text.Contains(receipt, StringComparison.Ordinal)));
        }
        Assert.True(times > 2 || first > 1);
    }

    private static Task<ApiAnswer> SendAsync(ReviewStory story, string text, string? id = null) =>
        story.AskAsync(HttpMethod.Post, $"/sim/{Member}/sms", null, new JsonObject { ["text"] = text, ["id"] = id });

    private static async Task SaysAsync(ReviewStory story, string text)
    {
        await SendAsync(story, text);
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
    }

    private static async Task<(ReviewStory Story, SweptBetween Swept)> AskedAsync(int questions)
    {
        var swept = new SweptBetween();
        var story = await ReviewStory.BeginAsync(policy: ReviewStory.Rules with { PanelSize = 1, Alternates = 0 }, change: swept.Into);
        foreach (var member in await story.Service<BoardStore>().MembersAsync())
            await story.ChangeAsync(member.Id, m => m.Id == Member ? m with { Discreet = false } : m with { State = MemberState.Paused });
        await story.SubmitAsync(change: project =>
            project["questions"] = new JsonArray([.. Enumerable.Range(1, questions).Select(n => (JsonNode)new JsonObject
        {
            ["kind"] = "choice",
            ["text"] = new JsonObject { ["en"] = $"Is part {n} OK?", ["es"] = $"¿Está bien la parte {n}?" },
        })]));
        await story.ReleaseTextsAsync();
        await story.AdvanceAsync(TimeSpan.FromSeconds(1));
        return (story, swept);
    }
}
