using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>How it was found whether residents are asked: every figure for those who decide and who asked,
/// words for everybody else.</summary>
internal static class AssessmentRoutes
{
    internal static void MapAssessments(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(
            "/api/reviews/{id}/assessment",
            context => ReviewRoutes.WithReviewAsync(context, (reviews, stored) =>
                AnswerAsync(context, reviews, stored.State.Id, SightOf(context.Principal(), stored.State))))
            .OpenTo(Access.Readers)
            .WithName("readAssessment").WithSummary("How it was found whether residents are asked.")
            .WithDescription("Coordinator, deputy, auditor and the agency that asks see every figure; others see populations and outcome "
                + "in words, and the total to two figures.")
            .Returns(200, "The assessment; 404 before there is one.", Examples.Assessment);
        endpoints.MapGet(
            "/api/register/{id}/assessment",
            context => ReviewIds.IsPublic(context.RouteText("id"))
                ? AnswerAsync(context, context.Need<ReviewStore>(), context.RouteText("id"), Sight.Everybody)
                : Task.FromResult<IResult>(Problem.NotFound()))
            .OpenTo(Access.Public)
            .WithName("readPublicAssessment").WithSummary("The same in words, as everybody may see it: no count of people is public.")
            .Returns(200, "The assessment; 404 before there is one.", Examples.PublicAssessment);
    }

    /// <summary>What of the assessment may be known, as everybody sees it; null before there is one.</summary>
    internal static async Task<AssessmentView?> InWordsAsync(ReviewStore reviews, string id, CancellationToken cancellationToken) =>
        await ReadAsync(reviews, id, cancellationToken) is { } recorded
            ? AssessmentView.InWords(id, recorded, (await reviews.ReadProjectAsync(id, cancellationToken))?.People?.Total.Value)
            : null;

    private static Sight SightOf(Principal principal, Review review) =>
        principal.Role is Role.Coordinator or Role.Deputy or Role.Auditor ? Sight.Office
        : principal.Agency == review.Agency ? Sight.Requester
        : Sight.Everybody;

    private static async Task<IResult> AnswerAsync(HttpContext context, ReviewStore reviews, string id, Sight sight) =>
        (sight is Sight.Everybody
            ? await InWordsAsync(reviews, id, context.RequestAborted)
            : await ReadAsync(reviews, id, context.RequestAborted) is { } recorded
                ? AssessmentView.Full(id, recorded, sight is Sight.Office) : null)
        is { } view
            ? Answer.Json(view.RolledUp((await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted)).Codes))
            : Problem.NotFound();

    private static async Task<RecordedAssessment?> ReadAsync(ReviewStore reviews, string id, CancellationToken cancellationToken) =>
        await reviews.ReadContentAsync(id, Assessing.ContentKey, cancellationToken) is { } text
            ? JsonSerializer.Deserialize<RecordedAssessment>(text, WorkflowJson.Options)!
            : null;

    // Who asks for an assessment, in the order of what they see.
    private enum Sight
    {
        Everybody,
        Requester,
        Office,
    }
}
