using CtVoice.Core.Representation;

namespace CtVoice.Core.Board;

/// <summary>How well a population sits on the board.</summary>
public enum Seating
{
    /// <summary>No member describes themself so.</summary>
    None,

    /// <summary>Fewer than a panel seats of one population where it can.</summary>
    Few,

    /// <summary>Enough for a panel.</summary>
    Enough,
}

/// <summary>A population that projects touched, and who on the board describes themself so.</summary>
/// <param name="Code">REL code, programme population or language.</param>
/// <param name="Projects">Projects that touched it.</param>
/// <param name="Members">Members who serve and describe themself so, or as something narrower.</param>
/// <param name="Seating">Whether that is enough for a panel.</param>
public sealed record Vacancy(string Code, int Projects, int Members, Seating Seating);

/// <summary>Which populations that projects touched have no or few members on the board. Pure.</summary>
public static class Vacancies
{
    /// <summary>Members of one population that a panel seats where it can; see <see cref="Coverage"/>.</summary>
    public const int Wanted = 2;

    /// <summary>A number of members by something that describes them, as it may leave on paper or in a file: 1 to 10 never do, and
    /// nothing from which one of them follows.</summary>
    public static string Outside(int members) => members switch
    {
        0 => "none",
        < (int)Suppression.FirstShown => "1 to 10",
        _ => "11 or more",
    };

    /// <summary>Members who serve on a day: who is paused or away still sits on the board.</summary>
    public static IEnumerable<Member> Serving(IEnumerable<Member> board, DateOnly on) =>
        board.Where(member => member is { Erased: false, State: not MemberState.Left } && member.Term.Covers(on, on));

    /// <summary>Each touched population once: those without anybody first, then those that most projects touched.</summary>
    /// <param name="touched">The populations of each project.</param>
    /// <param name="board">The members.</param>
    /// <param name="on">The day on which they serve.</param>
    /// <param name="broader">Each code's next broader code.</param>
    public static IReadOnlyList<Vacancy> Of(
        IEnumerable<IReadOnlyList<string>> touched, IEnumerable<Member> board, DateOnly on, IReadOnlyDictionary<string, string>? broader)
    {
        var described = Serving(board, on).Select(member => Described.By(member, broader)).ToList();
        return
        [
            .. touched.SelectMany(codes => codes.Distinct(StringComparer.Ordinal)).GroupBy(code => code, StringComparer.Ordinal)
                .Select(of => (Code: of.Key, Projects: of.Count(), Members: described.Count(codes => codes.Contains(of.Key))))
                .Select(of => new Vacancy(of.Code, of.Projects, of.Members, of.Members switch
                {
                    0 => Seating.None,
                    < Wanted => Seating.Few,
                    _ => Seating.Enough,
                }))
                .OrderBy(of => of.Seating).ThenByDescending(of => of.Projects).ThenBy(of => of.Code, StringComparer.Ordinal),
        ];
    }
}
