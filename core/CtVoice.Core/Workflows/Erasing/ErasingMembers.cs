using CtVoice.Core.Board;
using CtVoice.Core.Board.Erasing;
using CtVoice.Core.Commands;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Erasing;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Workflows.Erasing;

/// <summary>
/// Carries out erase requests. The request is a row before anything happens; contact stops with the first step, and every
/// step may be repeated, so whatever a crash leaves the sweep finishes.
/// </summary>
public sealed class ErasingMembers(
    ErasureStore erasures, HoldStore holds, DueRows due, BoardStore board, ContactStore contacts, ChangingContacts changing,
    ReviewStore reviews,
    ReviewCommands commands, PhoneQueue phones, ReplyAddress replyAddress, ISmsSender sms, IEmailSender email, InboundStore inbox,
    HoldingPen pen,
    IEnumerable<MemberTrace> traces, TimeProvider clock)
{
    /// <summary>Kind of the due rows that lead to an erasure.</summary>
    public const string DueKind = "erase";

    /// <summary>Erases a member at their request. Asking again changes nothing; null when there is no such member.</summary>
    public async Task<Erasure?> EraseAsync(string memberId, string keyId, HowTold told, CancellationToken cancellationToken = default)
    {
        if (await board.GetAsync(memberId, cancellationToken) is null)
            return null;
        var now = clock.GetUtcNow();
        var row = await due.AddAsync(new(DueKind, memberId), now + DueRows.Grace, cancellationToken);
        _ = await erasures.AddAsync(new(memberId, ErasureStore.NewReference(), now, keyId, told), cancellationToken);
        _ = await FinishAsync(memberId, cancellationToken);
        await due.RemoveAsync(row, cancellationToken);
        return await erasures.FindAsync(memberId, cancellationToken);
    }

    /// <summary>Does what is left to do of an erasure; false when nobody asked for one.</summary>
    public async Task<bool> FinishAsync(string memberId, CancellationToken cancellationToken = default)
    {
        if (await erasures.FindAsync(memberId, cancellationToken) is not { } erasure)
            return false;
        // First of all: whatever is about to be sent reads this before it leaves.
        _ = await board.ChangeAsync(memberId, member => member is null ? null : Emptied(member, erasure.At), cancellationToken);
        foreach (var id in await reviews.AllIdsAsync(cancellationToken))
            await LeaveAsync(id, memberId, cancellationToken);
        if (await contacts.ForSendingAsync(memberId, cancellationToken) is { } contact)
        {
            await ForgetSenderAsync(memberId, contact, cancellationToken);
            await changing.RemoveAsync(memberId, cancellationToken);
        }
        // Forms of their page and words that somebody wrote down for them come under their id.
        foreach (var channel in new[] { PageForm.Channel, Dictating.Spoken.Channel })
            await NoteMessagesAsync(memberId, channel, memberId, cancellationToken);
        foreach (var trace in traces)
            await trace.ForgetAsync(memberId, cancellationToken);
        foreach (var message in await erasures.MessagesAsync(memberId, cancellationToken))
            await inbox.SealAsync(message, cancellationToken);
        _ = await erasures.ChangeAsync(memberId, e => e.DoneAt is null ? e with { DoneAt = clock.GetUtcNow() } : e, cancellationToken);
        return true;
    }

    /// <summary>
    /// Destroys the sealed texts of an erased member, their salts and their messages under a disposal approval. Each decision
    /// has seen every hold that was set before it: whoever sets one writes the row that the decision replaces
    /// (<see cref="SettingHolds"/>). What a hold covers stays, and asking again goes on.
    /// </summary>
    public async Task<Disposal> DisposeAsync(string memberId, string authority, string keyId, CancellationToken cancellationToken = default)
    {
        if (await erasures.FindAsync(memberId, cancellationToken) is not { DoneAt: not null })
            return new Disposal.NotErased();
        var mine = new List<string>();
        foreach (var id in await reviews.AllIdsAsync(cancellationToken))
        {
            if (await reviews.ReadAsync(id, cancellationToken) is not { } stored || MemberTexts.Of(stored.State, memberId).Count == 0)
                continue;
            mine.Add(id);
            if (await DestroyAsync(id, memberId, authority, keyId, cancellationToken) is { } held)
                return held;
        }
        while (true)
        {
            var (standing, seen) = await HoldsAsync(mine, memberId, cancellationToken);
            if (standing.Count > 0)
                return new Disposal.Held(standing);
            var decided =
                await erasures.ChangeAsync(memberId, e => seen.IsSupersetOf(e.Holds)
                    ? e with { Authority = e.Authority ?? authority }
                    : e, cancellationToken);
            if (seen.IsSupersetOf(decided!.Holds))
                break;
        }
        foreach (var message in await erasures.MessagesAsync(memberId, cancellationToken))
            await inbox.DestroyAsync(message, cancellationToken);
        var done = await erasures.ChangeAsync(memberId, e => e.DisposedAt is null
            ? e with { DisposedAt = clock.GetUtcNow() }
            : e, cancellationToken);
        return new Disposal.Done(done!);
    }

    /// <summary>Destroys a member's texts of one review; the holds that forbid it, or null.</summary>
    private async Task<Disposal.Held?> DestroyAsync(string reviewId, string memberId, string authority, string keyId,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            var (standing, seen) = await HoldsAsync([reviewId], memberId, cancellationToken);
            if (standing.Count > 0)
                return new(standing);
            var decided = await commands.DecideAsync(
                reviewId, (review, now) => Sealing.Destroy(review, memberId, authority, keyId, seen, now),
                cancellationToken: cancellationToken);
            if (decided is not { Result: not Sealing.Destroyed.All })
                return null;
        }
    }

    /// <summary>The holds that keep a member's texts in reviews, or all their messages, from being destroyed;
    /// and the ids of all that were looked at.</summary>
    private async Task<(IReadOnlyList<Hold> Standing, IReadOnlySet<string> Seen)> HoldsAsync(
        IReadOnlyList<string> reviewIds, string memberId, CancellationToken cancellationToken)
    {
        var all = await holds.AllAsync(cancellationToken);
        return (
            [.. all.Where(h => h.ReviewId is null ? h.Covers("", memberId) : reviewIds.Any(id => h.Covers(id, memberId)))],
            all.Select(h => h.Id).ToHashSet(StringComparer.Ordinal));
    }

    // Nothing stays by which anybody could tell who it was; the record of consent stays, as proof that we stopped.
    private static Member Emptied(Member member, DateTimeOffset at) => member.Channels
        .Where(member.Consents)
        .Aggregate(member, (m, channel) => m.With(new ConsentRecord(channel, ConsentState.Withdrawn, at, "erase request", "erase request")))
        with
    {
        State = MemberState.Left,
        Erased = true,
        Populations = [],
        Experiences = [],
        Conflicts = [],
        Away = [],
        HouseholdKey = null,
        SharedNumberKey = null,
    };

    private async Task LeaveAsync(string reviewId, string memberId, CancellationToken cancellationToken)
    {
        if (await reviews.ReadAsync(reviewId, cancellationToken) is not { State: var review })
            return;
        if (review.InvitationOf(memberId) is { } invitation)
        {
            // While the number is still known: ending it frees the phone for whoever shares it.
            if (invitation.Stands)
                _ = await commands.DecideAsync(reviewId, (state, now) => Inviting.End(state, memberId, Sealing.Because, now),
                    cancellationToken: cancellationToken);
            await replyAddress.ForgetAsync(invitation.Code, cancellationToken);
            foreach (var kind in Enum.GetValues<FollowUpKind>())
                await replyAddress.ForgetAsync(Pseudonym.FollowUpCode(review.PseudonymSalt, memberId, kind), cancellationToken);
        }
        foreach (var message in MemberTexts.MessagesOf(review, memberId))
            await erasures.NoteMessageAsync(memberId, message, cancellationToken);
        await RepeatAsync(reviewId, (state, now) => Sealing.Seal(state, memberId, now), cancellationToken);
    }

    /// <summary>Takes a decision until it says that nothing is left.</summary>
    private async Task RepeatAsync(string reviewId, Func<Review, DateTimeOffset, Decided<bool>> step, CancellationToken cancellationToken)
    {
        for (var more = true; more;)
            more = await commands.DecideAsync(reviewId, step, cancellationToken: cancellationToken) is { Result: true };
    }

    /// <summary>What came from their number and address is theirs, unless somebody else uses it too.</summary>
    private async Task ForgetSenderAsync(string memberId, MemberContact contact, CancellationToken cancellationToken)
    {
        if (contact.Phone is { } phone && await contacts.MembersOnPhoneAsync(phone, cancellationToken) is [_])
        {
            await NoteMessagesAsync(memberId, "sms", phone, cancellationToken);
            await phones.ForgetAsync(phone, cancellationToken);
            await sms.ForgetPhoneAsync(phone, cancellationToken);
        }
        if (contact.Email is { } address && await contacts.MembersOnAddressAsync(address, cancellationToken) is [_])
        {
            await NoteMessagesAsync(memberId, "email", address, cancellationToken);
            await email.ForgetInboxAsync(address, cancellationToken);
        }
    }

    private async Task NoteMessagesAsync(string memberId, string channel, string sender, CancellationToken cancellationToken)
    {
        foreach (var message in await inbox.SentByAsync(channel, sender, cancellationToken))
        {
            await erasures.NoteMessageAsync(memberId, message, cancellationToken);
            await pen.RemoveAsync(message, cancellationToken);
        }
        await inbox.ForgetSenderAsync(channel, sender, cancellationToken);
    }
}

/// <summary>What became of a wish to destroy texts.</summary>
public abstract record Disposal
{
    private Disposal() { }

    /// <summary>They are gone, and the ledger says under which authority.</summary>
    public sealed record Done(Erasure Erasure) : Disposal;

    /// <summary>These holds stand.</summary>
    public sealed record Held(IReadOnlyList<Hold> Holds) : Disposal;

    /// <summary>Nobody asked for it, or the erasure goes on.</summary>
    public sealed record NotErased : Disposal;
}
