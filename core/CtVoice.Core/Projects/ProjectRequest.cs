using System.Text.Json.Serialization;
using CtVoice.Core.Representation;

namespace CtVoice.Core.Projects;

/// <summary>
/// A project that an agency brings to the board: what DOMAIN section 2.2 and Exhibit A of the P20 WIN data sharing
/// agreement ask for. Read it with <c>WorkflowJson.Options</c>; a member that is not listed here is an error.
/// </summary>
/// <remarks>
/// Title, agency, purpose, data, people and questions are mandatory. Everything else may be absent or the text
/// <c>"unknown-yet"</c>; both mean "not known yet" and become a question in the report. A request as read may lack
/// anything: only the intake check says that it is complete.
/// </remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ProjectRequest
{
    /// <summary>Name of the project, at most 120 characters.</summary>
    public string Title { get; init => field = value ?? ""; } = "";

    /// <summary>The project in a few plain sentences, for everybody.</summary>
    public string? Summary { get; init; }

    /// <summary>What kind of review is asked for.</summary>
    public ProjectKind Kind { get; init; }

    /// <summary>The project that this one modifies, continues or publishes; needed for every kind but initial.</summary>
    public string? EarlierProject { get; init; }

    /// <summary>What a modification changes, one plain sentence each; residents see only these.</summary>
    public IReadOnlyList<string> Changes { get; init => field = value ?? []; } = [];

    /// <summary>Code of the requesting agency, e.g. <c>DSS</c>.</summary>
    public string Agency { get; init => field = value ?? ""; } = "";

    /// <summary>Who answers for the project at the requesting agency.</summary>
    public Contact? RequestingContact { get; init; }

    /// <summary>What the project is for.</summary>
    public string Purpose { get; init => field = value ?? ""; } = "";

    /// <summary>The law that allows it.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>Laws that bind these data, e.g. <c>FERPA</c>.</summary>
    public IReadOnlyList<string> ApplicableLaws { get; init => field = value ?? []; } = [];

    /// <summary>Topics of the P20 WIN Learning Agenda that the project serves.</summary>
    public IReadOnlyList<LearningAgendaTopic> LearningAgenda { get; init => field = value ?? []; } = [];

    /// <summary>The data elements that are queried or linked.</summary>
    public IReadOnlyList<DataItem> Data { get; init => field = value ?? []; } = [];

    /// <summary>Agencies that share data, each with a contact.</summary>
    public IReadOnlyList<SharingAgency> SharingAgencies { get; init => field = value ?? []; } = [];

    /// <summary>The people in the data.</summary>
    public PeopleInData? People { get; init; }

    /// <summary>Answers to the data protection, privacy and equity impact assessment.</summary>
    public DppeiaAnswers? Dppeia { get; init; }

    /// <summary>How the project uses artificial intelligence.</summary>
    public AiUse? Ai { get; init; }

    /// <summary>What a request for health claims (APCD) says in addition.</summary>
    public ClaimsRequest? Claims { get; init; }

    /// <summary>Who will see the results, and limits on that.</summary>
    public DisseminationPlan? Dissemination { get; init; }

    /// <summary>What is analysed and reported.</summary>
    public string? AnalysisPlan { get; init; }

    /// <summary>How it is analysed.</summary>
    public string? Methods { get; init; }

    /// <summary>What is known about bias in the data or method.</summary>
    public string? BiasConsiderations { get; init; }

    /// <summary>How long the data are kept.</summary>
    public string? Retention { get; init; }

    /// <summary>The day by which the data are destroyed or returned.</summary>
    public DateOnly? DestroyBy { get; init; }

    /// <summary>Who can reach the data.</summary>
    public string? Access { get; init; }

    /// <summary>The secure environment that the data live in.</summary>
    public string? SecureEnvironment { get; init; }

    /// <summary>Whether records of single people or only totals are asked for.</summary>
    public DataLevel? UnitOrAggregate { get; init; }

    /// <summary>The time that the data cover.</summary>
    public string? Period { get; init; }

    /// <summary>Once, or how often.</summary>
    public string? Frequency { get; init; }

    /// <summary>Approvals given so far.</summary>
    public IReadOnlyList<Approval> Approvals { get; init => field = value ?? []; } = [];

    /// <summary>Who at the agency wrote it; for the agency, the board's office and the auditor, not public.</summary>
    public string? PreparedBy { get; init; }

    /// <summary>Who at the agency signed it off; seen by the same.</summary>
    public string? SignedOffBy { get; init; }

    /// <summary>Ids of assets of the high value data inventory (CGS 4-67p).</summary>
    public IReadOnlyList<string> Assets { get; init => field = value ?? []; } = [];

    /// <summary>One to five questions for residents.</summary>
    public IReadOnlyList<ResidentQuestion> Questions { get; init => field = value ?? []; } = [];

    /// <summary>Draft texts for residents by language code.</summary>
    public IReadOnlyDictionary<string, ResidentText> Texts { get; init => field = value ?? NoTexts; } = NoTexts;

    /// <summary>What a publication check brings; null for other kinds.</summary>
    public PublicationDraft? Publication { get; init; }

    /// <summary>The day that the agency needs advice by.</summary>
    public DateOnly? AdviceBy { get; init; }

    /// <summary>The public reason for a date earlier than policy allows.</summary>
    public string? ExpediteReason { get; init; }

    /// <summary>Agencies whose data the project uses, the requester first.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Agencies => [.. SharingAgencies.Select(a => a.Agency).Prepend(Agency).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// Health claims are in the data (APCD): they count as sensitive, so no text message to the panel names the topic.
    /// </summary>
    [JsonIgnore]
    public bool HoldsHealthClaims => Claims is not null
        || Data.Any(d => string.Equals(d?.Source?.Trim(), ClaimsRequest.Source, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// What residents read about the project in a language, or null when it has no text there. Of a modification they see
    /// only what changes.
    /// </summary>
    public string? TextFor(string language)
    {
        var text = Texts.GetValueOrDefault(language);
        if (Kind is not ProjectKind.Modification)
            return text?.Summary;
        return text?.Changes ?? (language == "en" && Changes.Count > 0 ? string.Join(' ', Changes) : text?.Summary);
    }

    private static readonly IReadOnlyDictionary<string, ResidentText> NoTexts = new Dictionary<string, ResidentText>();
}

/// <summary>What kind of review is asked for.</summary>
public enum ProjectKind
{
    /// <summary>A new project.</summary>
    Initial,

    /// <summary>A change to a project that was reviewed.</summary>
    Modification,

    /// <summary>The same project for another term.</summary>
    Continuation,

    /// <summary>Results that are about to be published.</summary>
    PublicationCheck,
}

/// <summary>Topics of the P20 WIN Learning Agenda.</summary>
public enum LearningAgendaTopic
{
    /// <summary>Early and K-12 Education.</summary>
    EarlyAndK12Education,

    /// <summary>Families, Children and Community.</summary>
    FamiliesChildrenAndCommunity,

    /// <summary>Higher Education.</summary>
    HigherEducation,

    /// <summary>Housing Security.</summary>
    HousingSecurity,

    /// <summary>Justice, Incarceration and Reintegration.</summary>
    JusticeIncarcerationAndReintegration,

    /// <summary>Physical and Behavioral Health.</summary>
    PhysicalAndBehavioralHealth,

    /// <summary>Workforce Development.</summary>
    WorkforceDevelopment,
}

/// <summary>Whether records of single people or only totals are asked for.</summary>
public enum DataLevel
{
    /// <summary>Totals only.</summary>
    Aggregate,

    /// <summary>A record for each person.</summary>
    Unit,

    /// <summary>Records for the analysis, totals for the rest.</summary>
    Both,
}
