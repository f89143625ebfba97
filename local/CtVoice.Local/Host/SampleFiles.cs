using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Projects.Inventory;

namespace CtVoice.Local.Host;

/// <summary>The samples that the host carries, so that it runs from anywhere.</summary>
internal static class SampleFiles
{
    /// <summary>A sample file, e.g. <c>projects/snap-homelessness.json</c>.</summary>
    public static Stream Open(string name) =>
        typeof(SampleFiles).Assembly.GetManifestResourceStream("samples/" + name)
        ?? throw new ArgumentException($"There is no sample named '{name}'.", nameof(name));

    /// <summary>The small catalogue that newcomers start with.</summary>
    public static ElementCatalogue Catalogue()
    {
        using var csv = Open("catalogue/small-catalogue.csv");
        var elements = new CatalogueImport(AgencyDirectory.Shipped).ReadCsv(csv).Elements;
        return new(CatalogueVersions.Name("samples", elements), elements);
    }

    /// <summary>The small inventory that newcomers start with.</summary>
    public static AssetInventory Inventory()
    {
        using var csv = Open("inventory/small-inventory.csv");
        return InventoryCsv.Read(csv, "samples", new(2026, 11, 22)).Inventory!;
    }
}
