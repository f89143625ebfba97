namespace CtVoice.Core.Reviews;

/// <summary>
/// The date that members were given is kept, also when the review closed before it. Answers are in time until that date.
/// Changes to them, and taking them back, are taken until that date or until the report goes out, whichever is later.
/// </summary>
public static class KeepingTheDate
{
    /// <summary>True when a message is an addendum.</summary>
    /// <param name="review">The review.</param>
    /// <param name="message">The message.</param>
    /// <param name="question">The question that it answers.</param>
    /// <param name="now">When it is applied: what a person places after the report went out changes nothing that went out.</param>
    public static bool IsLate(Review review, TakingReplies.Message message, int question, DateTimeOffset now)
    {
        var given = review.Window?.ClosesAt;
        if (review.Report is not null)
            return !(message.ReceivedAt < given && now < given);
        return message.ReceivedAt >= given && !Changes(review, message, question);
    }

    /// <summary>True when taking back is too late: what was published stays.</summary>
    public static bool IsTooLateToTakeBack(Review review, DateTimeOffset receivedAt) =>
        review.Report is { } report && receivedAt >= report.SentAt && receivedAt >= review.Window?.ClosesAt;

    /// <summary>True until when a member's page offers the questions: there the date that was given is the last one.</summary>
    public static bool TakesAnswers(Review review, DateTimeOffset now) =>
        review.Stage is ReviewStage.Open ? !(review.Window?.ClosesAt <= now)
            : review is { ClosedAt: not null, CancelReason: null } && now < review.Window?.ClosesAt;

    // Words alone are something more, said late; another choice is a change.
    private static bool Changes(Review review, TakingReplies.Message message, int question) =>
        message.Choice is not null
            && review.Replies.Any(r => r.MemberId == message.MemberId && r.Question == question && r.Counts && r.Choice is not null);
}
