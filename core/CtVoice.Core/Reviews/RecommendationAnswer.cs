namespace CtVoice.Core.Reviews;

/// <summary>An addressee's answer to one recommendation.</summary>
/// <param name="Kind">What it decided.</param>
/// <param name="Reason">Why.</param>
/// <param name="PlainWords">The same for residents, by language as the addressee gave it; English always,
/// at most 300 characters each.</param>
/// <param name="Owner">Who sees to it.</param>
/// <param name="DueOn">By when; null when nothing is to be done.</param>
/// <param name="AnsweredAt">When it was received.</param>
/// <param name="By">Key id it came under.</param>
public sealed record RecommendationAnswer(
    AnswerKind Kind, string Reason, IReadOnlyDictionary<string, string> PlainWords, string? Owner, DateOnly? DueOn,
    DateTimeOffset AnsweredAt, string By)
{
    /// <summary>The person who wrote the plain words in other languages than English; null when there are none.</summary>
    public string? Translator { get; init; }

    /// <summary>Who at the addressee signed it off, where it is said; for the addressee and the board's office, not public.</summary>
    public string? SignedOffBy { get; init; }

    /// <summary>The plain words in languages of members, translated by people for the board. Not public:
    /// they would say who is asked in what.</summary>
    public IReadOnlyList<PlainTranslation> Translations { get; init; } = [];

    /// <summary>True when it was owed and came after it was due.</summary>
    public bool Late { get; init; }

    /// <summary>What it promises; null when nothing is to be done.</summary>
    public Commitment? Commitment { get; init; }

    /// <summary>The plain words in a language, written by a person; null when nobody wrote them yet.</summary>
    public string? PlainIn(string language) =>
        Translations.LastOrDefault(t => t.Language == language)?.Text ?? PlainWords.GetValueOrDefault(language);

    /// <summary>True when another answer says the same: sent twice, it is one.</summary>
    public bool SaysTheSame(RecommendationAnswer other) =>
        (Kind, Reason, Owner, DueOn, Translator, SignedOffBy)
            == (other.Kind, other.Reason, other.Owner, other.DueOn, other.Translator, other.SignedOffBy)
        && PlainWords.Count == other.PlainWords.Count && PlainWords.All(w => other.PlainWords.GetValueOrDefault(w.Key) == w.Value);
}

/// <summary>An addressee's plain words in the language of members.</summary>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Text">At most 300 characters.</param>
/// <param name="Translator">The person who translated.</param>
/// <param name="By">Key id it came under.</param>
/// <param name="At">When.</param>
public sealed record PlainTranslation(string Language, string Text, string Translator, string By, DateTimeOffset At);

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
