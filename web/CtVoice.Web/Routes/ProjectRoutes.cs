using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CtVoice.Core.Commands;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Intake;
using CtVoice.Core.Reviews;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>An agency brings a project, as a draft to be checked or for good.</summary>
internal static class ProjectRoutes
{
    internal static void MapProjects(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost<ProjectRequest>("/api/projects/check", CheckAsync).OpenTo(Access.AgenciesAndCoordinators)
            .WithName("checkProject").WithSummary("Says what would become of a project; stores nothing.")
            .WithDescription("Refuses what submitProject refuses, with the same faults. No figure that could tell a small number of "
                + "people is in the answer.")
            .Takes(Examples.Project).Returns(200, "It can be submitted; this would follow.", Examples.Check);
        endpoints.MapPost<ProjectRequest>("/api/projects", SubmitAsync).OpenTo(Access.AgenciesAndCoordinators)
            .WithName("submitProject").WithSummary("Submits a project; the review starts at once.")
            .WithDescription("With an Idempotency-Key header the same key and body answer with the same review, also after a failure in "
                + "between; another body is refused.")
            .Repeatable()
            .Takes(Examples.Project).Returns(202, "Stored; the review has started.", Examples.Review)
            .Returns(422, "The Idempotency-Key was used with another body.", "application/problem+json");
        endpoints.MapGet("/api/reviews/{id}/project", async context => await ReadAsync(context) is { } read
            ? Answer.Json(read.Project)
            : Problem.NotFound())
            .OpenTo(Access.For(Role.Agency, Role.Coordinator, Role.Deputy, Role.Auditor))
            .WithName("readProject").WithSummary("Reads the project of a review as its agency submitted it.")
            .WithDescription("For its own agency, the board's office and the auditor: it holds counts of people that are not public.")
            .Returns(200, "The project, in the shape in which it is submitted.", Examples.Project);
        endpoints.MapPost<Withdrawal>("/api/reviews/{id}/withdraw", WithdrawAsync).OpenTo(Access.Agencies)
            .WithName("withdrawProject").WithSummary("Takes a project back before residents are asked, with a public reason.")
            .WithDescription("To correct a project, withdraw it and submit the corrected one: what was assessed and prepared was so for "
                + "the project as it was.")
            .Takes(new Withdrawal("The data set has a mistake."))
            .Returns(200, "Withdrawn.", Examples.Review);
    }

    /// <summary>A review of the caller's own agency, or any for the board's office and the auditor, with its project;
    /// null when there is none.</summary>
    internal static async Task<(Review Review, ProjectRequest Project)?> ReadAsync(HttpContext context)
    {
        var reviews = context.Need<ReviewStore>();
        return await ReviewRoutes.FindAsync(context, reviews) is { State: var review } && IsOwn(context, review)
            && await reviews.ReadProjectAsync(review.Id, context.RequestAborted) is { } project ? (review, project) : null;
    }

    /// <summary>Takes a project back before residents are asked.</summary>
    internal static async Task<IResult> WithdrawAsync(HttpContext context, Withdrawal body)
    {
        if (await ReviewRoutes.FindAsync(context, context.Need<ReviewStore>()) is not { State: var review } || !IsOwn(context, review))
            return Problem.NotFound();
        return await (ReviewRoutes.Reasoned(body.Reason) ?? ReviewRoutes.DecideAsync(
            context, (current, now) => Closing.Withdraw(current, body.Reason, context.Principal().KeyId, now),
            "Residents are being asked, or were: now only the coordinator can end it."));
    }

    private static bool IsOwn(HttpContext context, Review review) =>
        context.Principal().Agency is not { } agency || agency == review.Agency;

    private static async Task<IResult> CheckAsync(HttpContext context, ProjectRequest project)
    {
        if (Foreign(context, project) is { } foreign)
            return foreign;
        var look = await context.Need<ProjectCheck>().LookAsync(project, context.RequestAborted);
        return look.Faults.Count > 0 ? Problem.Faults(look.Faults) : Answer.Json(await ForecastAsync(context, look));
    }

    /// <summary>What would become of a project that has no fault.</summary>
    internal static async Task<CheckView> ForecastAsync(HttpContext context, ProjectLook look)
    {
        var (forecast, project) = (context.Need<ProjectForecast>(), look.Project);
        var assessment = await forecast.AssessAsync(look, context.RequestAborted);
        var need = assessment.Outcome.Outcome;
        return new CheckView(
            need, assessment.Full.Reasons, look.Earliest, look.EarliestExpedited,
            need is ReviewNeed.NotRequired ? null : await forecast.PanelAsync(look, assessment, context.RequestAborted),
            ReportQuestions.Of(project), ReadingHint.Of(project), [.. look.Changes.Select(c => c.WithoutCounts())], assessment.Full,
            assessment.Counts.Cells, look.Catalogue);
    }

    /// <summary>Submits a project; its review starts at once.</summary>
    internal static Task<IResult> SubmitAsync(HttpContext context, ProjectRequest project) =>
        SubmitAsync(context, project, practice: false);

    /// <summary>The same, for a practice review: its id says that it is one.</summary>
    internal static async Task<IResult> SubmitAsync(HttpContext context, ProjectRequest project, bool practice)
    {
        if (Foreign(context, project) is { } foreign)
            return foreign;
        var (key, tooLong) = IdempotencyKey.Of(context);
        if (tooLong is not null)
            return tooLong;
        var principal = context.Principal();
        var id = key is not null ? IdOf(principal, key, practice) : ReviewIds.Of(RandomNumberGenerator.GetBytes(16), practice);
        // Before the check: what was taken in stays so, although its dates pass and the catalogue moves on.
        if (key is not null && await KnownAsync(context, id, project) is { } known)
            return known;

        var look = await context.Need<ProjectCheck>().LookAsync(project, context.RequestAborted);
        if (look.Faults.Count > 0)
            return Problem.Faults(look.Faults);
        var decision = Submitting.Decide(
            id, project, look.Policy, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)), principal.KeyId,
            context.Now(), look.Earlier, look.IsExpedited, look.Catalogue, look.Closing);
        return await context.Need<ReviewCommands>().SubmitAsync(decision, project, context.RequestAborted)
            ? Receipt(decision.State)
            : await KnownAsync(context, id, project) ?? Problem.Conflict("This id is taken; send the project again.");
    }

    /// <summary>The id of the review of a project that is submitted under an Idempotency-Key.</summary>
    internal static string IdOf(Principal principal, string key, bool practice = false) =>
        ReviewIds.Of(SHA256.HashData(Encoding.UTF8.GetBytes($"{principal.Agency ?? "coordinator"}\n{key}")), practice);

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

/// <summary>A project that its agency takes back.</summary>
/// <param name="Reason">Why; 1 to 500 characters, public.</param>
internal sealed record Withdrawal(string Reason);
