using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;
using CtVoice.Core.Workflows;

namespace CtVoice.Core.Accountability.Activities;

/// <summary>Where a recommendation stands.</summary>
public sealed class ReadRecommendation(ReviewStore reviews, BusinessCalendar calendar) : IActivity<RecommendationMoment, RecommendationSight>
{
    public async Task<RecommendationSight> RunAsync(RecommendationMoment input, CancellationToken cancellationToken) =>
        await reviews.ReadAsync(input.ReviewId, cancellationToken) is { } review
            ? RecommendationSight.Of(review.State, input.Number, calendar, input.Now)
            : new(Over: true);
}

/// <summary>The answer is late: from now on that is public.</summary>
public sealed class NoteOverdue(ReviewCommands commands) : IActivity<RecommendationMoment, bool>
{
    public async Task<bool> RunAsync(RecommendationMoment input, CancellationToken cancellationToken) =>
        await commands.DecideAsync(
            input.ReviewId, (review, now) => Answering.NoteOverdue(review, input.Number, now), input.Now, cancellationToken) is { Result: true };
}
