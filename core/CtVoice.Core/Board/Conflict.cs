namespace CtVoice.Core.Board;

/// <summary>
/// What ties a member to an agency so that they do not advise on its projects. Being served by an agency is never a
/// conflict (DOMAIN 2.4), so there is no word for it here.
/// </summary>
public enum ConflictKind
{
    /// <summary>The member works for the agency.</summary>
    Employer,

    /// <summary>The member has a contract with the agency.</summary>
    Contractor,

    /// <summary>The member and the agency are in court against each other.</summary>
    Litigant,
}

/// <summary>A tie between a member and an agency.</summary>
/// <param name="Agency">The agency's short name, e.g. <c>DSS</c>; compared without regard to case.</param>
/// <param name="Kind">What the tie is.</param>
public sealed record Conflict(string Agency, ConflictKind Kind);
