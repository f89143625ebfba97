using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Engine;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Workflows.Activities;

/// <summary>Where a review stands. A review that is not there has nothing left to do.</summary>
public sealed class ReadReview(ReviewStore reviews, BusinessCalendar calendar) : IActivity<ReviewMoment, ReviewSchedule>
{
    public async Task<ReviewSchedule> RunAsync(ReviewMoment input, CancellationToken cancellationToken) =>
        await reviews.ReadAsync(input.ReviewId, cancellationToken) is { } review
            ? ReviewSchedule.Of(review.State, calendar, input.Now)
            : new(ReviewStage.Cancelled);
}
