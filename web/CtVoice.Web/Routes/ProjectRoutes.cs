using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Intake;
using CtVoice.Core.Reviews;
using CtVoice.Core.Workflows;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>An agency brings a project, as a draft to be checked or for good.</summary>
internal static class ProjectRoutes
{
    private static readonly Access Submitters = Access.For(Role.Agency, Role.Coordinator, Role.Deputy);

    internal static void MapProjects(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost<ProjectRequest>("/api/projects/check", CheckAsync).OpenTo(Submitters)
            .WithName("checkProject").WithSummary("Says what would become of a project; stores nothing.")
            .WithDescription("Refuses what submitProject refuses, with the same faults. No figure that could tell a small number of people is in the answer.")
            .Takes(Examples.Project).Returns(200, "It can be submitted; this would follow.", Examples.Check);
        endpoints.MapPost<ProjectRequest>("/api/projects", SubmitAsync).OpenTo(Submitters)
            .WithName("submitProject").WithSummary("Submits a project; the review starts at once.")
            .WithDescription("With an Idempotency-Key header the same key and body answer with the same review, also after a failure in between; another body is refused.")
            .Repeatable()
            .Takes(Examples.Project).Returns(202, "Stored; the review has started.", Examples.Review)
            .Returns(422, "The Idempotency-Key was used with another body.", "application/problem+json");
    }

    private static async Task<IResult> CheckAsync(HttpContext context, ProjectRequest project)
    {
        if (Foreign(context, project) is { } foreign)
            return foreign;
        var desk = context.Need<ProjectDesk>();
        var look = await desk.LookAsync(project, context.RequestAborted);
        if (look.Faults.Count > 0)
            return Problem.Faults(look.Faults);
        var assessment = await desk.AssessAsync(look, context.RequestAborted);
        var need = assessment.Outcome.Outcome;
        var (policy, calendar) = (look.Policy, context.Need<Core.Calendar.BusinessCalendar>());
        return Answer.Json(new CheckView(
            need, assessment.Full.Reasons, EarliestEnd.Regular(look.Today, policy, calendar),
            look.IsExpedited ? EarliestEnd.Expedited(look.Today, policy, calendar) : null,
            need is ReviewNeed.NotRequired ? null : await desk.ForecastAsync(look, assessment, context.RequestAborted),
            ReportQuestions.Of(project), ReadingHint.Of(project), [.. look.Changes.Select(c => c.WithoutCounts())], assessment.Released, assessment.Counts.Cells, look.Catalogue));
    }

    private static async Task<IResult> SubmitAsync(HttpContext context, ProjectRequest project)
    {
        if (Foreign(context, project) is { } foreign)
            return foreign;
        var (key, tooLong) = IdempotencyKey.Of(context);
        if (tooLong is not null)
            return tooLong;
        var principal = context.Principal();
        var id = ReviewIds.Of(key is not null
            ? SHA256.HashData(Encoding.UTF8.GetBytes($"{principal.Agency ?? "coordinator"}\n{key}"))
            : RandomNumberGenerator.GetBytes(16));
        // Before the check: what was taken in stays so, although its dates pass and the catalogue moves on.
        if (key is not null && await KnownAsync(context, id, project) is { } known)
            return known;

        var look = await context.Need<ProjectDesk>().LookAsync(project, context.RequestAborted);
        if (look.Faults.Count > 0)
            return Problem.Faults(look.Faults);
        var decision = Submitting.Decide(
            id, project, look.Policy, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)), principal.KeyId,
            context.Need<TimeProvider>().GetUtcNow(), look.Earlier, look.IsExpedited, look.Catalogue);
        return await context.Need<ReviewCommands>().SubmitAsync(decision, project, context.RequestAborted)
            ? Receipt(decision.State)
            : await KnownAsync(context, id, project) ?? Problem.Conflict("This id is taken; send the project again.");
    }

    /// <summary>The answer to a key that was used before; null when it was not. Whatever a failure left undone is finished.</summary>
    private static async Task<IResult?> KnownAsync(HttpContext context, string id, ProjectRequest project)
    {
        var reviews = context.Need<ReviewStore>();
        if (await reviews.ReadAsync(id, context.RequestAborted) is not { } stored
            || await reviews.ReadProjectAsync(id, context.RequestAborted) is not { } first)
            return null;
        if (Text(first) != Text(project))
            return Problem.OtherBody();
        await context.Need<EffectRunner>().RunAsync(id, context.RequestAborted);
        return Receipt(stored.State);
    }

    private static IResult Receipt(Review review) =>
        Answer.Json(ReviewView.Of(review), StatusCodes.Status202Accepted, location: $"/api/reviews/{review.Id}");

    private static Problem? Foreign(HttpContext context, ProjectRequest project) =>
        context.Principal().Agency is { } agency && agency != project.Agency
            ? Problem.Faults("/agency", $"Your key is one of {agency}; a project is submitted by its own agency.")
            : null;

    private static string Text(ProjectRequest project) => JsonSerializer.Serialize(project, WorkflowJson.Options);
}
