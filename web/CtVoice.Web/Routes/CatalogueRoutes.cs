using System.Globalization;
using CtVoice.Core.Json;
using CtVoice.Core.Lists;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Reviews;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>The catalogue of data elements: searched by everybody who writes a project, replaced by the coordinator.</summary>
internal static class CatalogueRoutes
{
    private const int PageSize = 100;
    private const int RowFaultsShown = 100;

    private static readonly CatalogueElement Sample = new(
        "dol.unemployment-insurance-ui.wage", "DOL", "Unemployment Insurance (UI)", "Employment", "Wage", "Pay in the quarter.", "Numeric",
        "2002-2026");

    internal static void MapCatalogue(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/catalogue", SearchAsync).OpenTo(Access.Readers)
            .WithName("searchCatalogue").WithSummary("Finds data elements.")
            .Query("search", "Words that the id, name, definition, programme or category holds; all of them.")
            .Query("agency", "Code of the agency.").Query("continuation", "From the page before.")
            .Returns(200, "One page, in the published order.", new CataloguePage("p20win-data-dictionary-1f0c9a2b", 1, [Sample], null));
        endpoints.MapGet("/api/catalogue/versions", VersionsAsync).OpenTo(Access.Readers)
            .WithName("listCatalogueVersions").WithSummary("Lists the versions that were imported.")
            .Returns(200, "The versions, by id.", new List<CatalogueVersion>
                { new("p20win-data-dictionary-1f0c9a2b", 1593, new(2026, 12, 1, 15, 0, 0, TimeSpan.Zero)) });
        endpoints.MapGet("/api/catalogue/diff", DiffAsync).OpenTo(Access.Readers)
            .WithName("compareCatalogues").WithSummary("Says what one version has that another has not.")
            .Query("from", "Id of the earlier version.").Query("to", "Id of the later version; the current one when absent.")
            .Returns(200, "The difference, and for the board's office and the auditor the open projects that it touches.",
                new CatalogueDifference([Sample], [], [],
                    [new("r-acdefghjkm", "DOL", "Finding work after prison", ["dol.unemployment-insurance-ui.wage"])]));
        endpoints.MapGet("/api/catalogue/unlisted", UnlistedAsync).OpenTo(Access.Insiders)
            .WithName("listUnlistedElements").WithSummary("Lists elements that projects need and the catalogue lacks, for OPM.")
            .Query("year", "Year in which the projects came (UTC); this year when absent.").Query("continuation", "From the page before.")
            .Returns(200, "Those of one page of projects, newest first.",
                new UnlistedPage(
                    [new("r-acdefghjkm", "DSS", "DSS", "SNAP months", "Months with food benefits.", "To compare before and after.")],
                    null));
        endpoints.MapUpload("/api/catalogue", ImportAsync).OpenTo(Access.Coordinators)
            .WithName("importCatalogue").WithSummary("Makes a data dictionary, CSV or XLSX as P20 WIN publishes it, the current catalogue.")
            .WithDescription("The file is staged whole and then swapped in; with bad rows nothing is imported unless skipBadRows is true.")
            .Query("name", "What to call it; \"catalogue\" when absent. Part of the version's id.")
            .Query("skipBadRows", "true imports the good rows although others are bad.")
            .Query("dryRun", "true to store the version beside the current one and learn what it would change.")
            .TakesFile("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            .Returns(200, "Imported.", new CatalogueImported(
                    "p20win-data-dictionary-1f0c9a2b", CatalogueSwap.Current, 1593, 12, 4, 1, 2, [], [],
                    [new("r-acdefghjkm", "DOL", "Finding work after prison", ["dol.unemployment-insurance-ui.wage"])]));
        endpoints.MapPost<CatalogueSeen>("/api/catalogue/versions/{version}/current", MakeCurrentAsync).OpenTo(Access.Coordinators)
            .WithName("makeCatalogueCurrent").WithSummary("Makes a version that is stored the current one, after it was compared.")
            .WithDescription("Refused with 409 when another version became current since. The differences are at /api/catalogue/diff; a "
                + "version of before can be made current again.")
            .Takes(new CatalogueSeen("p20win-data-dictionary-1f0c9a2b")).Returns(204, "It is current.");
    }

    internal static async Task<IResult> SearchAsync(HttpContext context)
    {
        var catalogue = await context.Need<CatalogueStore>().CurrentAsync(context.RequestAborted);
        var from = Listing.PlaceOf(context);
        var found = Find(catalogue, context.QueryText("search") ?? "", context.QueryText("agency")).ToList();
        return Answer.Json(new CataloguePage(
            catalogue.Version, found.Count, [.. found.Skip(from).Take(PageSize)],
            from + PageSize < found.Count ? (from + PageSize).ToString(CultureInfo.InvariantCulture) : null));
    }

    /// <summary>The elements that hold all the words, in the published order.</summary>
    internal static IEnumerable<CatalogueElement> Find(ElementCatalogue catalogue, string words, string? agency)
    {
        var all = words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return catalogue.Elements.Where(e => (agency is null || string.Equals(e.Agency, agency, StringComparison.OrdinalIgnoreCase))
            && all.All(w => Holds(e, w)));
    }

    private static bool Holds(CatalogueElement element, string word) =>
        new[] { element.Id, element.Name, element.Definition, element.Program, element.Category }
            .Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    // Read from the projects themselves, so that there is no second record of them; a page is a bounded number of projects.
    internal static async Task<IResult> UnlistedAsync(HttpContext context)
    {
        var year = YearOf(context) ?? context.Now().Year;
        var reviews = context.Need<ReviewStore>();
        var page = await context.Need<ReviewLists>()
            .ReadAsync(ReviewLists.OfYear(year), PageSize, context.QueryText("continuation"), context.RequestAborted);
        var projects = await Task.WhenAll(page.Rows.Select(async row =>
            (Id: row.Text("id")!, Agency: row.Text("agency")!,
                Project: await reviews.ReadProjectAsync(row.Text("id")!, context.RequestAborted))));
        return Answer.Json(new UnlistedPage(
            [.. projects.SelectMany(p => (p.Project?.Data ?? []).Where(d => d.NotInCatalogue)
                .Select(d => new UnlistedElement(p.Id, p.Agency, d.Source!, d.Name!, d.Description!, d.WhyNeeded!)))], page.Continuation));
    }

    /// <summary>The year that is asked for; null for this year.</summary>
    internal static int? YearOf(HttpContext context) =>
        int.TryParse(context.QueryText("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            && asked is > 2000 and < 10000 ? asked : null;

    internal static async Task<IResult> DiffAsync(HttpContext context)
    {
        var store = context.Need<CatalogueStore>();
        if (context.QueryText("from") is not { } from)
            return Problem.Faults("", "Name the earlier version: ?from=ID. The ids are at /api/catalogue/versions.");
        var before = await LoadAsync(from);
        var after = context.QueryText("to") is { } to ? await LoadAsync(to) : await store.CurrentAsync(context.RequestAborted);
        if (before is null || after is null)
            return Problem.NotFound();
        var diff = CatalogueDiff.Between(before, after);
        return Answer.Json(new CatalogueDifference(
            diff.Added, diff.Removed, diff.Changed, Access.Insiders.Roles.Contains(context.Principal().Role)
                ? await context.Need<CatalogueUpdate>().TouchesAsync(diff, context.RequestAborted)
                : null));

        async Task<ElementCatalogue?> LoadAsync(string version) =>
            CatalogueVersions.IsPossible(version) ? await store.LoadAsync(version, context.RequestAborted) : null;
    }

    internal static async Task<IResult> VersionsAsync(HttpContext context) =>
        Answer.Json(await context.Need<CatalogueStore>().VersionsAsync(context.RequestAborted));

    private static async Task<IResult> ImportAsync(HttpContext context) => context.QueryText("dryRun") is null or "true" or "false"
        ? await ImportAsync(
            context, await context.ReadBytesAsync(), context.QueryText("name") is { Length: <= 80 } given ? given : "catalogue",
            string.Equals(context.QueryText("skipBadRows"), "true", StringComparison.OrdinalIgnoreCase),
            context.QueryText("dryRun") == "true")
        : Problem.Faults("", "dryRun is true or false.");

    /// <summary>Makes a version current that is stored.</summary>
    internal static async Task<IResult> MakeCurrentAsync(HttpContext context, CatalogueSeen body) =>
        !CatalogueVersions.IsPossible(context.RouteText("version")) ? Problem.NotFound()
        : await context.Need<CatalogueStore>().MakeCurrentAsync(
            context.RouteText("version"), body.Seen, context.Now(), context.RequestAborted) switch
        {
            null => Problem.NotFound(),
            CatalogueSwap.Overtaken => Problem.Conflict("Another version became current since you compared. Look at what changes now."),
            _ => Answer.Nothing(),
        };

    /// <summary>Makes a data dictionary the current catalogue, or only stores and compares it.</summary>
    internal static async Task<IResult> ImportAsync(HttpContext context, ReadOnlyMemory<byte> bytes, string name, bool skip, bool dryRun)
    {
        using var file = new MemoryStream(bytes.ToArray(), writable: false);
        var reading = new CatalogueImport(AgencyDirectory.Shipped).Read(file);
        if (reading.Elements.Count == 0 || (reading.Faults.Count > 0 && !skip))
        {
            var faults = reading.Faults.Take(RowFaultsShown)
                .Select(f => new Fault(string.Create(CultureInfo.InvariantCulture, $"/rows/{f.Row}"), f.Message));
            return Problem.Faults([.. faults.DefaultIfEmpty(new("", "The file has no rows."))]);
        }
        var store = context.Need<CatalogueStore>();
        var before = await store.CurrentAsync(context.RequestAborted);
        var after = new ElementCatalogue(CatalogueVersions.Name(name, reading.Elements), reading.Elements);
        var now = context.Now();
        if (dryRun)
            await store.StageAsync(after, now, cancellationToken: context.RequestAborted);
        var swap = !dryRun ? await store.ImportAsync(after, now, cancellationToken: context.RequestAborted)
            : before.Version == after.Version ? CatalogueSwap.Unchanged
            : CatalogueSwap.Staged;
        if (swap is CatalogueSwap.Overtaken)
            return Problem.Conflict("Another import came first. Look at what it brought, and send the file again to make it current.");
        var diff = CatalogueDiff.Between(before, after);
        return Answer.Json(new CatalogueImported(
            after.Version, swap, after.Elements.Count, after.Elements.Select(e => e.Agency).Distinct(StringComparer.Ordinal).Count(),
            diff.Added.Count, diff.Removed.Count, diff.Changed.Count, [.. reading.Faults.Take(RowFaultsShown)], reading.IgnoredColumns,
            await context.Need<CatalogueUpdate>().TouchesAsync(diff, context.RequestAborted)));
    }
}

/// <summary>Says which version a new one was compared with.</summary>
/// <param name="Seen">Id of the version that was current then; none before the first.</param>
internal sealed record CatalogueSeen(string Seen);
