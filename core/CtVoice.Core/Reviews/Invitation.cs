using System.Text.Json.Serialization;
using CtVoice.Core.Board;

namespace CtVoice.Core.Reviews;

/// <summary>One member's part in one review, from being asked to being told what became of it.</summary>
public sealed record Invitation
{
    /// <summary>The member.</summary>
    public required string MemberId { get; init; }

    /// <summary>The member's name in this review's ledger.</summary>
    public required string Pseudonym { get; init; }

    /// <summary>Language of everything sent.</summary>
    public required string Language { get; init; }

    /// <summary>Code by which an emailed reply finds its way back; no look-alike characters.</summary>
    public required string Code { get; init; }

    /// <summary>1 for those asked first, 2 for those who joined later.</summary>
    public required int Round { get; init; }

    /// <summary>When it was decided to ask this member.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Channel of the invitation once it left: sms, email, phone-dictated or letter.</summary>
    public Channel? Channel { get; init; }

    /// <summary>When the invitation left.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Reminders that left, oldest first.</summary>
    public IReadOnlyList<SentReminder> Reminders { get; init; } = [];

    /// <summary>How many moves of the close this member knows of.</summary>
    public int MovesTold { get; init; }

    /// <summary>When the member was told last that the close was moved, or that the review is cancelled.</summary>
    public DateTimeOffset? DateToldAt { get; init; }

    /// <summary>Number of the question this member is to answer next; one more than there are when all are answered.</summary>
    public int NextQuestion { get; init; } = 1;

    /// <summary>
    /// Questions that were put before this member, oldest first; null in what was stored before that was recorded.
    /// </summary>
    public IReadOnlyList<ShownQuestion>? Shown { get; init; }

    /// <summary>Questions that this member did not want to answer, oldest first.</summary>
    public IReadOnlyList<SkippedQuestion> Skipped { get; init; } = [];

    /// <summary>A question back that waits for one word; null when none does.</summary>
    public AskedBack? AskedBack { get; init; }

    /// <summary>Words that took answers back, or ended their being quoted, oldest first: each counts once,
    /// whatever is interrupted.</summary>
    public IReadOnlyList<RevisedBy> Revised { get; init; } = [];

    /// <summary>Nothing that this member says in the review is to be quoted.</summary>
    public bool NotQuoted { get; init; }

    /// <summary>Questions at which the member was asked which option an answer means; each at most once.</summary>
    public IReadOnlyList<int> Clarified { get; init; } = [];

    /// <summary>When the latest reply was received, or the latest word that a question is skipped.</summary>
    public DateTimeOffset? LastReplyAt { get; init; }

    /// <summary>Kind of a message that a provider took and could not deliver: it leaves again, another way. Null otherwise.</summary>
    public string? Undelivered { get; init; }

    /// <summary>True once an alternate was called because of this member's silence, or nobody was left to call.</summary>
    public bool AlternateCalled { get; init; }

    /// <summary>Why this member is asked no further; null while the invitation stands.</summary>
    public string? EndedBecause { get; init; }

    /// <summary>What the coordinator should call about, because no message can bring it; null when nothing waits.</summary>
    public PendingCall? Call { get; init; }

    /// <summary>When the member was told what became of the advice.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>How much of the review's news the member was told.</summary>
    public int ToldThrough { get; init; }

    /// <summary>Digests of later changes that the member got.</summary>
    public int Updates { get; init; }

    /// <summary>When the latest of them left.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Part of the id of the workflow that sees to this member now: the round, then a number for each digest.</summary>
    public int Part => ToldAt is null ? Round : 3 + Updates;

    /// <summary>True while this member has neither answered nor skipped anything.</summary>
    public bool Silent => LastReplyAt is null;

    /// <summary>True while an answer is possible.</summary>
    public bool Stands => EndedBecause is null;

    /// <summary>True when it ended because the member said so, by whatever channel: a word that counts like an answer.</summary>
    public bool EndedByWord => EndedBecause is Inviting.Declined or Inviting.AskedToStop;

    /// <summary>True when the member answered all of <paramref name="questions"/> questions.</summary>
    public bool Complete(int questions) => NextQuestion > questions;
}

/// <summary>A call that waits for the coordinator.</summary>
/// <param name="Kind">What is to be said: the kind of the message (<see cref="MessagePurpose"/>).</param>
/// <param name="Since">Since when.</param>
public sealed record PendingCall(string Kind, DateTimeOffset Since)
{
    /// <summary>It is no call but a letter on paper, to be printed and posted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ByLetter { get; init; }
}

/// <summary>A reminder that left.</summary>
/// <param name="Kind">Which one; each is sent at most once.</param>
/// <param name="SentAt">When it left.</param>
/// <param name="DeliveredAt">When the provider said that it arrived; null until then.</param>
public sealed record SentReminder(string Kind, DateTimeOffset SentAt, DateTimeOffset? DeliveredAt = null);
