using System.Globalization;
using System.Text.Json.Serialization;
using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Core.Reviews;

/// <summary>What a member's workflow sees: what is to be sent next and when, and when an alternate is called. No personal data.</summary>
/// <param name="Over">Nothing more will be sent.</param>
/// <param name="Purpose">What is sent next; null when nothing is known to be.</param>
/// <param name="SendAt">From when on it is due.</param>
/// <param name="AlternateAt">When an alternate joins because of this member's silence.</param>
public sealed record InvitationSight(bool Over, MessagePurpose? Purpose = null, DateTimeOffset? SendAt = null, DateTimeOffset? AlternateAt = null)
{
    private static readonly InvitationSight Nothing = new(false);

    /// <summary>The sight of one member's part in a review.</summary>
    public static InvitationSight Of(Review review, Invitation invitation, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (!invitation.Stands || review.Over && review.Stage is not ReviewStage.Finished && TellingDates.Cancelled(review, invitation) is null)
            return new(true);
        var sight = Next(review, invitation, calendar, now);
        // A call of this kind waits for the coordinator already; noting it wakes the workflow.
        return sight.Purpose is { } purpose && purpose.Kind == invitation.Call?.Kind ? sight with { Purpose = null, SendAt = null } : sight;
    }

    private static InvitationSight Next(Review review, Invitation invitation, BusinessCalendar calendar, DateTimeOffset now) =>
        review.Stage switch
        {
            // Between the close and its settling: nobody is asked or reminded of a question that is over.
            ReviewStage.Open when review.Window?.ClosesAt <= now => Nothing,
            ReviewStage.Open when invitation.SentAt is null => new(false, MessagePurpose.Invitation, invitation.CreatedAt),
            ReviewStage.Open when invitation is { Silent: true, Undelivered: { } lost } => new(false, new(lost), invitation.SentAt),
            ReviewStage.Open when TellingDates.Moved(review, invitation) is var (purpose, at) =>
                new(false, purpose, at, invitation.Silent ? AlternateDue(review, invitation, calendar) : null),
            ReviewStage.Open when invitation.Silent => Silence(review, invitation, calendar, now),
            ReviewStage.Open when ShowingQuestions.OwedAt(review, invitation, calendar) is { } at => new(false, MessagePurpose.Question(invitation.NextQuestion), at),
            ReviewStage.Cancelled => new(false, MessagePurpose.Cancelled, TellingDates.Cancelled(review, invitation)),
            ReviewStage.Preview when invitation.SentAt is not null && ReadingBack.DueFor(review, invitation, calendar) is { } at => new(false, MessagePurpose.ReadBack, at),
            ReviewStage.Finished when invitation.Silent => new(true),
            ReviewStage.Finished when Satisfaction.DueFor(review, invitation, calendar, now) is { } at => new(false, MessagePurpose.Satisfaction, at),
            ReviewStage.Finished => TellingMembers.Next(review, invitation, calendar),
            // Never asked, and it is too late to ask.
            _ when invitation.SentAt is null => new(true),
            _ => Nothing,
        };

    private static InvitationSight Silence(Review review, Invitation invitation, BusinessCalendar calendar, DateTimeOffset now)
    {
        var reminder = NextReminder(review, invitation, calendar, now);
        return new(false, reminder?.Purpose, reminder?.At, AlternateDue(review, invitation, calendar));
    }

    /// <summary>
    /// The reminder that is due or comes next. Where several are due at once, after an outage, only the latest is sent; and
    /// never two messages to a member on one day.
    /// </summary>
    private static (MessagePurpose Purpose, DateTimeOffset At)? NextReminder(
        Review review, Invitation invitation, BusinessCalendar calendar, DateTimeOffset now)
    {
        var policy = review.Policy;
        var close = review.Window!.ClosesAt;
        var latest = invitation.Reminders.Select(r => r.SentAt).Append(invitation.SentAt!.Value).Append(invitation.DateToldAt ?? default).Max();
        var all = policy.RemindBeforeClose
            .Select(days => (Purpose: MessagePurpose.Before(days), calendar.BusinessDaysBefore(close, days, policy.RemindsAt).At))
            .Append((Purpose: MessagePurpose.After(policy.RemindAfter),
                calendar.EndOfWindow(invitation.SentAt.Value, policy.RemindAfter, policy.RemindsAt).At))
            .Where(r => invitation.Reminders.All(sent => sent.Kind != r.Purpose.Kind))
            .Where(r => r.At < close && LocalTime.DateIn(BusinessCalendar.Zone, r.At) > LocalTime.DateIn(BusinessCalendar.Zone, latest))
            .OrderBy(r => r.At)
            .ToList();
        var due = all.FindLastIndex(r => r.At <= now);
        return due >= 0 ? all[due] : all.Count > 0 ? all[0] : null;
    }

    private static DateTimeOffset? AlternateDue(Review review, Invitation invitation, BusinessCalendar calendar)
    {
        if (invitation.AlternateCalled || invitation.Round > 1)
            return null;
        if (invitation.Reminders.Min(r => r.DeliveredAt) is not { } delivered)
            return null;
        var half = calendar.EndOfWindow(review.Window!.OpensAt, Math.Max(1, review.Policy.WindowBusinessDays / 2), review.Policy.RemindsAt).At;
        return half > delivered ? half : delivered;
    }
}

/// <summary>Why a message is sent to a member. Each kind goes to a member at most once in a review.</summary>
/// <param name="Kind">invitation, reminder-after-3, reminder-before-1, question-2, moved-1, cancelled, read-back, outcome, satisfaction, update-1.</param>
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
        Kind.StartsWith(MovedPrefix, StringComparison.Ordinal) ? int.Parse(Kind.AsSpan(MovedPrefix.Length), CultureInfo.InvariantCulture) : null;

    /// <summary>True for what tells of a date that no longer holds: it asks nothing, and holds no phone.</summary>
    public bool IsAboutDate() => this == Cancelled || MoveNumber() is not null;

    /// <summary>Later changes, digest by digest.</summary>
    public static MessagePurpose Update(int number) => new(string.Create(CultureInfo.InvariantCulture, $"{UpdatePrefix}{number}"));

    /// <summary>Number of a digest of later changes; null for every other message.</summary>
    public int? UpdateNumber() =>
        Kind.StartsWith(UpdatePrefix, StringComparison.Ordinal) ? int.Parse(Kind.AsSpan(UpdatePrefix.Length), CultureInfo.InvariantCulture) : null;

    /// <summary>A later question, where the answer to the one before could not show it.</summary>
    public static MessagePurpose Question(int number) => new(string.Create(CultureInfo.InvariantCulture, $"{QuestionPrefix}{number}"));

    /// <summary>Number of the later question that it asks by itself; null for every other message.</summary>
    public int? QuestionNumber() =>
        Kind.StartsWith(QuestionPrefix, StringComparison.Ordinal) ? int.Parse(Kind.AsSpan(QuestionPrefix.Length), CultureInfo.InvariantCulture) : null;

    /// <summary>True for what became of the advice, first or later: no question, nothing to answer by a number.</summary>
    public bool IsNews() => this == Outcome || UpdateNumber() is not null;

    /// <summary>True for what would be too late tomorrow: the last reminders before the close, a date that moved, and a draft that is about to go out.</summary>
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
