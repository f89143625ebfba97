using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Talks;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Language.Meaning;
using CtVoice.Language.Sms;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>Forms of the members' pages: who wrote, and about what, is known; the rest is as for every other message.</summary>
public sealed partial class InboundProcessor
{
    private async Task<InboundOutcome> PageAsync(InboundMessage message, Heard heardNow, CancellationToken cancellationToken)
    {
        var form = PageForm.Of(message);
        await heard.NoteAsync([form.MemberId], form.SentBy, message.ReceivedAt, cancellationToken);
        return form.Action switch
        {
            PageAction.Withdraw => await WithdrawOnPageAsync(form, message, cancellationToken),
            PageAction.Decline => await DeclineAsync(form, cancellationToken),
            PageAction.Stop => await StopOnPageAsync(form, message, "said so on the page", cancellationToken),
            PageAction.Calls => await CallsOnPageAsync(form, message, cancellationToken),
            _ when Talk.Is(form.ReviewId) => await TalkOnPageAsync(form, message, heardNow, cancellationToken),
            _ when form.FollowUp is { } followUp => await FollowUpOnPageAsync(form, followUp, message, heardNow, cancellationToken),
            _ => await AnswerOnPageAsync(form, message, heardNow, cancellationToken),
        } with
        { Answered = true };
    }

    /// <summary>The page itself is the receipt. Only the fixed words for somebody who may need help are said beside it.</summary>
    private async Task<InboundOutcome> AnswerOnPageAsync(PageForm form, InboundMessage message, Heard heardNow, CancellationToken cancellationToken)
    {
        var review = (await reviews.ReadAsync(form.ReviewId, cancellationToken))?.State;
        // A form that could not be checked against its review when it came names whatever it likes.
        if (review is not null && form.Question > review.Questions.Count)
            return await PenAsync(message, "The form answers a question that the review does not have.", null, cancellationToken);
        var offered = review is null ? 0 : review.Questions[form.Question!.Value - 1].Offered.Count;
        var reading = Read(form, message, heardNow, offered);
        if (reading.Kind is SmsKind.OptOut)
            return await StopOnPageAsync(form, message, reading.Because, cancellationToken);
        var said = Filled(form, message, reading, offered);
        var outcome = await TakeAsync(message, form.ReviewId, form.MemberId, said, cancellationToken);
        return Shown(outcome, said, Phrases.In(review?.InvitationOf(form.MemberId)?.Language ?? "en"));
    }

    /// <summary>An answer to what follows the review's own questions; the page is its receipt as well.</summary>
    private async Task<InboundOutcome> FollowUpOnPageAsync(PageForm form, FollowUpKind followUp, InboundMessage message, Heard heardNow, CancellationToken cancellationToken)
    {
        var reading = Read(form, message, heardNow, FollowingUp.Choices(followUp));
        if (reading.Kind is SmsKind.OptOut)
            return await StopOnPageAsync(form, message, reading.Because, cancellationToken);
        var said = Filled(form, message, reading, FollowingUp.Choices(followUp));
        var outcome = await TakeFollowUpAsync(message, form.ReviewId, form.MemberId, followUp, said, cancellationToken);
        return Shown(outcome, said, Phrases.In(await LanguageAsync(form.ReviewId, form.MemberId, cancellationToken)));
    }

    // What is no answer has no other receipt than its own words.
    private InboundOutcome Shown(InboundOutcome outcome, Said said, Phrases phrases) =>
        outcome.Place is InboundPlace.ForAPerson or InboundPlace.Declined or InboundPlace.NotQuoted ? outcome : outcome with { Answer = said.Fixed(phrases, help) };

    // Opting out works by any reasonable means (47 CFR 64.1200(a)(10)): also in the box for something else.
    private static SmsReading Read(PageForm form, InboundMessage message, Heard heardNow, int offered) =>
        SmsReader.Read(message.Text, new(offered, OpenQuestion: form.Choice is null && offered > 0) { Heard = heardNow });

    private static Said Filled(PageForm form, InboundMessage message, SmsReading reading, int offered) =>
        new(message.Text, form.Choice <= offered ? form.Choice : reading.Choice, reading.Flags, "filled in on the page")
        {
            MayMeanStop = reading.Kind is SmsKind.AmbiguousOptOut,
            Question = form.Question,
            OnForm = true,
            NotQuoted = form.NotQuoted,
        };

    /// <summary>An answer to the question of a talk that the page asked. What follows is on the page.</summary>
    private async Task<InboundOutcome> TalkOnPageAsync(PageForm form, InboundMessage message, Heard heardNow, CancellationToken cancellationToken)
    {
        var reading = SmsReader.Read(message.Text, new(OpenQuestion: false) { Heard = heardNow });
        if (reading.Kind is SmsKind.OptOut)
            return await StopOnPageAsync(form, message, reading.Because, cancellationToken);
        var said = new Said(PageForm.Answer(form.Choice, message.Text), form.Choice, reading.Flags, "filled in on the page")
        {
            MayMeanStop = reading.Kind is SmsKind.AmbiguousOptOut,
            Question = form.Question,
            OnForm = true,
        };
        return await TalkAsync(message, form.ReviewId, form.MemberId, said, cancellationToken)
            ?? new(InboundPlace.Late, "answers a question of a talk that is over");
    }

    private async Task<InboundOutcome> WithdrawOnPageAsync(PageForm form, InboundMessage message, CancellationToken cancellationToken)
    {
        var withdrawn = await commands.DecideAsync(
            form.ReviewId, (review, now) => TakingReplies.Withdraw(review, form.MemberId, message.Id, message.ReceivedAt, now), cancellationToken: cancellationToken);
        return withdrawn is { Result: true }
            ? new(InboundPlace.Withdrawn, "taken back on the page", form.ReviewId)
            : new(InboundPlace.Late, "taken back on the page after the report had gone out, or before", form.ReviewId);
    }

    private async Task<InboundOutcome> DeclineAsync(PageForm form, CancellationToken cancellationToken)
    {
        _ = await commands.DecideAsync(
            form.ReviewId, (review, now) => Inviting.Decline(review, form.MemberId, now), cancellationToken: cancellationToken);
        return new(InboundPlace.Declined, "declined on the page", form.ReviewId);
    }

    private async Task<InboundOutcome> CallsOnPageAsync(PageForm form, InboundMessage message, CancellationToken cancellationToken) =>
        await contacts.AllowCallsAsync(form.MemberId, TalkAnswers.CallsOffered[form.Choice!.Value - 1], form.Proven, cancellationToken) switch
        {
            CallsSaid.Stored => new(InboundPlace.Accepted, "said on the page whether we may call"),
            CallsSaid.NoNumber => new(InboundPlace.Late, "said on the page whether we may call, and there is no number any more"),
            // The page asks for the code; what was stored without it, because the page could not be opened, is asked about.
            _ => await PenAsync(message, "Somebody with the link of this member says that we may call, without the member's code: ask the member.", null, cancellationToken),
        };

    private async Task<InboundOutcome> StopOnPageAsync(PageForm form, InboundMessage message, string because, CancellationToken cancellationToken)
    {
        // The number belongs to everybody who uses it; an address to the one it was written to.
        var members = form.SentBy is Channel.Sms && await contacts.ForSendingAsync(form.MemberId, cancellationToken) is { Phone: { } phone }
            ? await contacts.MembersOnPhoneAsync(phone, cancellationToken)
            : [form.MemberId];
        await ConsentAsync(members, form.SentBy, ConsentState.Withdrawn, message, cancellationToken);
        await EndAsync(new(form.ReviewId, form.MemberId, 0), cancellationToken);
        return new(InboundPlace.OptOut, because, form.ReviewId);
    }
}
