using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Words;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>One message that we start, to one member by one channel.</summary>
/// <param name="Place">Where it is kept while it is sent.</param>
/// <param name="Member">Whom it is for.</param>
/// <param name="Contact">Where they are reached.</param>
/// <param name="Channel">How.</param>
public sealed record Posting(OutboxPlace Place, Member Member, MemberContact Contact, Channel Channel)
{
    /// <summary>It would be too late tomorrow: it leaves although the day is full, and is counted.</summary>
    public bool CannotWait { get; init; }

    /// <summary>The review that one click to unsubscribe ends as well; null where there is none.</summary>
    public string? ReviewId { get; init; }

    /// <summary>Of a mail that may be answered: the code that leads the answer back, and to what.</summary>
    public (string Code, CodedQuestion Question)? Answers { get; init; }

    /// <summary>Of a text with a numbered question: it must have the phone, and has it until then at most.</summary>
    public (PhoneTurn Turn, DateTimeOffset Until)? Holds { get; init; }

    /// <summary>Its question had the phone before this message: it keeps it, even when the message waits for tomorrow.</summary>
    public bool KeepsPhone { get; init; }
}

/// <summary>
/// The one gate for every message that we start: the member's day, the phone free for a question, the pace of the channel, and
/// immediately before each attempt the consent and the contact as they are then.
/// </summary>
public sealed class MemberPost(
    BoardStore board, ContactStore contacts, PhoneQueue phones, FreeingPhones freeing, StartCap starts, Messenger messenger,
    ReplyAddress replyAddress,
    UnsubscribeLinks unsubscribe)
{
    /// <summary>Sends it, or says why not, and when to ask again.</summary>
    /// <param name="posting">The message.</param>
    /// <param name="words">Called immediately before each attempt with the member as they are then: the words,
    /// or null when it may no longer leave.</param>
    /// <param name="cancellationToken">Stops before the attempt.</param>
    public async Task<MessageOutcome> SendAsync(Posting posting, Func<Member, CancellationToken, Task<Wording?>> words,
        CancellationToken cancellationToken = default)
    {
        // What the provider refused is not worth standing in line for.
        if (await messenger.RefusedAsync(posting.Place, cancellationToken) is { } refused)
            return refused;
        var to = new Recipient(posting.Member.Id, TimeZoneInfo.FindSystemTimeZoneById(posting.Member.Zone))
        { CannotWait = posting.CannotWait };
        if (await starts.LookAsync(to, posting.Place, cancellationToken) is { } morning)
            return new MessageOutcome.NotBefore(morning);
        return posting.Channel is Channel.Email
            ? await MailAsync(posting, to, PrepareAsync, cancellationToken)
            : await TextAsync(posting, to, PrepareAsync, cancellationToken);

        async Task<Wording?> PrepareAsync(CancellationToken stop) =>
            await board.GetAsync(posting.Member.Id, stop) is { State: MemberState.Active } today && today.Consents(posting.Channel)
            && await contacts.ForSendingAsync(posting.Member.Id, stop) == posting.Contact
                ? await words(today, stop)
                : null;
    }

    /// <summary>The words of a message as they left, its link covered; empty when there is no such message.</summary>
    public Task<string> LeftAsync(OutboxPlace place, CancellationToken cancellationToken = default) =>
        messenger.LeftAsync(place, cancellationToken);

    private async Task<MessageOutcome> MailAsync(
        Posting posting, Recipient to, Func<CancellationToken, Task<Wording?>> prepare, CancellationToken cancellationToken)
    {
        if (posting.Answers is var (code, question))
            await replyAddress.NoteAsync(code, question, cancellationToken);
        var outcome = await messenger.MailWhenAllowedAsync(
            posting.Place, posting.Contact.Email!, to, prepare, posting.Answers?.Code,
            await unsubscribe.MakeAsync(posting.Member.Id, posting.ReviewId, cancellationToken), cancellationToken);
        // Asked another way, a question holds no phone: the next one on it need not wait for this answer.
        if (outcome is MessageOutcome.Sent && posting.Holds is { Turn: var turn })
            await freeing.FreeAsync(turn.MemberId, turn.Source, cancellationToken);
        return outcome;
    }

    private async Task<MessageOutcome> TextAsync(
        Posting posting, Recipient to, Func<CancellationToken, Task<Wording?>> prepare, CancellationToken cancellationToken)
    {
        if (posting.Holds is var (turn, until) && !await phones.ClaimAsync(posting.Contact.Phone!, turn, until, cancellationToken))
            return new MessageOutcome.NotBefore(phones.LookAgainAt);
        var outcome = await messenger.TextWhenAllowedAsync(posting.Place, posting.Contact.Phone!, to, prepare, cancellationToken);
        // Others took the last places of the day in between: what leaves tomorrow holds no phone today.
        if (outcome is MessageOutcome.NotBefore && posting is { Holds: { Turn: var held }, KeepsPhone: false }
            && await starts.LookAsync(to, posting.Place, cancellationToken) is not null)
            await freeing.FreeAsync(held.MemberId, held.Source, cancellationToken);
        return outcome;
    }
}
