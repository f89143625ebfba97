using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Dialogues;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Conversations.Sending;

/// <summary>
/// Mail to a member was ended by the one-click link of a mail (RFC 8058), which a program that guards their mailbox may have pressed: they
/// are told by text, where they get texts, and how to have mail again.
/// </summary>
public sealed class TellMailStopped(
    BoardStore board, ContactStore contacts, MemberPost post, DueRows due, ConversationOptions options)
{
    /// <summary>Kind of the due rows that announce it.</summary>
    public const string DueKind = "mail-stopped";

    /// <summary>How the consent record names such an end.</summary>
    internal const string OneClick = "one click";

    /// <summary>Tells the member, or notes when to try again. False while the end itself is still to be written.</summary>
    public async Task<bool> FinishAsync(DueRow row, CancellationToken cancellationToken = default)
    {
        if (await board.GetAsync(row.Subject.Id, cancellationToken) is not { } member
            || member.Consent.FirstOrDefault(c => c.Channel == Channel.Email) is not { State: ConsentState.Withdrawn, How: OneClick } ended)
            return false;
        if (member.State is not MemberState.Active || !member.Consents(Channel.Sms)
            || await contacts.ForSendingAsync(member.Id, cancellationToken) is not { Phone: not null } contact)
            return true;
        var place = new OutboxPlace(
            DialogueStore.PartitionOf(member.Id), string.Create(CultureInfo.InvariantCulture, $"mail-stopped|{ended.When.UtcTicks}"))
        {
            Practice = Practising.Is(member.Id),
        };
        var outcome = await post.SendAsync(
            new(place, member, contact, Channel.Sms),
            (today, _) =>
                Task.FromResult<Wording?>(new("", Phrases.In(today.Languages[0]).MailStopped(options.Help.Name, options.Help.Phone))),
                cancellationToken);
        if (outcome is MessageOutcome.NotBefore later)
            await due.LookAgainAsync(row.Subject, later.At, cancellationToken);
        return true;
    }
}
