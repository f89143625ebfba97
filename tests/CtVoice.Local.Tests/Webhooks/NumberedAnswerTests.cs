using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Web.Simulation;
using static CtVoice.Local.Tests.Webhooks.AnsweredMailTests;

namespace CtVoice.Local.Tests.Webhooks;

/// <summary>
/// A number in a mail about a review answers the numbered question that is open there, whichever of our mails it was written
/// under: the news and the question about them came at the same instant.
/// </summary>
public sealed class NumberedAnswerTests
{
    [Theory]
    [InlineData("3", 3)]
    [InlineData("no they never said when", 3)]
    [InlineData("2 - half of it", 2)]
    public async Task Number_in_an_answer_to_the_news_is_the_vote(string text, int vote)
    {
        await using var story = await ToldAsync();
        using var provider = new Provider(story);
        var news = await NewsAsync(story);

        using var response = await provider.MailAsync(
            ("headers", $"Message-ID: <news@example.org>\nFrom: a@example.org\nSubject: Re: {news.Subject}\n"), ("to", news.ReplyTo!),
            ("text", text));

        Provider.Taken(response);
        var review = await story.StateAsync();
        Assert.Equal(vote, review.FollowUpOf("m-09", FollowUpKind.Satisfaction)!.Choice);
        Assert.Single(Assert.Single(review.Replies, r => r.MemberId == "m-09").Pieces);
        Assert.Single(await story.LedgerAsync("satisfaction-voted"));
    }

    [Fact]
    public async Task So_it_is_when_only_the_id_of_the_news_leads_back()
    {
        await using var story = await ToldAsync();
        using var provider = new Provider(story);
        await AnswerAsync(provider, $"In-Reply-To: <{(await NewsAsync(story)).MessageId}>", "1");
        Assert.Equal(1, (await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.Satisfaction)!.Choice);
    }

    [Theory]
    [InlineData("Thank you for telling me.")]
    [InlineData("Please change my answer to 3")]
    public async Task Words_without_a_number_and_talk_of_the_answer_before_belong_to_that_answer(string text)
    {
        await using var story = await ToldAsync();
        using var provider = new Provider(story);
        await AnswerAsync(provider, $"In-Reply-To: <{(await NewsAsync(story)).MessageId}>", text);

        var review = await story.StateAsync();
        Assert.Empty(review.FollowUpOf("m-09", FollowUpKind.Satisfaction)!.Pieces);
        Assert.Contains(review.Replies, r => r is { MemberId: "m-09", Late: true });
        Assert.Equal(2, review.Replies.First(r => r.MemberId == "m-09").Choice);
    }

    [Fact]
    public async Task Once_votes_are_counted_a_number_is_an_addendum_as_before()
    {
        await using var story = await ToldAsync();
        using var provider = new Provider(story);
        await story.AdvanceToAsync(Satisfaction.CountedAt(await story.StateAsync(), BusinessCalendar.Connecticut)!.At);
        await AnswerAsync(provider, $"In-Reply-To: <{(await NewsAsync(story)).MessageId}>", "3");

        var review = await story.StateAsync();
        Assert.Empty(review.FollowUpOf("m-09", FollowUpKind.Satisfaction)!.Pieces);
        Assert.Contains(review.Replies, r => r is { MemberId: "m-09", Late: true });
    }

    [Fact]
    public async Task Number_in_an_answer_to_the_first_question_is_about_the_draft_while_the_draft_is_read_back()
    {
        await using var story = await ReadBackTests.ClosedAsync("m-09", "m-19");
        await MailsAsync(story);
        using var editor = new Editor(story);
        await editor.WriteAsync("Take out names before anything is shared.", 1);
        var code = (await story.StateAsync()).InvitationOf("m-09")!.Code;
        using var provider = new Provider(story);
        // Before the draft left there is nothing that it could be about.
        await story.Service<Core.Conversations.Sending.ReplyAddress>().NoteAsync(code, story.Id, "m-09");
        await AnswerAsync(provider, $"Subject: Re: a question [{code}]", "1");
        Assert.Null((await story.StateAsync()).FollowUpOf("m-09", FollowUpKind.ReadBack)?.Choice);
        await Editor.Done(editor.PostAsync("drafts/read-back"));
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));

        await AnswerAsync(provider, $"Subject: Re: a question [{code}]", "2 I did not say before.");

        var review = await story.StateAsync();
        Assert.True(review.FollowUpOf("m-09", FollowUpKind.ReadBack)!.Objects);
        Assert.Empty(await provider.PenAsync());
    }

    /// <summary>A review whose one recommendation was answered, and whose first member was told by mail and asked about it.</summary>
    private static async Task<ReviewStory> ToldAsync()
    {
        var story = await ReadBackTests.ClosedAsync("m-09", "m-19");
        await MailsAsync(story);
        await story.CoordinatorAsync("replies/1/release", []);
        await story.WithholdTheRestAsync();
        await story.AdvanceAsync(TimeSpan.FromDays(4));
        await story.AnswerAsync(1);
        await story.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal(["invitation", "outcome", "satisfaction"], story.PurposesTo("m-09"));
        return story;
    }

    private static Task MailsAsync(ReviewStory story) => story.ChangeAsync(
        "m-09", m => m with
        {
            Channels = [Channel.Email],
            Consent =
                [new(Channel.Email, ConsentState.Given, ReviewStory.Monday.AddDays(-9), "test", "form")]
        });

    private static async Task<SimulatedMessage> NewsAsync(ReviewStory story) =>
        Assert.Single(await story.SentToAsync("m-09", "email"),
            m => m.Text.Contains("We will take out all names.", StringComparison.Ordinal));
}
