using CtVoice.Core.Reviews;

namespace CtVoice.Local.Trial;

/// <summary>How far a review has come, as the tour tells it. Each goes on to the next one.</summary>
internal enum Chapter
{
    /// <summary>The agency sends its project.</summary>
    Sent = 1,

    /// <summary>What residents will read is released.</summary>
    Texts,

    /// <summary>Residents answer, until the close.</summary>
    Asked,

    /// <summary>The office writes recommendations, until the report.</summary>
    Close,

    /// <summary>The first answer of an agency is awaited.</summary>
    Report,

    /// <summary>The other answers are, until members are told.</summary>
    Answers,

    /// <summary>"Did this answer you?", until the votes are counted.</summary>
    Judged,

    /// <summary>What was promised is followed.</summary>
    Promise,

    /// <summary>Nothing of it is open any more.</summary>
    Over,
}

/// <summary>Where a review stands in the tour, told by its state alone: whoever does a step by hand gets as far as whoever
/// has it played.</summary>
internal static class Chapters
{
    internal static Chapter Of(Review? review) => review switch
    {
        null => Chapter.Sent,
        { Stage: ReviewStage.NotRequired or ReviewStage.Cancelled } => Chapter.Over,
        { Stage: ReviewStage.Open } => Chapter.Asked,
        { Stage: ReviewStage.Preview } => Chapter.Close,
        { Stage: ReviewStage.Answering } when review.Recommendations.All(r => r.Answer is null) => Chapter.Report,
        { Stage: ReviewStage.Answering } => Chapter.Answers,
        { Stage: ReviewStage.Finished, VotesCountedAt: null } when review.Recommendations.Count > 0
            && review.Repliers > 0 => Chapter.Judged,
        { Stage: ReviewStage.Finished } when review.Recommendations.Any(r => r.Waits || IsFollowed(r))
            && !review.Recommendations.Any(IsBroken) => Chapter.Promise,
        { Stage: ReviewStage.Finished } => Chapter.Over,
        _ => Chapter.Texts,
    };

    /// <summary>It promises something, which was neither shown to be done nor publicly broken.</summary>
    internal static bool IsFollowed(Core.Reviews.Recommendation recommendation) =>
        recommendation.Commitment is { Delivered: false, NotDeliveredSince: null };

    /// <summary>What it promised is publicly not delivered.</summary>
    internal static bool IsBroken(Core.Reviews.Recommendation recommendation) =>
        recommendation.Commitment is { Delivered: false, NotDeliveredSince: not null };
}
