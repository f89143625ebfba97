namespace CtVoice.Core.Board;

/// <summary>
/// Chooses who is asked (DOMAIN 2.4). Pure: the same board, review and overrides give the same panel, in whatever order
/// the members come.
/// </summary>
/// <remarks>
/// <para>Who cannot be asked is set aside with every reason (state, term, away, conflict, own maximum, consent, language).
/// Of the rest the panel is the best by, in this order: touched populations with a member, then with two; then those of
/// which the figures do not tell, with a member; seats taken;
/// fewest asked this year, summed; longest since asked, summed; the draw. No two of panel and alternates together share a
/// household or a phone number.</para>
/// <para>General seats are those that coverage does not need: they go by load alone, so a member who describes nothing
/// about themself sits there like anybody else.</para>
/// </remarks>
public static class Panels
{
    /// <summary>Chooses panel and alternates.</summary>
    /// <exception cref="ArgumentException">The input breaks a limit stated on <see cref="RoutingInput"/>.</exception>
    public static PanelChoice Choose(RoutingInput input)
    {
        input.Check();
        var touched = input.Touched.DistinctBy(population => population.Code, StringComparer.Ordinal).ToList();
        var board = input.Board.OrderBy(entry => entry.Member.Id, StringComparer.Ordinal).ToList();
        var candidates = new List<Candidate>();
        var excluded = new List<MemberReasons>();
        foreach (var entry in board)
        {
            var against = Eligibility.ReasonsAgainst(entry, input);
            if (against.Count > 0)
                excluded.Add(new MemberReasons(entry.Member.Id, against));
            else
                candidates.Add(CandidateOf(entry, touched, input));
        }

        var overrides = input.Overrides ?? [];
        var faults = PanelOverrides.Check(input, candidates, excluded);
        if (faults.Count > 0)
            return new PanelChoice(input.ReviewId, PanelOutcome.OverrideRefused, [], [], [], [], [], excluded, [], faults, Exact: true);

        foreach (var left in overrides.Where(word => word.Kind == OverrideKind.LeaveOut))
        {
            _ = candidates.RemoveAll(candidate => candidate.Id == left.MemberId);
            excluded.Add(new MemberReasons(left.MemberId, [PanelReasons.Override(left)]));
        }
        excluded.Sort((one, other) => string.CompareOrdinal(one.MemberId, other.MemberId));
        var seated = candidates.Where(candidate => overrides.Any(word => word.Kind == OverrideKind.Seat && word.MemberId == candidate.Id))
            .ToList();
        foreach (var again in (input.Before ?? []).Select(id => candidates.Find(candidate => candidate.Id == id)).OfType<Candidate>())
        {
            if (seated.Count < input.PanelSize && !seated.Any(other => other.Id == again.Id || other.Clashes(again)))
                seated.Add(again);
        }

        var (members, exact) = PanelSearch.Best(candidates, seated, input.PanelSize);
        var panel = PanelRanking.InOrderOfPick(members);
        var alternates = PanelRanking.Alternates(candidates, panel, input.Alternates);
        var reasons = new PanelReasons(input, touched);
        return new PanelChoice(
            input.ReviewId,
            panel.Count == input.PanelSize ? PanelOutcome.Full : PanelOutcome.Short,
            reasons.Seats(panel),
            reasons.Alternates(panel, alternates),
            reasons.Coverage(panel, candidates),
            [.. panel.Concat(alternates).Select(candidate => candidate.Language).Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)],
            reasons.NotChosen(candidates, panel, alternates),
            excluded,
            reasons.Warnings(panel, alternates, candidates, exact),
            [],
            exact);
    }

    private static Candidate CandidateOf(BoardMember entry, List<TouchedPopulation> touched, RoutingInput input)
    {
        var described = Described.By(entry.Member, input.Broader);
        var (bits, less) = (0UL, 0UL);
        for (var i = 0; i < touched.Count; i++)
        {
            if (described.Contains(touched[i].Code))
                bits |= 1UL << i;
            if (touched[i].Undecided)
                less |= 1UL << i;
        }
        return new Candidate(
            entry,
            bits,
            less,
            Merit.Of(input.ReviewId, entry, input.Opens),
            Eligibility.LanguageFor(entry.Member, input)!,
            Eligibility.ChannelFor(entry.Member, input)!.Value);
    }
}
