using CtVoice.Core.Conversations;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Tests.Reviews;
using CtVoice.Language.Reading;

namespace CtVoice.Core.Tests.Conversations;

public sealed class PaperLetterTests
{
    private static readonly ConversationOptions Options =
        new(new("Ana Silva", "860-555-0100"), new("opm@example.org", "chair@example.org"));

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void The_words_around_the_questions_are_easy_to_read(string language)
    {
        var words = PaperWords.In(language);
        string[] all =
        [
            words.Asks, words.News, words.Mark, words.Scan, words.SendBack, words.Until("26", 5), words.UntilThen("26"),
            words.Stop("Ana", "2-1-1"), words.Slow,
        ];

        Assert.All(all.Where(text => text.Split(' ').Length > 8), text =>
            Assert.Equal(ReadingVerdict.OnTarget, ReadingReport.Of(text, language)!.Verdict));
        Assert.Equal(ReadingVerdict.OnTarget, ReadingReport.Of(string.Join(' ', all), language)!.Verdict);
    }

    [Fact]
    public void A_letter_asks_every_question_as_it_was_released_and_says_that_the_post_was_counted()
    {
        var review = Given.Asked(questions: 2);
        review = review with { Panel = review.Panel! with { PostageDays = 5 } };
        var invitation = review.InvitationOf("m-03")!;

        var letter = PaperLetter.Of(review, invitation, "Rosa", null, new(2027, 2, 2), Options);

        Assert.Equal(("es", invitation.Code), (letter.Language, letter.Code));
        Assert.Contains("Rosa", letter.Greeting, StringComparison.Ordinal);
        Assert.Equal(review.ReleasedText("es").Questions.Select(q => q.Text), letter.Questions.Select(q => q.Text));
        Assert.Equal(review.ReleasedText("es").Summary, letter.Paragraphs[1]);
        Assert.Contains("5 días hábiles", letter.Closing[0], StringComparison.Ordinal);
        Assert.Contains(letter.Closing, text => text.Contains("911", StringComparison.Ordinal));
        Assert.Contains(Phrases.In("es").Safety, letter.Closing);
    }

    [Fact]
    public void News_ask_nothing_and_name_no_day()
    {
        var review = Given.Asked();

        var letter = PaperLetter.Of(review, review.Invitations[0], "Rosa", "The agency will do it.", null, Options);

        Assert.Empty(letter.Questions);
        Assert.Null(letter.SendBack);
        Assert.Equal("The agency will do it.", letter.Paragraphs[1]);
        Assert.StartsWith(Phrases.In("en").Safety, letter.Closing[0], StringComparison.Ordinal);
    }
}
