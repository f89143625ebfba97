using System.Globalization;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Projects.Context;
using CtVoice.Web.Pages;
using CtVoice.Web.Register;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>
/// The annotated bibliography of the history of race in Connecticut and its data: the context notes as everybody may read them, and the
/// import of many at once.
/// </summary>
internal static class BibliographyRoutes
{
    private const int RowFaultsShown = 100;

    internal static void MapBibliography(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/bibliography", async context => Answer.PublicJson(await AllAsync(context))).OpenTo(Access.Public)
            .WithName("listBibliography")
            .WithSummary("Works on the history of race in Connecticut and its data: one plain sentence each, and how each was verified.")
            .Returns(200, "The works in order of id, with an ETag.", new List<WorkView> { WorkView.Sample });
        endpoints.MapUpload("/api/bibliography", ImportAsync).OpenTo(Access.Coordinators)
            .WithName("importBibliography")
            .WithSummary("Adds or replaces works from a CSV file, one a row; one bad row and nothing is imported.")
            .WithDescription("Columns are found by their heading: id, about (codes parted by semicolons), work, link, version, date, "
                + "sentence in English, sentence in Spanish, how it was verified. A subject that does not exist is refused with the "
                + "nearest.")
            .TakesFile("text/csv")
            .Returns(200, "Imported.", new BibliographyImported(16, 12, 4));
        endpoints.MapPage("/register/bibliography", ShowAsync).OpenTo(Access.Public)
            .WithName("bibliographyPage").WithSummary("The annotated bibliography as a page.");
    }

    /// <summary>What a note may be about now.</summary>
    internal static async Task<NoteSubjects> SubjectsAsync(HttpContext context) => NoteSubjects.Of(
        (await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted)).Codes,
        (await context.Need<CatalogueStore>().CurrentAsync(context.RequestAborted)).Elements.Select(e => e.Agency).Distinct());

    private static async Task<IResult> ImportAsync(HttpContext context) => await ImportAsync(context, await context.ReadBytesAsync());

    /// <summary>Adds or replaces the works of a file.</summary>
    internal static async Task<IResult> ImportAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        using var csv = new MemoryStream(bytes.ToArray(), writable: false);
        var reading = BibliographyCsv.Read(csv, await SubjectsAsync(context));
        if (reading.Faults.Count > 0)
        {
            return Problem.Faults([.. reading.Faults.Take(RowFaultsShown)
                .Select(f => new Fault(string.Create(CultureInfo.InvariantCulture, $"/rows/{f.Row}"), f.Message))]);
        }
        var notes = context.Need<ContextNotes>();
        var held = (await notes.AllAsync(context.RequestAborted)).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        await notes.PutAllAsync(reading.Notes, context.RequestAborted);
        var replaced = reading.Notes.Count(n => held.Contains(n.Id));
        return Answer.Json(new BibliographyImported(reading.Notes.Count, reading.Notes.Count - replaced, replaced));
    }

    private static async Task<IResult> ShowAsync(HttpContext context) =>
        new Page("Annotated bibliography", Page.Content<Bibliography>(await AllAsync(context)))
        { Crumbs = [new("Home", "/"), new("Public register", "/register")], Kept = true };

    private static async Task<IReadOnlyList<WorkView>> AllAsync(HttpContext context)
    {
        var subjects = await SubjectsAsync(context);
        return [.. (await context.Need<ContextNotes>().AllAsync(context.RequestAborted)).Select(note => WorkView.Of(note, subjects))];
    }
}

/// <summary>A work of the bibliography.</summary>
/// <param name="Id">Its id.</param>
/// <param name="About">What it is about.</param>
/// <param name="Title">Who wrote what.</param>
/// <param name="Link">Where it can be read.</param>
/// <param name="Version">Which version of it.</param>
/// <param name="Date">Its day; where it names none, the day on which it was read.</param>
/// <param name="Sentences">One plain sentence per language, which residents read beside a question.</param>
/// <param name="Verified">How somebody made sure of it; absent when nobody wrote it down.</param>
public sealed record WorkView(
    string Id, IReadOnlyList<WorkSubject> About, string Title, string Link, string Version, DateOnly Date,
    IReadOnlyDictionary<string, string> Sentences, string? Verified)
{
    internal static WorkView Sample { get; } = new(
        "menschel-abolition", [new("2054-5", "Black or African American")],
        "David Menschel, Abolition without Deliverance", "https://docslib.org/doc/4468292/abolition-without-deliverance", "2001",
        new(2001, 9, 24), new Dictionary<string, string> { ["en"] = "Slavery in our state took from 1784 to 1848 to end." },
        "Full text found; read 2026-11-30.");

    internal static WorkView Of(ContextNote note, NoteSubjects subjects) => new(
        note.Id, [.. note.Subjects.Select(s => new WorkSubject(s, subjects.NameOf(s)))], note.Title, note.Link, note.Version, note.Date,
        note.Sentences, note.Verified);
}

/// <summary>What a work is about.</summary>
/// <param name="Code">Code of a population, an agency or a data source.</param>
/// <param name="Name">Its name.</param>
public sealed record WorkSubject(string Code, string Name);

/// <summary>What an import did.</summary>
/// <param name="Works">Works of the file.</param>
/// <param name="Added">Those that are new.</param>
/// <param name="Replaced">Those that were there, and are now as the file has them.</param>
public sealed record BibliographyImported(int Works, int Added, int Replaced);
