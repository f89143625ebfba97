using System.Text.Json;
using CtVoice.Core.Reviews;
using CtVoice.Core.Workflows;
using CtVoice.Web.Routing;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Routes;

/// <summary>How it was found whether residents are asked: everything for those who decide, what may leave for everybody else.</summary>
internal static class AssessmentRoutes
{
    internal static IEnumerable<Route> All =>
    [
        Route.Get("api/reviews/{id}/assessment", ReviewRoutes.Readers,
            new Docs("readAssessment", "How it was found whether residents are asked.")
            {
                Description = "Coordinator, deputy and auditor see every figure; others only those from which no small number of people can be computed.",
            }
                .Path("id", "Id of the review.").Returns(200, "The assessment; 404 before there is one.", Examples.Assessment),
            context => ReviewRoutes.WithReviewAsync(context, (reviews, stored) =>
                AnswerAsync(context, reviews, stored.State.Id, context.Principal().Role is Role.Coordinator or Role.Deputy or Role.Auditor))),
        Route.Get("api/register/{id}/assessment", Access.Public,
            new Docs("readPublicAssessment", "The same as everybody may see it.")
                .Path("id", "Id of the review.").Returns(200, "The assessment; 404 before there is one.", Examples.Assessment),
            context => ReviewIds.IsPossible(context.RouteText("id"))
                ? AnswerAsync(context, context.Need<ReviewStore>(), context.RouteText("id"), full: false)
                : Task.FromResult<IResult>(Problem.NotFound())),
    ];

    private static async Task<IResult> AnswerAsync(HttpContext context, ReviewStore reviews, string id, bool full)
    {
        if (await reviews.ReadContentAsync(id, Assessing.ContentKey, context.RequestAborted) is not { } text)
            return Problem.NotFound();
        var recorded = JsonSerializer.Deserialize<RecordedAssessment>(text, WorkflowJson.Options)!;
        return Answer.Json(full ? AssessmentView.Full(id, recorded) : AssessmentView.Released(id, recorded));
    }
}
