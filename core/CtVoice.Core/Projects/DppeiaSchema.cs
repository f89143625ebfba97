using System.Text.Json;
using CtVoice.Core.Workflows;

namespace CtVoice.Core.Projects;

/// <summary>A version of the prompts of the data protection, privacy and equity impact assessment.</summary>
/// <param name="Schema">Its id.</param>
/// <param name="Source">Where the prompts come from.</param>
/// <param name="Date">The day of this version.</param>
/// <param name="Prompts">The prompts in order.</param>
public sealed record DppeiaSchema(string Schema, string Source, DateOnly Date, IReadOnlyList<DppeiaPrompt> Prompts)
{
    /// <summary>The prompts that ship with the software, until OPM publishes its own.</summary>
    public static DppeiaSchema Provisional { get; } = LoadShipped();

    /// <summary>Reads prompts in the shape of <c>dppeia-provisional-1.json</c>; throws <see cref="JsonException"/> on another shape.</summary>
    public static DppeiaSchema Read(Stream json) =>
        JsonSerializer.Deserialize<DppeiaSchema>(json, WorkflowJson.Options) ?? throw new JsonException("The file of prompts is empty.");

    private static DppeiaSchema LoadShipped()
    {
        using var stream = ShippedData.Open("dppeia-provisional-1.json");
        return Read(stream);
    }
}

/// <summary>One prompt.</summary>
public sealed record DppeiaPrompt(string Id, string Section, string Text);
