using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Talks;

/// <summary>
/// Leads the talks with members. What is known of a talk is one row; a due row looks at it when something may be due, and
/// the answers of the member move it on. Every step may be repeated.
/// </summary>
public sealed class LeadingTalks(
    TableSet tables, BoardStore board, ContactStore contacts, ContactIndex index, PhoneQueue phones, FreeingPhones freeing, StartCap starts, Messenger messenger,
    ReplyAddress replyAddress, UnsubscribeLinks unsubscribe, MemberCodes codes, MemberLinks links, LastHeard heard, InboundStore inbox, DueRows due, FixedAnswer watched, TimeProvider clock)
{
    /// <summary>Kind of the due rows that lead to a talk.</summary>
    public const string DueKind = "talk";

    // A lost race means that the member and the sweep came together; ten lost in a row means that something is wrong.
    private const int Attempts = 10;

    private static readonly TimeSpan PhoneIsTaken = TimeSpan.FromHours(1);

    /// <summary>
    /// Begins a talk by the member's first channel that can carry it and that they consent to. Null when there is none, or
    /// the talk was begun before; then what may be missing of one that goes on is looked for.
    /// </summary>
    public async Task<Talk?> BeginAsync(string kind, string memberId, int round = 1, Channel? by = null, CancellationToken cancellationToken = default)
    {
        if (await board.GetAsync(memberId, cancellationToken) is not { State: MemberState.Active } member
            || await contacts.ForSendingAsync(memberId, cancellationToken) is not { } contact
            || member.UsableChannels.Cast<Channel?>().FirstOrDefault(c => (by is null || c == by) && Reaches(contact, c!.Value)) is not { } channel)
            return null;
        var talk = new Talk { Kind = kind, MemberId = memberId, Channel = channel, Round = round, Since = clock.GetUtcNow(), Opening = Talk.OpeningNow, AsksCalls = contact.Phone is not null };
        // The due row first: one without a talk is harmless.
        var row = await due.AddAsync(
            new(DueKind, string.Create(CultureInfo.InvariantCulture, $"{kind}|{memberId}|{round}")), clock.GetUtcNow(), cancellationToken);
        var held = await tables.Records.GetAsync(PartitionOf(memberId), kind, cancellationToken);
        var begun = held is not null && Read(held).Round >= round;
        if (!begun && await WriteAsync(held, talk, cancellationToken))
            return talk;
        if (!begun || Read(held!).End is not null)
            await due.RemoveAsync(row, cancellationToken);
        return null;
    }

    /// <summary>The talk of that kind with a member, the latest; null when there was none.</summary>
    public async Task<Talk?> FindAsync(string kind, string memberId, CancellationToken cancellationToken = default) =>
        await tables.Records.GetAsync(PartitionOf(memberId), kind, cancellationToken) is { } row ? Read(row) : null;

    /// <summary>Does what is due in a talk, and notes when to look again.</summary>
    /// <param name="row">The due row.</param>
    /// <param name="cancellationToken">Stops before the next attempt.</param>
    /// <returns>False when the talk that the row announced has not begun.</returns>
    public async Task<bool> FinishAsync(DueRow row, CancellationToken cancellationToken = default)
    {
        var subject = row.Subject.Id.Split('|');
        var (kind, memberId) = (subject[0], subject[1]);
        // Rows that only look at a talk again name no round.
        var round = subject.Length > 2 ? int.Parse(subject[2], CultureInfo.InvariantCulture) : 0;
        if (await FindAsync(kind, memberId, cancellationToken) is not { } talk || talk.Round < round)
            return round == 0;
        var again = await LookAsync(kind, memberId, cancellationToken);
        if (again > clock.GetUtcNow())
            await due.LookAgainAsync(new(DueKind, $"{kind}|{memberId}"), again.Value, cancellationToken);
        else if (again is { } now)
            _ = await due.AddAsync(new(DueKind, $"{kind}|{memberId}"), now, cancellationToken);
        return true;
    }

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
            var held = await tables.Records.GetAsync(PartitionOf(memberId), kind, cancellationToken);
            if (held is null)
                return null;
            var talk = Read(held);
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
            if (!await WriteAsync(held, next, cancellationToken))
                continue;
            if (next.End is not null)
                await EndAsync(next, cancellationToken);
            else
                await due.LookAgainAsync(new(DueKind, $"{kind}|{memberId}"), next.AskedAt!.Value + next.Patience, cancellationToken);
            var place = taken.Unclear ? InboundPlace.ClarificationAsked : next.End is TalkEnd.Refused ? InboundPlace.OptOut : InboundPlace.Accepted;
            return new(place, $"answers a question of the talk {kind}", Answer: answer);
        }
        throw new TableFaultException("A talk was changed by others too often.", isTransient: true);
    }

    private async Task<string> AnswerAsync(Talk before, TalkTaken taken, string language, CancellationToken cancellationToken)
    {
        var words = TalkWords.In(language);
        var asText = before.Channel is Channel.Sms;
        var unwatched = before.Asks is TalkStep.Consent ? await watched.UnwatchedAsync(Phrases.In(language), asText, cancellationToken) : null;
        return taken.Talk.End switch
        {
            TalkEnd.Refused => Phrases.In(language).Stopped,
            TalkEnd.Done when before.Asks is TalkStep.StillYou => words.StillYou,
            TalkEnd.Done => words.Done(taken.Practised),
            not null => words.Thanks,
            null => taken.Unclear ? $"{words.Again} {words.Ask(before.Asks, asText, unwatched: unwatched, opening: before.Opening)}" : words.Ask(taken.Talk.Asks, asText),
        };
    }

    /// <summary>What was said goes where it belongs: the consent record, the member, the codes.</summary>
    private async Task ApplyAsync(Talk talk, TalkTaken taken, InboundMessage message, CancellationToken cancellationToken)
    {
        if (taken.Consents is { } consents)
        {
            _ = await board.RecordConsentAsync(talk.MemberId, new(
                talk.Channel, consents ? ConsentState.Given : ConsentState.Withdrawn, message.ReceivedAt, talk.TextVersion, $"{message.Channel} {(consents ? "yes" : "no")}"),
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
            && await contacts.ForSendingAsync(talk.MemberId, cancellationToken) is { Phone: { } phone } ? index.OfPhone(phone)[..16] : null;
        _ = await board.ChangeAsync(talk.MemberId, member => member is null ? null : member with
        {
            Languages = taken.Language is { } chosen && member.Languages[0] != chosen ? [chosen, .. member.Languages.Where(l => l != chosen)] : member.Languages,
            SharedNumberKey = shared ?? member.SharedNumberKey,
            // The default on a shared number; whoever says otherwise is asked next.
            Discreet = taken.Discreet ?? (member.Discreet || taken.Shared is true),
        }, cancellationToken);
    }

    /// <summary>Forgets every talk with a member, and when they were heard; again is as good as once.</summary>
    public async Task ForgetAsync(string memberId, CancellationToken cancellationToken = default)
    {
        foreach (var kind in new[] { Talk.Welcome, Talk.StillYou })
        {
            if (await FindAsync(kind, memberId, cancellationToken) is { Channel: Channel.Email } talk)
                await replyAddress.ForgetAsync(CodeOf(talk), cancellationToken);
        }
        await tables.Records.ClearAsync(new(PartitionOf(memberId)), cancellationToken);
        await heard.ForgetAsync(memberId, cancellationToken);
    }

    /// <summary>Returns when to look again; null when there is nothing left to do.</summary>
    private async Task<DateTimeOffset?> LookAsync(string kind, string memberId, CancellationToken cancellationToken)
    {
        var held = await tables.Records.GetAsync(PartitionOf(memberId), kind, cancellationToken);
        if (held is null)
            return null;
        var talk = Read(held);
        if (talk.End is not null)
        {
            // Whoever ended it may have stopped before the phone was free.
            await EndAsync(talk, cancellationToken);
            return null;
        }
        var now = clock.GetUtcNow();
        if (talk.AskedAt is { } asked)
        {
            if (now < asked + talk.Patience)
                return asked + talk.Patience;
            if (!talk.MayResend)
            {
                var still = await heard.AtAsync(memberId, talk.Channel, cancellationToken) > talk.Since;
                return await FinishAsync(held, talk with { End = talk.Kind == Talk.StillYou && still ? TalkEnd.Done : TalkEnd.Silent }, cancellationToken);
            }
        }
        var member = await board.GetAsync(memberId, cancellationToken);
        var contact = await contacts.ForSendingAsync(memberId, cancellationToken);
        if (member is not { State: MemberState.Active } || !member.Consents(talk.Channel) || contact is null || !Reaches(contact, talk.Channel))
            return await FinishAsync(held, talk with { End = TalkEnd.Unreachable }, cancellationToken);
        if (QuietHours.Default.NextAllowed(now, TimeZoneInfo.FindSystemTimeZoneById(member.Zone)) is var allowed && allowed > now)
            return allowed;
        switch (await SendAsync(talk, new(memberId, TimeZoneInfo.FindSystemTimeZoneById(member.Zone)), contact, cancellationToken))
        {
            case MessageOutcome.NotBefore later:
                return later.At;
            case MessageOutcome.NotAllowed:
                return clock.GetUtcNow() + TimeSpan.FromMinutes(1);
            case MessageOutcome.Refused { Reason: SendRefusal.OptedOut }:
                await board.RecordConsentAsync(memberId, new(talk.Channel, ConsentState.Withdrawn, now, "provider", "refused by the provider"), cancellationToken);
                return await FinishAsync(held, talk with { End = TalkEnd.Unreachable }, cancellationToken);
            case MessageOutcome.Refused:
                return await FinishAsync(held, talk with { End = TalkEnd.Unreachable }, cancellationToken);
        }
        var sent = talk with { AskedAt = clock.GetUtcNow(), Resent = talk.AskedAt is not null };
        // An answer may have come meanwhile; it notes when to look again itself.
        return await WriteAsync(held, sent, cancellationToken) ? sent.AskedAt + sent.Patience : clock.GetUtcNow();
    }

    private async Task<MessageOutcome> SendAsync(Talk talk, Recipient to, MemberContact contact, CancellationToken cancellationToken)
    {
        var place = new OutboxPlace(
            PartitionOf(talk.MemberId), string.Create(CultureInfo.InvariantCulture, $"outbox|{talk.MemberId}|{talk.Kind}|{talk.Round}|{talk.Step}|{(talk.AskedAt is null ? 1 : 2)}"));
        if (await starts.LookAsync(to, place, cancellationToken) is { } morning)
            return new MessageOutcome.NotBefore(morning);
        if (talk.Channel is Channel.Email)
        {
            var code = CodeOf(talk);
            await replyAddress.NoteAsync(code, new CodedQuestion(talk.Kind, talk.MemberId), cancellationToken);
            return await messenger.MailWhenAllowedAsync(
                place, contact.Email!, to, PrepareAsync, code, await unsubscribe.MakeAsync(talk.MemberId, cancellationToken: cancellationToken), cancellationToken);
        }
        // Whoever is silent holds the phone no longer than a second asking takes: a review's question comes next.
        return await phones.ClaimAsync(contact.Phone!, new(talk.Kind, talk.MemberId, talk.Round), clock.GetUtcNow() + TimeSpan.FromDays(1), cancellationToken)
            ? await messenger.TextWhenAllowedAsync(place, contact.Phone!, to, PrepareAsync, cancellationToken)
            : new MessageOutcome.NotBefore(clock.GetUtcNow() + PhoneIsTaken);

        async Task<Wording?> PrepareAsync(CancellationToken stop) =>
            await board.GetAsync(talk.MemberId, stop) is { State: MemberState.Active } today && today.Consents(talk.Channel)
            && await contacts.ForSendingAsync(talk.MemberId, stop) == contact
                ? new(
                    Phrases.In(today.Languages[0]).Subject(CodeOf(talk)),
                    TalkWords.In(today.Languages[0]).Ask(
                        talk.Asks, asText: talk.Channel is Channel.Sms, await links.MakeAsync(talk.Kind, talk.MemberId, talk.Channel, stop),
                        talk.Asks is TalkStep.Consent ? await watched.UnwatchedAsync(Phrases.In(today.Languages[0]), talk.Channel is Channel.Sms, stop) : null, talk.Opening))
                : null;
    }

    private async Task<DateTimeOffset?> FinishAsync(TableRow held, Talk talk, CancellationToken cancellationToken)
    {
        if (!await WriteAsync(held, talk, cancellationToken))
            return clock.GetUtcNow();
        await EndAsync(talk, cancellationToken);
        return null;
    }

    private async Task EndAsync(Talk talk, CancellationToken cancellationToken)
    {
        // After a silent year without an answer the number may be somebody else's: nothing more is sent there.
        if (talk is { Kind: Talk.StillYou, End: TalkEnd.Silent })
        {
            _ = await board.RecordConsentAsync(
                talk.MemberId, new(talk.Channel, ConsentState.Withdrawn, talk.AskedAt!.Value, talk.TextVersion, "no answer after a silent year"), cancellationToken);
            await new SilentMembers(tables).AddAsync(talk.MemberId, talk.Channel, clock.GetUtcNow(), cancellationToken);
        }
        await freeing.FreeAsync(talk.MemberId, talk.Kind, cancellationToken);
    }

    private async Task<bool> WriteAsync(TableRow? held, Talk talk, CancellationToken cancellationToken)
    {
        var row = (held ?? new TableRow(PartitionOf(talk.MemberId), talk.Kind)).WithText(JsonSerializer.Serialize(talk, WorkflowJson.Options));
        TableOperation write = held is null ? new TableOperation.Insert(row) : new TableOperation.Replace(row);
        return (await tables.Records.SubmitAsync(row.Partition, [write], cancellationToken)).Committed;
    }

    private static bool Reaches(MemberContact contact, Channel channel) =>
        (channel is Channel.Sms && contact.Phone is not null) || (channel is Channel.Email && contact.Email is not null);

    // A code of its own for each talk, by which an emailed answer finds its way back; nobody can guess it without the index key.
    private string CodeOf(Talk talk) =>
        Convert.ToHexString(SHA256.HashData(Convert.FromHexString(index.OfCode(talk.MemberId, string.Create(CultureInfo.InvariantCulture, $"{talk.Kind}|{talk.Round}"))))).Substring(0, 12);

    private static Talk Read(TableRow row) => JsonSerializer.Deserialize<Talk>(row.LongTextOrNull()!, WorkflowJson.Options)!;

    internal static string PartitionOf(string memberId) => $"talk|{memberId}";
}
