using System.Text.Json.Serialization;

namespace CtVoice.Core.Projects;

/// <summary>A person at an agency who answers for a project: work details only.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Contact(string Name, string? Role = null, string? Email = null, string? Phone = null);

/// <summary>An agency that shares data (Exhibit A).</summary>
/// <param name="Agency">Agency code.</param>
/// <param name="Contact">Who answers there; null when not known yet.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SharingAgency(string Agency, Contact? Contact = null);

/// <summary>An approval that was given.</summary>
/// <param name="By">The body that gave it.</param>
/// <param name="Reference">Its number.</param>
/// <param name="On">The day.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Approval(string By, string? Reference = null, DateOnly? On = null);

/// <summary>Who will see the results.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DisseminationPlan
{
    /// <summary>What is published, where and for whom.</summary>
    public string? Plan { get; init; }

    /// <summary>What may not be shared, e.g. the smallest count that is shown.</summary>
    public string? Limits { get; init; }
}

/// <summary>How a project uses artificial intelligence (Connecticut's Responsible AI Framework).</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AiUse
{
    /// <summary>Whether it does; null when not known yet.</summary>
    public bool? Used { get; init; }

    /// <summary>Id in the state's inventory of AI systems.</summary>
    public string? InventoryId { get; init; }

    /// <summary>Reference of the approval.</summary>
    public string? ApprovalReference { get; init; }

    /// <summary>The day of the impact assessment.</summary>
    public DateOnly? AssessmentDate { get; init; }

    /// <summary>The part that AI plays in decisions about people.</summary>
    public string? Role { get; init; }

    /// <summary>The person or office that oversees it.</summary>
    public string? HumanOverseer { get; init; }
}

/// <summary>What a request for data of the All-Payer Claims Database says in addition (held by OHS; CGS 19a-755a).</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ClaimsRequest
{
    /// <summary>How data elements name the All-Payer Claims Database as their source.</summary>
    public const string Source = "APCD";

    /// <summary>Reference of the application to the Data Release Committee.</summary>
    public string? DataReleaseCommittee { get; init; }

    /// <summary>Kinds of claims files, e.g. medical, pharmacy, eligibility, provider.</summary>
    public IReadOnlyList<string> Files { get; init => field = value ?? []; } = [];

    /// <summary>Kinds of payers, e.g. commercial, Medicaid, Medicare Advantage.</summary>
    public IReadOnlyList<string> Payers { get; init => field = value ?? []; } = [];

    /// <summary>The conditions or services that the claims are picked by.</summary>
    public string? Selection { get; init; }

    /// <summary>How far the claims are de-identified (45 CFR 164.514).</summary>
    public string? Deidentification { get; init; }

    /// <summary>Whether they are linked to other data about the same people; null when not known yet.</summary>
    public bool? Linked { get; init; }
}

/// <summary>What a publication check brings: the draft, and answers to its checklist.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PublicationDraft
{
    /// <summary>What is published and where.</summary>
    public string? What { get; init; }

    /// <summary>The day.</summary>
    public DateOnly? On { get; init; }

    /// <summary>How people and groups are named.</summary>
    public string? Labels { get; init; }

    /// <summary>Who is compared with whom, and why.</summary>
    public string? Comparators { get; init; }

    /// <summary>How the text avoids blaming people for what happened to them.</summary>
    public string? Framing { get; init; }

    /// <summary>How small numbers are hidden.</summary>
    public string? SmallNumbers { get; init; }
}
