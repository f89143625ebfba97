using System.Globalization;
using System.Text.Json.Serialization;
using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Core.Reviews;

/// <summary>Why a message is sent to a member. Each kind goes to a member at most once in a review.</summary>
/// <param name="Kind">invitation, reminder-after-3, reminder-before-1, question-2, moved-1, cancelled, read-back, outcome,
/// satisfaction, update-1.</param>
public sealed record MessagePurpose(string Kind)
{
    /// <summary>The first question.</summary>
    public static MessagePurpose Invitation { get; } = new("invitation");

    /// <summary>The review ended before its date; nothing is to be answered any more.</summary>
    public static MessagePurpose Cancelled { get; } = new("cancelled");

    /// <summary>What became of the advice.</summary>
    public static MessagePurpose Outcome { get; } = new("outcome");

    /// <summary>Is this draft what you said?</summary>
    public static MessagePurpose ReadBack { get; } = new("read-back");

    /// <summary>Did this answer you?</summary>
    public static MessagePurpose Satisfaction { get; } = new("satisfaction");

    /// <summary>The follow-up that it asks; null when it asks none.</summary>
    [JsonIgnore]
    public FollowUpKind? FollowUp => Kind switch
    {
        "read-back" => FollowUpKind.ReadBack,
        "satisfaction" => FollowUpKind.Satisfaction,
        _ => null,
    };

    private const string UpdatePrefix = "update-";
    private const string QuestionPrefix = "question-";
    private const string BeforePrefix = "reminder-before-";
    private const string MovedPrefix = "moved-";

    /// <summary>The close was moved, for the first time, the second, ...</summary>
    public static MessagePurpose Moved(int number) => new(string.Create(CultureInfo.InvariantCulture, $"{MovedPrefix}{number}"));

    /// <summary>Which move of the close it tells of; null for every other message.</summary>
    public int? MoveNumber() =>
        Kind.StartsWith(MovedPrefix, StringComparison.Ordinal)
            ? int.Parse(Kind.AsSpan(MovedPrefix.Length), CultureInfo.InvariantCulture)
            : null;

    /// <summary>True for what tells of a date that no longer holds: it asks nothing, and holds no phone.</summary>
    public bool IsAboutDate() => this == Cancelled || MoveNumber() is not null;

    /// <summary>Later changes, digest by digest.</summary>
    public static MessagePurpose Update(int number) => new(string.Create(CultureInfo.InvariantCulture, $"{UpdatePrefix}{number}"));

    /// <summary>Number of a digest of later changes; null for every other message.</summary>
    public int? UpdateNumber() =>
        Kind.StartsWith(UpdatePrefix, StringComparison.Ordinal)
            ? int.Parse(Kind.AsSpan(UpdatePrefix.Length), CultureInfo.InvariantCulture)
            : null;

    /// <summary>A later question, where the answer to the one before could not show it.</summary>
    public static MessagePurpose Question(int number) => new(string.Create(CultureInfo.InvariantCulture, $"{QuestionPrefix}{number}"));

    /// <summary>Number of the later question that it asks by itself; null for every other message.</summary>
    public int? QuestionNumber() =>
        Kind.StartsWith(QuestionPrefix, StringComparison.Ordinal)
            ? int.Parse(Kind.AsSpan(QuestionPrefix.Length), CultureInfo.InvariantCulture) : null;

    /// <summary>True for what became of the advice, first or later: no question, nothing to answer by a number.</summary>
    public bool IsNews() => this == Outcome || UpdateNumber() is not null;

    /// <summary>True for what would be too late tomorrow: the last reminders before the close, a date that moved,
    /// and a draft that is about to go out.</summary>
    public bool CannotWait() => Kind.StartsWith(BeforePrefix, StringComparison.Ordinal) || IsAboutDate() || this == ReadBack;

    /// <summary>True for every reminder.</summary>
    public bool IsReminder() => Kind.StartsWith("reminder", StringComparison.Ordinal);

    /// <summary>The reminder that many business days before the close.</summary>
    public static MessagePurpose Before(int businessDays) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{BeforePrefix}{businessDays}"));

    /// <summary>The reminder after that many business days of silence.</summary>
    public static MessagePurpose After(int businessDays) =>
        new(string.Create(CultureInfo.InvariantCulture, $"reminder-after-{businessDays}"));
}
