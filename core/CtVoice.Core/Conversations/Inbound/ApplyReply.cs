using CtVoice.Core.Commands;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using CtVoice.Language.Meaning;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>Applies what is said to a review's own questions.</summary>
public sealed class ApplyReply(
    ReviewCommands commands, BesideAnswers beside, HoldingPen pen, PauseInDoubt doubt, AskForWords words, AnswerBack back,
    ConversationOptions options)
{
    private readonly HelpContact help = options.Help;

    /// <summary>
    /// Messages of one member that a review's questions take by themselves, and as many each of its follow-ups: a phone that
    /// never stops must not fill the review's row.
    /// </summary>
    internal const int MostPieces = 200;

    internal const string TooOften = "This member has written so often in this review that a person must look.";

    /// <summary>
    /// Whether a message was taken, or paused its member, before its work was interrupted: whoever finishes that goes on as it was begun,
    /// although nothing may be asked of its sender by now.
    /// </summary>
    internal async Task<bool> WasBegunAsync(Correlation about, Understood said, CancellationToken cancellationToken) =>
        about.IsTaken || (said.Pauses && await doubt.WasBegunAsync(about.Message, cancellationToken));

    /// <summary>Takes what a member says, answer or not.</summary>
    internal async Task<InboundOutcome> TakeAsync(Correlation about, Understood said, CancellationToken cancellationToken)
    {
        var (message, memberId) = (about.Message, about.MemberId);
        var before = about.Review!.State;
        // A form that could not be checked against its review when it came names whatever it likes.
        if (said.OnForm && said.Question > before.Questions.Count)
            return await pen.HoldAsync(message, "The form answers a question that the review does not have.", null, cancellationToken);
        // Asked back what they meant, they have said it: nothing is in doubt any more.
        if (!said.MayMeanStop && about.Invitation is { } invited && EarlierAnswers.Waiting(invited) is { About: AskedAbout.SkipOrDecline })
            await doubt.EndAsync(about.Members, cancellationToken);
        if (!said.Silent && await beside.TakeAsync(about, said, cancellationToken) is { } noAnswer)
        {
            // Who may not want any message gets one question back, and until they say nothing else; a person looks as well.
            if (noAnswer.Place is InboundPlace.ClarificationAsked)
                _ = await doubt.TakeAsync(about, said, cancellationToken);
            return noAnswer;
        }
        if (said.SaysNothing && (said.IsPaused || TakingBack.TookAll(before, memberId)))
            return new(InboundPlace.ClarificationAsked, "Says nothing, and nothing was asked.", before.Id);
        // One that was taken before a crash is not too much: it is finished.
        var written = before.Replies.Where(r => r.MemberId == memberId).SelectMany(r => r.Pieces).ToList();
        if (written.Count >= MostPieces && written.All(piece => piece.InboundId != message.Id))
            return await pen.HoldAsync(message, TooOften, null, cancellationToken);
        var taken = (await commands.DecideAsync(
            before.Id, (review, now) => TakingReplies.Decide(review, MessageOf(review, about, said), now), seen: about.Review,
            cancellationToken: cancellationToken))!;
        var language = taken.After!.InvitationOf(memberId)?.Language ?? "en";
        var phrases = Phrases.In(language);
        var answering = await back.BeginAsync(
            about, said, phrases, late: taken.Result.Place is TakingReplies.Place.Late, cancellationToken);
        if (taken.Result.Place is TakingReplies.Place.NotAsked)
            return await pen.HoldAsync(message, "The review that this sender was last asked about takes no replies.",
                answering.NothingOpen, cancellationToken);
        // Who may want no question is shown none.
        var result = said.EndsAsking ? taken.Result with { NextQuestion = null } : taken.Result;
        var receipt = ReplyReceipt.Of(taken.After, language, result, about.HidesTopic, said.CallToo(phrases, help));
        var answer = answering.With(receipt.Text);
        // Words that answer nothing that was shown may be worth a place: a person decides.
        if (taken.Result.Place is TakingReplies.Place.NotShown && said.Words is { } spoken && spoken.Any(char.IsLetter)
            && said.Says is not { Named: not null, Bare: true })
            return await pen.HoldAsync(message, "The member had not seen the question yet.", answer, cancellationToken);
        return new(receipt.Place, said.Because, before.Id, result.Reply, answer)
        {
            Shows = !said.HasFixedAnswer && receipt.Place is InboundPlace.Accepted && !said.OnForm ? result.NextQuestion : null,
        };
    }

    /// <summary>Takes what comes from somebody who was asked nothing, or nothing that is open: a wish is heard,
    /// the rest a person places.</summary>
    internal async Task<InboundOutcome> WithoutQuestionAsync(Correlation about, Understood said, CancellationToken cancellationToken) =>
        await beside.HearAsync(about.Message, said, about.Phrases, null, cancellationToken)
        ?? (await doubt.TakeAsync(about, said, cancellationToken)
            ? new(InboundPlace.Unmatched, said.Because, Answer: said.Paused(about.Phrases, help))
            : await pen.HoldAsync(
                about.Message, about.Source is null
                    ? "No question was ever open on this number."
                    : "It answers a question that is no longer open.",
                about.Phrases.NothingOpen, cancellationToken));

    /// <summary>Takes what nobody can read: it is no answer to anything.</summary>
    internal Task<InboundOutcome> UnreadableAsync(Correlation about, CancellationToken cancellationToken) =>
        words.TakeAsync(about, cancellationToken);

    /// <summary>Shows the question that comes next to a member who asks to see it.</summary>
    internal async Task<InboundOutcome> ShowAsync(Correlation about, CancellationToken cancellationToken)
    {
        var shown = (await commands.DecideAsync(
            about.ReviewId!, (review, now) => ShowingQuestions.Show(review, about.MemberId, about.Message.Channel, now),
            seen: about.Review, cancellationToken: cancellationToken))!.After!;
        var number = Math.Min(shown.InvitationOf(about.MemberId)!.NextQuestion, shown.Questions.Count);
        return new(InboundPlace.QuestionShown, "asks to see the question", about.ReviewId,
            Answer: MemberWords.Question(shown, about.Language, number))
        { Shows = number };
    }

    /// <summary>Takes back, on the page, what the member said.</summary>
    internal async Task<InboundOutcome> WithdrawAsync(Correlation about, CancellationToken cancellationToken)
    {
        var (message, reviewId) = (about.Message, about.ReviewId!);
        var withdrawn = await commands.DecideAsync(
            reviewId, (review, now) => TakingBack.Withdraw(review, about.MemberId, message.Id, message.ReceivedAt, now),
            cancellationToken: cancellationToken);
        return withdrawn is { Result: true }
            ? new(InboundPlace.Withdrawn, "taken back on the page", reviewId)
            : new(InboundPlace.Late, "taken back on the page after the report had gone out, or before", reviewId);
    }

    /// <summary>Ends, on the page, what the member was asked.</summary>
    internal async Task<InboundOutcome> DeclineAsync(Correlation about, CancellationToken cancellationToken)
    {
        _ = await commands.DecideAsync(about.ReviewId!, (review, now) => Inviting.Decline(review, about.MemberId, now),
            cancellationToken: cancellationToken);
        return new(InboundPlace.Declined, "declined on the page", about.ReviewId);
    }

    private static TakingReplies.Message MessageOf(Review review, Correlation about, Understood said)
    {
        var message = about.Message;
        // "3 number 2 is not what I asked": which of the two is the choice, only the member can tell.
        var torn = !said.OnForm && AboutNumber.In(said.Sure) is { Bare: false };
        return new(about.MemberId, message.Id, message.Channel, message.ReceivedAt, torn ? null : said.Choice, said.Words)
        {
            Question = said.Question,
            Says = said.Says,
            ChoiceAmong = offered => Revision.ChoiceIn(said.Sure, offered),
            Picks = said.Picks,
            NotQuoted = said.NotQuoted || said.Flags.Contains(Flags.DoNotQuote),
            HeldBecause = Flags.Holding(said.Flags),
            Unsure = said.Unsure,
            OnForm = said.OnForm,
            Unclear = !said.EndsAsking && (torn || !said.OnForm
                && Unclear.In(said.Sure, said.Choice, about.OfferedBy(review, said.Question ?? about.OpenIn(review)))),
            Shows = said.HasFixedAnswer || said.EndsAsking ? Showing.Nothing
                : about.HidesTopic ? Showing.Hidden : Showing.InFull,
        };
    }
}
