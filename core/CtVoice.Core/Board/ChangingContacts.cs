namespace CtVoice.Core.Board;

/// <summary>
/// Stores a contact and marks who shares a number now: they are never asked together, and their messages name no topic
/// from then on (DOMAIN 2). Repeating it after a crash finishes it.
/// </summary>
public sealed class ChangingContacts(BoardStore board, ContactStore contacts, ContactIndex index)
{
    /// <summary>Stores the contact; false where <see cref="ContactStore.PutAsync"/> does not.</summary>
    public async Task<bool> PutAsync(MemberContact contact, MemberContact? seen = null, CancellationToken cancellationToken = default)
    {
        var before = await contacts.ForSendingAsync(contact.MemberId, cancellationToken);
        if (!await contacts.PutAsync(contact, seen, cancellationToken))
            return false;
        if (contact.Phone is null)
            await MarkAsync(contact.MemberId, null, cancellationToken);
        foreach (var phone in new[] { before?.Phone, contact.Phone }.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var users = await contacts.MembersOnPhoneAsync(phone, cancellationToken);
            var key = users.Count > 1 ? index.OfPhone(phone)[..16] : null;
            foreach (var user in users)
                await MarkAsync(user, key, cancellationToken);
        }
        return true;
    }

    /// <summary>Removes a contact; whoever is left alone on the number no longer shares it.</summary>
    public async Task RemoveAsync(string memberId, CancellationToken cancellationToken = default)
    {
        var before = await contacts.ForSendingAsync(memberId, cancellationToken);
        await contacts.RemoveAsync(memberId, cancellationToken);
        if (before?.Phone is { } phone && await contacts.MembersOnPhoneAsync(phone, cancellationToken) is [var other])
            await MarkAsync(other, null, cancellationToken);
    }

    private async Task MarkAsync(string memberId, string? key, CancellationToken cancellationToken) => _ = await board.ChangeAsync(
        memberId,
        member => member is null || member.SharedNumberKey == key
            ? member
            : member with { SharedNumberKey = key, Discreet = member.Discreet || key is not null },
        cancellationToken);
}
