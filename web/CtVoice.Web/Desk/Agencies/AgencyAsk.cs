using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Texts;

namespace CtVoice.Web.Desk.Agencies;

/// <summary>Something that is asked of an agency.</summary>
/// <param name="Sign">Its tag.</param>
/// <param name="Title">What to do.</param>
/// <param name="Href">Where.</param>
/// <param name="About">The review.</param>
/// <param name="Due">By when; null where there is no date.</param>
/// <param name="Day">The same where a day is promised and no time.</param>
/// <param name="Because">How the date was computed.</param>
/// <param name="Says">What happens then.</param>
/// <param name="Late">The date has passed.</param>
public sealed record AgencyAsk(
    ReviewWords.Standing Sign, string Title, string Href, string About, DateTimeOffset? Due, DateOnly? Day, IReadOnlyList<string> Because,
    string Says, bool Late = false)
{
    // Days before its day from which a guardrail is asked for.
    private const int GuardrailsAskedBefore = 30;

    /// <summary>What one review asks of an agency, first what is due first.</summary>
    internal static IEnumerable<AgencyAsk> Of(Review review, string agency, DateTimeOffset now)
    {
        var mine = review.Recommendations.Where(r => r.Addressee == agency).ToList();
        foreach (var due in mine.Where(r => r.Waits).GroupBy(r => r.DueAt).OrderBy(g => g.Key))
        {
            var late = now >= due.Key;
            IReadOnlyList<int> numbers = [.. due.Select(r => r.Number)];
            yield return new(
                late ? new("bad", "clock", "Overdue") : new("agy", "pencil", "Answer"),
                $"Answer recommendation{(numbers.Count == 1 ? "" : "s")} {AgencyWords.List(numbers)}",
                AgencyDesk.PathOf(review.Id, numbers[0]), review.Title, due.Key, null, due.First().DueBecause,
                late ? "was the date; it is public" : "after it the register says “overdue”", late);
        }
        foreach (var promised in mine.Where(r => r is { Waits: false, Commitment.Delivered: false }))
        {
            var commitment = promised.Commitment!;
            var late = now >= commitment.DueAt;
            var decide = promised.Answer!.Kind is AnswerKind.Deferred or AnswerKind.NeedsInformation;
            yield return new(
                late
                    ? new("bad", "clock", decide ? "To decide" : "Promise late")
                    : new("agy", decide ? "pencil" : "flag", decide ? "To decide" : "Promise"),
                decide ? $"Decide on recommendation {promised.Number}" : $"Show that recommendation {promised.Number} is done",
                AgencyDesk.PathOf(review.Id, promised.Number), review.Title, commitment.DueAt, commitment.DueOn,
                commitment.DueByPolicy ? ["Your answer named no day; this one is the policy’s."] : ["You promised this day."],
                "was promised by then", late);
        }
        foreach (var guardrail in review.Guardrails.Where(g => review.Agency == agency && review.Report is not null && !g.Promise.Delivered
            && now >= g.Promise.DueAt.AddDays(-GuardrailsAskedBefore)))
        {
            var late = now >= guardrail.Promise.DueAt;
            yield return new(
                late ? new("bad", "clock", "Promise late") : new("agy", "flag", "Promise"),
                $"Show that guardrail {guardrail.Number} is in place", AgencyDesk.PathOf(review.Id, GuardrailsPage.Tab), review.Title,
                guardrail.Promise.DueAt, guardrail.Promise.DueOn,
                guardrail.Promise.DueByPolicy ? ["You named no day; this one is the policy’s."] : ["You promised this day."],
                "was promised by then", late);
        }
        if (review.Stage is ReviewStage.Preparing && review.Agency == agency
            && review.TextIn(TextReadiness.Original) is { Reviewer: null } text
            && review.Released.All(r => r.Language != text.Language)
            && (TextReadiness.Lacking(review, text).Count > 0 || TextReadiness.TooHard(text).Count > 0))
        {
            yield return new(
                new("agy", "pencil", "Texts"), "Make the texts for residents easier or complete", AgencyDesk.PathOf(review.Id, "texts"),
                review.Title, null, null, [],
                "residents are asked once they are ready");
        }
    }
}
