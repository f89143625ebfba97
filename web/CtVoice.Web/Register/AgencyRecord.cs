using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
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
    internal static AgencyRecord Of(string agency, IReadOnlyCollection<AdviceTo> advice) => new(
        agency, RegisterWords.Agency(agency), advice.Count, Answered(advice, AnswerKind.Adopted), Answered(advice, AnswerKind.AdoptedInPart),
        Answered(advice, AnswerKind.NotAdopted), Answered(advice, AnswerKind.Deferred) + Answered(advice, AnswerKind.NeedsInformation),
        advice.Count(a => Outcome.Of(a.Recommendation) == Outcome.Overdue), advice.Count(a => Outcome.Of(a.Recommendation) == Outcome.Kept),
        advice.Count(a => Outcome.Of(a.Recommendation) == Outcome.Broken));

    private static int Answered(IEnumerable<AdviceTo> advice, AnswerKind kind) =>
        advice.Count(a => a.Recommendation is { DaysOverdue: null, Answer.Kind: var said } && said == kind);
}

/// <summary>A recommendation and its review.</summary>
/// <param name="Review">Id of the review.</param>
/// <param name="Title">Title of the project.</param>
/// <param name="Recommendation">The recommendation; its text where everybody may read it.</param>
public sealed record AdviceTo(string Review, string Title, RecommendationView Recommendation)
{
    /// <summary>All advice that went out, or that to one agency; newest first.</summary>
    internal static async Task<IReadOnlyList<AdviceTo>> AllAsync(HttpContext context, string? agency = null)
    {
        var (reviews, now) = (context.Need<ReviewStore>(), context.Need<TimeProvider>().GetUtcNow());
        var advice = new List<AdviceTo>();
        foreach (var line in ListedRows.Read(await new RegisterQuery(null).ReadAllAsync(context), RegisterLine.Of).Lines.Where(l => l.Recommendations > 0))
        {
            if (await reviews.ReadAsync(line.Id, context.RequestAborted) is not { State: var review })
                continue;
            foreach (var recommendation in review.Recommendations.Where(r => agency is null || r.Addressee == agency))
            {
                // Only a page of one agency shows texts.
                var text = agency is not null && recommendation.PublicRelease is { } released
                    ? await reviews.ReadContentAsync(review.Id, released.Content, context.RequestAborted) : null;
                advice.Add(new(review.Id, review.Title, RecommendationView.Of(review, recommendation, text, now)));
            }
        }
        return advice;
    }
}
