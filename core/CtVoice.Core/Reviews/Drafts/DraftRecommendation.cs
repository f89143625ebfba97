using System.Text.Json.Serialization;

namespace CtVoice.Core.Reviews.Drafts;

/// <summary>What a draft becomes.</summary>
public enum DraftKind
{
    /// <summary>Advice.</summary>
    Recommendation,

    /// <summary>What some residents say against the advice of others: a numbered item of its own, answered like any other.</summary>
    Dissent,
}

/// <summary>One recommendation as it is written during the preview. It holds ids; its texts are stored beside the review.</summary>
public sealed record DraftRecommendation
{
    /// <summary>1, 2, 3, ... in the order of writing; not its number in the report.</summary>
    public required int Id { get; init; }

    /// <summary>Changes with every change of this draft.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Advice, or dissent from it.</summary>
    public required DraftKind Kind { get; init; }

    /// <summary>Numbers of the replies it is made from.</summary>
    public required IReadOnlyList<int> From { get; init; }

    /// <summary>Numbers of the replies that support it.</summary>
    public required IReadOnlyList<int> Supports { get; init; }

    /// <summary>Numbers of the replies that oppose it.</summary>
    public required IReadOnlyList<int> Opposes { get; init; }

    /// <summary>Whoever must answer it; see <see cref="Addressees"/>.</summary>
    public required string Addressee { get; init; }

    /// <summary>Key of the text as written.</summary>
    public required string Content { get; init; }

    /// <summary>The text for the agencies, once a person released it; null while it waits.</summary>
    public TextReleased? Release { get; init; }

    /// <summary>The text for everybody, once a person released it; null while it waits.</summary>
    public TextReleased? PublicRelease { get; init; }

    /// <summary>The agencies' text in other languages, each by a person; gone when that text changes.</summary>
    public IReadOnlyList<DraftTranslation> Translations { get; init; } = [];

    /// <summary>Number of the recommendation it became; null until the report went out with it.</summary>
    public int? Became { get; init; }

    /// <summary>Version of this draft as <c>If-Match</c> names it.</summary>
    [JsonIgnore]
    public string Tag => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"draft-{Id}-{Version}");
}

/// <summary>A draft in another language.</summary>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Translator">The person who translated.</param>
/// <param name="By">Key id of whoever stored it.</param>
/// <param name="At">When.</param>
/// <param name="Content">Key of the text.</param>
public sealed record DraftTranslation(string Language, string Translator, string By, DateTimeOffset At, string Content);
