using CtVoice.Core.Lists;
using CtVoice.Core.Projects.Catalogue;

namespace CtVoice.Web.Views;

/// <summary>One page of the catalogue.</summary>
/// <param name="Version">The version that was searched.</param>
/// <param name="Found">Elements that were found in all.</param>
/// <param name="Elements">Those of this page.</param>
/// <param name="Continuation">For the next page; absent on the last.</param>
public sealed record CataloguePage(string Version, int Found, IReadOnlyList<CatalogueElement> Elements, string? Continuation);

/// <summary>What an import did.</summary>
/// <param name="Version">The version that was imported.</param>
/// <param name="Outcome">current; unchanged when it was so before; staged when it was only stored beside the current one.</param>
/// <param name="Elements">Its elements.</param>
/// <param name="Agencies">Agencies that they are of.</param>
/// <param name="Added">Elements that the version before has not.</param>
/// <param name="Removed">Elements that only the version before has.</param>
/// <param name="Changed">Elements of both with another description.</param>
/// <param name="BadRows">Rows that were left out.</param>
/// <param name="IgnoredColumns">Columns of the file that carry nothing here.</param>
/// <param name="Touched">Open projects with an element that is gone or changed.</param>
public sealed record CatalogueImported(
    string Version, CatalogueSwap Outcome, int Elements, int Agencies, int Added, int Removed, int Changed,
    IReadOnlyList<RowFault> BadRows, IReadOnlyList<string> IgnoredColumns, IReadOnlyList<TouchedProject> Touched);

/// <summary>Elements outside the catalogue that projects need.</summary>
/// <param name="Elements">The elements of the projects of this page.</param>
/// <param name="Continuation">For the next page of projects; absent on the last.</param>
public sealed record UnlistedPage(IReadOnlyList<UnlistedElement> Elements, string? Continuation);

/// <summary>One element outside the catalogue.</summary>
/// <param name="ReviewId">The review of the project that needs it.</param>
/// <param name="Agency">The requesting agency.</param>
/// <param name="Source">The agency or source that holds it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it holds.</param>
/// <param name="WhyNeeded">Why the project needs it.</param>
public sealed record UnlistedElement(string ReviewId, string Agency, string Source, string Name, string Description, string WhyNeeded);
