using System.Text.Json.Serialization;

namespace CtVoice.Core.Letters;

/// <summary>
/// What the office writes by itself: to one member, or as one note to the panel of a review (a correction, an apology). It asks
/// nothing, holds no phone and is no part of any review.
/// </summary>
public sealed record Letter
{
    /// <summary>Names it.</summary>
    public required string Id { get; init; }

    /// <summary>The review whose panel it goes to; null for a letter to one member.</summary>
    public string? ReviewId { get; init; }

    /// <summary>Its words, one text per language that its readers are written to in.</summary>
    public required IReadOnlyList<LetterText> Texts { get; init; }

    /// <summary>Whom it goes to.</summary>
    public required IReadOnlyList<LetterReader> To { get; init; }

    /// <summary>Key id of the writer.</summary>
    public required string By { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>From when on it leaves; until then it can be stopped.</summary>
    public required DateTimeOffset LeavesAt { get; init; }

    /// <summary>It has begun to leave: it can be stopped no more.</summary>
    public bool Leaving { get; init; }

    /// <summary>When somebody stopped it; null for most.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>Key id of whoever stopped it.</summary>
    public string? StoppedBy { get; init; }

    /// <summary>Nothing more happens to it.</summary>
    [JsonIgnore]
    public bool Over => StoppedAt is not null || To.All(r => r.State is not LetterState.Waits);

    /// <summary>Members whom the office calls, because no message may bring it.</summary>
    [JsonIgnore]
    public bool WantsCalls => StoppedAt is null && Leaving && To.Any(r => r.State is LetterState.Call);

    /// <summary>The words for a reader.</summary>
    public LetterText TextFor(LetterReader reader) => Texts.First(t => t.Language == reader.Language);

    /// <summary>The letter with one reader replaced.</summary>
    public Letter With(LetterReader reader) => this with { To = [.. To.Select(r => r.MemberId == reader.MemberId ? reader : r)] };
}

/// <summary>The words of a letter in one language.</summary>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Text">What is said between the board's name and how to stop.</param>
/// <param name="Translator">The person who translated; null in English.</param>
public sealed record LetterText(string Language, string Text, string? Translator = null)
{
    /// <summary>Without the words: they reach no log.</summary>
    public override string ToString() => $"{nameof(LetterText)} {Language}";
}

/// <summary>One reader of a letter, and what became of it for them.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="Language">The language they are written to in.</param>
/// <param name="State">What became of it.</param>
/// <param name="At">Since when.</param>
public sealed record LetterReader(string MemberId, string Language, LetterState State = LetterState.Waits, DateTimeOffset? At = null);

/// <summary>What became of a letter for one reader.</summary>
public enum LetterState
{
    /// <summary>It is to leave.</summary>
    Waits,

    /// <summary>It left by text or mail.</summary>
    Sent,

    /// <summary>They take calls only, or texts that name no topic: somebody calls.</summary>
    Call,

    /// <summary>Somebody has called.</summary>
    Called,

    /// <summary>They cannot be reached, or want nothing more.</summary>
    NotReached,
}
