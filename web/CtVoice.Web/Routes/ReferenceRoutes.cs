using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Sharing;
using CtVoice.Core.Representation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>The data files of an assessment: shown to everybody, replaced by the coordinator.</summary>
internal static class ReferenceRoutes
{
    internal static void MapReference(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapFile("policy", ReferenceKind.Policy, "when a population counts as overrepresented", OverrepresentationPolicy.Shipped);
        endpoints.MapFile("baselines", ReferenceKind.Baselines, "whom a project's people are compared with", BaselineSet.Shipped);
        endpoints.MapFile("rel", ReferenceKind.Rel, "the codes of race, ethnicity and language", RelCodes.Shipped);
        endpoints.MapFile("profiles", ReferenceKind.Profiles, "what is known of the people in a data source", SourceProfiles.Shipped);
        endpoints.MapFile("dppeia", ReferenceKind.Dppeia, "the prompts of the data protection, privacy and equity impact assessment",
            DppeiaSchema.Provisional);
        endpoints.MapFile("governing-board-meetings", ReferenceKind.Meetings, "when the Data Governing Board of P20 WIN meets",
            GoverningBoardMeetings.Provisional, "The calendar and the packets of all meetings follow at once. ");
        endpoints.MapFile("initiatives", ReferenceKind.Initiatives, "the initiatives outside government of the data landscape",
            InitiativeList.Example, "The board's office enters them from what is public; nobody outside government has to. ");
        endpoints.MapGet(
            "/api/reference/ready-questions",
            _ => Task.FromResult(Answer.Json(ReadyQuestions.Shipped)))
            .OpenTo(Access.Public)
            .WithName("readReadyQuestions").WithSummary("Reads the ready-made questions that a project may ask by their id.")
            .Returns(200, "The questions, by language.", ReadyQuestions.Shipped);
    }

    private static void MapFile<T>(this IEndpointRouteBuilder endpoints, string name, ReferenceKind kind, string what, T shipped,
        string about = "")
        where T : DataFile
    {
        endpoints.MapGet(
            $"/api/reference/{name}",
            async context =>
                Answer.PublicJson(
                    (T)ReferenceStore.FileOf(await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted), kind)))
            .OpenTo(Access.Public)
            .WithName($"read{kind}").WithSummary($"Reads {what}.").Returns(200, "The current version, with an ETag.", shipped);
        endpoints.MapPut<T>($"/api/reference/{name}", (context, file) => context.QueryText("dryRun") is null or "true" or "false"
                ? ReplaceAsync(context, kind, file, context.QueryText("dryRun") == "true")
                : Task.FromResult<IResult>(Problem.Faults("", "dryRun is true or false.")))
            .OpenTo(Access.Coordinators)
            .WithName($"replace{kind}")
            .WithSummary($"Replaces {what}{(about.Length > 0 ? "" : ", for projects that are assessed from now on")}.")
            .WithDescription(about + "A version names one content for good: change the version together with the content.")
            .Query("dryRun", "true to learn what the file would change.")
            .Header("If-Match", "The ETag that you read; a change of something newer is refused with 412.")
            .Takes(shipped).Returns(200, "It is the current version.", new ReferenceReplaced(shipped.Id, shipped.Version, true));
    }

    /// <summary>Replaces a file by the text of another one, or only compares them.</summary>
    internal static Task<IResult> ReplaceAsync(HttpContext context, ReferenceKind kind, ReadOnlyMemory<byte> json, bool dryRun) =>
        kind switch
        {
            ReferenceKind.Policy => ReadAsync<OverrepresentationPolicy>(context, kind, json, dryRun),
            ReferenceKind.Baselines => ReadAsync<BaselineSet>(context, kind, json, dryRun),
            ReferenceKind.Rel => ReadAsync<RelCodes>(context, kind, json, dryRun),
            ReferenceKind.Profiles => ReadAsync<SourceProfiles>(context, kind, json, dryRun),
            ReferenceKind.Dppeia => ReadAsync<DppeiaSchema>(context, kind, json, dryRun),
            ReferenceKind.Meetings => ReadAsync<GoverningBoardMeetings>(context, kind, json, dryRun),
            ReferenceKind.Initiatives => ReadAsync<InitiativeList>(context, kind, json, dryRun),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "It is imported in another way."),
        };

    /// <summary>The version of a file, for whoever replaces it.</summary>
    internal static string VersionOf(DataFile file) => file switch
    {
        OverrepresentationPolicy policy => Versions.Of(policy),
        BaselineSet baselines => Versions.Of(baselines),
        RelCodes codes => Versions.Of(codes),
        SourceProfiles profiles => Versions.Of(profiles),
        DppeiaSchema schema => Versions.Of(schema),
        GoverningBoardMeetings meetings => Versions.Of(meetings),
        InitiativeList initiatives => Versions.Of(initiatives),
        _ => throw new ArgumentException("It is imported in another way.", nameof(file)),
    };

    private static async Task<IResult> ReadAsync<T>(HttpContext context, ReferenceKind kind, ReadOnlyMemory<byte> json, bool dryRun)
        where T : DataFile
    {
        var read = StrictJson.Read<T>(json);
        return read.Value is { } file ? await ReplaceAsync(context, kind, file, dryRun) : Problem.Faults(read.Faults);
    }

    private static async Task<IResult> ReplaceAsync<T>(HttpContext context, ReferenceKind kind, T file, bool dryRun)
        where T : DataFile
    {
        var current = (T)ReferenceStore.FileOf(await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted), kind);
        if (context.Overtaken(current) is { } overtaken)
            return overtaken;
        var text = JsonSerializer.SerializeToUtf8Bytes(file, WorkflowJson.Options);
        if (dryRun)
        {
            var (read, faults) = await context.Need<ReferenceStore>().LookAsync(kind, text, context.RequestAborted);
            return read is null ? Problem.Faults(faults) : Answer.Json(new ReferenceReplaced(read.Id, read.Version, false)
            {
                Differences =
                    JsonDifference.Between(JsonSerializer.SerializeToNode(current, WorkflowJson.Options),
                        JsonSerializer.SerializeToNode((T)read, WorkflowJson.Options)),
            });
        }
        var imported = await context.Need<ReferenceStore>().ImportAsync(
            kind, text, context.Now(), context.RequestAborted);
        return imported.Edition is { } edition
            ? Answer.Json(new ReferenceReplaced(edition.Id, edition.Version, imported.Changed))
            : Problem.Faults(imported.Faults);
    }
}

/// <summary>A data file that is current.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Changed">False when it was current before, and when nothing was to be stored.</param>
public sealed record ReferenceReplaced(string Id, string Version, bool Changed)
{
    /// <summary>Where it differs from the one that is current; absent when it was stored.</summary>
    public IReadOnlyList<JsonDifference>? Differences { get; init; }
}
