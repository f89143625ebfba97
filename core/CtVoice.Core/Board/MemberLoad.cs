namespace CtVoice.Core.Board;

/// <summary>How often a member has been asked.</summary>
/// <param name="AskedThisYear">Reviews in the calendar year, Connecticut time, that is looked at.</param>
/// <param name="LastAsked">When the member was last asked, in any year; null when never.</param>
public sealed record MemberLoad(int AskedThisYear, DateTimeOffset? LastAsked = null)
{
    /// <summary>The load of somebody who was never asked.</summary>
    public static MemberLoad None { get; } = new(0);
}

/// <summary>A member with their load.</summary>
public sealed record BoardMember(Member Member, MemberLoad Load);
