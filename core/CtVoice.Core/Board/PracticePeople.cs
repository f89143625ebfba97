using System.Security.Cryptography;

namespace CtVoice.Core.Board;

/// <summary>Somebody of the state's staff who practises.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Phone">Their state-issued phone, E.164; null where they practise by email.</param>
/// <param name="Email">Their work address; null where they practise by text alone.</param>
/// <param name="Language">ISO 639-1 code of what they are asked in.</param>
public sealed record PracticePerson(string Name, string? Phone, string? Email, string Language)
{
    /// <summary>Without name, number and address: they never reach a log.</summary>
    public override string ToString() => nameof(PracticePerson);
}

/// <summary>Who practises. Thread-safe.</summary>
public sealed class PracticePeople(BoardStore board, ChangingContacts changing, ContactStore contacts, TimeProvider clock)
{
    /// <summary>What people who practise agree to.</summary>
    public const string TextVersion = "practice-1";

    /// <summary>Those who practise now, with how they are reached, in order of id.</summary>
    public async Task<IReadOnlyList<(Member Member, MemberContact Contact)>> AllAsync(CancellationToken cancellationToken = default)
    {
        var all = new List<(Member, MemberContact)>();
        foreach (var entry in await board.PractisingAsync(1, cancellationToken))
        {
            if (entry.Member.State is not MemberState.Left
                && await contacts.ForSendingAsync(entry.Member.Id, cancellationToken) is { } contact)
                all.Add((entry.Member, contact));
        }
        return all;
    }

    /// <summary>Whether somebody who is no member of the board may have this number or address.</summary>
    public async Task<bool> IsFreeAsync(PracticePerson person, CancellationToken cancellationToken = default) =>
        (person.Phone is null || (await contacts.MembersOnPhoneAsync(person.Phone, cancellationToken)).Count == 0)
        && (person.Email is null || (await contacts.MembersOnAddressAsync(person.Email, cancellationToken)).Count == 0);

    /// <summary>Puts somebody on the list, who agreed to practise.</summary>
    /// <returns>Their id.</returns>
    public async Task<string> AddAsync(PracticePerson person, CancellationToken cancellationToken = default)
    {
        var id = Practising.IdOf(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(3)));
        var now = clock.GetUtcNow();
        IReadOnlyList<Channel> channels = person.Phone is null
            ? [Channel.Email]
            : person.Email is null ? [Channel.Sms] : [Channel.Sms, Channel.Email];
        // The contact first: nobody is chosen who cannot be reached.
        _ = await changing.PutAsync(new(id, person.Name, person.Phone, person.Email), cancellationToken: cancellationToken);
        _ = await board.ChangeAsync(id, _ => new(
            id, person.Language == "en" ? ["en"] : [person.Language, "en"], MemberCheck.DefaultZone, channels,
            [.. channels.Select(c => new ConsentRecord(c, ConsentState.Given, now, TextVersion, "said so to the coordinator"))],
            new(DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1)), [], [], RefusedToDescribe: true), cancellationToken);
        return id;
    }

    /// <summary>Somebody practises no longer: nothing more is sent to them, and their name and number are gone.
    /// False when they did not.</summary>
    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken = default)
    {
        if (!Practising.Is(id) || await board.GetAsync(id, cancellationToken) is not { State: not MemberState.Left })
            return false;
        _ = await board.ChangeAsync(id, member => member is null ? null : member with { State = MemberState.Left }, cancellationToken);
        await changing.RemoveAsync(id, cancellationToken);
        return true;
    }
}
