using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Commands;
using CtVoice.Core.Engine;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Workflows.Activities;

/// <summary>A step of a review that is one decision: true when it was taken, false when there was nothing to decide.</summary>
public abstract class ReviewStep(ReviewCommands commands) : IActivity<ReviewMoment, bool>
{
    public async Task<bool> RunAsync(ReviewMoment input, CancellationToken cancellationToken) =>
        await commands.DecideAsync(input.ReviewId, Decide, input.Now, cancellationToken: cancellationToken) is { Result: true };

    /// <summary>The decision.</summary>
    protected abstract Decided<bool> Decide(Review review, DateTimeOffset now);
}

/// <summary>The coordinator's silence has decided.</summary>
public sealed class RequireReview(ReviewCommands commands) : ReviewStep(commands)
{
    protected override Decided<bool> Decide(Review review, DateTimeOffset now) => Assessing.BySilence(review, now);
}

/// <summary>The panel is asked.</summary>
public sealed class StartAsking(ReviewCommands commands) : ReviewStep(commands)
{
    protected override Decided<bool> Decide(Review review, DateTimeOffset now) => Inviting.Open(review, now);
}

/// <summary>The review closes, or is extended once.</summary>
public sealed class CloseReview(ReviewCommands commands, BusinessCalendar calendar) : ReviewStep(commands)
{
    protected override Decided<bool> Decide(Review review, DateTimeOffset now) => Closing.Close(review, calendar, now);
}

/// <summary>The report goes out.</summary>
public sealed class SendReport(ReviewCommands commands, BusinessCalendar calendar) : ReviewStep(commands)
{
    protected override Decided<bool> Decide(Review review, DateTimeOffset now) => Reporting.Send(review, calendar, now);
}

/// <summary>The supplement goes out.</summary>
public sealed class SendSupplement(ReviewCommands commands, BusinessCalendar calendar) : ReviewStep(commands)
{
    protected override Decided<bool> Decide(Review review, DateTimeOffset now) => Supplementing.Send(review, calendar, now);
}

/// <summary>The answers are in, or their time is over.</summary>
public sealed class FinishReview(ReviewCommands commands) : ReviewStep(commands)
{
    protected override Decided<bool> Decide(Review review, DateTimeOffset now) => Finishing.Finish(review, now);
}

/// <summary>The votes on "did this answer you?" are counted.</summary>
public sealed class CountVotes(ReviewCommands commands, BusinessCalendar calendar) : ReviewStep(commands)
{
    protected override Decided<bool> Decide(Review review, DateTimeOffset now) => AskingAgain.Count(review, calendar, now);
}

/// <summary>Texts are late: for the digest, or escalated.</summary>
public sealed class NoteTextsLate(ReviewCommands commands) : IActivity<TextsNotice, bool>
{
    public async Task<bool> RunAsync(TextsNotice input, CancellationToken cancellationToken) =>
        await commands.DecideAsync(
            input.ReviewId, (review, now) => ReleasingTexts.NoteDelay(review, input.Escalate, now), input.Now,
            cancellationToken: cancellationToken) is { Result: true };
}
