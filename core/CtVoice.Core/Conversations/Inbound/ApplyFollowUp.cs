using CtVoice.Core.Calendar;
using CtVoice.Core.Commands;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Language.Meaning;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>Applies what is said to what follows a review's own questions: reading back, and "did this answer you?".</summary>
public sealed class ApplyFollowUp(
    ReviewCommands commands, BesideAnswers beside, HoldingPen pen, PauseInDoubt doubt, FollowUpMessages messages, BusinessCalendar calendar,
    AnswerBack back, ConversationOptions options)
{
    private readonly HelpContact help = options.Help;

    /// <summary>Takes what a member says to a follow-up, answer or not.</summary>
    internal async Task<InboundOutcome> TakeAsync(Correlation about, FollowUpKind kind, Understood said,
        CancellationToken cancellationToken)
    {
        var (message, memberId, before) = (about.Message, about.MemberId, about.Review!.State);
        var asked = before.FollowUpOf(memberId, kind);
        // Neither a vote nor an objection: whoever greets sees it again, and whoever has no time now has answered nothing.
        if (said is
            { Silent: false, InDanger: false, OnForm: false, Aside: { Alone: true, Kind: AsideKind.Greeting or AsideKind.Later } beyond })
            return beyond.Kind is AsideKind.Greeting && !about.HidesTopic && !said.IsPaused
                ? await ShowAsync(about, kind, cancellationToken)
                : new(InboundPlace.QuestionShown, "greets, or will answer later", before.Id,
                    Answer: Phrases.In(LanguageOf(before, memberId, kind)) is var own && said.IsPaused ? said.Paused(own, help)
                        : own.Saved(null));
        if (asked is not null && !said.Silent && await beside.TakeAsync(message, before, asked, said, cancellationToken) is { } noAnswer)
        {
            // Whoever wants no more of this may want no message at all.
            return noAnswer.Place is InboundPlace.Skipped && said.Aside is not { Kind: AsideKind.Skip }
                && await doubt.TakeAsync(about, said, cancellationToken)
                ? noAnswer with { Answer = said.Paused(Phrases.In(asked.Language ?? "en"), help) }
                : noAnswer;
        }
        if (said.SaysNothing && (said.IsPaused || asked is { Withdrawn: not null } && !asked.Standing.Any()))
            return new(InboundPlace.ClarificationAsked, "Says nothing, and nothing was asked.", before.Id);
        if (asked is not null && asked.Pieces.Count + asked.Late.Count >= ApplyReply.MostPieces && !asked.Holds(message.Id))
            return await pen.HoldAsync(message, ApplyReply.TooOften, null, cancellationToken);
        var listed = kind is FollowUpKind.Satisfaction ? before.Recommendations.Count : asked?.Shown.Count;
        var read = said.OnForm ? new(said.Choice, [], Bare: false) : FollowUpAnswer.Of(kind, said.Sure, said.Choice, listed ?? 0,
            wantsWords: asked is not null && FollowingUp.WantsWords(asked));
        var taken = (await commands.DecideAsync(
            before.Id, (review, now) => FollowingUp.Take(
                review, new(memberId, kind, message.Id, message.Channel, message.ReceivedAt, read.Choice,
                    read.Bare && said.Unsure.Count == 0 ? null : BesideTheChoice.In(said.Text, read.Choice))
                {
                    Names = read.Names,
                    NotQuoted = said.NotQuoted || said.Flags.Contains(Flags.DoNotQuote),
                    HeldBecause = Flags.Holding(said.Flags),
                    Unsure = said.Unsure,
                }, calendar, now),
            seen: about.Review, cancellationToken: cancellationToken))!;
        var phrases = Phrases.In(LanguageOf(taken.After!, memberId, kind));
        var answering = await back.BeginAsync(
            about, said, phrases, late: taken.Result.Place is FollowingUp.Place.Late, cancellationToken);
        if (taken.Result.Place is FollowingUp.Place.NotAsked)
            return await pen.HoldAsync(message, "The review that this sender was last asked about takes no replies.",
                answering.NothingOpen, cancellationToken);
        var answer = taken.Result switch
        {
            { Place: FollowingUp.Place.Late } => phrases.SavedLate,
            { Unclear: true } => kind is FollowUpKind.ReadBack ? phrases.RightOrNot : phrases.AnsweredOrNot,
            { WantsWords: true } => phrases.SayWhatIsWrong,
            _ => phrases.Saved(read.Choice),
        };
        return new(
            taken.Result.Place is FollowingUp.Place.Late ? InboundPlace.Late : InboundPlace.Accepted, said.Because, before.Id,
            Answer: answering.With(answer, said.CallToo(phrases, help)));
    }

    /// <summary>Shows the follow-up again to a member who asks to see it.</summary>
    internal async Task<InboundOutcome> ShowAsync(Correlation about, FollowUpKind kind, CancellationToken cancellationToken)
    {
        var review = about.Review!.State;
        var words = await messages.ComposeAsync(
            review, about.MemberId, kind, LanguageOf(review, about.MemberId, kind), asText: true, discreet: false,
            cancellationToken: cancellationToken);
        return new(InboundPlace.QuestionShown, "asks to see the question", review.Id, Answer: words.Text);
    }

    private static string LanguageOf(Review review, string memberId, FollowUpKind kind) =>
        review.FollowUpOf(memberId, kind)?.Language ?? review.InvitationOf(memberId)?.Language ?? "en";
}
