using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Projects.Intake;

namespace CtVoice.Core.Tests.Projects;

/// <summary>The requests and the small catalogue that ship in samples/.</summary>
internal static class SampleProjects
{
    internal static IReadOnlyList<string> Files { get; } =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "samples", "projects"), "*.json")
            .Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    internal static ElementCatalogue Catalogue { get; } = new("small", Import().Elements);

    internal static IntakeDates Dates { get; } = new(new(2027, 1, 4), new(2027, 1, 11), new(2027, 2, 8));

    internal static CatalogueReading Import()
    {
        using var stream = File.OpenRead(Path.Combine(Repository.Root, "samples", "catalogue", "small-catalogue.csv"));
        return new CatalogueImport(AgencyDirectory.Shipped).ReadCsv(stream);
    }

    internal static ProjectRequest Read(string name)
    {
        var reading =
            StrictJson.Read<ProjectRequest>(File.ReadAllBytes(Path.Combine(Repository.Root, "samples", "projects", name + ".json")));
        Assert.Empty(reading.Faults);
        return reading.Value!;
    }

    internal static IReadOnlyList<Fault> Check(ProjectRequest request) =>
        ProjectIntake.Check(request, Catalogue, ReferenceData.Shipped.IntakeNow, Dates);
}
