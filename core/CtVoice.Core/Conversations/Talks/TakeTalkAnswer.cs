using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Talks;

/// <summary>Takes what answers the open question of a talk: it goes where it belongs, and the talk moves on.
/// Every step may be repeated.</summary>
public sealed class TakeTalkAnswer(
    TalkStore talks, BoardStore board, ContactStore contacts, MemberCodes codes, InboundStore inbox, FixedAnswer watched, EndTalk ending,
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
            if (await talks.ReadAsync(kind, memberId, cancellationToken) is not { Talk: var talk } held)
                return null;
            if (talk.LastInbound == message.Id)
                return new(InboundPlace.Accepted, "answers a question of a talk", Answer: talk.LastAnswer);
            var passed = step is not null && (talk.End is not null || step != talk.Step);
            // A code is nobody's to read, also one that is sent too late to be taken.
            if (passed && talk.Steps.ElementAtOrDefault(step!.Value) is TalkStep.Code)
                await inbox.HideAsync(message.Id, cancellationToken);
            // Whoever is on the page was sent its link, even if that is still to be noted.
            if (talk.End is not null || (talk.AskedAt is null && step is null))
                return null;
            if (passed)
                return new(InboundPlace.Late, "answers a question of a talk that had been answered before: nothing changed");
            var taken = TalkAnswers.Take(talk, text);
            await ApplyAsync(talk, taken, message, cancellationToken);
            var language = (await board.GetAsync(memberId, cancellationToken))?.Languages[0] ?? "en";
            var answer = await AnswerAsync(talk, taken, language, cancellationToken);
            var next = taken.Talk with { AskedAt = clock.GetUtcNow(), LastInbound = message.Id, LastAnswer = answer };
            if (!await talks.WriteAsync(held, next, cancellationToken))
                continue;
            if (next.End is not null)
                await ending.FollowAsync(next, cancellationToken);
            else
                await talks.LookAgainAsync(kind, memberId, next.AskedAt!.Value + next.Patience, cancellationToken);
            var place = taken.Unclear
                ? InboundPlace.ClarificationAsked
                : next.End is TalkEnd.Refused ? InboundPlace.OptOut : InboundPlace.Accepted;
            return new(place, $"answers a question of the talk {kind}", Answer: answer);
        }
        throw new TableFaultException("A talk was changed by others too often.", isTransient: true);
    }

    private async Task<string> AnswerAsync(Talk before, TalkTaken taken, string language, CancellationToken cancellationToken)
    {
        var words = TalkWords.In(language);
        var asText = before.Channel is Channel.Sms;
        var unwatched = before.Asks is TalkStep.Consent
            ? await watched.UnwatchedAsync(Phrases.In(language), asText, cancellationToken)
            : null;
        return taken.Talk.End switch
        {
            TalkEnd.Refused => Phrases.In(language).Stopped,
            TalkEnd.Done when before.Asks is TalkStep.StillYou => words.StillYou,
            TalkEnd.Done => words.Done(taken.Practised),
            not null => words.Thanks,
            null => taken.Unclear
                ? $"{words.Again} {words.Ask(before.Asks, asText, unwatched: unwatched, opening: before.Opening)}"
                : words.Ask(taken.Talk.Asks, asText),
        };
    }

    /// <summary>What was said goes where it belongs: the consent record, the member, the codes.</summary>
    private async Task ApplyAsync(Talk talk, TalkTaken taken, InboundMessage message, CancellationToken cancellationToken)
    {
        if (taken.Consents is { } consents)
        {
            _ = await board.RecordConsentAsync(talk.MemberId, new(
                talk.Channel, consents ? ConsentState.Given : ConsentState.Withdrawn, message.ReceivedAt, talk.TextVersion,
                $"{message.Channel.Name()} {(consents ? "yes" : "no")}"),
                cancellationToken);
        }
        if (taken.Calls is { } calls)
            _ = await contacts.AllowCallsAsync(talk.MemberId, calls, cancellationToken: cancellationToken);
        if (taken.Code is { } code)
            await codes.SetAsync(talk.MemberId, code, cancellationToken);
        if (talk.Asks is TalkStep.Code && !taken.Unclear)
            await inbox.HideAsync(message.Id, cancellationToken);
        if (taken is { Language: null, Shared: null, Discreet: null })
            return;
        var shared = taken.Shared is true && talk.Channel is Channel.Sms
            ? await contacts.SharedNumberKeyAsync(talk.MemberId, cancellationToken) : null;
        _ = await board.ChangeAsync(talk.MemberId, member => member is null ? null : member with
        {
            Languages = taken.Language is { } chosen && member.Languages[0] != chosen
                ? [chosen, .. member.Languages.Where(l => l != chosen)] : member.Languages,
            SharedNumberKey = shared ?? member.SharedNumberKey,
            // The default on a shared number; whoever says otherwise is asked next.
            Discreet = taken.Discreet ?? (member.Discreet || taken.Shared is true),
        }, cancellationToken);
    }
}
