using CtVoice.Core.Reviews;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Register;

/// <summary>
/// What an agency made of the advice that went to it, in counts. In order of names: there is no ranking, and no percentage, which of few
/// would say more than there is.
/// </summary>
/// <param name="Agency">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Recommendations">Recommendations to it.</param>
/// <param name="Adopted">Those it adopted.</param>
/// <param name="InPart">Those it adopted in part.</param>
/// <param name="Refused">Those it did not adopt.</param>
/// <param name="Deferred">Those it put off, or wants to know more of.</param>
/// <param name="Overdue">Those whose answer is overdue.</param>
/// <param name="Kept">Those whose promise was kept.</param>
/// <param name="Broken">Those whose promise was broken.</param>
public sealed record AgencyRecord(
    string Agency, string Name, int Recommendations, int Adopted, int InPart, int Refused, int Deferred, int Overdue, int Kept, int Broken)
{
    internal static AgencyRecord Of(AdviceCounts counts) => new(
        counts.Addressee, RegisterWords.Agency(counts.Addressee), counts.Recommendations, counts.Adopted, counts.InPart, counts.Refused,
        counts.Deferred,
        counts.Overdue, counts.Kept, counts.Broken);

    /// <summary>Of all lines of the register, in order of names.</summary>
    internal static IReadOnlyList<AgencyRecord> AllOf(IEnumerable<RegisterLine> lines) =>
    [
        .. lines.SelectMany(l => l.Advised).GroupBy(c => c.Addressee, StringComparer.Ordinal)
            .Select(g => Of(AdviceCounts.Sum(g.Key, [.. g])))
            .OrderBy(a => a.Name, StringComparer.Ordinal),
    ];
}

/// <summary>A recommendation and its review.</summary>
/// <param name="Review">Id of the review.</param>
/// <param name="Title">Title of the project.</param>
/// <param name="Recommendation">The recommendation; its text where everybody may read it.</param>
public sealed record AdviceTo(string Review, string Title, RecommendationView Recommendation)
{
    /// <summary>Advice to an agency in some reviews, in their order.</summary>
    internal static async Task<IReadOnlyList<AdviceTo>> OfAsync(HttpContext context, string agency, IEnumerable<RegisterLine> lines)
    {
        var (reviews, now) = (context.Need<ReviewStore>(), context.Now());
        var advice = new List<AdviceTo>();
        foreach (var line in lines)
        {
            if (await reviews.ReadAsync(line.Id, context.RequestAborted) is not { State: var review })
                continue;
            foreach (var recommendation in review.Recommendations.Where(r => r.Addressee == agency))
            {
                var text = recommendation.PublicRelease is { } released
                    ? await reviews.ReadContentAsync(review.Id, released.Content, context.RequestAborted) : null;
                advice.Add(new(review.Id, review.Title, RecommendationView.Of(review, recommendation, text, now)));
            }
        }
        return advice;
    }
}
