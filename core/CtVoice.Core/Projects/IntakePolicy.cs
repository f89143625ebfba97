using CtVoice.Core.Projects.Ai;
using CtVoice.Core.Projects.Inventory;

namespace CtVoice.Core.Projects;

/// <summary>The limits of an intake, as data: versioned, and shown to whoever is refused by them.</summary>
/// <param name="Version">Id of the policy.</param>
/// <param name="Agencies">Agencies that may ask and share.</param>
/// <param name="Dppeia">The prompts that answers refer to.</param>
public sealed record IntakePolicy(string Version, AgencyDirectory Agencies, DppeiaSchema Dppeia)
{
    /// <summary>The policy that ships with the software.</summary>
    public static IntakePolicy Default { get; } = new("intake/2026-1", AgencyDirectory.Shipped, DppeiaSchema.Provisional);

    /// <summary>Most questions to residents.</summary>
    public int MaxQuestions { get; init; } = 5;

    /// <summary>Most data elements of one project.</summary>
    public int MaxElements { get; init; } = 500;

    /// <summary>Most choices of one question: one digit each.</summary>
    public int MaxChoices { get; init; } = 9;

    /// <summary>Characters of a title.</summary>
    public int MaxTitle { get; init; } = 120;

    /// <summary>Characters of any other text.</summary>
    public int MaxText { get; init; } = 10_000;

    /// <summary>Languages that texts may be drafted in (ISO 639-1).</summary>
    public IReadOnlySet<string> Languages { get; init; } =
        new HashSet<string>(["en", "es", "pt", "ht", "pl", "zh", "it", "fr", "ru", "ar", "vi", "sq", "uk"], StringComparer.Ordinal);

    /// <summary>The inventory that assets are named by.</summary>
    public AssetInventory Inventory { get; init; } = AssetInventory.None;

    /// <summary>The inventory that AI systems are named by.</summary>
    public AiInventory AiSystems { get; init; } = AiInventory.None;

    /// <summary>Ids of populations that can be named; null leaves that to the assessment.</summary>
    public IReadOnlySet<string>? Populations { get; init; }
}

/// <summary>The days that an intake is measured by, computed by the calendar.</summary>
/// <param name="Today">Today in Connecticut.</param>
/// <param name="EarliestExpedited">The earliest day on which the report of an expedited review can go out.</param>
/// <param name="EarliestRegular">The earliest day on which the report of a regular review can go out.</param>
public sealed record IntakeDates(DateOnly Today, DateOnly EarliestExpedited, DateOnly EarliestRegular);
