namespace CtVoice.Core.Board;

/// <summary>A member who may be asked.</summary>
/// <param name="Entry">The member and their load.</param>
/// <param name="Describes">The touched populations they describe, a bit for each.</param>
/// <param name="Less">Those populations of the project that count less, described or not.</param>
/// <param name="Merit">What asking them costs in fairness.</param>
/// <param name="Language">The language they would be asked in.</param>
/// <param name="Channel">The channel they would be asked on.</param>
internal sealed record Candidate(
    BoardMember Entry, ulong Describes, ulong Less, Merit Merit, string Language, Channel Channel)
{
    /// <summary>What a panel covers with this member alone.</summary>
    public Coverage Covers => new(Describes, 0, Less);

    public Member Member => Entry.Member;

    public string Id => Entry.Member.Id;

    /// <summary>True when the two may not both be asked: they share a household or a phone number.</summary>
    public bool Clashes(Candidate other) => SharesHousehold(other) || SharesNumber(other);

    public bool SharesHousehold(Candidate other) => Same(Member.HouseholdKey, other.Member.HouseholdKey);

    public bool SharesNumber(Candidate other) => Same(Member.SharedNumberKey, other.Member.SharedNumberKey);

    private static bool Same(string? one, string? other) => one is not null && string.Equals(one, other, StringComparison.Ordinal);
}
