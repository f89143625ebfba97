using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;

namespace CtVoice.Core.Tests.Projects.Catalogue;

/// <summary>The P20 WIN data dictionary as published; the project does not ship it.</summary>
internal static class PublishedDictionary
{
    internal static CatalogueReading? Csv { get; } = Read("p20win-data-dictionary.csv", (import, stream) => import.ReadCsv(stream));

    internal static CatalogueReading? Xlsx { get; } = Read("p20win-data-dictionary.xlsx", (import, stream) => import.ReadXlsx(stream));

    /// <summary>The dictionary; skips the test where it is absent.</summary>
    internal static ElementCatalogue Need()
    {
        Skip.If(Csv is null || Xlsx is null, "The published dictionary is not beside the repository (../shared/data).");
        return new("published", Csv!.Elements);
    }

    private static CatalogueReading? Read(string file, Func<CatalogueImport, Stream, CatalogueReading> read)
    {
        var path = Path.Combine(Repository.Root, "..", "shared", "data", file);
        if (!File.Exists(path))
            path = Path.Combine(Repository.Root, "..", "..", "shared", "data", file);
        if (!File.Exists(path))
            return null;
        using var stream = File.OpenRead(path);
        return read(new(AgencyDirectory.Shipped), stream);
    }
}
