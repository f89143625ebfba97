using CtVoice.Core.Projects.Context;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Settings;

/// <summary>Context notes: what residents read beside a question, one plain sentence per language.</summary>
internal static class NotesPage
{
    private const string Path = SettingsPage.Path + "/notes";

    internal static void MapNotesPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, ListAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskNotes").WithSummary("Context notes, and a form for another one.");
        endpoints.MapForm<ContextNote>(Path, (context, note) => TextRoutes.PutNoteAsync(context, note), ListAsync, _ => Path)
            .OpenTo(DeskPage.Coordinators)
            .WithName("deskAddNote").WithSummary("Adds a context note.");
        endpoints.MapFileForm(
            Path + "/import", async (context, file) => CataloguePage.Rows(await BibliographyRoutes.ImportAsync(context, file.Content)),
            ListAsync,
            (context, _) => Task.FromResult(Answer.SeeOther(DeskForm.Done(Path, context.OperationName()))))
            .OpenTo(DeskPage.Coordinators).LimitBody(SentFile.Limit)
            .WithName("deskImportBibliography").WithSummary("Adds or replaces the works of a file.");
        endpoints.MapPage(Path + "/{note}", ShowAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskNote").WithSummary("One context note to change.");
        endpoints.MapForm<ContextNote>(Path + "/{note}", (context, note) => TextRoutes.PutNoteAsync(context, note), ShowAsync, _ => Path)
            .OpenTo(DeskPage.Coordinators)
            .WithName("deskChangeNote").WithSummary("Replaces a context note.");
        endpoints.MapButton(Path + "/{note}/remove", TextRoutes.RemoveNoteAsync, ShowAsync, _ => Path).OpenTo(DeskPage.Coordinators)
            .WithName("deskRemoveNote").WithSummary("Removes a context note.");
    }

    private static async Task<IResult> ListAsync(HttpContext context) =>
        DeskPage.Of<NotesShown>(context, "Context notes", (await TextRoutes.NotesAsync(context))
            .Said<IReadOnlyList<ContextNote>>()!, [.. SettingsPage.Above]);

    private static async Task<IResult> ShowAsync(HttpContext context) =>
        (await TextRoutes.NotesAsync(context)).Said<IReadOnlyList<ContextNote>>()!
            .FirstOrDefault(n => n.Id == context.RouteText("note")) is { } note
            ? DeskPage.Of<NoteShown>(context, note.Id, note, [.. SettingsPage.Above, new("Context notes", Path)])
            : Problem.NotFound();
}
