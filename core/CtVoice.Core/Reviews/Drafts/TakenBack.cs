namespace CtVoice.Core.Reviews.Drafts;

/// <summary>
/// What becomes of written recommendations when a reply that they were made from is taken back: it is no source any more,
/// and a person looks at the words again before they leave, because they may be those that were taken back.
/// </summary>
internal static class TakenBack
{
    /// <summary>
    /// The drafts without those replies. One that was made from nothing else keeps its sources and stands no more
    /// (<see cref="WritingDrafts.Stands"/>). What went out as a recommendation stays.
    /// </summary>
    internal static Drafting From(Drafting drafting, IReadOnlyList<int> replies)
    {
        foreach (var draft in drafting.Drafts.Where(d => d.Became is null
            && d.From.Concat(d.Supports).Concat(d.Opposes).Any(replies.Contains)))
        {
            var source = draft.From.Any(replies.Contains);
            var without = draft with
            {
                Version = draft.Version + 1,
                From = draft.From.All(replies.Contains) ? draft.From : Less(draft.From),
                Supports = Less(draft.Supports),
                Opposes = Less(draft.Opposes),
            };
            drafting = drafting.With(source ? without with { Release = null, PublicRelease = null, Translations = [] } : without);
        }
        return drafting;

        IReadOnlyList<int> Less(IReadOnlyList<int> numbers) => [.. numbers.Where(n => !replies.Contains(n))];
    }

    /// <summary>
    /// Texts in which the words of those replies went out as they were: where the review closed early and its report was
    /// faster than the date that members were given, they are sealed.
    /// </summary>
    internal static IReadOnlyList<string> Published(Review review, IReadOnlyList<Reply> replies) => review.Report is null
        ? []
        : [.. replies.SelectMany(r => new[] { r.Release?.Content, r.PublicRelease?.Content }).OfType<string>()
            .Except(review.Sealed, StringComparer.Ordinal)];
}
