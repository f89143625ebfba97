using System.Text.Json.Serialization;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Projects.Intake;

namespace CtVoice.Core.Projects.Sharing;

/// <summary>
/// A project in the fields of Exhibit A of the P20 WIN data sharing agreement, and those that the state's data sharing playbook adds
/// (DOMAIN section 4, P20 WIN). It says nothing of how many people are in the data. The order of the fields is the published one; the form
/// itself is the product's own (<see cref="Current"/>).
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ExhibitA
{
    /// <summary>Name and number of this form.</summary>
    public const string Current = "p20win-exhibit-a/provisional-1";

    /// <summary>The form that this is filled in by.</summary>
    public string Form { get; init => field = value ?? ""; } = Current;

    /// <summary>Name of the project.</summary>
    public string Title { get; init => field = value ?? ""; } = "";

    /// <summary>The project in a few sentences.</summary>
    public string? Summary { get; init; }

    /// <summary>What it is for.</summary>
    public string Purpose { get; init => field = value ?? ""; } = "";

    /// <summary>The law that allows it.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>Topics of the Learning Agenda that it serves.</summary>
    public IReadOnlyList<LearningAgendaTopic> LearningAgenda { get; init => field = value ?? []; } = [];

    /// <summary>The fields to query or link.</summary>
    public IReadOnlyList<ExhibitField> Fields { get; init => field = value ?? []; } = [];

    /// <summary>The day by which the data are destroyed or returned.</summary>
    public DateOnly? DestroyOrReturnBy { get; init; }

    /// <summary>Code of the requesting entity.</summary>
    public string RequestingEntity { get; init => field = value ?? ""; } = "";

    /// <summary>Who answers there.</summary>
    public Contact? RequestingContact { get; init; }

    /// <summary>Agencies that share data, each with a contact.</summary>
    public IReadOnlyList<SharingAgency> SharingAgencies { get; init => field = value ?? []; } = [];

    /// <summary>Laws that bind the data.</summary>
    public IReadOnlyList<string> ApplicableLaws { get; init => field = value ?? []; } = [];

    /// <summary>What is analysed and reported.</summary>
    public string? AnalysisAndReporting { get; init; }

    /// <summary>The secure environment that the data live in.</summary>
    public string? SecureEnvironment { get; init; }

    /// <summary>Who will see the results, and limits on that.</summary>
    public DisseminationPlan? Dissemination { get; init; }

    /// <summary>Approvals given so far.</summary>
    public IReadOnlyList<Approval> Approvals { get; init => field = value ?? []; } = [];

    /// <summary>Who has access to the data (playbook).</summary>
    public string? Access { get; init; }

    /// <summary>Records of single people, or totals (playbook).</summary>
    public DataLevel? UnitOrAggregate { get; init; }

    /// <summary>The time that the data cover (playbook).</summary>
    public string? Period { get; init; }

    /// <summary>Once, or how often (playbook).</summary>
    public string? Frequency { get; init; }

    /// <summary>How it is analysed (playbook).</summary>
    public string? Methods { get; init; }

    /// <summary>How long the data are kept (playbook).</summary>
    public string? Retention { get; init; }

    /// <summary>What is known about bias in the data or method (playbook).</summary>
    public string? BiasConsiderations { get; init; }

    /// <summary>Health claims (APCD), with the application to the Data Release Committee; null when there are none.</summary>
    public ClaimsRequest? Claims { get; init; }

    /// <summary>A project in these fields.</summary>
    /// <param name="project">The project.</param>
    /// <param name="catalogue">Says what its elements are called.</param>
    public static ExhibitA Of(ProjectRequest project, ICatalogueIndex catalogue) => new()
    {
        Title = project.Title,
        Summary = Known(project.Summary),
        Purpose = project.Purpose,
        LegalBasis = Known(project.LegalBasis),
        LearningAgenda = project.LearningAgenda,
        Fields = [.. project.Data.Select(item => ExhibitField.Of(item, catalogue))],
        DestroyOrReturnBy = project.DestroyBy,
        RequestingEntity = project.Agency,
        RequestingContact = project.RequestingContact,
        SharingAgencies = project.SharingAgencies,
        ApplicableLaws = project.ApplicableLaws,
        AnalysisAndReporting = Known(project.AnalysisPlan),
        SecureEnvironment = Known(project.SecureEnvironment),
        Dissemination = project.Dissemination,
        Approvals = project.Approvals,
        Access = Known(project.Access),
        UnitOrAggregate = project.UnitOrAggregate,
        Period = Known(project.Period),
        Frequency = Known(project.Frequency),
        Methods = Known(project.Methods),
        Retention = Known(project.Retention),
        BiasConsiderations = Known(project.BiasConsiderations),
        Claims = project.Claims,
    };

    /// <summary>
    /// A project to go on with: everything that the exhibit says, and nothing of what it does not ask for: people, questions to residents,
    /// impact assessment, AI.
    /// </summary>
    public ProjectRequest ToProject() => new()
    {
        Title = Title,
        Summary = Summary,
        Agency = RequestingEntity,
        RequestingContact = RequestingContact,
        Purpose = Purpose,
        LegalBasis = LegalBasis,
        ApplicableLaws = ApplicableLaws,
        LearningAgenda = LearningAgenda,
        Data = [.. Fields.Select(f => f.ToItem())],
        SharingAgencies = SharingAgencies,
        Claims = Claims,
        Dissemination = Dissemination,
        AnalysisPlan = AnalysisAndReporting,
        Methods = Methods,
        BiasConsiderations = BiasConsiderations,
        Retention = Retention,
        DestroyBy = DestroyOrReturnBy,
        Access = Access,
        SecureEnvironment = SecureEnvironment,
        UnitOrAggregate = UnitOrAggregate,
        Period = Period,
        Frequency = Frequency,
        Approvals = Approvals,
    };

    private static string? Known(string? text) => text.IsNotKnown() ? null : text;
}

/// <summary>One field to query or link.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ExhibitField
{
    /// <summary>Id in the catalogue; null for one that it does not have.</summary>
    public string? Element { get; init; }

    /// <summary>Code of the agency, or the data source, that holds it; null when the catalogue does not know the id any more.</summary>
    public string? Source { get; init; }

    /// <summary>The programme whose data it is, as the catalogue says.</summary>
    public string? Program { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>What it holds.</summary>
    public string? Description { get; init; }

    /// <summary>Why the project needs it.</summary>
    public string? WhyNeeded { get; init; }

    /// <summary>True for a field that the public dictionary does not have.</summary>
    public bool NotInDictionary { get; init; }

    /// <summary>Queried and analysed, or only used to link records.</summary>
    public ElementUse? Use { get; init; }

    internal static ExhibitField Of(DataItem item, ICatalogueIndex catalogue)
    {
        var found = item is { NotInCatalogue: false, Element: { } id } ? catalogue.Find(id) : null;
        return new()
        {
            Element = item.NotInCatalogue ? null : item.Element,
            Source = found?.Agency ?? item.Source,
            Program = found?.Program,
            Name = found?.Name ?? item.Name,
            Description = found?.Definition ?? item.Description,
            WhyNeeded = item.WhyNeeded,
            NotInDictionary = item.NotInCatalogue,
            Use = item.Use,
        };
    }

    // What the catalogue says of an element is its own: only the id is the project's.
    internal DataItem ToItem() => Element is { } element && !NotInDictionary
        ? new() { Element = element, WhyNeeded = WhyNeeded, Use = Use }
        : new()
        {
            Source = Source,
            Name = Name,
            Description = Description,
            WhyNeeded = WhyNeeded,
            NotInCatalogue = true,
            Use = Use,
        };
}
