using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Sending;

namespace CtVoice.Core.Workflows.Erasing;

/// <summary>
/// Forgets a member as somebody who writes: what came from their number and address is theirs, unless somebody else uses it too. Before
/// their number and address go: nobody could say afterwards which they were.
/// </summary>
public sealed class ForgetSender(ContactStore contacts, MessagesOfSender messages, PhoneQueue phones, ISmsSender sms, IEmailSender email)
{
    /// <summary>Forgets them; again is the same as once.</summary>
    public async Task ForgetAsync(string memberId, CancellationToken cancellationToken = default)
    {
        if (await contacts.ForSendingAsync(memberId, cancellationToken) is { } contact)
        {
            if (contact.Phone is { } phone && await contacts.MembersOnPhoneAsync(phone, cancellationToken) is [_])
            {
                await messages.ForgetAsync(memberId, Channel.Sms, phone, cancellationToken);
                await phones.ForgetAsync(phone, cancellationToken);
                await sms.ForgetPhoneAsync(phone, cancellationToken);
            }
            if (contact.Email is { } address && await contacts.MembersOnAddressAsync(address, cancellationToken) is [_])
            {
                await messages.ForgetAsync(memberId, Channel.Email, address, cancellationToken);
                await email.ForgetInboxAsync(address, cancellationToken);
            }
        }
        // Forms of their page and words that somebody wrote down for them come under their id.
        foreach (var channel in new[] { Channel.Page, Channel.PhoneDictated })
            await messages.ForgetAsync(memberId, channel, memberId, cancellationToken);
    }
}
