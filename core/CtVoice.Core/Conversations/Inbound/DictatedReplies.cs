using CtVoice.Core.Calendar;
using CtVoice.Core.Commands;
using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Language.Meaning;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>What became of a reply that was written down.</summary>
/// <param name="Taken">Where it ended.</param>
/// <param name="Flags">What the coordinator should know of its words: acute, worry, own-case.</param>
/// <param name="Say">What to tell the member now, in their language; null when nothing is to be told.</param>
public sealed record DictatedReply(TakingReplies.Taken Taken, IReadOnlyList<string> Flags, string? Say);

/// <summary>What became of an answer to a follow-up that was written down.</summary>
/// <param name="Taken">Where it ended.</param>
/// <param name="Flags">What the coordinator should know of its words: acute, worry, own-case.</param>
/// <param name="Say">What to tell the member now, in their language; null when nothing is to be told.</param>
public sealed record DictatedFollowUp(FollowingUp.Taken Taken, IReadOnlyList<string> Flags, string? Say);

/// <summary>
/// Takes replies that a member spoke and the coordinator wrote down. Their words are looked at like written ones: the same
/// flags, the same alert, words that wait for a person. Only the fixed answer differs: the member is on
/// the phone, so the coordinator is given it to say. Nothing is texted after the call, perhaps to a phone that others read.
/// </summary>
public sealed class DictatedReplies(
    InboundStore inbox, Alerts alerts, FixedAnswer urgent, ReviewCommands commands, BusinessCalendar calendar, ConversationOptions options,
    TimeProvider clock)
{
    private const string Because = "spoken words that a person looks at";

    /// <summary>Takes one; the same one again changes nothing.</summary>
    public async Task<DictatedReply> TakeAsync(Review review, Dictating.Spoken spoken, CancellationToken cancellationToken = default)
    {
        // The alert comes first: a reply may be sent again after a failure, and is not always.
        var heard = Heard.In(spoken.Words);
        var flagged = spoken.FlaggedBy(heard);
        var alert = await AlertAsync(review, spoken, heard, cancellationToken);
        var decided = await commands.DecideAsync(
            review.Id, (current, now) => Dictating.Take(current, spoken, flagged, calendar, now), cancellationToken: cancellationToken);
        var taken = decided!.Result;
        if (taken.Place is not TakingReplies.Place.NotAsked)
            await PlaceAsync(alert, review, taken.Place is TakingReplies.Place.Late, taken.Reply, cancellationToken);
        return new(taken, Flags.Holding(flagged), await SayAsync(review, spoken, heard, flagged, cancellationToken: cancellationToken));
    }

    /// <summary>Takes a spoken answer to a follow-up; the same one again changes nothing.</summary>
    public async Task<DictatedFollowUp> TakeAsync(Review review, FollowUpKind kind, Dictating.Spoken spoken,
        CancellationToken cancellationToken = default)
    {
        // A key of its own: a reply and a follow-up may carry the same one.
        var named = spoken with { Id = $"follow-up.{spoken.Id}" };
        var heard = Heard.In(named.Words);
        var flagged = named.FlaggedBy(heard);
        var alert = await AlertAsync(review, named, heard, cancellationToken);
        var decided = await commands.DecideAsync(
            review.Id, (current, now) => FollowingUp.Take(
                current, new(named.MemberId, kind, named.InboundId(current.Id), Dictating.Spoken.Channel, now, named.Choice, named.Words)
                {
                    NotQuoted = flagged.Contains(Flags.DoNotQuote),
                    HeldBecause = Flags.Holding(flagged),
                    Dictation = named.By,
                }, calendar, now),
            cancellationToken: cancellationToken);
        var taken = decided!.Result;
        if (taken.Place is not FollowingUp.Place.NotAsked)
            await PlaceAsync(alert, review, taken.Place is FollowingUp.Place.Late, reply: null, cancellationToken);
        return new(taken, Flags.Holding(flagged),
            await SayAsync(review, named, heard, flagged, review.FollowUpOf(named.MemberId, kind)?.Language, cancellationToken));
    }

    /// <summary>Says on an alert where its words ended; without an alert there is nothing to say.</summary>
    private async Task PlaceAsync(StoredInbound? alert, Review review, bool late, int? reply, CancellationToken cancellationToken)
    {
        if (alert is not null)
        {
            _ = await inbox.NoteAsync(
                alert, new(late ? InboundPlace.Late : InboundPlace.Accepted, Because, review.Id, reply, Answered: true), cancellationToken);
        }
    }

    /// <summary>Puts words that may tell of danger before the coordinators; null when they do not.</summary>
    private async Task<StoredInbound?> AlertAsync(Review review, Dictating.Spoken spoken, Heard heard, CancellationToken cancellationToken)
    {
        if (heard.Danger is not { } danger)
            return null;
        var message = new InboundMessage(
            Dictating.Spoken.Channel, $"{review.Id}.{spoken.Id}", spoken.MemberId, review.Id, null, spoken.Words!, clock.GetUtcNow());
        await inbox.KeepAsync(message, new(InboundPlace.Unmatched, Because, review.Id, Answered: true), cancellationToken);
        var kept = (await inbox.ReadAsync(message.Id, cancellationToken))!;
        await alerts.RaiseAsync(kept.Message.Id, kept.Message.ReceivedAt, danger.Level, cancellationToken);
        return kept;
    }

    private async Task<string?> SayAsync(
        Review review, Dictating.Spoken spoken, Heard heard, IReadOnlyList<string> flagged, string? askedIn = null,
        CancellationToken cancellationToken = default)
    {
        var phrases = Phrases.In(askedIn ?? review.InvitationOf(spoken.MemberId)?.Language ?? "en");
        return await urgent.ToAsync(heard.Danger, cancellationToken) is { } words ? words
            : flagged.Contains(Flags.OwnCase) ? phrases.OwnCase(options.Help.Name, options.Help.Phone) : null;
    }
}
