using System.Text.Json;
using CtVoice.Core.Json;

namespace CtVoice.Core.Projects;

/// <summary>
/// A version of what is looked at before results go public (DOMAIN 2.13): the agency declares each item when it asks for the
/// check, and the panel answers a question on each.
/// </summary>
/// <param name="Version">Its id.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Date">The day of this version.</param>
/// <param name="Items">The items in order.</param>
public sealed record PublicationChecklist(string Version, string Source, DateOnly Date, IReadOnlyList<ChecklistItem> Items)
{
    /// <summary>The checklist that ships with the software: labels, comparators, small numbers, deficit framing.</summary>
    public static PublicationChecklist Shipped { get; } = LoadShipped();

    /// <summary>The questions to the panel, in order of the items; each is answered 1 yes, 2 yes with changes, 3 no.</summary>
    public IReadOnlyList<ResidentQuestion> Questions => [.. Items.Select(i => new ResidentQuestion { Text = i.Question })];

    /// <summary>Reads a checklist in the shape of <c>publication-checklist-1.json</c>;
    /// throws <see cref="JsonException"/> on another shape.</summary>
    public static PublicationChecklist Read(Stream json) =>
        JsonSerializer.Deserialize<PublicationChecklist>(json, WorkflowJson.Options) ?? throw new JsonException("The checklist is empty.");

    private static PublicationChecklist LoadShipped()
    {
        using var stream = ShippedData.Open("publication-checklist-1.json");
        return Read(stream);
    }
}

/// <summary>One item of a checklist.</summary>
/// <param name="Id">labels, comparators, small-numbers or deficit-framing.</param>
/// <param name="Title">What it is called.</param>
/// <param name="LooksAt">What is right.</param>
/// <param name="Question">The question to the panel by language code; yes means that it is right.</param>
public sealed record ChecklistItem(string Id, string Title, string LooksAt, IReadOnlyDictionary<string, string> Question)
{
    /// <summary>What the agency declared of it; null when it did not.</summary>
    public string? DeclaredIn(PublicationDraft draft) => Id switch
    {
        "labels" => draft.Labels,
        "comparators" => draft.Comparators,
        "small-numbers" => draft.SmallNumbers,
        "deficit-framing" => draft.Framing,
        _ => null,
    };
}
