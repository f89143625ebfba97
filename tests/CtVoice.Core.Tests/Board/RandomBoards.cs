using CtVoice.Core.Board;
using static CtVoice.Core.Tests.Board.Residents;

namespace CtVoice.Core.Tests.Board;

/// <summary>Seeded boards with every kind of member: clashes in chains, conflicts, maxima, absences, refusals.</summary>
internal static class RandomBoards
{
    public static readonly string[] Codes = ["poverty", "homeless", "2054-5", "2135-2", "custody"];

    public static BoardMember[] Board(Random random, int size) => [.. Enumerable.Range(0, size).Select(n => Member(random, n, size))];

    private static BoardMember Member(Random random, int n, int size)
    {
        bool In(int hundred) => random.Next(100) < hundred;
        var member = Resident($"m-{n:D3}", [.. Codes.Where(_ => In(25))]) with
        {
            HouseholdKey = In(35) ? $"h{random.Next(1 + (size / 3))}" : null,
            SharedNumberKey = In(25) ? $"n{random.Next(1 + (size / 3))}" : null,
            Conflicts = In(15) ? [new Conflict(In(50) ? "DSS" : "DOC", (ConflictKind)random.Next(3))] : [],
            MaximumPerYear = In(30) ? random.Next(4) : null,
            Away = In(10) ? [new DaySpan(Opens.AddDays(random.Next(-40, 40)), Closes.AddDays(random.Next(20, 40)))] : [],
            State = In(6) ? MemberState.Paused : MemberState.Active,
        };
        var times = random.Next(4);
        return times == 0 && In(50) ? member.Fresh() : member.Asked(times, Opens.AddDays(-random.Next(1, 100)));
    }

    /// <summary>The same member changed, with the same load.</summary>
    public static BoardMember With(this BoardMember entry, Func<Member, Member> change) => entry with { Member = change(entry.Member) };
}
