using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Ai;
using CtVoice.Core.Projects.Intake;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk;

/// <summary>The project as its agency submitted it; of a modification what changed, before everything else.</summary>
internal static class ProjectPage
{
    internal static void MapProjectPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTab("", ShowAsync).WithName("deskProject").WithSummary("The project of a review.");
    }

    private static Task<IResult> ShowAsync(HttpContext context) =>
        ReviewDesk.ShowAsync<ProjectShown>(context, "Project", async (reviews, review) =>
    {
        var project = await reviews.ReadProjectAsync(review.Id, context.RequestAborted);
        var before = project is not null && review is { Kind: ProjectKind.Modification, EarlierReview: { } earlier }
            ? await reviews.ReadProjectAsync(earlier, context.RequestAborted) : null;
        return new ProjectShown.Shown(
            review, project, before is null ? [] : [.. ProjectChange.Between(before, project!)],
            project is null ? [] : ReportQuestions.Of(project))
        { AiSystem = await AiSystemAsync(context, project) };
    });

    /// <summary>The system of the state's inventory that a project names; null when it names none that is there.</summary>
    internal static async Task<AiSystem?> AiSystemAsync(HttpContext context, ProjectRequest? project) =>
        (await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted)).Intake.AiSystems.Find(project?.Ai?.InventoryId);
}
