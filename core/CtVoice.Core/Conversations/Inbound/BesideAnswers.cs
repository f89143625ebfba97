using CtVoice.Core.Calendar;
using CtVoice.Core.Commands;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Core.Todo;
using CtVoice.Language.Meaning;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>
/// What members say beside answers: skip this one, ask somebody else, call me, I do not understand, who gets my data, in Spanish
/// please, hello, later, take that back, do not quote me. None of it is an answer. What only a person can do becomes a matter of today,
/// and the member is told so.
/// </summary>
public sealed class BesideAnswers(ReviewCommands commands, Matters matters, BusinessCalendar calendar, ConversationOptions options)
{
    private readonly HelpContact help = options.Help;

    /// <summary>Takes what a member says in a review beside an answer; null when it is an answer, which may hold a wish as well.</summary>
    internal async Task<InboundOutcome?> TakeAsync(Correlation about, Understood said, CancellationToken cancellationToken)
    {
        // "I do not want to answer this one" asks for no end of messages; what may, and is no aside, is kept as words.
        if (said.InDanger || (said.MayMeanStop && said.Aside is not { Alone: true })
            || about is not { Review.State: { } review, Invitation: { } invitation })
            return null;
        var (message, memberId, hidden) = (about.Message, about.MemberId, about.HidesTopic);
        var phrases = Phrases.In(invitation.Language);
        if (!said.OnForm && await ReviseAsync(about, said, phrases, cancellationToken) is { } revised)
            return revised;
        var title = (review.Id, review.Title);
        var asked = said.OnForm ? null : EarlierAnswers.Waiting(invitation);
        var kind = (said.Picks, asked?.About) switch
        {
            // It was taken so before a crash, and nothing waits for it any more.
            _ when invitation.Skipped.Any(s => s.InboundId == message.Id) => AsideKind.Skip,
            (1, AskedAbout.SkipOrDecline) => AsideKind.Skip,
            (2, AskedAbout.SkipOrDecline) => AsideKind.AskSomebodyElse,
            _ when said.Aside is { Alone: true, Kind: var alone } => alone,
            _ => (AsideKind?)null,
        };
        switch (kind)
        {
            case AsideKind.Skip:
                return await SkipAsync(about, said, phrases, cancellationToken);
            case AsideKind.AskSomebodyElse when review.Stage is ReviewStage.Open:
                _ = await commands.DecideAsync(
                    review.Id, (state, now) => Inviting.Decline(state, memberId, now), seen: about.Review,
                    cancellationToken: cancellationToken);
                return new(InboundPlace.Declined, "wants somebody else to be asked", review.Id, Answer: phrases.Declined);
            case AsideKind.SkipOrDecline when review.Stage is ReviewStage.Open && !said.OnForm:
                _ = await commands.DecideAsync(
                    review.Id, (state, now) => SkippingQuestions.AskBack(state, memberId, message.Id, now), seen: about.Review,
                    cancellationToken: cancellationToken);
                return new(InboundPlace.ClarificationAsked, "may mean this question, may mean the review", review.Id,
                    Answer: phrases.SkipOrDecline);
            case AsideKind.NotUnderstood when !said.OnForm && Again(review, invitation, message) is { } number:
                await RaiseAsync(TodoKinds.NotUnderstood, message, title, cancellationToken);
                return hidden
                    ? new(InboundPlace.ForAPerson, "did not understand", review.Id,
                        Answer: phrases.ExplainedBy(help.Name, help.Phone, phrases.DiscreetNext))
                    : new(InboundPlace.ForAPerson, "did not understand", review.Id,
                        Answer: phrases.ExplainedBy(help.Name, help.Phone, MemberWords.Question(review, invitation.Language, number)));
            case AsideKind.OtherLanguage when !said.OnForm && InLanguage(review, said.Aside!.Language) is { } language
                && Again(review, invitation, message) is { } number:
                await RaiseAsync(TodoKinds.Question, message, title, cancellationToken);
                return new(InboundPlace.ForAPerson, "wants another language", review.Id,
                    Answer: Phrases.In(language).ExplainedBy(help.Name, help.Phone,
                        hidden ? Phrases.In(language).DiscreetNext : MemberWords.Question(review, language, number)));
            case AsideKind.Greeting or AsideKind.Later when !said.OnForm:
                return new(InboundPlace.QuestionShown, "greets, or will answer later", review.Id,
                    Answer: !IsOpenFor(review, invitation) ? phrases.NothingOpen
                        : said.IsPaused ? said.Paused(phrases, help)
                        : kind is AsideKind.Later ? phrases.Reminder(MemberWords.LastDay(review, phrases))
                        : !hidden && Again(review, invitation, message) is { } open
                            ? phrases.OpenNow(MemberWords.Question(review, invitation.Language, open))
                        : phrases.Discreet);
        }
        return await HearAsync(message, said, phrases, title, cancellationToken);
    }

    /// <summary>
    /// Takes what a member says to a follow-up beside an answer: who does not want to answer it does not, and who wants somebody else
    /// to be asked, or no more of this, gets no further question about the review. Null when it is an answer.
    /// </summary>
    internal async Task<InboundOutcome?> TakeAsync(InboundMessage message, Review review, FollowUp asked, Understood said,
        CancellationToken cancellationToken)
    {
        var phrases = Phrases.In(asked.Language ?? "en");
        if (!said.InDanger && !said.OnForm && said.Flags.Contains(Flags.Withdraw) && said is { Choice: null, Says.Bare: true }
            && (await commands.DecideAsync(
                review.Id, (state, now) =>
                    FollowingUp.Withdraw(state, asked.MemberId, asked.Kind, new(message.Id, message.ReceivedAt), calendar, now),
                    cancellationToken: cancellationToken))?.Result is true)
            return new(InboundPlace.Withdrawn, said.Because, review.Id, Answer: phrases.Withdrawn);
        if (said.InDanger || said is { OnForm: true, Choice: not null }
            || said.Aside is not { Alone: true, Kind: AsideKind.Skip or AsideKind.AskSomebodyElse or AsideKind.SkipOrDecline } aside)
            return await HearAsync(message, said, phrases, (review.Id, review.Title), cancellationToken);
        var word = new SkippedFollowUp(message.Id, message.ReceivedAt, NoMore: aside.Kind is not AsideKind.Skip);
        _ = await commands.DecideAsync(review.Id, (state, now) => FollowingUp.Skip(state, asked.MemberId, asked.Kind, word, now),
            cancellationToken: cancellationToken);
        return new(InboundPlace.Skipped, "does not want to answer this question", review.Id,
            Answer: said.Answer(phrases, help, word.NoMore ? phrases.Declined : phrases.Skipped));
    }

    /// <summary>
    /// Takes from somebody who is asked nothing what can be done without asking: to take back, not to be quoted, a call, a question to us.
    /// Null for anything else.
    /// </summary>
    internal async Task<InboundOutcome?> WithoutAskingAsync(Correlation about, Understood said, CancellationToken cancellationToken)
    {
        if (said.InDanger)
            return null;
        if (about is { Review: not null, Invitation: not null }
            && await ReviseAsync(about, said, about.Phrases, cancellationToken) is { } revised)
            return revised;
        return await HearAsync(about.Message, said, about.Phrases, about.Review is { State: var review } ? (review.Id, review.Title) : null,
            cancellationToken);
    }

    /// <summary>
    /// Hears what only a person can do, wherever it is said: a call, a question to us, words that were not understood. Null when
    /// the message says something else as well, or nothing of the kind.
    /// </summary>
    internal async Task<InboundOutcome?> HearAsync(InboundMessage message, Understood said, Phrases phrases,
        (string Id, string Title)? about, CancellationToken cancellationToken)
    {
        if (said.InDanger || said.Aside is not { } aside)
            return null;
        var (kind, answer) = aside.Kind switch
        {
            AsideKind.Call => (TodoKinds.Call, phrases.CallAsked(help.Name, help.Phone)),
            AsideKind.Question => (TodoKinds.Question, phrases.QuestionAsked(help.Name, help.Phone)),
            AsideKind.NotUnderstood => (TodoKinds.NotUnderstood, phrases.ExplainedBy(help.Name, help.Phone, "")),
            AsideKind.OtherLanguage =>
                (TodoKinds.Question, (aside.Language is { } wanted ? Phrases.In(wanted) : phrases).QuestionAsked(help.Name, help.Phone)),
            _ => (null, null),
        };
        if (kind is null)
            return null;
        await RaiseAsync(kind, message, about, cancellationToken);
        return aside.Alone
            ? new(InboundPlace.ForAPerson, $"for a person: {kind}", about?.Id, Answer: said.Fixed(phrases, help) is { } words
                ? kind is TodoKinds.Call ? $"{words} {phrases.CallToo(help.Name, help.Phone)}" : words
                : answer)
            : null;
    }

    private async Task RaiseAsync(string kind, InboundMessage message, (string Id, string Title)? about,
        CancellationToken cancellationToken) =>
        _ = await matters.RaiseAsync(kind, message.Id, message.ReceivedAt, about, cancellationToken);

    /// <summary>A language in which this review may be read; null where nobody released it so.</summary>
    private static string? InLanguage(Review review, string? wanted) =>
        review.Released.Any(text => text.Language == wanted) ? wanted : null;

    private static bool IsOpenFor(Review review, Invitation invitation) =>
        review is { Stage: ReviewStage.Open, Window: not null } && invitation.NextQuestion <= review.Questions.Count;

    // Only a question that is still open is said again: what was answered is not asked twice.
    private static int? Again(Review review, Invitation invitation, InboundMessage message) =>
        review.Stage is ReviewStage.Open && ShowingQuestions.OpenOn(review, invitation, message.Channel, message.ReceivedAt) is { } seen
            && seen == invitation.NextQuestion ? seen : null;

    private async Task<InboundOutcome> SkipAsync(Correlation about, Understood said, Phrases phrases, CancellationToken cancellationToken)
    {
        var (message, hidden) = (about.Message, about.HidesTopic);
        var taken = (await commands.DecideAsync(
            about.Review!.State.Id, (review, now) => SkippingQuestions.Skip(
                review, about.MemberId, message.Id, message.Channel, message.ReceivedAt, said.Says.Named
                    ?? (said.OnForm ? said.Question : null),
                said.IsPaused ? Showing.Nothing : hidden ? Showing.Hidden : Showing.InFull, now),
            seen: about.Review, cancellationToken: cancellationToken))!;
        var (question, next) = (taken.Result.Question, said.IsPaused ? null : taken.Result.NextQuestion);
        var first = question is null ? phrases.Saved(null) : phrases.Skipped;
        var answer = said.IsPaused ? $"{first} {phrases.Paused}"
            : next is not { } number ? first
            : $"{first} {phrases.Next} {(hidden
                ? phrases.DiscreetNext
                : MemberWords.Question(taken.After!, taken.After!.InvitationOf(about.MemberId)!.Language, number))}";
        return new(InboundPlace.Skipped, "does not want to answer this question", about.ReviewId,
            Answer: said.Answer(phrases, help, answer))
        { Shows = said.OnForm ? null : next };
    }

    private async Task<InboundOutcome?> ReviseAsync(Correlation about, Understood said, Phrases phrases,
        CancellationToken cancellationToken)
    {
        var reviewId = about.Review!.State.Id;
        var wish = new RevisingAnswers.Wish(about.MemberId, about.Message.Id, about.Message.ReceivedAt, said.Says)
        {
            Withdraws = said.Flags.Contains(Flags.Withdraw) && (said.Choice is null || said.Says is { Named: not null, Bare: true }),
            NotQuoted = said.Flags.Contains(Flags.DoNotQuote) && said.Says is { Bare: true, Changes: false }
                && (said.Choice is null || said.Says.Named is not null),
            Picks = said.Picks,
        };
        var revised =
            await commands.DecideAsync(reviewId, (review, now) => RevisingAnswers.Decide(review, wish, now), seen: about.Review,
                cancellationToken: cancellationToken);
        return revised?.Result switch
        {
            { As: RevisingAnswers.Done.AskedWhich, Questions: var which } =>
                new(InboundPlace.ClarificationAsked, "takes back one of several answers", reviewId, Answer: phrases.WhichAnswer(which)),
            { As: RevisingAnswers.Done.NotQuoted, Questions: var one } =>
                new(InboundPlace.NotQuoted, said.Because, reviewId, Answer: phrases.NotQuoted(one is [var n] ? n : null)),
            { Questions: [var taken] } => new(InboundPlace.Withdrawn, said.Because, reviewId, Answer: phrases.WithdrawnOne(taken)),
            not null => new(InboundPlace.Withdrawn, said.Because, reviewId, Answer: phrases.Withdrawn),
            null => null,
        };
    }
}
