using System.Text.Json.Serialization;

namespace CtVoice.Core.Reviews.FollowUps;

/// <summary>A numbered question that follows the review's own.</summary>
public enum FollowUpKind
{
    /// <summary>During the preview: is this draft what you said? 1 right, 2 not right.</summary>
    ReadBack,

    /// <summary>After members were told: did this answer you? 1 yes, 2 partly, 3 no.</summary>
    Satisfaction,
}

/// <summary>One follow-up question to one member: each kind is asked once in a review.</summary>
public sealed record FollowUp
{
    /// <summary>1, 2, 3, ... within the review.</summary>
    public required int Number { get; init; }

    /// <summary>Who; never shown outside the coordinator's and auditor's views.</summary>
    public required string MemberId { get; init; }

    /// <summary>Name in the ledger.</summary>
    public required string Pseudonym { get; init; }

    /// <summary>Which question.</summary>
    public required FollowUpKind Kind { get; init; }

    /// <summary>When it left; null while it waits, and for a moment after an answer that was faster than our own record.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Language it was asked in.</summary>
    public string? Language { get; init; }

    /// <summary>The language that a person must translate into before it can be asked; null when nothing is missing.</summary>
    public string? Lacks { get; init; }

    /// <summary>Of a read-back: the drafts that were shown.</summary>
    public IReadOnlyList<ShownDraft> Shown { get; init; } = [];

    /// <summary>The messages that answered it in time, in the order in which they were received.</summary>
    public IReadOnlyList<ReplyPiece> Pieces { get; init; } = [];

    /// <summary>The member does not want to answer it; null while they did not say so. An answer that comes all the same counts.</summary>
    public SkippedFollowUp? Skipped { get; init; }

    /// <summary>The member took back what they had answered by then; null while they did not.</summary>
    public WithdrawnFollowUp? Withdrawn { get; init; }

    /// <summary>Messages that came when it no longer counted: an addendum.</summary>
    public IReadOnlyList<ReplyPiece> Late { get; init; } = [];

    /// <summary>Words that a person released for the agencies; null while they wait.</summary>
    public TextReleased? Release { get; init; }

    /// <summary>Words that a person released for everybody; null while they wait.</summary>
    public TextReleased? PublicRelease { get; init; }

    /// <summary>Of a vote: numbers of the recommendations that its words name.</summary>
    public IReadOnlyList<int> Named { get; init; } = [];

    /// <summary>The member wants it counted and no word of it quoted.</summary>
    public bool NotQuoted { get; init; }

    /// <summary>Why a person looks closely before its words are released (acute, worry, own-case, unsure); empty for most.</summary>
    public IReadOnlyList<string> HeldBecause { get; init; } = [];

    /// <summary>The answer that counts: the latest choice made in time and not taken back; null when none was.</summary>
    [JsonIgnore]
    public int? Choice => Standing.LastOrDefault(p => p.Choice is not null)?.Choice;

    /// <summary>The messages in time that were not taken back.</summary>
    [JsonIgnore]
    public IEnumerable<ReplyPiece> Standing => Pieces.Where(p => !(p.ReceivedAt <= Withdrawn?.At));

    /// <summary>True when the member wrote words beside a digit.</summary>
    [JsonIgnore]
    public bool HasWords => Standing.Concat(Late).Any(p => p.Content is not null);

    /// <summary>True for a read-back whose latest answer, in time or late, is that it is not right.</summary>
    [JsonIgnore]
    public bool Objects => Kind is FollowUpKind.ReadBack && Standing.Concat(Late).LastOrDefault(p => p.Choice is not null)?.Choice == 2;

    /// <summary>True when it holds a message.</summary>
    public bool Holds(string inboundId) => Pieces.Concat(Late).Any(p => p.InboundId == inboundId);
}

/// <summary>A member's word that they do not want to answer a follow-up.</summary>
/// <param name="InboundId">The message that said so.</param>
/// <param name="At">When that was received.</param>
/// <param name="NoMore">They want no further question about the review either.</param>
public sealed record SkippedFollowUp(string InboundId, DateTimeOffset At, bool NoMore);

/// <summary>A member's word that takes back their answer to a follow-up.</summary>
/// <param name="InboundId">The message that said so.</param>
/// <param name="At">When that was received.</param>
public sealed record WithdrawnFollowUp(string InboundId, DateTimeOffset At);

/// <summary>A draft as it was read back.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Version">Its version.</param>
public sealed record ShownDraft(int Draft, int Version);
