using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;
using CtVoice.Language.Meaning;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>Hands a message to whoever applies what it says. The same order on every channel: consent, talk, follow-up, question.</summary>
public sealed class Apply(
    Strangers strangers, HeardFrom heard, ApplyConsent consent, AfterStop after, ApplyReply reply, ApplyFollowUp followUps,
    ApplyDialogue dialogue, BusinessCalendar calendar)
{
    internal async Task<InboundOutcome> ToAsync(Correlation about, Heard danger, CancellationToken cancellationToken)
    {
        if (about.Members.Count == 0)
            return await strangers.TakeAsync(about, cancellationToken);
        if (await strangers.OfAlertAsync(about, cancellationToken) is { } alert)
            return alert;
        if (about.Form is { } form)
            return await OnPageAsync(about, form, danger, cancellationToken) with { Answered = true };
        if (about.IsText)
        {
            await heard.PersonAsync(about, cancellationToken);
            if (await consent.StartByCodeAsync(about, cancellationToken) is { } started)
                return started;
            return await SaidAsync(about, Understand.Of(about, danger, calendar), cancellationToken);
        }
        var said = Understand.Of(about, danger, calendar);
        if (said.Intent is not Intent.Machine)
            await heard.PersonAsync(about, cancellationToken);
        return await SaidAsync(about, said, cancellationToken);
    }

    private async Task<InboundOutcome> OnPageAsync(Correlation about, PageForm form, Heard danger, CancellationToken cancellationToken)
    {
        await heard.PersonAsync(about, cancellationToken);
        switch (form.Action)
        {
            case PageAction.Withdraw:
                return await reply.WithdrawAsync(about, cancellationToken);
            case PageAction.Decline:
                return await reply.DeclineAsync(about, cancellationToken);
            case PageAction.Stop:
                return await consent.StopAsync(about, "said so on the page", cancellationToken);
            case PageAction.Calls:
                return await consent.CallsAsync(about, form, cancellationToken);
        }
        return await SaidAsync(about, Understand.Of(about, danger, calendar), cancellationToken);
    }

    private async Task<InboundOutcome> SaidAsync(Correlation about, Understood said, CancellationToken cancellationToken)
    {
        switch (said.Intent)
        {
            case Intent.OptOut:
                if (said.IsOfSomebodyElse)
                    await strangers.FlagAsync(about, cancellationToken);
                return await consent.StopAsync(about, said.Because, cancellationToken);
            case Intent.OptIn:
                return await consent.StartAsync(about, said, cancellationToken);
            case Intent.Help:
                return await consent.HelpAsync(about, said, cancellationToken);
            case Intent.Machine:
                return await heard.MachineAsync(about, said, cancellationToken);
        }
        if (said.IsOfSomebodyElse)
            return await strangers.InPlaceOfMemberAsync(about, cancellationToken);
        if (AfterStop.IsSilent(about) && !await reply.WasBegunAsync(about, said, cancellationToken))
            return await after.TakeAsync(about, said, cancellationToken);
        said = said with { IsPaused = about.IsPaused };
        if (said.IsUnreadable)
            return await reply.UnreadableAsync(about, cancellationToken);
        if (about.IsDialogue && await dialogue.TakeAsync(about, said, cancellationToken) is { } talked)
            return talked;
        if (about.IsDialogue && said.OnForm)
            return new(InboundPlace.Late, "answers a question of a talk that is over");
        if (about.Review is not { State: var review })
            return await reply.WithoutQuestionAsync(about, said, cancellationToken);
        var asksToSee = about.IsText && string.Equals(about.Message.Text.Trim(), about.Phrases.Ask, StringComparison.OrdinalIgnoreCase);
        if (said.FollowUp is { } followUp)
        {
            if (asksToSee)
                return await followUps.ShowAsync(about, followUp, cancellationToken);
            if (said.OnForm || !Understand.SpeaksOfTheReview(review, about.MemberId, followUp, said))
                return await followUps.TakeAsync(about, followUp, said, cancellationToken);
        }
        else if (asksToSee && review.Stage is ReviewStage.Open)
        {
            return await reply.ShowAsync(about, cancellationToken);
        }
        return await reply.TakeAsync(about, said, cancellationToken);
    }
}
