using CtVoice.Core.Board;
using CtVoice.Core.Commands;
using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Conversations.Dialogues;
using CtVoice.Core.Conversations.OnCall;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>Opting out, coming back, asking who we are: the same rules on every channel.</summary>
public sealed class ApplyConsent(
    BoardStore board, ContactStore contacts, ReviewCommands commands, HoldingPen pen, StartingAgain starting, OnCallReplies onCall,
    FixedAnswer unwatched,
    ConversationOptions options)
{
    private readonly HelpContact help = options.Help;

    /// <summary>Withdraws the consent of everybody on the number, or of whose address it is,
    /// and ends what was asked of the sender.</summary>
    internal async Task<InboundOutcome> StopAsync(Correlation about, string because, CancellationToken cancellationToken)
    {
        await WithdrawAsync(await ReachedAsync(about, cancellationToken), about.By, about.Message, cancellationToken);
        if (about.IsText)
            _ = await onCall.HeedAsync(about.Message, Intent.OptOut, cancellationToken);
        if (StopOnSharedPhone.Is(about))
            await LeaveSharedPhoneAsync(about, cancellationToken);
        else
            await EndAsync(about, cancellationToken);
        return about.Form is null
            ? new(InboundPlace.OptOut, because, about.ReviewId,
                Answer: IsOurs(about) ? about.Phrases.Stopped(about.IsText) : null, Droppable: true)
            : new(InboundPlace.OptOut, because, about.ReviewId);
    }

    /// <summary>Takes START.</summary>
    internal async Task<InboundOutcome> StartAsync(Correlation about, Understood said, CancellationToken cancellationToken)
    {
        if (about.IsText)
        {
            if (!said.PlainYes)
                _ = await onCall.HeedAsync(about.Message, Intent.OptIn, cancellationToken);
            return await starting.TakeAsync(about, said, IsOurs(about), cancellationToken);
        }
        foreach (var member in about.Members)
            await starting.RecordAsync(member, Consent(about.By, ConsentState.Given, about.Message), cancellationToken);
        return new(InboundPlace.OptIn, said.Because, about.ReviewId, Answer: about.Phrases.Started(asText: false));
    }

    /// <summary>Takes START with a member's own code; null when it is nothing of the kind.</summary>
    internal Task<InboundOutcome?> StartByCodeAsync(Correlation about, CancellationToken cancellationToken) =>
        starting.TakeCodeAsync(about.Message, about.Members, about.Phrases, cancellationToken);

    /// <summary>Says who we are and where help is.</summary>
    internal async Task<InboundOutcome> HelpAsync(Correlation about, Understood said, CancellationToken cancellationToken) => new(
        InboundPlace.Help, said.Because, about.ReviewId,
        Answer: IsOurs(about)
            ? await unwatched.BesideAsync(about.Phrases.Help(help.Name, help.Phone), about.Phrases, about.IsText, cancellationToken)
            : null);

    /// <summary>A mail of ours was reported as spam: contact by mail stops.</summary>
    internal async Task ComplainedAsync(Correlation about, CancellationToken cancellationToken)
    {
        await WithdrawAsync(about.Members, about.By, about.Message, cancellationToken);
        await EndAsync(about, cancellationToken);
    }

    /// <summary>What a plain STOP says on the way in, before anything is read.</summary>
    internal async Task HeedAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        await WithdrawAsync(await contacts.MembersOnPhoneAsync(message.From, cancellationToken), Channel.Sms, message, cancellationToken);
        _ = await onCall.HeedAsync(message, Intent.OptOut, cancellationToken);
    }

    /// <summary>Takes what a member says on their page about calls.</summary>
    internal async Task<InboundOutcome> CallsAsync(Correlation about, PageForm form, CancellationToken cancellationToken) =>
        await contacts.AllowCallsAsync(form.MemberId, DialogueAnswers.CallsOffered[form.Choice!.Value - 1], form.Proven,
            cancellationToken) switch
        {
            CallsSaid.Stored => new(InboundPlace.Accepted, "said on the page whether we may call"),
            CallsSaid.NoNumber => new(InboundPlace.Late, "said on the page whether we may call, and there is no number any more"),
            // The page asks for the code; what was stored without it, because the page could not be opened, is asked about.
            _ => await pen.HoldAsync(
                about.Message, "Somebody with the link of this member says that we may call, without the member's code: ask the member.",
                null, cancellationToken),
        };

    // A second reply beside the provider's own would only confuse.
    private bool IsOurs(Correlation about) => !ProviderKeywords.Answered(options.Keywords, about.Message);

    /// <summary>The number belongs to everybody who uses it, an address to the one it was written to.</summary>
    private async Task<IReadOnlyList<string>> ReachedAsync(Correlation about, CancellationToken cancellationToken) =>
        about is { Form: not null, By: Channel.Sms }
            && await contacts.ForSendingAsync(about.MemberId, cancellationToken) is { Phone: { } phone }
            ? await contacts.MembersOnPhoneAsync(phone, cancellationToken)
            : about.Members;

    private async Task WithdrawAsync(IReadOnlyList<string> members, Channel by, InboundMessage message, CancellationToken cancellationToken)
    {
        foreach (var member in members)
            _ = await board.RecordConsentAsync(member, Consent(by, ConsentState.Withdrawn, message), cancellationToken);
    }

    private static ConsentRecord Consent(Channel by, ConsentState state, InboundMessage message) =>
        new(by, state, message.ReceivedAt, "keyword", message.Channel.Name());

    private async Task LeaveSharedPhoneAsync(Correlation about, CancellationToken cancellationToken)
    {
        await pen.AddAsync(new(about.Message.Id, about.Message.ReceivedAt, StopOnSharedPhone.ForAPerson), cancellationToken);
        if (about.ReviewId is { } reviewId)
        {
            _ = await commands.DecideAsync(
                reviewId, (review, now) => StopOnSharedPhone.AnotherWay(review, about.MemberId, now), seen: about.Review,
                cancellationToken: cancellationToken);
        }
    }

    private async Task EndAsync(Correlation about, CancellationToken cancellationToken)
    {
        if (about.ReviewId is { } reviewId)
            _ = await commands.DecideAsync(
                reviewId, (review, now) => Inviting.Stop(review, about.MemberId, now), seen: about.Review,
                cancellationToken: cancellationToken);
    }
}
