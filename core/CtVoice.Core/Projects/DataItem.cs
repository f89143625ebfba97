using System.Text.Json.Serialization;

namespace CtVoice.Core.Projects;

/// <summary>
/// One data element that a project asks for: an id of the catalogue, or a description of one that the catalogue does
/// not have (<see cref="NotInCatalogue"/> true, with source, name, description and the reason it is needed).
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DataItem
{
    /// <summary>Catalogue id, e.g. <c>doc.offender-based-information-system.gender</c>.</summary>
    public string? Element { get; init; }

    /// <summary>Agency code or data source of an element outside the catalogue, e.g. <c>DSS</c> or <c>APCD</c>.</summary>
    public string? Source { get; init; }

    /// <summary>Name of an element outside the catalogue.</summary>
    public string? Name { get; init; }

    /// <summary>What an element outside the catalogue holds.</summary>
    public string? Description { get; init; }

    /// <summary>Why the project needs it; mandatory outside the catalogue.</summary>
    public string? WhyNeeded { get; init; }

    /// <summary>True for an element that is described here because the catalogue does not have it.</summary>
    public bool NotInCatalogue { get; init; }

    /// <summary>Whether the element is analysed or only used to link records.</summary>
    public ElementUse? Use { get; init; }
}

/// <summary>What a data element is used for.</summary>
public enum ElementUse
{
    /// <summary>Queried and analysed.</summary>
    Query,

    /// <summary>Used to match records and then dropped.</summary>
    Link,
}
