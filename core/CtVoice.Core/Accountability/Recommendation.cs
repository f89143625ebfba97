using System.Text.Json.Serialization;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Accountability;

/// <summary>One numbered recommendation and what its addressee makes of it.</summary>
public sealed record Recommendation
{
    /// <summary>1, 2, 3, ... within the review.</summary>
    public required int Number { get; init; }

    /// <summary>Key of its text.</summary>
    public required string Content { get; init; }

    /// <summary>Number of the question it answers.</summary>
    public required int Question { get; init; }

    /// <summary>Numbers of the replies it is made from.</summary>
    public required IReadOnlyList<int> From { get; init; }

    /// <summary>Code of whoever must answer it.</summary>
    public required string Addressee { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>By when it must be answered.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>How that date was computed.</summary>
    public required IReadOnlyList<string> DueBecause { get; init; }

    /// <summary>The recommendation of the earlier review that it was carried over from; null when it is new.</summary>
    public CarriedFrom? CarriedFrom { get; init; }

    /// <summary>True for what some residents say against the advice of others.</summary>
    public bool Dissent { get; init; }

    /// <summary>Numbers of the replies that support it.</summary>
    public IReadOnlyList<int> Supports { get; init; } = [];

    /// <summary>Numbers of the replies that oppose it.</summary>
    public IReadOnlyList<int> Opposes { get; init; } = [];

    /// <summary>The draft it was written as; null when nobody wrote and it is a reply's own words.</summary>
    public int? Draft { get; init; }

    /// <summary>Its text for everybody, once a person released it; null while it waits.</summary>
    public TextReleased? PublicRelease { get; init; }

    /// <summary>The answer; null until there is one.</summary>
    public RecommendationAnswer? Answer { get; init; }

    /// <summary>Notices sent to the addressee or to OPM, oldest first; each kind at most once.</summary>
    public IReadOnlyList<SentNotice> Notices { get; init; } = [];

    /// <summary>Since when it is publicly overdue; null when it is not, or was answered in time.</summary>
    public DateTimeOffset? OverdueSince { get; init; }

    /// <summary>True when it was answered, and not before it was due.</summary>
    [JsonIgnore]
    public bool AnsweredLate => Answer?.AnsweredAt >= DueAt;
}

/// <summary>Where a recommendation was carried over from.</summary>
/// <param name="ReviewId">The earlier review.</param>
/// <param name="Number">Its number there.</param>
public sealed record CarriedFrom(string ReviewId, int Number);

/// <summary>A notice that left.</summary>
public sealed record SentNotice(string Kind, DateTimeOffset SentAt);

/// <summary>An addressee's answer to one recommendation.</summary>
/// <param name="Kind">What it decided.</param>
/// <param name="Reason">Why.</param>
/// <param name="PlainWords">The same for residents, by language; English always, at most 300 characters each.</param>
/// <param name="Owner">Who sees to it.</param>
/// <param name="DueOn">By when; null when nothing is to be done.</param>
/// <param name="AnsweredAt">When it was received.</param>
/// <param name="By">Key id it came under.</param>
public sealed record RecommendationAnswer(
    AnswerKind Kind, string Reason, IReadOnlyDictionary<string, string> PlainWords, string? Owner, DateOnly? DueOn,
    DateTimeOffset AnsweredAt, string By);

/// <summary>What an addressee decided.</summary>
public enum AnswerKind
{
    /// <summary>It will be done.</summary>
    Adopted,

    /// <summary>Some of it will be done.</summary>
    AdoptedInPart,

    /// <summary>It will not be done.</summary>
    NotAdopted,

    /// <summary>It will be decided later.</summary>
    Deferred,

    /// <summary>It cannot be decided without more information.</summary>
    NeedsInformation,
}
