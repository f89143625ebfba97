using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Words;
using CtVoice.Language.Meaning;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>
/// Coming back on a phone: the number belongs to all who use it, the wish for texts to the one who wrote. On a phone that several use
/// nobody can tell who that is but by the code that a member chose; without one a person asks, also while somebody's question is open
/// there, because a wrong guess would write to somebody who had said no.
/// </summary>
public sealed class StartingAgain(BoardStore board, PhoneQueue phones, MemberCodes codes, HoldingPen pen, PauseInDoubt doubt,
    ConversationOptions options)
{
    /// <summary>Why a message that holds a code ended where it did: its words are covered.</summary>
    internal const string ByCode = "START with a code of their own";

    private const string WhoStarted =
        "START on a phone that several members use: nobody can tell who wrote. Ask each of them, and record the consent of whoever wants "
            + "texts again.";

    /// <summary>Takes START on its own. <paramref name="ours"/> is false where the provider has answered it.</summary>
    internal async Task<InboundOutcome> TakeAsync(Correlation about, Understood said, bool ours, CancellationToken cancellationToken)
    {
        var (message, members, phrases) = (about.Message, about.Members, about.Phrases);
        // A plain yes may answer anything: from a phone that had stopped it counts once we have asked.
        if (said.PlainYes && !await phones.WasAskedAgainAsync(message.From, cancellationToken))
        {
            await phones.NoteAskedAgainAsync(message.From, cancellationToken);
            return new(InboundPlace.ClarificationAsked, "A plain yes from a phone that had stopped.", about.ReviewId,
                Answer: phrases.AskAgain);
        }
        if (members.Count > 1 && (await StoppedAsync(message, members, cancellationToken)).Count > 0)
            return await AskWhoAsync(message, said.Because, ours, phrases, cancellationToken);
        return await BackAsync(message, members.Count == 1 ? members[0] : null, said.Because, ours, phrases, cancellationToken);
    }

    /// <summary>
    /// Takes START with a code, or the code alone from a phone that was asked who wrote. Null where nobody on the phone had stopped, or
    /// the message is nothing of the kind.
    /// </summary>
    internal async Task<InboundOutcome?> TakeCodeAsync(InboundMessage message, IReadOnlyList<string> members, Phrases phrases,
        CancellationToken cancellationToken)
    {
        if (StartCode.In(message.Text) is not { } code || (await StoppedAsync(message, members, cancellationToken)).Count == 0)
            return null;
        var asked = await phones.AskedWhoAsync(message.From, cancellationToken);
        if (!code.Starts && (members.Count == 1 || asked is null))
            return null;
        var who = members.Count == 1 ? members[0] : await codes.WhoseAsync(members, code.Digits, cancellationToken);
        if (who is null)
            return await AskWhoAsync(message, ByCode, ours: true, phrases, cancellationToken);
        if (asked is not null)
            await pen.RemoveAsync(asked, cancellationToken);
        return await BackAsync(message, who, ByCode, ours: true, phrases, cancellationToken);
    }

    /// <summary>Somebody wants messages again: whatever paused them is over as well.</summary>
    internal async Task RecordAsync(string memberId, ConsentRecord consent, CancellationToken cancellationToken)
    {
        _ = await board.RecordConsentAsync(memberId, consent, cancellationToken);
        await doubt.EndAsync([memberId], cancellationToken);
    }

    private async Task<InboundOutcome> BackAsync(
        InboundMessage message, string? who, string because, bool ours, Phrases phrases, CancellationToken cancellationToken)
    {
        if (who is not null)
            await RecordAsync(who, Consent(message), cancellationToken);
        return new(InboundPlace.OptIn, because, Answer: ours ? phrases.Started(asText: true) : null);
    }

    // Asked again, it is the same matter: one line in the pen.
    private async Task<InboundOutcome> AskWhoAsync(InboundMessage message, string because, bool ours, Phrases phrases,
        CancellationToken cancellationToken)
    {
        if (await phones.AskedWhoAsync(message.From, cancellationToken) is not { } before
            || await pen.FindAsync(before, cancellationToken) is null)
        {
            await pen.AddAsync(new(message.Id, message.ReceivedAt, WhoStarted), cancellationToken);
            await phones.NoteAskedWhoAsync(message.From, message.Id, cancellationToken);
        }
        return new(InboundPlace.ClarificationAsked, because,
            Answer: ours ? phrases.WhoStarted(options.Help.Name, options.Help.Phone) : null);
    }

    /// <summary>Those on the phone who had stopped or are paused, also when this very message brought them back before a crash.
    /// Those who have left answer nothing any more.</summary>
    private async Task<IReadOnlyList<string>> StoppedAsync(InboundMessage message, IReadOnlyList<string> members,
        CancellationToken cancellationToken)
    {
        var stopped = new List<string>();
        foreach (var id in members)
        {
            if (await board.GetAsync(id, cancellationToken) is { State: not MemberState.Left } member
                && (!member.Consents(Channel.Sms) || member.State is MemberState.Paused || member.Consent.Contains(Consent(message))))
                stopped.Add(id);
        }
        return stopped;
    }

    private static ConsentRecord Consent(InboundMessage message) =>
        new(Channel.Sms, ConsentState.Given, message.ReceivedAt, "keyword", message.Channel.Name());
}
