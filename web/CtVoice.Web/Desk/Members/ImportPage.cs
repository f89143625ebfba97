using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Core.Json;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Members;

/// <summary>A board file: first what would become of each row, then, at another button, the import.</summary>
internal static class ImportPage
{
    private const string Path = MembersPage.Path + "/import";

    internal static void MapImportPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, AskAsync).OpenTo(DeskPage.Coordinators)
            .WithName("deskImportBoard").WithSummary("Asks for a board file.");
        endpoints.MapFileForm(Path, (context, file) => RunAsync(context, file, dryRun: true), AskAsync, ShowAsync)
            .OpenTo(DeskPage.Coordinators).LimitBody(SentFile.Limit)
            .WithName("deskPreviewBoard").WithSummary("Says what would become of each row of a board file.");
        endpoints.MapFileForm(Path + "/do", (context, file) => RunAsync(context, file, dryRun: false), AskAsync, ShowAsync)
            .OpenTo(DeskPage.Coordinators).LimitBody(SentFile.Limit)
            .WithName("deskImportBoardNow").WithSummary("Imports a board file.");
    }

    private static Task<IResult> AskAsync(HttpContext context) =>
        Task.FromResult(DeskPage.Of<ImportShown>(context, "Import", new ImportShown.Shown(null, null), [.. MembersPage.Above]));

    // Whoever mends a file counts its rows as a spreadsheet does.
    private static async Task<IResult> RunAsync(HttpContext context, SentFile file, bool dryRun)
    {
        context.Items[typeof(SentFile)] = file;
        return await MemberRoutes.ImportAsync(context, file.Content, dryRun) switch
        {
            Problem { Details.Faults: { } faults } =>
                Problem.Faults([.. faults.Select(f => new Fault("", f.Pointer.Split('/') is ["", var row, var column]
                ? string.Create(CultureInfo.InvariantCulture, $"Row {row}, {column}: {f.Message}") : f.Message))]),
            var answer => answer,
        };
    }

    private static Task<IResult> ShowAsync(HttpContext context, IResult answer) => Task.FromResult(DeskPage.Of<ImportShown>(
        context, "Import", new ImportShown.Shown(answer.Said<BoardImportReport>(), ((SentFile)context.Items[typeof(SentFile)]!).Text),
        [.. MembersPage.Above]));
}
