using System.Globalization;
using CtVoice.Core.Json;
using CtVoice.Core.Lists;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Reviews;
using CtVoice.Web.Routes;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Settings;

/// <summary>The catalogue of data elements: what is current, the import of another one, and what it changed.</summary>
internal static class CataloguePage
{
    private const string Path = SettingsPage.Path + "/catalogue";

    internal static void MapCataloguePage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, ShowAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskCatalogue").WithSummary("The catalogue: search, versions, what one changed, and what it lacks.");
        endpoints.MapPage(Path + "/unlisted", ShowUnlistedAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskUnlisted").WithSummary("Data that projects need and the public dictionary lacks, by source, to print.");
        endpoints.MapFileForm(Path, StageAsync, ShowAsync, ShowStagedAsync).OpenTo(DeskPage.Coordinators).LimitBody(SentFile.Limit)
            .WithName("deskPreviewCatalogue")
            .WithSummary("Stores a data dictionary beside the current catalogue, and says what it would change.");
        endpoints.MapPage(Path + "/versions/{version}", ShowVersionAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskCatalogueVersion").WithSummary("What a version that is stored would change.");
        endpoints.MapForm<CatalogueSeen>(Path + "/versions/{version}/current", CatalogueRoutes.MakeCurrentAsync, ShowVersionAsync,
            _ => Path).OpenTo(DeskPage.Coordinators)
            .WithName("deskMakeCatalogueCurrent").WithSummary("Makes a version that was looked at the current catalogue.");
    }

    private static async Task<IResult> ShowAsync(HttpContext context)
    {
        var versions = (await CatalogueRoutes.VersionsAsync(context)).Said<IReadOnlyList<CatalogueVersion>>()!;
        var diff = context.QueryText("from") is null ? null : (await CatalogueRoutes.DiffAsync(context)).Said<CatalogueDifference>();
        return DeskPage.Of<CatalogueShown>(
            context, "Catalogue",
            new CatalogueShown.Shown(
                (await CatalogueRoutes.SearchAsync(context))
                    .Said<Views.CataloguePage>()!, [.. versions.OrderByDescending(v => v.StagedAt)], diff,
                (await CatalogueRoutes.UnlistedAsync(context)).Said<UnlistedPage>()!, context.QueryText("search"),
                context.QueryText("from"), CatalogueRoutes.YearOf(context) ?? context.Now().Year),
            [.. SettingsPage.Above]);
    }

    private static async Task<IResult> ShowUnlistedAsync(HttpContext context)
    {
        var answer = await CatalogueRoutes.UnlistedAsync(context);
        if (answer.Said<UnlistedPage>() is not { } page)
            return answer;
        var year = CatalogueRoutes.YearOf(context) ?? context.Now().Year;
        var years = await context.Need<ReviewStore>().YearsAsync(context.RequestAborted);
        return DeskPage.Of<UnlistedShown>(
            context, "Not in the public dictionary",
            new UnlistedShown.Shown(page, year, [.. years.Append(year).Distinct().OrderDescending()]),
            [.. SettingsPage.Above, new("Catalogue", Path)]);
    }

    private static async Task<IResult> StageAsync(HttpContext context, SentFile file)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return Rows(
            await CatalogueRoutes.ImportAsync(context, file.Content, file.Label, form["skipBadRows"].ToString() == "true", dryRun: true));
    }

    // Said once: which rows of the file were left out. The rest stands on the page of the version.
    private static async Task<IResult> ShowStagedAsync(HttpContext context, IResult answer)
    {
        var staged = answer.Said<CatalogueImported>()!;
        return await ShowVersionAsync(context, staged.Version, staged) ?? Problem.NotFound();
    }

    private static async Task<IResult> ShowVersionAsync(HttpContext context) =>
        CatalogueVersions.IsPossible(context.RouteText("version"))
            && await ShowVersionAsync(context, context.RouteText("version"), null) is { } page ? page : Problem.NotFound();

    private static async Task<IResult?> ShowVersionAsync(HttpContext context, string version, CatalogueImported? staged)
    {
        var store = context.Need<CatalogueStore>();
        if (await store.LoadAsync(version, context.RequestAborted) is not { } after)
            return null;
        var before = await store.CurrentAsync(context.RequestAborted);
        var diff = CatalogueDiff.Between(before, after);
        return DeskPage.Of<CatalogueStaged>(
            context, "What would change",
            new CatalogueStaged.Shown(after, before, diff, await context.Need<CatalogueUpdate>()
                .TouchesAsync(diff, context.RequestAborted), staged?.BadRows ?? [], staged?.IgnoredColumns ?? []),
            [.. SettingsPage.Above, new("Catalogue", Path)]);
    }

    // Whoever mends a file counts its rows as a spreadsheet does.
    internal static IResult Rows(IResult answer) => answer is Problem { Details.Faults: { } faults }
        ? Problem.Faults([.. faults.Select(f => new Fault("", f.Pointer.StartsWith("/rows/", StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"Row {f.Pointer["/rows/".Length..]}: {f.Message}") : f.Message))])
        : answer;
}
