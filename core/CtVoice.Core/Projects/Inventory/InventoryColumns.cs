namespace CtVoice.Core.Projects.Inventory;

/// <summary>Which heading of a file is which column of the inventory.</summary>
/// <param name="AssetId">Heading of the asset's id.</param>
/// <param name="Agency">Heading of who holds it.</param>
/// <param name="Name">Heading of what it is called.</param>
public sealed record InventoryColumns(string AssetId, string Agency, string Name)
{
    /// <summary>Where they are, in this order; -1 for one that the file does not have.</summary>
    internal int[] PlacesIn(List<string> headings) =>
    [
        .. new[] { AssetId, Agency, Name }.Select(
            wanted => headings.FindIndex(heading => string.Equals(heading, wanted, StringComparison.OrdinalIgnoreCase))),
    ];
}

/// <summary>A heading of a file.</summary>
/// <param name="Heading">As it is written.</param>
/// <param name="Examples">What stands in the first rows below it.</param>
public sealed record InventoryHeading(string Heading, IReadOnlyList<string> Examples);

/// <summary>The headings of a file, and which is which as far as that is known.</summary>
/// <param name="Headings">In their order.</param>
/// <param name="Proposed">What was chosen last time where the file has it, else what their words say; empty where nobody knows.</param>
public sealed record InventoryHeadings(IReadOnlyList<InventoryHeading> Headings, InventoryColumns Proposed)
{
    /// <summary>The same with what was chosen last time, where the file has all of it.</summary>
    public InventoryHeadings Remembering(InventoryColumns? last) =>
        last is not null && !Array.Exists(last.PlacesIn([.. Headings.Select(h => h.Heading)]), place => place < 0)
            ? this with { Proposed = last }
            : this;
}
