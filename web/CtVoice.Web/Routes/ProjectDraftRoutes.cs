using System.Security.Cryptography;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Drafts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>Projects that an agency is still writing: its own only, part of no review.</summary>
internal static class ProjectDraftRoutes
{
    private static readonly ProjectDraftView Sample =
        new("d-acdefghjkm", 1, new(2026, 12, 1, 15, 0, 0, TimeSpan.Zero), new()
        { Agency = "DSS", Title = "Food benefits and losing a home" });

    internal static void MapProjectDrafts(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(
            "/api/project-drafts",
            async context =>
                Answer.Json((await context.Need<ProjectDraftStore>().AllAsync(context.Principal().Agency!, context.RequestAborted))
                    .Select(ProjectDraftView.Of).ToList()))
            .OpenTo(Access.Agencies)
            .WithName("listProjectDrafts").WithSummary("Projects that the agency is still writing, saved last first.")
            .Returns(200, "The drafts.", new List<ProjectDraftView> { Sample });
        endpoints.MapPost<ProjectRequest>(
            "/api/project-drafts",
            async (context, project) =>
            {
                var (draft, problem) = await StartAsync(context, project);
                return draft is null
                    ? problem!
                    : Answer.Json(ProjectDraftView.Of(draft), StatusCodes.Status201Created, Tag(draft), $"/api/project-drafts/{draft.Id}");
            })
            .OpenTo(Access.Agencies)
            .WithName("startProjectDraft").WithSummary("Keeps what is written of a project so far; it may lack anything.")
            .WithDescription("The shape is that of submitProject. Nothing is assessed, and nobody but the agency sees it.")
            .Takes(Sample.Project).Returns(201, "Kept.", Sample);
        endpoints.MapGet(
            "/api/project-drafts/{id}",
            async context => await FindAsync(context) is { } draft
                ? Answer.Json(ProjectDraftView.Of(draft), etag: Tag(draft))
                : Problem.NotFound())
            .OpenTo(Access.Agencies)
            .WithName("readProjectDraft").WithSummary("Reads a draft.")
            .Returns(200, "The draft, with its ETag.", Sample);
        endpoints.MapPut<ProjectRequest>(
            "/api/project-drafts/{id}",
            async (context, project) =>
            {
                var (draft, problem) = await SaveAsync(context, _ => project);
                return draft is null ? problem! : Answer.Json(ProjectDraftView.Of(draft), etag: Tag(draft));
            })
            .OpenTo(Access.Agencies)
            .WithName("saveProjectDraft").WithSummary("Replaces what is written of a project.")
            .Header("If-Match", "The ETag that you read; a change of something newer is refused with 412.")
            .Takes(Sample.Project).Returns(200, "Kept, with its new ETag.", Sample);
        endpoints.MapDelete("/api/project-drafts/{id}", RemoveAsync).OpenTo(Access.Agencies)
            .WithName("removeProjectDraft").WithSummary("Throws a draft away.")
            .Returns(204, "Gone.");
    }

    /// <summary>Begins a draft, or says why not.</summary>
    internal static async Task<(ProjectDraft? Draft, Problem? Problem)> StartAsync(HttpContext context, ProjectRequest project)
    {
        var (store, principal) = (context.Need<ProjectDraftStore>(), context.Principal());
        if (Refusal(principal.Agency!, project) is { } refused)
            return (null, refused);
        if ((await store.AllAsync(principal.Agency!, context.RequestAborted)).Count >= ProjectDraftStore.PerAgency)
            return (null,
                Problem.Conflict(
                    FormattableString.Invariant(
                        $"An agency keeps at most {ProjectDraftStore.PerAgency} drafts; submit one or throw one away first.")));
        var id = "d-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(5));
        var draft = new ProjectDraft(id, principal.Agency!, project with { Agency = principal.Agency! }, 1, context.Now(), principal.KeyId);
        await store.AddAsync(draft, context.RequestAborted);
        return (draft, null);
    }

    /// <summary>Changes the draft of the path, or says why not; it names the version that it changes, or takes the newest.</summary>
    internal static async Task<(ProjectDraft? Draft, Problem? Problem)> SaveAsync(HttpContext context,
        Func<ProjectRequest, ProjectRequest> change)
    {
        if (await FindAsync(context) is not { } held)
            return (null, Problem.NotFound());
        if (context.IfMatch() is not null && !context.Names(Tag(held)))
            return (null, Problem.Changed());
        var project = change(held.Project);
        if (Refusal(held.Agency, project) is { } refused)
            return (null, refused);
        var next = held with
        {
            Project = project with { Agency = held.Agency },
            Version = held.Version
                + 1,
            SavedAt = context.Now(),
            SavedBy = context.Principal().KeyId
        };
        return await context.Need<ProjectDraftStore>().SaveAsync(next, context.RequestAborted) ? (next, null) : (null, Problem.Changed());
    }

    /// <summary>The draft of the path, when it is of the caller's agency.</summary>
    internal static Task<ProjectDraft?> FindAsync(HttpContext context) =>
        context.Need<ProjectDraftStore>().GetAsync(context.Principal().Agency!, context.RouteText("id"), context.RequestAborted);

    /// <summary>Throws the draft of the path away.</summary>
    internal static async Task<IResult> RemoveAsync(HttpContext context) =>
        await FindAsync(context) is { } draft
            && await context.Need<ProjectDraftStore>().RemoveAsync(draft.Agency, draft.Id, context.RequestAborted)
            ? Answer.Nothing()
            : Problem.NotFound();

    /// <summary>The version of a draft, as a tag.</summary>
    internal static string Tag(ProjectDraft draft) => FormattableString.Invariant($"{draft.Version}");

    private static Problem? Refusal(string agency, ProjectRequest project) =>
        project.Agency.Length > 0 && project.Agency != agency
            ? Problem.Faults("/agency", $"Your key is one of {agency}; a project is written by its own agency.")
        : !ProjectDraftStore.Fits(project) ? Problem.Faults("", "This is longer than a project can be.")
        : null;

}

/// <summary>A draft as it is shown.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">How often it was saved.</param>
/// <param name="SavedAt">When it was saved last.</param>
/// <param name="Project">What is written so far.</param>
internal sealed record ProjectDraftView(string Id, int Version, DateTimeOffset SavedAt, ProjectRequest Project)
{
    internal static ProjectDraftView Of(ProjectDraft draft) => new(draft.Id, draft.Version, draft.SavedAt, draft.Project);
}
