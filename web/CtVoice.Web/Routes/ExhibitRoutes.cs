using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Projects.Drafts;
using CtVoice.Core.Projects.Sharing;
using CtVoice.Core.Reviews;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>Exhibit A of the P20 WIN data sharing agreement: out of a project, and into a draft.</summary>
internal static class ExhibitRoutes
{
    private static readonly ExhibitA Sample = new()
    {
        Title = "Food benefits and losing a home",
        Purpose = "Learn whether families that lose food benefits lose their home more often.",
        LegalBasis = "CGS 4-67n",
        LearningAgenda = [LearningAgendaTopic.HousingSecurity],
        RequestingEntity = "DSS",
        SharingAgencies = [new("DSS"), new("CCEH")],
        Fields =
        [
            new()
            {
                Element = "dol.unemployment-insurance-ui.wage", Source = "DOL", Program = "Unemployment Insurance (UI)", Name = "Wage",
                Use = ElementUse.Query,
            },
            new()
            {
                Source = "DSS", Name = "SNAP months", Description = "Months with food benefits.",
                WhyNeeded = "To compare before and after.", NotInDictionary = true, Use = ElementUse.Query,
            },
        ],
    };

    internal static void MapExhibits(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/reviews/{id}/exhibit-a", async context => await OfAsync(context) is { } exhibit
            ? Answer.Json(exhibit.Exhibit)
            : Problem.NotFound())
            .OpenTo(Access.For(Role.Agency, Role.Coordinator, Role.Deputy, Role.Auditor))
            .WithName("readExhibitA").WithSummary("Reads the project of a review in the fields of Exhibit A of the P20 WIN agreement.")
            .WithDescription("The fields, and those that the data sharing playbook adds, in the published order; no count of people is "
                + "among them. Elements are named as the current catalogue names them. The form is provisional: the official one may look "
                + "otherwise.")
            .Returns(200, "The exhibit.", Sample);
        endpoints.MapPost<ExhibitA>("/api/project-drafts/exhibit-a", async (context, exhibit) =>
            {
                var (draft, problem) = await StartAsync(context, exhibit);
                return draft is null
                    ? problem!
                    : Answer.Json(ProjectDraftView.Of(draft), StatusCodes.Status201Created, ProjectDraftRoutes.Tag(draft),
                        $"/api/project-drafts/{draft.Id}");
            })
            .OpenTo(Access.Agencies)
            .WithName("startDraftFromExhibitA").WithSummary("Begins a draft of a project from an Exhibit A.")
            .WithDescription("What the exhibit does not ask for is still to be written: people, questions to residents, impact assessment, "
                + "AI. Of an element in the catalogue only its id is taken.")
            .Takes(Sample).Returns(201, "Kept.", new ProjectDraftView("d-acdefghjkm", 1, new(2026, 12, 1, 15, 0, 0, TimeSpan.Zero),
                Sample.ToProject()));
    }

    /// <summary>The exhibit of the project of the path, and the catalogue that names its elements;
    /// null when the caller may not read it.</summary>
    internal static async Task<(Review Review, ExhibitA Exhibit, string Catalogue)?> OfAsync(HttpContext context)
    {
        if (await ProjectRoutes.ReadAsync(context) is not { } read)
            return null;
        var catalogue = await context.Need<CatalogueStore>().CurrentAsync(context.RequestAborted);
        return (read.Review, ExhibitA.Of(read.Project, catalogue), catalogue.Version);
    }

    /// <summary>Begins a draft, or says why not.</summary>
    internal static Task<(ProjectDraft? Draft, Problem? Problem)> StartAsync(HttpContext context, ExhibitA exhibit) =>
        Refusal(context, exhibit) is { } refused
            ? Task.FromResult<(ProjectDraft?, Problem?)>((null, refused))
            : ProjectDraftRoutes.StartAsync(context, exhibit.ToProject());

    /// <summary>Why an exhibit is not taken; null when it is.</summary>
    internal static Problem? Refusal(HttpContext context, ExhibitA exhibit) =>
        exhibit.Form != ExhibitA.Current ? Problem.Faults("/form", $"This product reads {ExhibitA.Current}.")
        : exhibit.RequestingEntity.Length > 0 && exhibit.RequestingEntity != context.Principal().Agency
            ? Problem.Faults("/requestingEntity", $"Your key is one of {context.Principal().Agency}; an agency begins projects of its own.")
        : null;
}
