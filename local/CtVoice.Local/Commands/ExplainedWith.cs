using System.CommandLine;
using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Local.Host;

namespace CtVoice.Local.Commands;

/// <summary>The versions that a project is explained with: those imported into a data folder, or what ships.</summary>
/// <param name="Reference">Policy, baselines, codes, profiles, prompts and inventory.</param>
/// <param name="Catalogue">The dictionary of data elements.</param>
/// <param name="From">Where they come from, in words.</param>
internal sealed record ExplainedWith(ReferenceData Reference, ElementCatalogue Catalogue, string From)
{
    private static readonly JsonSerializerOptions Json = new(WorkflowJson.Options) { WriteIndented = true };

    /// <summary>One sentence for people.</summary>
    public string Sentence =>
        $"Computed with {string.Join(", ", Editions.Select(e => $"{e.Id} {e.Version}"))} and the catalogue {Catalogue.Version}: {From}.";

    private IEnumerable<Core.Representation.Edition> Editions => new[]
    {
        ReferenceKind.Policy, ReferenceKind.Baselines, ReferenceKind.Rel, ReferenceKind.Profiles,
    }.Select(kind => ReferenceStore.FileOf(Reference, kind).Edition());

    /// <summary>The option that names the folder.</summary>
    public static Option<string?> Option() => new("--data")
    {
        Description = "Data folder whose imported reference data and catalogue are used; without it what ships. No service may run on it.",
        HelpName = "DIR",
    };

    /// <summary>Reads them; null when the folder cannot be opened, which is told on the error stream.</summary>
    public static async Task<ExplainedWith?> ReadAsync(string? folder, FileInfo? catalogue, TextWriter error,
        CancellationToken cancellationToken)
    {
        var named = catalogue is null ? null : CatalogueCommands.Read(catalogue, progress: null).Elements is var elements
            ? new ElementCatalogue(CatalogueVersions.Name(catalogue.Name, elements), elements) : null;
        if (folder is null)
            return new(ReferenceData.Shipped, named ?? SampleFiles.Catalogue(), "as shipped");
        ExplainedWith? found = null;
        await Opened.WithReviewsAsync(folder, error, async (tables, _) =>
        {
            found = new(
                await new ReferenceStore(tables.Records).CurrentAsync(cancellationToken),
                named ?? await new CatalogueStore(tables.Records).CurrentAsync(cancellationToken), $"as imported into {folder}");
            return 0;
        });
        return found;
    }

    /// <summary>What was computed, for programs, with the versions beside it.</summary>
    public string ToJson<T>(T computed)
    {
        var node = JsonSerializer.SerializeToNode(computed, Json)!.AsObject();
        node["editions"] = JsonSerializer.SerializeToNode(Editions, Json);
        node["catalogue"] = Catalogue.Version;
        node["from"] = From;
        return node.ToJsonString(Json);
    }
}
