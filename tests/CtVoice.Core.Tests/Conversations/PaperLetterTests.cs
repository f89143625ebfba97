using CtVoice.Core.Conversations;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;
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
            words.Asks, words.Again, words.News, words.Mark, words.Scan, words.SendBack, words.Until("26", 5), words.UntilThen("26"),
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
    public void A_letter_that_reminds_asks_the_same_and_says_that_it_comes_again()
    {
        var review = Given.Asked(questions: 2);

        var letter = PaperLetter.Of(review, review.Invitations[0], "Rosa", null, new(2027, 2, 2), Options, again: true);

        Assert.Equal(PaperWords.In("en").Again, letter.Paragraphs[0]);
        Assert.Equal(2, letter.Questions.Count);
    }

    [Theory]
    [InlineData("en", "Is the draft right?")]
    [InlineData("es", "¿")]
    public void A_letter_that_reads_back_shows_the_drafts_with_their_letters_and_asks_whether_they_are_right(string language, string asks)
    {
        var review = Given.Asked();
        review = review with { Panel = review.Panel! with { PreviewPostageDays = 5 } };

        var letter = PaperLetter.OfReadBack(
            review, review.Invitations[0], language, "Rosa", ["No names.", "Ask first."], new(2027, 2, 2), Options);

        Assert.Equal(["A) No names.", "B) Ask first."], letter.Paragraphs.Skip(1));
        var question = Assert.Single(letter.Questions);
        Assert.StartsWith(asks, question.Text, StringComparison.Ordinal);
        Assert.Equal(2, question.Choices.Count);
        Assert.Equal(PaperWords.In(language).SendBack, letter.SendBack);
        Assert.Equal(PaperWords.In(language).Until(Phrases.In(language).Day(new(2027, 2, 2)), 5), letter.Closing[0]);
        Assert.Equal(Pseudonym.FollowUpCode(review.PseudonymSalt, review.Invitations[0].MemberId, FollowUpKind.ReadBack), letter.Code);
    }

    [Fact]
    public void Its_text_form_has_neither_name_nor_words()
    {
        var review = Given.Asked();

        var text = PaperLetter.Of(review, review.Invitations[0], "Rosa", null, null, Options).ToString();

        Assert.Equal("PaperLetter en", text);
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
