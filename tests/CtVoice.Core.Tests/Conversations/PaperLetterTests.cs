using CtVoice.Core.Conversations;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Projects;
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
            words.Asks, words.Again, words.News, words.Moved, words.Ended, words.Satisfied, words.SendFirst,
            words.NoTime("Ana", "2-1-1"), words.Mark, words.Scan, words.SendBack, words.Until("26", 5), words.UntilThen("26"),
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

    [Theory]
    [InlineData("m-01", "What could go wrong", "(in English)", "Not in the public list of data")]
    [InlineData("m-03", "Qué puede salir mal", "(en inglés)", "No están en la lista pública de datos")]
    public void What_is_known_what_could_go_wrong_and_what_the_dictionary_lacks_stand_on_paper_as_in_a_mail(
        string member, string risks, string elsewhere, string unlisted)
    {
        var review = Given.Asked();
        var invitation = review.InvitationOf(member)!;
        review = review.With(review.ReleasedText(invitation.Language) with
        {
            Notes = [new("n-1", "Few people know it.", "A report", "https://example.org/n-1", "1", new(2026, 5, 1))],
            Risks = [new("p-1", DppeiaRisk.High, "Names may leak.", invitation.Language == "en" ? "es" : "en", false)],
            Unlisted = ["HMIS.exits"],
            UnlistedMore = 3,
        });

        var letter = PaperLetter.Of(review, invitation, "Rosa", null, new(2027, 2, 2), Options);

        Assert.Equal(4, letter.Paragraphs.Count);
        Assert.Contains("- Few people know it. (A report, 2026: https://example.org/n-1)", letter.Paragraphs[2], StringComparison.Ordinal);
        Assert.Contains(unlisted, letter.Paragraphs[2], StringComparison.Ordinal);
        Assert.Contains("HMIS.exits", letter.Paragraphs[2], StringComparison.Ordinal);
        Assert.StartsWith(risks, letter.Paragraphs[3], StringComparison.Ordinal);
        Assert.EndsWith($"- {elsewhere} Names may leak.", letter.Paragraphs[3], StringComparison.Ordinal);
        var mail = MemberWords.Compose(
            review, invitation, MessagePurpose.Invitation, asText: false, discreet: false, new("https://example.org/r/1")).Text;
        Assert.All(letter.Paragraphs.Skip(1), block => Assert.Contains(block, mail, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("m-01", "Did this answer you?")]
    [InlineData("m-03", "¿Esto responde a lo que dijo?")]
    public void Whether_the_answer_was_one_is_asked_by_a_letter_with_one_question_that_can_be_sent_back(string member, string asks)
    {
        var review = Given.Asked();
        review = review with { Panel = review.Panel! with { PostageDays = 5 } };
        var invitation = review.InvitationOf(member)!;

        var letter = PaperLetter.OfSatisfaction(review, invitation, "Rosa", new(2027, 2, 2), Options);

        var words = PaperWords.In(invitation.Language);
        var question = Assert.Single(letter.Questions);
        Assert.Equal((asks, 3), (question.Text, question.Choices.Count));
        Assert.Equal((words.How, words.SendBack), (letter.How, letter.SendBack));
        Assert.Equal(words.Until(Phrases.In(invitation.Language).Day(new(2027, 2, 2)), 5), letter.Closing[0]);
        Assert.Equal(Pseudonym.FollowUpCode(review.PseudonymSalt, member, FollowUpKind.Satisfaction), letter.Code);
        Assert.DoesNotContain(Phrases.In(invitation.Language).StopHint, All(letter), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("m-01")]
    [InlineData("m-03")]
    public void A_date_that_moved_and_an_early_end_have_an_opening_of_their_own_and_nobody_is_thanked_for_help(string member)
    {
        var review = Given.Asked();
        var invitation = review.InvitationOf(member)!;
        var words = PaperWords.In(invitation.Language);

        var moved = PaperLetter.OfDate(review, invitation, "Rosa", MessagePurpose.Moved(1), Options);
        var ended = PaperLetter.OfDate(review, invitation, "Rosa", MessagePurpose.Cancelled, Options);

        Assert.Equal([words.Moved], moved.Paragraphs);
        Assert.Equal((words.How, words.SendFirst), (moved.How, moved.SendBack));
        Assert.StartsWith(words.UntilThen(Phrases.In(invitation.Language).Day(PaperLetter.LastDayOf(review)!.Value)), moved.Closing[0],
            StringComparison.Ordinal);
        Assert.Equal([words.Ended], ended.Paragraphs);
        Assert.Equal((words.More, null), (ended.How, ended.SendBack));
        Assert.All(new[] { moved, ended }, letter =>
        {
            Assert.Empty(letter.Questions);
            Assert.DoesNotContain(words.News, All(letter), StringComparison.Ordinal);
            Assert.DoesNotContain(Phrases.In(invitation.Language).StopHint, All(letter), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Where_earlier_advice_was_granted_nobody_is_told_to_send_a_letter_back()
    {
        var review = Given.Asked() with { Expedite = new(new(2027, 1, 20), "Cold.", new(true, "r", "key-2", Given.Now)) };
        var (invitation, words) = (review.Invitations[0], PaperWords.In("en"));
        PaperLetter[] letters =
        [
            PaperLetter.Of(review, invitation, "Rosa", null, new(2027, 1, 18), Options),
            PaperLetter.OfDate(review, invitation, "Rosa", MessagePurpose.Moved(1), Options),
            PaperLetter.OfSatisfaction(review, invitation, "Rosa", new(2027, 1, 18), Options),
        ];

        Assert.All(letters, letter => Assert.Equal(words.NoTime("Ana Silva", "860-555-0100"), letter.SendBack));
    }

    [Fact]
    public void News_ask_nothing_name_no_day_and_have_no_heading_of_how_to_answer()
    {
        var review = Given.Asked();

        var letter = PaperLetter.Of(review, review.Invitations[0], "Rosa", "The agency will do it.", null, Options);

        Assert.Empty(letter.Questions);
        Assert.Null(letter.SendBack);
        Assert.Equal(PaperWords.In("en").More, letter.How);
        Assert.Equal("The agency will do it.", letter.Paragraphs[1]);
        Assert.StartsWith(Phrases.In("en").Safety, letter.Closing[0], StringComparison.Ordinal);
    }

    private static string All(PaperLetter letter) => string.Join(' ', [.. letter.Paragraphs, letter.SendBack, .. letter.Closing]);
}
