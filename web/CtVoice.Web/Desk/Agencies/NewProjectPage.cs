using System.Globalization;
using System.Text;
using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Projects.Drafts;
using CtVoice.Core.Projects.Sharing;
using CtVoice.Core.Reviews;
using CtVoice.Web.Pages;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Agencies;

/// <summary>A project in steps. Each step is saved when it is sent, whatever it lacks; the check says in words what would follow,
/// before anything leaves.</summary>
internal static class NewProjectPage
{
    private const string Home = "/agency/new";
    private const string Do = "do";
    private const int Found = 20;

    internal static void MapNewProjectPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/agency/new", BeginAsync).OpenTo(AgencyDesk.Agencies)
            .WithName("agencyDrafts").WithSummary("Projects that are being written, and how to begin one.");
        endpoints.MapForm("/agency/new", context =>
            BeginsAsync(context, (_, _) => Task.FromResult<(ProjectRequest, Problem?)>((new(), null)))).OpenTo(AgencyDesk.Agencies)
            .WithName("agencyStartDraft").WithSummary("Begins a project.");
        endpoints.MapForm("/agency/new/file", context => BeginsAsync(context, FileAsync)).OpenTo(AgencyDesk.Agencies)
            .WithName("agencyReadDraft").WithSummary("Begins a project from what was written elsewhere, as JSON.");
        endpoints.MapForm("/agency/new/copy", context => BeginsAsync(context, CopyAsync)).OpenTo(AgencyDesk.Agencies)
            .WithName("agencyCopyDraft").WithSummary("Begins a project from one that was submitted.");
        endpoints.MapPage("/agency/new/{id}/{step}", StepAsync).OpenTo(AgencyDesk.Agencies)
            .WithName("agencyDraftStep").WithSummary("One step of a project.");
        endpoints.MapForm("/agency/new/{id}/{step}", SaveAsync).OpenTo(AgencyDesk.Agencies)
            .WithName("agencySaveStep").WithSummary("Saves one step of a project.");
        endpoints.MapForm("/agency/new/{id}/submit", SubmitAsync).OpenTo(AgencyDesk.Agencies)
            .WithName("agencySubmitDraft").WithSummary("Submits a project; its review starts.");
        endpoints.MapForm(
            "/agency/new/{id}/remove",
            async context => await ProjectDraftRoutes.RemoveAsync(context) is Problem problem
                ? problem
                : Answer.SeeOther(DeskForm.Done(Home, "agencyRemoveDraft")))
            .OpenTo(AgencyDesk.Agencies)
            .WithName("agencyRemoveDraft").WithSummary("Throws a draft away.");
    }

    /// <summary>Path of a step.</summary>
    internal static string PathOf(string draft, string step) => $"{Home}/{draft}/{step}";

    /// <summary>Begins a draft with a project and goes to its first step.</summary>
    internal static async Task<(string? Path, Problem? Problem)> StartAsync(HttpContext context, ProjectRequest project)
    {
        var (draft, problem) = await ProjectDraftRoutes.StartAsync(context, project);
        return (draft is null ? null : PathOf(draft.Id, DraftStep.All[0].Name), problem);
    }

    private static async Task<IResult> BeginsAsync(HttpContext context,
        Func<IFormCollection, HttpContext, Task<(ProjectRequest, Problem?)>> project)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (begun, problem) = await project(form, context);
        string? path = null;
        if (problem is null)
            (path, problem) = await StartAsync(context, begun);
        if (problem is null)
            return Answer.SeeOther(path!);
        if (problem.Details is not { Status: StatusCodes.Status400BadRequest or StatusCodes.Status409Conflict } details)
            return problem;
        new Typed(form[DeskForm.Name].ToString(), FormBody.FieldsOf(form), details.Faults is { Count: > 0 } faults
            // Where it is wrong is a place of what was pasted.
            ? [.. faults.Select(
                f => new Fault("/json", f.Pointer.Length == 0
                    ? f.Message
                    : $"{f.Pointer[1..].Replace("/", ", ", StringComparison.Ordinal)}: {f.Message}"))]
            : [new("", details.Detail ?? details.Title)]).ShowIn(context);
        return await BeginAsync(context);
    }

    private static Task<(ProjectRequest, Problem?)> FileAsync(IFormCollection form, HttpContext context)
    {
        var text = Encoding.UTF8.GetBytes(form["json"].ToString());
        if (!IsExhibit(text))
        {
            var read = StrictJson.Read<ProjectRequest>(text);
            return Task.FromResult((read.Value ?? new(), read.Value is null ? Problem.Faults(read.Faults) : null));
        }
        var exhibit = StrictJson.Read<ExhibitA>(text);
        return Task.FromResult(exhibit.Value is { } given
            ? (given.ToProject(), ExhibitRoutes.Refusal(context, given))
            : (new ProjectRequest(), Problem.Faults(exhibit.Faults)));
    }

    // An exhibit names its form; a project has no such member.
    private static bool IsExhibit(byte[] text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind is JsonValueKind.Object && json.RootElement.TryGetProperty("form", out _);
        }
        catch (JsonException)
        {
            // What is no JSON at all is told by the reader of projects, with its place.
            return false;
        }
    }

    private static async Task<(ProjectRequest, Problem?)> CopyAsync(IFormCollection form, HttpContext context)
    {
        var (reviews, id) = (context.Need<ReviewStore>(), form["review"].ToString());
        return ReviewIds.IsPossible(id) && await reviews.ReadAsync(id, context.RequestAborted) is { State: var review }
            && review.Agency == context.Principal().Agency
            && await reviews.ReadProjectAsync(id, context.RequestAborted) is { } project ? (project, null) : (new(), Problem.NotFound());
    }

    private static async Task<IResult> BeginAsync(HttpContext context)
    {
        var drafts = await context.Need<ProjectDraftStore>().AllAsync(context.Principal().Agency!, context.RequestAborted);
        return DeskPage.Of<NewProject>(context, "New project", new NewProject.Shown(drafts), AgencyDesk.MyReviews);
    }

    private static async Task<IResult> StepAsync(HttpContext context) =>
        await ProjectDraftRoutes.FindAsync(context) is { } draft
            ? await ShowAsync(context, draft, context.RouteText("step"))
            : Problem.NotFound();

    private static async Task<IResult> SaveAsync(HttpContext context)
    {
        if (DraftStep.Find(context.RouteText("step")) is not { } step || await ProjectDraftRoutes.FindAsync(context) is not { } held)
            return Problem.NotFound();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var pressed = form[Do].ToString().Split(' ');
        var fields = DraftFields.Of(FormBody.FieldsOf(form), pressed is ["remove", var row] ? row : null);
        if (form.ContainsKey(DeskForm.Kept))
            return await AgainAsync(new(form[DeskForm.Name].ToString(), fields.Shown, [])
            { Kept = true, Status = StatusCodes.Status200OK }, held);
        var read = FormBody.Read<ProjectRequest>(fields.Sent);
        if (read.Value is not { } given)
            return await AgainAsync(new(step.Name, fields.Shown, fields.AtFields(read.Faults)), held);
        var catalogue = await context.Need<CatalogueStore>().CurrentAsync(context.RequestAborted);
        if (form[DeskForm.Version].ToString() is { Length: > 0 } version)
            context.Request.Headers.IfMatch = $"\"{version}\"";
        var (saved, problem) =
            await ProjectDraftRoutes.SaveAsync(context, project => Picked(step.Merge(project, given), pressed, catalogue));
        if (saved is null)
        {
            return problem!.Details switch
            {
                { Status: StatusCodes.Status412PreconditionFailed } =>
                    await AgainAsync(new(step.Name, fields.Shown, [])
                    { Overtaken = true, Status = StatusCodes.Status412PreconditionFailed },
                        (await ProjectDraftRoutes.FindAsync(context))!),
                { Faults: { } faults } => await AgainAsync(new(step.Name, fields.Shown, fields.AtFields(faults)), held),
                _ => problem,
            };
        }
        if (pressed is ["find"] && form["find"].ToString() is { Length: > 0 } words)
            return Answer.SeeOther($"{PathOf(saved.Id, step.Name)}?find={Uri.EscapeDataString(words)}#found");
        if (pressed is not ["on"])
            return Answer.SeeOther(DeskForm.Done(PathOf(saved.Id, step.Name), "agencySaveStep"));
        var look = await context.Need<ProjectCheck>().LookAsync(saved.Project, context.RequestAborted);
        IReadOnlyList<Fault> wrong = [.. look.Faults.Where(f => DraftStep.Of(f) == step).Select(f => DraftData.Plain(f, saved.Project))];
        return wrong.Count > 0
            ? await AgainAsync(new(step.Name, fields.Shown, fields.AtFields(wrong)) { Saved = true }, saved)
            : Answer.SeeOther(PathOf(saved.Id, step.Next));

        Task<IResult> AgainAsync(Typed typed, ProjectDraft draft)
        {
            typed.ShowIn(context);
            return ShowAsync(context, draft, step.Name);
        }
    }

    // What a button beside a field does, once everything that was typed is kept.
    private static ProjectRequest Picked(ProjectRequest project, string[] pressed, ElementCatalogue catalogue)
    {
        var items = project.Data.Select(d => DraftData.Found(d, catalogue)).ToList();
        if (pressed is ["add", var added] && catalogue.Find(added) is not null && items.TrueForAll(d => d.Element != added))
            items.Add(new() { Element = added });
        if (pressed is ["use", var at, var used] && int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var i)
            && i < items.Count && catalogue.Find(used) is not null)
            items[i] = new() { Element = used, WhyNeeded = items[i].WhyNeeded, Use = items[i].Use };
        return project with { Data = items };
    }

    private static async Task<IResult> ShowAsync(HttpContext context, ProjectDraft draft, string step)
    {
        var look = await context.Need<ProjectCheck>().LookAsync(draft.Project, context.RequestAborted);
        var by = await context.Need<AccessKeys>().LabelAsync(draft.SavedBy, context.RequestAborted);
        var frame = new DraftFrame.Shown(draft, step, look.Faults, by, look.Earliest);
        PageLink[] crumbs = [AgencyDesk.MyReviews, new("New project", Home)];
        if (step == DraftStep.Check)
        {
            var forecast = look.Faults.Count > 0 ? null : await ProjectRoutes.ForecastAsync(context, look);
            return DeskPage.Of<DraftChecked>(context, "Check the project", new DraftChecked.Shown(frame, forecast), crumbs);
        }
        if (DraftStep.Find(step) is not { } found)
            return Problem.NotFound();
        var reference = await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted);
        var catalogue = await context.Need<CatalogueStore>().CurrentAsync(context.RequestAborted);
        var words = context.QueryText("find");
        return DeskPage.Of<DraftShown>(context, found.Title,
            new DraftShown.Shown(frame, reference, catalogue, words,
                words is null ? [] : [.. CatalogueRoutes.Find(catalogue, words, null).Take(Found)]), crumbs);
    }

    private static async Task<IResult> SubmitAsync(HttpContext context)
    {
        if (await ProjectDraftRoutes.FindAsync(context) is not { } draft)
            return Problem.NotFound();
        // Pressed twice, or again after a failure, it is one review.
        context.Request.Headers[IdempotencyKey.Header] = draft.Id;
        switch (await ProjectRoutes.SubmitAsync(context, draft.Project))
        {
            case Problem { Details: { Status: StatusCodes.Status400BadRequest } }:
                return Answer.SeeOther(PathOf(draft.Id, DraftStep.Check));
            case Problem problem:
                return problem;
            default:
                _ = await ProjectDraftRoutes.RemoveAsync(context);
                return Answer.SeeOther(
                    DeskForm.Done(AgencyDesk.PathOf(ProjectRoutes.IdOf(context.Principal(), draft.Id)), "agencySubmitDraft"));
        }
    }
}
