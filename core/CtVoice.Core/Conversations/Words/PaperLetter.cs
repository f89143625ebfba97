using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Core.Conversations.Words;

/// <summary>One question on paper.</summary>
/// <param name="Heading">Its number, in words.</param>
/// <param name="Text">The question as it was released.</param>
/// <param name="Choices">What can be marked; none for words alone.</param>
public sealed record PaperQuestion(string Heading, string Text, IReadOnlyList<string> Choices);

/// <summary>
/// A letter on paper to one member. It asks all questions of the review at once, in the words that were released for their language, or
/// brings news. Pure.
/// </summary>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Greeting">Names the reader.</param>
/// <param name="Paragraphs">What it says before the questions.</param>
/// <param name="Questions">What is asked; none in a letter with news.</param>
/// <param name="Mark">How a choice is marked.</param>
/// <param name="Write">Where words are written.</param>
/// <param name="How">Heading of how to answer, or of what else there is to know.</param>
/// <param name="Scan">How to use the square.</param>
/// <param name="SendBack">How to answer on paper, or by phone where the post is too slow; null where nothing is asked.</param>
/// <param name="Closing">By when, what is kept, how to stop, where to turn in danger.</param>
/// <param name="Square">What the square is.</param>
/// <param name="Code">The member's code in this review: it names what came back on paper, and nobody.</param>
public sealed record PaperLetter(
    string Language, string Greeting, IReadOnlyList<string> Paragraphs, IReadOnlyList<PaperQuestion> Questions, string Mark, string Write,
    string How, string Scan, string? SendBack, IReadOnlyList<string> Closing, string Square, string Code)
{
    /// <summary>Makes it.</summary>
    /// <param name="review">The review.</param>
    /// <param name="invitation">The member's part in it.</param>
    /// <param name="name">What the member wants to be called.</param>
    /// <param name="news">What a mail would say instead of questions; null for a letter that asks.</param>
    /// <param name="lastDay">Last day for answers; null where none is known or asked for.</param>
    /// <param name="options">Whom residents call.</param>
    /// <param name="again">It asks what an earlier letter asked.</param>
    public static PaperLetter Of(
        Review review, Invitation invitation, string name, string? news, DateOnly? lastDay, ConversationOptions options, bool again = false)
    {
        var words = PaperWords.In(invitation.Language);
        var text = news is null ? review.ReleasedText(invitation.Language) : null;
        return Of(
            invitation.Language, invitation.Code, name,
            text is null ? [words.News, news!]
                : [again ? words.Again : words.Asks, .. MemberWords.Around(text, Phrases.In(invitation.Language), withPage: true)],
            text is null ? [] : [.. text.Questions.Select((q, i) => new PaperQuestion(words.Question(i + 1), q.Text, q.Choices))],
            text is null ? null : BackOf(review, words, options), lastDay, Postage.Of(review), options);
    }

    /// <summary>Makes the letter to whoever was asked, that there is more time or that the review ended before its date.</summary>
    /// <param name="review">The review.</param>
    /// <param name="invitation">The member's part in it.</param>
    /// <param name="name">What the member wants to be called.</param>
    /// <param name="purpose">What it tells.</param>
    /// <param name="options">Whom residents call.</param>
    public static PaperLetter OfDate(
        Review review, Invitation invitation, string name, MessagePurpose purpose, ConversationOptions options)
    {
        var (words, ended) = (PaperWords.In(invitation.Language), purpose == MessagePurpose.Cancelled);
        return Of(
            invitation.Language, invitation.Code, name, [ended ? words.Ended : words.Moved], [],
            ended ? null : BackOf(review, words, options, words.SendFirst), ended ? null : LastDayOf(review), Postage.Of(review), options);
    }

    /// <summary>Makes the letter that asks whether what the agencies said has answered the member.</summary>
    /// <param name="review">The review.</param>
    /// <param name="invitation">The member's part in it.</param>
    /// <param name="name">What the member wants to be called.</param>
    /// <param name="lastDay">The day on which votes are counted.</param>
    /// <param name="options">Whom residents call.</param>
    public static PaperLetter OfSatisfaction(
        Review review, Invitation invitation, string name, DateOnly lastDay, ConversationOptions options)
    {
        var words = PaperWords.In(invitation.Language);
        var onPage = PageWords.In(invitation.Language).FollowUp(FollowUpKind.Satisfaction);
        return Of(
            invitation.Language, Pseudonym.FollowUpCode(review.PseudonymSalt, invitation.MemberId, FollowUpKind.Satisfaction), name,
            [words.Satisfied], [new(words.Question(1), onPage.Question, onPage.Options)], BackOf(review, words, options), lastDay,
            Postage.Of(review), options);
    }

    /// <summary>Makes the letter that reads drafts back, in a language in which all of them can be read.</summary>
    /// <param name="review">The review.</param>
    /// <param name="invitation">The member's part in it.</param>
    /// <param name="language">ISO 639-1 code.</param>
    /// <param name="name">What the member wants to be called.</param>
    /// <param name="drafts">Texts that a person released, in order.</param>
    /// <param name="lastDay">The day before the report goes out; null where that is not known.</param>
    /// <param name="options">Whom residents call.</param>
    public static PaperLetter OfReadBack(
        Review review, Invitation invitation, string language, string name, IReadOnlyList<string> drafts, DateOnly? lastDay,
        ConversationOptions options)
    {
        var onPage = PageWords.In(language).FollowUp(FollowUpKind.ReadBack);
        return Of(
            language, Pseudonym.FollowUpCode(review.PseudonymSalt, invitation.MemberId, FollowUpKind.ReadBack), name,
            [onPage.Lead, .. drafts.Select(FollowUpWords.Lettered)],
            [new(onPage.Title, $"{onPage.Question} {onPage.Words}", onPage.Options)], BackOf(review, PaperWords.In(language), options),
            lastDay, Postage.OfPreview(review), options);
    }

    private static PaperLetter Of(
        string language, string code, string name, IReadOnlyList<string> paragraphs, IReadOnlyList<PaperQuestion> questions,
        string? sendBack, DateOnly? lastDay, int postage, ConversationOptions options)
    {
        var (words, phrases) = (PaperWords.In(language), Phrases.In(language));
        var closing = new List<string>();
        if (lastDay is { } day)
            closing.Add(postage > 0 ? words.Until(phrases.Day(day), postage) : words.UntilThen(phrases.Day(day)));
        closing.Add(phrases.Safety);
        closing.Add(words.Stop(options.Help.Name, options.Help.Phone));
        closing.Add($"{words.Slow} {phrases.InDanger(options.HelpLines.HomeNotSafe)}");
        return new(
            language, words.Dear(name), paragraphs, questions, words.Mark, words.Write, sendBack is null ? words.More : words.How,
            words.Scan, sendBack, closing, words.Square, code);
    }

    // Where the post has no days an answer by it would be late.
    private static string BackOf(Review review, PaperWords words, ConversationOptions options, string? otherwise = null) =>
        Postage.IsTooSlow(review) ? words.NoTime(options.Help.Name, options.Help.Phone) : otherwise ?? words.SendBack;

    /// <summary>Without name and words.</summary>
    public override string ToString() => $"{nameof(PaperLetter)} {Language}";

    /// <summary>Last day for answers to a letter that is posted now; null before the window has opened.</summary>
    public static DateOnly? LastDayOf(Review review) =>
        review.Window is { } window ? LocalTime.DateIn(BusinessCalendar.Zone, window.ClosesAt) : null;
}
