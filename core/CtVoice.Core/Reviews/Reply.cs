using System.Text.Json.Serialization;
using CtVoice.Core.Board;
using CtVoice.Language.Email;

namespace CtVoice.Core.Reviews;

/// <summary>What one member said to one question: everything sent in time, or everything sent late, in order.</summary>
public sealed record Reply
{
    /// <summary>1, 2, 3, ... within the review.</summary>
    public required int Number { get; init; }

    /// <summary>Who; never shown outside the coordinator's and auditor's views.</summary>
    public required string MemberId { get; init; }

    /// <summary>Name in the ledger.</summary>
    public required string Pseudonym { get; init; }

    /// <summary>Number of the question.</summary>
    public required int Question { get; init; }

    /// <summary>True when received after the close: an addendum, not counted.</summary>
    public required bool Late { get; init; }

    /// <summary>The latest choice, 1 to 3; null when none was made.</summary>
    public int? Choice { get; init; }

    /// <summary>The messages it came in.</summary>
    public IReadOnlyList<ReplyPiece> Pieces { get; init; } = [];

    /// <summary>Words that a person released for the agencies; null while they wait.</summary>
    public TextReleased? Release { get; init; }

    /// <summary>Words that a person released for everybody; null while they wait.</summary>
    public TextReleased? PublicRelease { get; init; }

    /// <summary>A person decided that no word of it is passed on; null while nobody did.</summary>
    public WordsWithheld? Withheld { get; init; }

    /// <summary>What it says in English, where a person typed that; null otherwise.</summary>
    public Rendering? Rendering { get; init; }

    /// <summary>Those before it: shown nowhere, and named here so that whatever seals or destroys the member's words finds them.</summary>
    public IReadOnlyList<Rendering> EarlierRenderings { get; init; } = [];

    /// <summary>
    /// Why its words are held (<see cref="Language.Meaning.Flags.Acute"/>, <see cref="Language.Meaning.Flags.Worry"/>,
    /// <see cref="Language.Meaning.Flags.OwnCase"/>, <see cref="Language.Meaning.Flags.Unsure"/>); empty when they are not.
    /// </summary>
    public IReadOnlyList<string> HeldBecause { get; init; } = [];

    /// <summary>True until a person has released words that may be about danger or about the writer's own case.</summary>
    public bool Held => HeldBecause.Count > 0 && Release is null;

    /// <summary>The member took it back in time: it is not counted and nothing of it goes out.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>The member wants it counted and no word of it quoted.</summary>
    public bool NotQuoted { get; init; }

    /// <summary>True while it counts: in time, and not taken back.</summary>
    public bool Counts => !Late && !Withdrawn;

    /// <summary>Whoever wrote it asked to be erased: it counts, and nothing of its words goes anywhere.</summary>
    public bool Sealed { get; init; }

    /// <summary>True when its words may be shown to others, once a person released them.</summary>
    public bool Quotable => HasWords && !Withdrawn && !NotQuoted && !Sealed;

    /// <summary>True when the member wrote words, not only a digit.</summary>
    public bool HasWords => Pieces.Any(p => p.Content is not null);

    /// <summary>True when a person decides on its words: they may be shown, and say more than a plain "ok".</summary>
    public bool Releasable => Quotable && Pieces.Any(p => p is { Content: not null, Plain: false });
}

/// <summary>One message of a reply.</summary>
/// <param name="InboundId">The stored message; the same message is never applied twice.</param>
/// <param name="Channel">How it came.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="Content">Key of the words; null when there were none.</param>
/// <param name="Choice">The choice it made; null when it made none.</param>
/// <param name="Dictation">Who wrote it down; null when the member wrote it.</param>
/// <param name="Plain">True when its words agree and say no more, such as "ok, thanks".</param>
public sealed record ReplyPiece(
    string InboundId, Channel Channel, DateTimeOffset ReceivedAt, string? Content, int? Choice = null, Dictation? Dictation = null,
    bool Plain = false)
{
    /// <summary>Stretches of its words that may be somebody else's; null when there are none.</summary>
    public IReadOnlyList<Stretch>? Unsure { get; init; }
}

/// <summary>How spoken words became written ones.</summary>
/// <param name="WrittenBy">Key id of the coordinator who wrote.</param>
/// <param name="Interpreter">The person who interpreted; null when nobody had to.</param>
/// <param name="ReadBack">True when the member heard it again and agreed.</param>
public sealed record Dictation(string WrittenBy, string? Interpreter, bool ReadBack)
{
    /// <summary>The member wrote it on paper, and it was typed from that: nobody had to read it back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool FromPaper { get; init; }
}

/// <summary>Words released by a person.</summary>
/// <param name="By">Key id of the person.</param>
/// <param name="At">When.</param>
/// <param name="Content">Key of the text as released.</param>
/// <param name="OtherWords">True when it leaves in other words than it came in.</param>
/// <param name="AfterReport">True when it was decided after the report went out.</param>
public sealed record TextReleased(string By, DateTimeOffset At, string Content, bool OtherWords = false, bool AfterReport = false)
{
    /// <summary>Words for a status of which the person said that nobody's own life is meant; empty when the text has none.</summary>
    public IReadOnlyList<string> NobodyMeant { get; init; } = [];

    /// <summary>It is a quote in the first person: it becomes no recommendation.</summary>
    public bool InFirstPerson { get; init; }
}

/// <summary>Words that a person decided not to pass on.</summary>
/// <param name="By">Key id of the person.</param>
/// <param name="At">When.</param>
/// <param name="Because">Why; for coordinator and auditor only, so that it is in no ledger and no count.</param>
/// <param name="ToldAt">When their writer was told; null until then.</param>
public sealed record WordsWithheld(string By, DateTimeOffset At, WithheldBecause Because, DateTimeOffset? ToldAt = null);

/// <summary>Why words are not passed on.</summary>
public enum WithheldBecause
{
    /// <summary>They would say who wrote them, or whom they are about.</summary>
    Identifying,

    /// <summary>Passing them on could put somebody in danger.</summary>
    Danger,

    /// <summary>They are about something else.</summary>
    OffTopic,

    /// <summary>The writer does not want it.</summary>
    NotWanted,
}
