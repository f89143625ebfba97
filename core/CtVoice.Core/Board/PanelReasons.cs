using System.Globalization;
using CtVoice.Core.Calendar;

namespace CtVoice.Core.Board;

/// <summary>Says why, in sentences that state facts a coordinator can check.</summary>
internal sealed class PanelReasons(RoutingInput input, IReadOnlyList<TouchedPopulation> touched)
{
    public static string Override(PanelOverride word) => word.Kind == OverrideKind.Seat
        ? $"Seated by the coordinator ({word.By}): {word.Reason}"
        : $"Left out by the coordinator ({word.By}): {word.Reason}";

    public IReadOnlyList<PanelSeat> Seats(IReadOnlyList<Candidate> panel)
    {
        var before = default(Coverage);
        var seats = new List<PanelSeat>();
        foreach (var candidate in panel)
        {
            var needed = before.NeededOf(candidate.Describes);
            var reasons = new List<string>();
            if (input.Overrides?.FirstOrDefault(word => word.MemberId == candidate.Id) is { } word)
                reasons.Add(Override(word));
            if (input.Before?.Contains(candidate.Id, StringComparer.Ordinal) is true)
                reasons.Add("Was on the panel of the earlier review.");
            reasons.Add(needed == 0
                ? "Takes a general seat, which asks for no description."
                : $"Describes {Names(needed)}, which had fewer than two members on the panel.");
            seats.Add(Seat(candidate, needed, reasons));
            before += candidate.Covers;
        }
        return seats;
    }

    public IReadOnlyList<PanelSeat> Alternates(IReadOnlyList<Candidate> panel, IReadOnlyList<Candidate> alternates)
    {
        var held = PanelRanking.CoverageOf(panel);
        var own = default(Coverage);
        var seats = new List<PanelSeat>();
        foreach (var candidate in alternates)
        {
            var gaps = (held + own).NeededOf(candidate.Describes);
            var fresh = candidate.Describes & ~own.Once;
            var why = gaps != 0 ? $"Describes {Names(gaps)}, which has fewer than two members on the panel."
                : fresh != 0 ? $"Can stand in for {Names(fresh)}."
                : "Next in order of times asked, time since asked, and the draw.";
            seats.Add(Seat(candidate, gaps | fresh, [why]));
            own += candidate.Covers;
        }
        return seats;
    }

    public IReadOnlyList<PopulationCoverage> Coverage(IReadOnlyList<Candidate> panel, IReadOnlyList<Candidate> candidates)
    {
        var result = new List<PopulationCoverage>();
        for (var i = 0; i < touched.Count; i++)
        {
            var bit = 1UL << i;
            var onPanel = panel.Count(candidate => (candidate.Describes & bit) != 0);
            var could = candidates.Count(candidate => (candidate.Describes & bit) != 0);
            result.Add(new PopulationCoverage(touched[i].Code, onPanel, could, CoverageSentence(touched[i], onPanel, could)));
        }
        return result;
    }

    public IReadOnlyList<MemberReasons> NotChosen(
        IReadOnlyList<Candidate> candidates, IReadOnlyList<Candidate> panel, IReadOnlyList<Candidate> alternates)
    {
        var chosen = panel.Concat(alternates).ToList();
        return [.. candidates
            .Where(candidate => chosen.TrueForAll(other => other.Id != candidate.Id))
            .Select(candidate => new MemberReasons(candidate.Id, [NotChosenSentence(candidate, panel, alternates)]))];
    }

    public IReadOnlyList<PanelWarning> Warnings(
        IReadOnlyList<Candidate> panel, IReadOnlyList<Candidate> alternates, IReadOnlyList<Candidate> candidates, bool exact)
    {
        var warnings = new List<PanelWarning>();
        void Warn(PanelWarningKind kind, string sentence) => warnings.Add(new PanelWarning(kind, sentence));

        if (panel.Count < input.PanelSize)
            Warn(PanelWarningKind.TooFewMembers, $"The panel has {Count(panel.Count)} of {Count(input.PanelSize)} members: nobody else "
                + "can be asked. The coordinator decides how to go on.");
        if (alternates.Count < input.Alternates)
            Warn(PanelWarningKind.TooFewAlternates,
                $"There are {Count(alternates.Count)} of {Count(input.Alternates)} alternates: nobody else can be asked.");
        foreach (var coverage in Coverage(panel, candidates).Where(coverage => coverage.OnPanel < 2))
            Warn(PanelWarningKind.Coverage, coverage.Sentence);

        var sitting =
            input.Board.Count(entry => entry.Member.State != MemberState.Left && entry.Member.Term.Covers(input.Opens, input.Opens));
        if (2 * panel.Count > sitting)
            Warn(PanelWarningKind.MajorityAsked, $"The panel is a majority of the board ({Count(panel.Count)} of {Count(sitting)}): "
                + "asking it may count as a public meeting.");
        else if (2 * (panel.Count + alternates.Count) > sitting)
            Warn(PanelWarningKind.MajorityWithAlternates, $"If all alternates join, a majority of the board is asked "
                + $"({Count(panel.Count + alternates.Count)} of {Count(sitting)}): that may count as a public meeting.");
        if (!exact)
            Warn(PanelWarningKind.NotExact,
                "There were too many different panels to look at each; this is a good one, perhaps not the best.");
        return warnings;
    }

    private PanelSeat Seat(Candidate candidate, ulong covers, List<string> reasons)
    {
        reasons.Add(LoadSentence(candidate));
        if (candidate.Language != candidate.Member.Languages[0])
            reasons.Add($"Is asked in {candidate.Language}, because {candidate.Member.Languages[0]}, which they prefer, cannot be ready.");
        return new PanelSeat(candidate.Id, candidate.Language, candidate.Channel, [.. In(covers).Select(population => population.Code)],
            reasons);
    }

    private static string CoverageSentence(TouchedPopulation population, int onPanel, int could) => (onPanel, could) switch
    {
        ( >= 2, _) => $"{Count(onPanel)} members of the panel describe {population.Called}.",
        (_, 0) => $"Nobody who can be asked describes {population.Called}.",
        (1, 1) => $"One member of the panel describes {population.Called}; nobody else who can be asked does.",
        _ => $"{Count(onPanel)} of the panel and {Count(could)} of those who can be asked describe {population.Called}: seats, "
            + "households, shared numbers or the coordinator's decisions leave no room for two.",
    };

    private string NotChosenSentence(Candidate candidate, IReadOnlyList<Candidate> panel, IReadOnlyList<Candidate> alternates)
    {
        foreach (var (chosen, place) in new[] { (panel, "on the panel"), (alternates, "an alternate") })
        {
            if (chosen.FirstOrDefault(candidate.SharesHousehold) is { } home)
                return $"Shares a household with {home.Id}, who is {place}.";
            if (chosen.FirstOrDefault(candidate.SharesNumber) is { } number)
                return $"Shares a phone number with {number.Id}, who is {place}.";
        }
        return $"Could be asked; others came first by coverage, times asked, time since asked or the draw. {LoadSentence(candidate)}";
    }

    private string LoadSentence(Candidate candidate)
    {
        var load = candidate.Entry.Load;
        if (load == MemberLoad.None)
            return "Was never asked.";
        var count = load.AskedThisYear == 0 ? "Was not asked" : $"Was asked {Eligibility.Times(load.AskedThisYear)}";
        var last = load.LastAsked is { } at ? $"; last on {Eligibility.Day(LocalTime.DateIn(LocalTime.Connecticut, at))}" : "";
        return $"{count} in {Eligibility.Year(input.Opens)}{last}.";
    }

    private string Names(ulong bits) => string.Join(" and ", In(bits).Select(population => population.Called));

    private IEnumerable<TouchedPopulation> In(ulong bits) => touched.Where((_, i) => (bits & (1UL << i)) != 0);

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
