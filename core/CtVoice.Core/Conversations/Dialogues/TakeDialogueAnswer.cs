using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Dialogues;

/// <summary>Takes what answers the open question of a talk: it goes where it belongs, and the talk moves on.
/// Every step may be repeated.</summary>
public sealed class TakeDialogueAnswer(
    DialogueStore dialogues, BoardStore board, ContactStore contacts, MemberCodes codes, InboundStore inbox, FixedAnswer watched,
    EndDialogue ending,
    TimeProvider clock)
{
    // A lost race means that the member and the sweep came together; ten lost in a row means that something is wrong.
    private const int Attempts = 10;

    /// <summary>
    /// Takes a message that answers the open question of a talk. Null when no question of it is open any more. The answer
    /// is the next question, or the end.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="kind">Which talk.</param>
    /// <param name="memberId">With whom.</param>
    /// <param name="text">What was answered.</param>
    /// <param name="step">The question that the page asked; null where only the open one can be meant.</param>
    /// <param name="cancellationToken">Stops before the next attempt.</param>
    public async Task<InboundOutcome?> TakeAsync(
        InboundMessage message, string kind, string memberId, string text, int? step = null, CancellationToken cancellationToken = default)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await dialogues.ReadAsync(kind, memberId, cancellationToken) is not { Dialogue: var dialogue } held)
                return null;
            if (dialogue.LastInbound == message.Id)
                return new(InboundPlace.Accepted, "answers a question of a talk", Answer: dialogue.LastAnswer);
            var passed = step is not null && (dialogue.End is not null || step != dialogue.Step);
            // A code is nobody's to read, also one that is sent too late to be taken.
            if (passed && dialogue.Steps.ElementAtOrDefault(step!.Value) is DialogueStep.Code)
                await inbox.HideAsync(message.Id, cancellationToken);
            // Whoever is on the page was sent its link, even if that is still to be noted.
            if (dialogue.End is not null || (dialogue.AskedAt is null && step is null))
                return null;
            if (passed)
                return new(InboundPlace.Late, "answers a question of a talk that had been answered before: nothing changed");
            var taken = DialogueAnswers.Take(dialogue, text);
            await ApplyAsync(dialogue, taken, message, cancellationToken);
            var language = (await board.GetAsync(memberId, cancellationToken))?.Languages[0] ?? "en";
            var answer = await AnswerAsync(dialogue, taken, language, cancellationToken);
            var next = taken.Dialogue with { AskedAt = clock.GetUtcNow(), LastInbound = message.Id, LastAnswer = answer };
            if (!await dialogues.WriteAsync(held, next, cancellationToken))
                continue;
            if (next.End is not null)
                await ending.FollowAsync(next, cancellationToken);
            else
                await dialogues.LookAgainAsync(kind, memberId, next.AskedAt!.Value + next.Patience, cancellationToken);
            var place = taken.Unclear
                ? InboundPlace.ClarificationAsked
                : next.End is DialogueEnd.Refused ? InboundPlace.OptOut : InboundPlace.Accepted;
            return new(place, $"answers a question of the talk {kind}", Answer: answer);
        }
        throw new TableFaultException("A talk was changed by others too often.", isTransient: true);
    }

    private async Task<string> AnswerAsync(Dialogue before, DialogueTaken taken, string language, CancellationToken cancellationToken)
    {
        var words = DialogueWords.In(language);
        var asText = before.Channel is Channel.Sms;
        var unwatched = before.Asks is DialogueStep.Consent
            ? await watched.UnwatchedAsync(Phrases.In(language), asText, cancellationToken)
            : null;
        return taken.Dialogue.End switch
        {
            DialogueEnd.Refused => Phrases.In(language).Stopped(asText),
            DialogueEnd.Done when before.Asks is DialogueStep.StillYou => words.StillYou,
            DialogueEnd.Done => words.Done(taken.Practised),
            not null => words.Thanks,
            null => taken.Unclear
                ? $"{words.Again} {words.Ask(before.Asks, asText, unwatched: unwatched, opening: before.Opening)}"
                : words.Ask(taken.Dialogue.Asks, asText),
        };
    }

    /// <summary>What was said goes where it belongs: the consent record, the member, the codes.</summary>
    private async Task ApplyAsync(Dialogue dialogue, DialogueTaken taken, InboundMessage message, CancellationToken cancellationToken)
    {
        if (taken.Consents is { } consents)
        {
            _ = await board.RecordConsentAsync(dialogue.MemberId, new(
                dialogue.Channel, consents ? ConsentState.Given : ConsentState.Withdrawn, message.ReceivedAt, dialogue.TextVersion,
                $"{message.Channel.Name()} {(consents ? "yes" : "no")}"),
                cancellationToken);
        }
        if (taken.Calls is { } calls)
            _ = await contacts.AllowCallsAsync(dialogue.MemberId, calls, cancellationToken: cancellationToken);
        if (taken.Code is { } code)
            await codes.SetAsync(dialogue.MemberId, code, cancellationToken);
        if (dialogue.Asks is DialogueStep.Code && !taken.Unclear)
            await inbox.HideAsync(message.Id, cancellationToken);
        if (taken is { Language: null, Shared: null, Discreet: null })
            return;
        var shared = taken.Shared is true && dialogue.Channel is Channel.Sms
            ? await contacts.SharedNumberKeyAsync(dialogue.MemberId, cancellationToken) : null;
        _ = await board.ChangeAsync(dialogue.MemberId, member => member is null ? null : member with
        {
            Languages = taken.Language is { } chosen && member.Languages[0] != chosen
                ? [chosen, .. member.Languages.Where(l => l != chosen)] : member.Languages,
            SharedNumberKey = shared ?? member.SharedNumberKey,
            // The default on a shared number; whoever says otherwise is asked next.
            Discreet = taken.Discreet ?? (member.Discreet || taken.Shared is true),
        }, cancellationToken);
    }
}
