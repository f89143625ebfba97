using System.Numerics;
using CtVoice.Core.Board;
using CtVoice.Testing.Properties;
using static CtVoice.Core.Tests.Board.Residents;

namespace CtVoice.Core.Tests.Board;

/// <summary>
/// Looks at every subset of small boards, with rules and objective written anew here, and compares. The objective:
/// populations with a member, populations with two, those of which the figures do not tell with a member, seats, times asked (less is
/// better), days since asked.
/// </summary>
public sealed class PanelsAgainstExhaustiveSearchTests
{
    [Fact]
    public void No_panel_of_four_hundred_small_boards_is_better_than_the_one_chosen()
    {
        var shapes = new HashSet<(PanelOutcome, int)>();
        Cases.Chance(draws: 300).Hold(400, random =>
        {
            var board = RandomBoards.Board(random, random.Next(1, 13));
            var touched = RandomBoards.Codes[..random.Next(RandomBoards.Codes.Length + 1)];
            var size = random.Next(1, 7);
            var undecided = touched.Where(_ => random.Next(3) == 0).ToArray();
            var input = Routing(board, touched) with
            {
                ReviewId = $"r-{random.Next(400)}",
                PanelSize = size,
                Touched = [.. touched.Select(code => new TouchedPopulation(code, null, undecided.Contains(code)))],
            };

            var choice = Panels.Choose(input);

            var chosen = board.Where(entry => choice.Seats.Ids().Contains(entry.Member.Id)).ToList();
            var asked = choice.Seats.Concat(choice.Alternates).Select(seat => board.Single(entry => entry.Member.Id == seat.MemberId))
                .ToList();
            Assert.True(choice.Exact);
            Assert.True(IsValid(chosen, size), "The panel breaks a rule.");
            Assert.True(IsValid(asked, int.MaxValue), "An alternate breaks a rule.");
            Assert.Equal(choice.Seats.Count == size, choice.Outcome == PanelOutcome.Full);
            Assert.True(Worth(chosen, touched, undecided) == Best(board, touched, undecided, size),
                $"{Worth(chosen, touched, undecided)} is not the best, {Best(board, touched, undecided, size)}.");
            shapes.Add((choice.Outcome, touched.Length));
        });

        // The boards are varied enough to mean something: full and short panels, with nothing and everything touched.
        Assert.Equal(12, shapes.Count);
    }

    private static (int, int, int, int, int, int) Best(BoardMember[] board, string[] touched, string[] undecided, int size) =>
        Enumerable.Range(0, 1 << board.Length)
            .Where(subset => BitOperations.PopCount((uint)subset) <= size)
            .Select(subset => board.Where((_, i) => (subset & (1 << i)) != 0).ToList())
            .Where(panel => IsValid(panel, size))
            .Max(panel => Worth(panel, touched, undecided));

    private static (int Reached, int Doubled, int Undecided, int Seats, int NegativeAsked, int DaysRested) Worth(
        List<BoardMember> panel, string[] touched, string[] undecided)
    {
        var counts = touched.ToDictionary(
            code => code, code => panel.Count(entry => entry.Member.Populations.Concat(entry.Member.Experiences).Contains(code)));
        return (
            counts.Count(c => c.Value >= 1 && !undecided.Contains(c.Key)),
            counts.Count(c => c.Value >= 2 && !undecided.Contains(c.Key)),
            counts.Count(c => c.Value >= 1 && undecided.Contains(c.Key)),
            panel.Count,
            -panel.Sum(entry => entry.Load.AskedThisYear),
            panel.Sum(entry => entry.Load.LastAsked is { } last
                ? Opens.DayNumber - DateOnly.FromDateTime(last.UtcDateTime).DayNumber
                : 3651));
    }

    private static bool IsValid(List<BoardMember> panel, int size)
    {
        var pairs = panel.SelectMany((one, i) => panel.Skip(i + 1).Select(other => (one.Member, other.Member)));
        return panel.Count <= size
            && panel.TrueForAll(entry => entry.Member.State == MemberState.Active
                && !entry.Member.Conflicts.Any(conflict => conflict.Agency is "DSS" or "CCEH")
                && !(entry.Member.MaximumPerYear <= entry.Load.AskedThisYear)
                && !entry.Member.Away.Any(away => away.From <= Closes && away.To >= Opens))
            && !pairs.Any(pair => (pair.Item1.HouseholdKey is { } home && home == pair.Item2.HouseholdKey)
                || (pair.Item1.SharedNumberKey is { } number && number == pair.Item2.SharedNumberKey));
    }
}
