namespace CtVoice.Core.Board;

/// <summary>
/// The only record that names a member or says how to reach them. It lives in the Contacts table, under a role of its
/// own. Its text form shows the id alone, so that a log or an exception cannot carry the rest.
/// </summary>
/// <param name="MemberId">Whose it is.</param>
/// <param name="Name">What the member wants to be called.</param>
/// <param name="Phone">E.164, e.g. <c>+12035550123</c>; null when there is none.</param>
/// <param name="Email">Address; null when there is none.</param>
public sealed record MemberContact(string MemberId, string Name, string? Phone = null, string? Email = null)
{
    /// <summary>What the member said of being called at <see cref="Phone"/>; null when that is not known.</summary>
    public CallsAllowed? Calls { get; init; }

    /// <summary>Where letters go: the lines of a postal address; null when there is none.</summary>
    public string? Post { get; init; }

    /// <summary>The member's id and nothing else.</summary>
    public override string ToString() => $"MemberContact {MemberId}";
}
