using System.Text.Json;
using CtVoice.Core.Reviews;
using CtVoice.Core.Workflows;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>How it was found whether residents are asked: everything for those who decide, what may leave for everybody else.</summary>
internal static class AssessmentRoutes
{
    internal static void MapAssessments(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(
            "/api/reviews/{id}/assessment",
            context => ReviewRoutes.WithReviewAsync(context, (reviews, stored) =>
                AnswerAsync(context, reviews, stored.State.Id, context.Principal().Role is Role.Coordinator or Role.Deputy or Role.Auditor)))
            .OpenTo(ReviewRoutes.Readers)
            .WithName("readAssessment").WithSummary("How it was found whether residents are asked.")
            .WithDescription("Coordinator, deputy and auditor see every figure; others only those from which no small number of people can be computed.")
            .Path("id", "Id of the review.").Returns(200, "The assessment; 404 before there is one.", Examples.Assessment);
        endpoints.MapGet(
            "/api/register/{id}/assessment",
            context => ReviewIds.IsPossible(context.RouteText("id"))
                ? AnswerAsync(context, context.Need<ReviewStore>(), context.RouteText("id"), full: false)
                : Task.FromResult<IResult>(Problem.NotFound()))
            .OpenTo(Access.Public)
            .WithName("readPublicAssessment").WithSummary("The same as everybody may see it.")
            .Path("id", "Id of the review.").Returns(200, "The assessment; 404 before there is one.", Examples.Assessment);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, ReviewStore reviews, string id, bool full)
    {
        if (await reviews.ReadContentAsync(id, Assessing.ContentKey, context.RequestAborted) is not { } text)
            return Problem.NotFound();
        var recorded = JsonSerializer.Deserialize<RecordedAssessment>(text, WorkflowJson.Options)!;
        return Answer.Json(full ? AssessmentView.Full(id, recorded) : AssessmentView.Released(id, recorded));
    }
}
