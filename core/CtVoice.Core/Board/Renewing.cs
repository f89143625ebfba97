namespace CtVoice.Core.Board;

/// <summary>A term that was renewed.</summary>
/// <param name="Before">The term until then.</param>
/// <param name="On">Day on which it was renewed.</param>
/// <param name="By">Access key of whoever did it.</param>
public sealed record TermRenewal(DaySpan Before, DateOnly On, string By);

/// <summary>A term that has ended, or ends soon, of somebody who still sits on the board.</summary>
/// <param name="MemberId">Whose.</param>
/// <param name="From">First day of the term.</param>
/// <param name="EndsOn">Its last day.</param>
/// <param name="Ended">That day is over: the member is asked nothing more until the term is renewed.</param>
/// <param name="Renewals">How often it was renewed.</param>
public sealed record EndingTerm(string MemberId, DateOnly From, DateOnly EndsOn, bool Ended, int Renewals);

/// <summary>Renewing the term for which a member serves. How long a term may be is no rule of this product. Pure.</summary>
public static class Renewing
{
    /// <summary>Longest renewal, in years from today; what is longer is a slip of the pen.</summary>
    public const int LongestYears = 10;

    /// <summary>Why the term cannot be renewed until that day; null when it can.</summary>
    public static string? Refusal(Member member, DateOnly until, DateOnly today) =>
        member.Erased || member.State is MemberState.Left
            ? "This member has left the board: whoever comes back is entered as taking part first."
        : member.Term.To is not { } ends ? "This term has no last day: there is nothing to renew."
        : until <= ends ? "A renewed term ends after the day on which it ends now."
        : until < today ? "The last day of a renewed term is to come."
        : until > today.AddYears(LongestYears) ? $"A renewed term ends within {LongestYears} years."
        : null;

    /// <summary>The member with the term renewed; what it was before is kept.</summary>
    public static Member Renew(Member member, DateOnly until, DateOnly today, string by) => member with
    {
        Term = member.Term with { To = until },
        Renewals = [.. member.Renewals ?? [], new(member.Term, today, by)],
    };

    /// <summary>The term after a file says what it is: one that says what it was before a renewal does not know of that.</summary>
    public static DaySpan TermAfter(Member stored, DaySpan said) =>
        stored.Renewals?.Any(renewal => renewal.Before == said) == true ? stored.Term : said;

    /// <summary>Terms that have ended, or end by a day, who waits longest first.</summary>
    public static IReadOnlyList<EndingTerm> Ending(IEnumerable<Member> board, DateOnly today, DateOnly by) =>
    [
        .. board.Where(member => member is { Erased: false, State: not MemberState.Left, Term.To: { } ends } && ends <= by)
            .Select(member => new EndingTerm(
                member.Id, member.Term.From, member.Term.To!.Value, member.Term.To < today, member.Renewals?.Count ?? 0))
            .OrderBy(term => term.EndsOn).ThenBy(term => term.MemberId, StringComparer.Ordinal),
    ];
}
