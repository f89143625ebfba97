using System.Diagnostics;
using System.Globalization;
using CtVoice.Core.Board;

namespace CtVoice.Bench;

/// <summary>What a year of choosing panels does to a board.</summary>
/// <param name="FullPanels">Share of projects whose panel had every seat taken.</param>
/// <param name="Covered">Share of touched populations with two members on the panel, of those that two eligible members describe.</param>
/// <param name="Spread">Most times asked minus fewest, among members who are alike in what they describe and were always available.</param>
/// <param name="MostAsked">Most times that anybody was asked.</param>
/// <param name="FewestAsked">Fewest times that somebody always available was asked.</param>
/// <param name="MeanMilliseconds">Time of one panel, mean.</param>
/// <param name="SlowestMilliseconds">Time of the slowest panel.</param>
/// <param name="Exact">Share of panels for which every other panel was looked at.</param>
internal sealed record RoutingFigures(
    double FullPanels, double Covered, int Spread, int MostAsked, int FewestAsked, double MeanMilliseconds, double SlowestMilliseconds,
    double Exact);

/// <summary>A made-up board and a year of made-up projects, the same on every machine; only the times differ.</summary>
internal static class RoutingBench
{
    private static readonly DateOnly Start = new(2027, 1, 4);
    private static readonly string[] Agencies = ["DSS", "DOC", "DCF", "DOL", "SDE", "DMHAS"];
    private static readonly string[] Populations =
        ["poverty", "benefits", "homeless", "custody", "child-welfare", "2054-5", "2135-2", "2028-9", "1002-5", "lang:es"];

    internal static RoutingFigures Run(int members, int projects)
    {
        var draw = new Draw();
        var board = Enumerable.Range(0, members).Select(n => Member(draw, n)).ToList();
        var asked = board.ToDictionary(m => m.Id, _ => MemberLoad.None, StringComparer.Ordinal);
        var (full, exact, could, covered) = (0, 0, 0, 0);
        var times = new List<double>();
        for (var i = 0; i < projects; i++)
        {
            var opens = Start.AddDays(i * 300 / projects);
            var input = new RoutingInput(
                string.Create(CultureInfo.InvariantCulture, $"r-bench-{i}"),
                [Agencies[draw.Below(Agencies.Length)], Agencies[draw.Below(Agencies.Length)]],
                [.. Enumerable.Range(0, 1 + draw.Below(4)).Select(_ => Populations[draw.Below(Populations.Length)])
                    .Distinct(StringComparer.Ordinal).Select(p => new TouchedPopulation(p))],
                [.. board.Select(m => new BoardMember(m, asked[m.Id]))], opens, opens.AddDays(21), ["en", "es"]);
            var started = Stopwatch.GetTimestamp();
            var choice = Panels.Choose(input);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            full += choice.Outcome is PanelOutcome.Full ? 1 : 0;
            exact += choice.Exact ? 1 : 0;
            could += choice.Coverage.Count(c => c.CouldBeAsked >= 2);
            covered += choice.Coverage.Count(c => c.CouldBeAsked >= 2 && c.OnPanel >= 2);
            var at = new DateTimeOffset(opens, new TimeOnly(14, 0), TimeSpan.Zero);
            foreach (var seat in choice.Seats)
                asked[seat.MemberId] = new(asked[seat.MemberId].AskedThisYear + 1, at);
        }
        // Members whom nothing ever kept from being asked, by what they describe: between them load alone decides.
        var alike = board.Where(AlwaysAvailable)
            .GroupBy(m => string.Join(' ', m.Populations.Concat(m.Experiences).Append(m.Languages[0])), StringComparer.Ordinal)
            .Select(g => g.Select(m => asked[m.Id].AskedThisYear).ToList()).ToList();
        return new(
            (double)full / projects, could == 0 ? 1 : (double)covered / could, alike.Max(g => g.Max() - g.Min()),
            asked.Values.Max(l => l.AskedThisYear), alike.Min(g => g.Min()), times.Average(), times.Max(), (double)exact / projects);
    }

    private static bool AlwaysAvailable(Member member) =>
        member is { Conflicts.Count: 0, Away.Count: 0, MaximumPerYear: null, HouseholdKey: null };

    private static Member Member(Draw draw, int n)
    {
        var spanish = draw.In(15);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"m-{n:D3}"), spanish ? ["es"] : ["en"], "America/New_York", [Channel.Sms],
            [new(Channel.Sms, ConsentState.Given, new DateTimeOffset(2026, 9, 1, 14, 0, 0, TimeSpan.Zero), "consent-1", "paper form")],
            new DaySpan(new DateOnly(2026, 9, 1)),
            draw.In(20) ? [Populations[5 + draw.Below(4)]] : [], [.. Populations[..5].Where(_ => draw.In(15))])
        {
            Conflicts = draw.In(8) ? [new(Agencies[draw.Below(Agencies.Length)], ConflictKind.Employer)] : [],
            HouseholdKey = draw.In(6) ? string.Create(CultureInfo.InvariantCulture, $"h{draw.Below(20)}") : null,
            MaximumPerYear = draw.In(20) ? 1 + draw.Below(4) : null,
            Away = draw.In(10) ? [new(Start.AddDays(draw.Below(200)), Start.AddDays(200 + draw.Below(60)))] : [],
        };
    }

    // A linear congruential generator (Knuth, The Art of Computer Programming, vol. 2, 3.3.4, MMIX): the same board everywhere.
    private sealed class Draw
    {
        private ulong state = 20270104;

        public int Below(int limit) => (int)((Next() >> 33) % (ulong)limit);

        public bool In(int hundred) => Below(100) < hundred;

        private ulong Next() => state = unchecked((state * 6364136223846793005UL) + 1442695040888963407UL);
    }
}
