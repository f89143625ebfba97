using System.Text.Encodings.Web;
using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Lists;
using CtVoice.Core.Projects;
using CtVoice.Core.Representation;
using CtVoice.Web.Routes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Desk.Settings;

/// <summary>The data files of an assessment: each shown as it is, and replaced by another one.</summary>
internal static class DataFilesPage
{
    /// <summary>Path of them all.</summary>
    internal const string Path = SettingsPage.Path + "/data";

    /// <summary>The files.</summary>
    internal static IReadOnlyList<DataFilePlace> All { get; } =
    [
        new("policy", ReferenceKind.Policy, "When a population counts as overrepresented",
            "For projects that are assessed from now on: whether residents are asked"),
        new("baselines", ReferenceKind.Baselines, "Whom a project’s people are compared with",
            "For projects that are assessed from now on"),
        new("rel", ReferenceKind.Rel, "Codes of race, ethnicity and language",
            "For agencies that describe people, and members who describe themself"),
        new("profiles", ReferenceKind.Profiles, "What is known of the people in a data source",
            "For projects that are assessed from now on and do not say who is in their data"),
        new("dppeia", ReferenceKind.Dppeia, "Prompts of the impact assessment", "For agencies that write a project from now on"),
        new("governing-board-meetings", ReferenceKind.Meetings, "When the Data Governing Board meets",
            "For the dates beside each review, the calendar that others subscribe to, and the packets"),
        new("initiatives", ReferenceKind.Initiatives, "Initiatives outside government",
            "For the public page of which data are used, under “Outside government”") { Example = InitiativeList.Example },
    ];

    // As people write it: on a page, where everything is encoded again.
    private static readonly JsonSerializerOptions Readable = new(WorkflowJson.Options)
    { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void MapDataFilesPage(this IEndpointRouteBuilder endpoints)
    {
        foreach (var file in All)
        {
            endpoints.MapPage($"{Path}/{file.Name}", context => ShowAsync(context, file)).OpenTo(DeskPage.Coordinators)
                .WithName($"desk{file.Kind}File").WithSummary("A data file of an assessment as it stands.");
            endpoints.MapFileForm(
                $"{Path}/{file.Name}", (context, sent) => TakeAsync(context, file, sent, dryRun: true), context => ShowAsync(context, file),
                (context, answer) => ShowComparedAsync(context, file, answer)).OpenTo(DeskPage.Coordinators).LimitBody(SentFile.Limit)
                .WithName($"deskPreview{file.Kind}").WithSummary("Says what another file would change.");
            endpoints.MapFileForm(
                $"{Path}/{file.Name}/do", (context, sent) => TakeAsync(context, file, sent, dryRun: false),
                context => ShowAsync(context, file),
                (context, _) => Task.FromResult(Answer.SeeOther(DeskForm.Done($"{Path}/{file.Name}", context.OperationName()))))
                .OpenTo(DeskPage.Coordinators).LimitBody(SentFile.Limit)
                .WithName($"deskReplace{file.Kind}").WithSummary("Replaces a data file of an assessment.");
        }
    }

    private static Task<IResult> TakeAsync(HttpContext context, DataFilePlace place, SentFile sent, bool dryRun)
    {
        context.Items[typeof(SentFile)] = sent;
        return ReferenceRoutes.ReplaceAsync(context, place.Kind, sent.Content, dryRun);
    }

    private static async Task<IResult> ShowComparedAsync(HttpContext context, DataFilePlace place, IResult answer)
    {
        var file = ReferenceStore.FileOf(await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted), place.Kind);
        var open = 0;
        await foreach (var id in context.Need<ReviewLists>().OpenAsync(context.RequestAborted))
            open++;
        return DeskPage.Of<DataFileCompared>(
            context, "What would change",
            new DataFileCompared.Shown(place, file.Version, answer.Said<ReferenceReplaced>()!,
                ((SentFile)context.Items[typeof(SentFile)]!).Text, ReferenceRoutes.VersionOf(file), open),
            [.. SettingsPage.Above, new(place.Title, $"{Path}/{place.Name}")]);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, DataFilePlace place)
    {
        var file = ReferenceStore.FileOf(await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted), place.Kind);
        var text = JsonSerializer.Serialize(file, file.GetType(), Readable);
        return DeskPage.Of<DataFileShown>(
            context, place.Title, new DataFileShown.Shown(place, file, text, ReferenceRoutes.VersionOf(file),
                place.Example is { } example ? JsonSerializer.Serialize(example, example.GetType(), Readable) : null),
            [.. SettingsPage.Above]);
    }
}

/// <summary>A data file on the desk.</summary>
/// <param name="Name">Last part of its path.</param>
/// <param name="Kind">Which.</param>
/// <param name="Title">What it says.</param>
/// <param name="ForWhom">Whom a change changes things for.</param>
public sealed record DataFilePlace(string Name, ReferenceKind Kind, string Title, string ForWhom)
{
    /// <summary>How a filled one looks, where what ships is empty; null for the others.</summary>
    public DataFile? Example { get; init; }
}
