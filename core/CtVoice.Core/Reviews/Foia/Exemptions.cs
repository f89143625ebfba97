using System.Text.Json;
using CtVoice.Core.Json;

namespace CtVoice.Core.Reviews.Foia;

/// <summary>A kind of passage that is withheld, and under which exemption.</summary>
/// <param name="Passage">The kind: identity, panel-reason, unreleased-words, not-quoted-words, sealed-words, draft.</param>
/// <param name="Code">The exemption, e.g. <c>CGS 1-210(b)(2)</c>.</param>
/// <param name="Says">What it exempts, in short.</param>
/// <param name="Because">Why it covers passages of this kind.</param>
public sealed record Exemption(string Passage, string Code, string Says, string Because);

/// <summary>The exemptions that withheld passages are listed under: a versioned data file with its source.</summary>
/// <param name="Version">Which edition.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="All">One per kind of passage. In the file: <c>exemptions</c>.</param>
public sealed record Exemptions(string Version, string Source, [property: System.Text.Json.Serialization.JsonPropertyName("exemptions")]
    IReadOnlyList<Exemption> All)
{
    private static readonly Lazy<Exemptions> Embedded = new(Open);

    /// <summary>Those that the product ships with.</summary>
    public static Exemptions Shipped => Embedded.Value;

    /// <summary>The exemption of a kind of passage.</summary>
    /// <exception cref="InvalidOperationException">The file has none.</exception>
    public Exemption For(string passage) =>
        All.FirstOrDefault(e => e.Passage == passage)
            ?? throw new InvalidOperationException($"No exemption covers passages of the kind {passage}.");

    private static Exemptions Open()
    {
        using var stream = typeof(Exemptions).Assembly.GetManifestResourceStream("CtVoice.Core.Reviews.Foia.exemptions.json")
            ?? throw new InvalidOperationException("The exemptions are not embedded.");
        return JsonSerializer.Deserialize<Exemptions>(stream, WorkflowJson.Options)!;
    }
}
