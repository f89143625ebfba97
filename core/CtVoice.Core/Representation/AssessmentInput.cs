namespace CtVoice.Core.Representation;

/// <summary>What an assessment is computed from: the people in a project's data.</summary>
public sealed record AssessmentInput
{
    /// <summary>Distinct people in the data (N).</summary>
    public Count People { get; init; }

    /// <summary>How many of them belong to each population; groups may overlap.
    /// Of a population stated twice the larger count is taken.</summary>
    public IReadOnlyList<PopulationCount> Groups { get; init => field = value ?? []; } = [];

    /// <summary>How race and ethnicity were asked; null when not known yet.</summary>
    public RaceBasis? RaceBasis { get; init; }

    /// <summary>Programmes that the project is about.</summary>
    public IReadOnlyList<Programme> Programmes { get; init => field = value ?? []; } = [];

    /// <summary>Ages of the people; null when not limited or not known yet.</summary>
    public AgeRange? Ages { get; init; }

    /// <summary>Where they live; null when not known yet.</summary>
    public string? Place { get; init; }

    /// <summary>Whether people of several years are counted together, so that they may outnumber a census.</summary>
    public bool IsMultiYearCohort { get; init; }

    /// <summary>Whom the agency proposes to compare with.</summary>
    public ComparisonProposal? Comparison { get; init; }

    /// <summary>Agencies and sources whose data are used, in order; their profiles fill in unknown counts.</summary>
    public IReadOnlyList<string> Sources { get; init => field = value ?? []; } = [];

    /// <summary>The input that a request's description of its people makes.</summary>
    public static AssessmentInput Of(PeopleInData people, IReadOnlyList<string> sources) => new()
    {
        People = people.Total,
        Groups = people.Groups,
        RaceBasis = people.RaceBasis,
        Programmes = people.Programmes,
        Ages = people.Ages,
        Place = people.Place,
        IsMultiYearCohort = people.Years is { } years && (years.From is null || years.From != years.To),
        Comparison = people.Comparison,
        Sources = sources,
    };
}
