namespace CtVoice.Core.Projects.Catalogue;

/// <summary>One data element that an agency can share.</summary>
/// <param name="Id">Readable id, e.g. <c>doc.offender-based-information-system.offense</c>; see <see cref="ElementIds"/>.</param>
/// <param name="Agency">Agency code.</param>
/// <param name="Program">Programme as published; "Not Available" when the publisher gives none.</param>
/// <param name="Category">Data category as published.</param>
/// <param name="Name">Name as published, on one line.</param>
/// <param name="Definition">Definition as published; may hold several lines.</param>
/// <param name="DataType">Type as published.</param>
/// <param name="Years">Years available as published.</param>
public sealed record CatalogueElement(
    string Id,
    string Agency,
    string Program,
    string Category,
    string Name,
    string Definition,
    string DataType,
    string Years);
