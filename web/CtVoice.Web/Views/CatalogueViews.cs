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
public sealed record UnlistedPage(IReadOnlyList<UnlistedElement> Elements, string? Continuation)
{
    /// <summary>The same by source and name, for whoever asks the source to publish them.</summary>
    public IReadOnlyList<UnlistedSource> Sources { get; } = UnlistedSource.Of(Elements);
}

/// <summary>Elements that one source has and the public dictionary has not.</summary>
/// <param name="Source">The agency or source, as projects name it.</param>
/// <param name="Names">Its elements by name, each with the projects that need it.</param>
public sealed record UnlistedSource(string Source, IReadOnlyList<UnlistedName> Names)
{
    /// <summary>Collects elements; names that differ in case or spaces around them only are one.</summary>
    internal static IReadOnlyList<UnlistedSource> Of(IReadOnlyList<UnlistedElement> elements) =>
    [
        .. elements.GroupBy(e => e.Source.Trim(), StringComparer.OrdinalIgnoreCase).OrderBy(s => s.Key, StringComparer.OrdinalIgnoreCase)
            .Select(source => new UnlistedSource(source.Key,
            [
                .. source.GroupBy(e => e.Name.Trim(), StringComparer.OrdinalIgnoreCase)
                    .OrderBy(n => n.Key, StringComparer.OrdinalIgnoreCase)
                    .Select(name => new UnlistedName(name.Key, [.. name.OrderBy(e => e.ReviewId, StringComparer.Ordinal)])),
            ])),
    ];
}

/// <summary>An element outside the catalogue, with the projects that need it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Projects">What each project says of it, and why it needs it.</param>
public sealed record UnlistedName(string Name, IReadOnlyList<UnlistedElement> Projects);

/// <summary>What one version of the catalogue has that another has not, and what that touches.</summary>
/// <param name="Added">Elements that are new, by id.</param>
/// <param name="Removed">Elements that are gone, by id.</param>
/// <param name="Changed">Elements whose description changed, by id.</param>
/// <param name="Touched">Open projects with an element that is gone or changed; for the board's office and the auditor.</param>
public sealed record CatalogueDifference(
    IReadOnlyList<CatalogueElement> Added, IReadOnlyList<CatalogueElement> Removed, IReadOnlyList<ChangedElement> Changed,
    IReadOnlyList<TouchedProject>? Touched)
{
    /// <summary>True when both versions say the same.</summary>
    public bool IsEmpty => Added.Count + Removed.Count + Changed.Count == 0;
}

/// <summary>One element outside the catalogue.</summary>
/// <param name="ReviewId">The review of the project that needs it.</param>
/// <param name="Agency">The requesting agency.</param>
/// <param name="Source">The agency or source that holds it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it holds.</param>
/// <param name="WhyNeeded">Why the project needs it.</param>
public sealed record UnlistedElement(string ReviewId, string Agency, string Source, string Name, string Description, string WhyNeeded);
