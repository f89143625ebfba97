using CtVoice.Core.Reviews;

namespace CtVoice.Web.Routes;

/// <summary>The coordinator decides whether residents are asked.</summary>
internal sealed record NeedDecision(bool Required, string Reason);

/// <summary>Words released for the report.</summary>
/// <param name="Text">The words as edited; absent releases them as written.</param>
/// <param name="NobodyMeant">Why no word for a status tells of anybody's own life; needed once where the text has one.</param>
internal sealed record WordsRelease(string? Text = null, string? NobodyMeant = null);

/// <summary>What a reply says in English.</summary>
/// <param name="Text">As a person rendered it; at most 4,000 characters.</param>
/// <param name="Translator">That person's name.</param>
internal sealed record RenderingGiven(string Text, string Translator);

/// <summary>More time for members.</summary>
internal sealed record Extension(int BusinessDays, string Reason);

/// <summary>The end of a review.</summary>
internal sealed record Cancellation(string Reason);

/// <summary>One page of a list of reviews.</summary>
/// <param name="Reviews">The reviews, newest first.</param>
/// <param name="Continuation">For the next page; absent on the last.</param>
internal sealed record ReviewPage(IReadOnlyList<ReviewLine> Reviews, string? Continuation)
{
    /// <summary>Reviews of this page whose row cannot be read; absent when all can.</summary>
    public IReadOnlyList<string>? Unreadable { get; init; }
}

/// <summary>A review in a list.</summary>
internal sealed record ReviewLine(
    string Id, string Agency, string Title, ReviewStage Stage, DateTimeOffset StageSince, DateTimeOffset SubmittedAt,
    DateTimeOffset? ClosesAt);
