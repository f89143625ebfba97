using System.Text.Json.Serialization;

namespace CtVoice.Core.Reviews.Drafts;

/// <summary>What the coordinator writes between the close and the report, and what was done to it on the way.</summary>
public sealed record Drafting
{
    /// <summary>Nobody has written anything.</summary>
    public static Drafting Empty { get; } = new();

    /// <summary>Changes with every change of any draft.</summary>
    public int Version { get; init; }

    /// <summary>Drafts written so far, those dropped and merged included.</summary>
    public int Written { get; init; }

    /// <summary>The drafts that stand, in the order of the report.</summary>
    public IReadOnlyList<DraftRecommendation> Drafts { get; init; } = [];

    /// <summary>Drafts that were dropped; public.</summary>
    public int Dropped { get; init; }

    /// <summary>Drafts that were merged into another; public.</summary>
    public int Merged { get; init; }

    /// <summary>Times that the words of a draft were changed; public.</summary>
    public int Reworded { get; init; }

    /// <summary>When the coordinator said that the drafts can be read back; null while nobody did.</summary>
    public DateTimeOffset? ReadyAt { get; init; }

    /// <summary>Version of the drafts together, as <c>If-Match</c> names it.</summary>
    [JsonIgnore]
    public string Tag => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"drafts-{Version}");

    /// <summary>The draft that stands under an id, or null.</summary>
    public DraftRecommendation? Find(int id) => Drafts.FirstOrDefault(d => d.Id == id);

    /// <summary>The drafts with one replaced, as one change.</summary>
    public Drafting With(DraftRecommendation draft) =>
        this with { Version = Version + 1, Drafts = [.. Drafts.Select(d => d.Id == draft.Id ? draft : d)] };
}
