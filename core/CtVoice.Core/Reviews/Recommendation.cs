using System.Text.Json.Serialization;

namespace CtVoice.Core.Reviews;

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

    /// <summary>Every answer, oldest first: the last one holds, the others stay public.</summary>
    public IReadOnlyList<RecommendationAnswer> Answers { get; init; } = [];

    /// <summary>More time that its addressee took, oldest first.</summary>
    public IReadOnlyList<AnswerExtension> Extensions { get; init; } = [];

    /// <summary>Since when it is publicly overdue; null when it is not, or was answered in time.</summary>
    public DateTimeOffset? OverdueSince { get; init; }

    /// <summary>The residents were not answered, so that it is asked once more; null unless it is.</summary>
    public AskedAgain? AskedAgain { get; init; }

    /// <summary>The answer that holds; null until there is one.</summary>
    [JsonIgnore]
    public RecommendationAnswer? Answer => Answers.Count > 0 ? Answers[^1] : null;

    /// <summary>True while its addressee owes an answer: the first, or the one to the residents' "not answered".</summary>
    [JsonIgnore]
    public bool Waits => Answers.Count == (AskedAgain?.AnswersBefore ?? 0);

    /// <summary>True once the answer to the residents' "not answered" is there: it is not changed any more.</summary>
    [JsonIgnore]
    public bool Final => AskedAgain is not null && !Waits;

    /// <summary>True when an answer that was owed came after it was due.</summary>
    [JsonIgnore]
    public bool AnsweredLate => Answers.Any(a => a.Late);

    /// <summary>Since when the present due date holds: nobody is reminded of it for days before that.</summary>
    [JsonIgnore]
    public DateTimeOffset DueSince => AskedAgain?.At ?? (Extensions.Count > 0 ? Extensions[^1].At : SentAt);

    /// <summary>What the answer that holds promises; null when it promises nothing.</summary>
    [JsonIgnore]
    public Commitment? Commitment => Answer?.Commitment;

    /// <summary>The same with the answer that holds replaced, no new one added.</summary>
    public Recommendation WithAnswer(RecommendationAnswer answer) => this with { Answers = [.. Answers.SkipLast(1), answer] };
}

/// <summary>Where a recommendation was carried over from.</summary>
/// <param name="ReviewId">The earlier review.</param>
/// <param name="Number">Its number there.</param>
public sealed record CarriedFrom(string ReviewId, int Number);
