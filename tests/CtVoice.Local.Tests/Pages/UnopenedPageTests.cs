using System.Net;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Dialogues;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Core.Storage;
using CtVoice.Core.Todo;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.Pages;

/// <summary>
/// The page of a link cannot be opened when its form comes: a row that it shows cannot be read. What was sent is stored first, as texts
/// and mails are, whoever sent it is told so, and it counts once the row can be read again.
/// </summary>
public sealed class UnopenedPageTests
{
    [Theory]
    [InlineData("en", "We saved your answer", "leave quetzals out")]
    [InlineData("es", "Ya tenemos su respuesta", "mejor sin quetzales")]
    public async Task Answers_are_stored_when_their_review_cannot_be_read_and_count_once_it_can(string language, string heading,
        string words)
    {
        const string member = "m-09";
        await using var story = await ReviewStory.BeginAsync();
        await story.ChangeAsync(member, m => m with { Languages = [language] });
        await story.SubmitAsync(questions: 2);
        await story.ReleaseTextsAsync();
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync(member);
        await browser.GetAsync(link);
        var broken = await BreakAsync(story, $"review|{story.Id}", "head");

        await browser.SendAsync(link, "answer", ("choice-1", "2"), ("words-1", words), ("choice-2", "not-sure"));

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains($"<h1>{heading}", browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("quetzal", browser.Html, StringComparison.Ordinal);
        Assert.Equal(2, (await story.Service<InboundStore>().SentByAsync(PageForm.Channel, member)).Count);
        await broken.MendAsync();
        await story.AdvanceAsync(TimeSpan.FromMinutes(10));
        var replies = (await story.StateAsync()).Replies.Where(r => r.MemberId == member).OrderBy(r => r.Question).ToList();
        Assert.Equal([2, null], replies.Select(r => r.Choice));
        Assert.Equal(words, await story.Service<Core.Reviews.ReviewStore>().ReadContentAsync(story.Id, replies[0].Pieces[0].Content!));
        Assert.Equal(
            language == "en" ? "I am not sure." : "No sé.", await story.Service<Core.Reviews.ReviewStore>()
                .ReadContentAsync(story.Id, replies[1].Pieces[0].Content!));
        // Sent again from the page that the browser still shows, it is the same answer.
        await browser.SendAsync(link, "answer", ("choice-1", "2"), ("words-1", words), ("choice-2", "not-sure"));
        Assert.Single((await story.StateAsync()).Replies.Single(r => r.MemberId == member && r.Question == 1).Pieces);
    }

    [Fact]
    public async Task Danger_is_seen_and_stop_is_heard_while_the_page_cannot_be_opened()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        await browser.GetAsync(link);
        var broken = await BreakAsync(story, $"review|{story.Id}", "head");

        await browser.SendAsync(link, "answer", ("words-1", "I want to kill myself"));
        Assert.Equal(TodoKinds.Acute, Assert.Single(await story.Service<Matters>().OpenAsync()).Kind);
        await browser.SendAsync(link, "stop");

        await broken.MendAsync();
        await story.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.False((await story.MemberAsync("m-09")).Consents(Channel.Sms));
    }

    [Fact]
    public async Task What_is_said_to_a_draft_is_stored_when_the_review_cannot_be_read()
    {
        await using var story = await ReadBackTests.ReadBackAsync("m-09", "m-19");
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        await browser.GetAsync(link);
        var number = (await story.StateAsync())
            .FollowUpOf("m-09", FollowUpKind.ReadBack)!.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var broken = await BreakAsync(story, $"review|{story.Id}", "head");

        await browser.SendAsync(link, "follow-up", ("number", number), ("kind", "ReadBack"), ($"choice-{number}", "2"),
            ($"words-{number}", "I said quetzal dates too"));

        Assert.Contains("<h1>We saved your answer", browser.Html, StringComparison.Ordinal);
        await broken.MendAsync();
        await story.AdvanceAsync(TimeSpan.FromMinutes(10));
        var said = (await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.ReadBack)!;
        Assert.Equal((2, true), (said.Choice, said.Objects));
    }

    [Fact]
    public async Task An_answer_of_the_welcome_is_stored_when_the_talk_cannot_be_read()
    {
        await using var story = await WelcomePageTests.WelcomedAsync();
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-90");
        await browser.GetAsync(link);
        var broken = await BreakAsync(story, "talk|m-90", Dialogue.Welcome);

        await browser.SendAsync(link, "answer", ("step", "0"), ("choice", "1"));

        Assert.Contains("<h1>We saved your answer", browser.Html, StringComparison.Ordinal);
        await broken.MendAsync();
        await story.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(1, (await story.Service<DialogueStore>().FindAsync(Dialogue.Welcome, "m-90"))!.Step);
    }

    [Fact]
    public async Task A_form_for_a_question_that_the_review_does_not_have_goes_to_a_person()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var browser = new MemberBrowser(story);
        var link = await browser.LinkOfAsync("m-09");
        await browser.GetAsync(link);
        var broken = await BreakAsync(story, $"review|{story.Id}", "head");
        await browser.SendAsync(link, "answer", ("words-5", "quetzal"), ("choice-1", "9"));
        await broken.MendAsync();
        await story.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Equal("The form answers a question that the review does not have.",
            Assert.Single(await story.Service<HoldingPen>().ReadAsync()).Because);
        Assert.DoesNotContain((await story.StateAsync()).Replies, r => r.Choice is not null);
    }

    private static async Task<BrokenRow> BreakAsync(ReviewStory story, string partition, string key)
    {
        var records = story.Service<TableSet>().Records;
        var row = (await records.GetAsync(partition, key))!;
        Assert.True((await records.SubmitAsync(partition, [new TableOperation.Replace(row.WithText("{"))])).Committed);
        return new(records, row);
    }

    /// <summary>A row whose text nobody can read, until it is mended.</summary>
    private sealed record BrokenRow(ITable Records, TableRow Before)
    {
        internal async Task MendAsync() =>
            Assert.True((await Records.SubmitAsync(Before.Partition, [new TableOperation.Upsert(Before with { ETag = null })])).Committed);
    }
}
