using System.Text.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Representation;
using CtVoice.Core.Workflows;
using CtVoice.Web.Routing;

namespace CtVoice.Web.Routes;

/// <summary>The data files of an assessment: shown to everybody, replaced by the coordinator.</summary>
internal static class ReferenceRoutes
{
    internal static IEnumerable<Route> All =>
    [
        .. Of("policy", ReferenceKind.Policy, "when a population counts as overrepresented", OverrepresentationPolicy.Shipped),
        .. Of("baselines", ReferenceKind.Baselines, "whom a project's people are compared with", BaselineSet.Shipped),
        .. Of("rel", ReferenceKind.Rel, "the codes of race, ethnicity and language", RelCodes.Shipped),
        .. Of("profiles", ReferenceKind.Profiles, "what is known of the people in a data source", SourceProfiles.Shipped),
        .. Of("dppeia", ReferenceKind.Dppeia, "the prompts of the data protection, privacy and equity impact assessment", DppeiaSchema.Provisional),
        Route.Get("api/reference/ready-questions", Access.Public,
            new Docs("readReadyQuestions", "Reads the ready-made questions that a project may ask by their id.").Returns(200, "The questions, by language.", ReadyQuestions.Shipped),
            _ => Task.FromResult(Answer.Json(ReadyQuestions.Shipped))),
    ];

    private static IEnumerable<Route> Of<T>(string name, ReferenceKind kind, string what, T shipped)
        where T : DataFile =>
    [
        Route.Get($"api/reference/{name}", Access.Public,
            new Docs($"read{kind}", $"Reads {what}.").Returns(200, "The current version, with an ETag.", shipped),
            async context => Answer.PublicJson((T)ReferenceStore.FileOf(await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted), kind))),
        Route.Put<T>($"api/reference/{name}", ReviewRoutes.Coordinators,
            new Docs($"replace{kind}", $"Replaces {what}, for projects that are assessed from now on.")
            {
                Description = "A version names one content for good: change the version together with the content.",
            }
                .Header("If-Match", "The ETag that you read; a change of something newer is refused with 412.")
                .Takes(shipped).Returns(200, "It is the current version.", new ReferenceReplaced(shipped.Id, shipped.Version, true)),
            async (context, file) =>
            {
                var current = (T)ReferenceStore.FileOf(await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted), kind);
                if (context.Overtaken(current) is { } overtaken)
                    return overtaken;
                var imported = await context.Need<ReferenceStore>().ImportAsync(
                    kind, JsonSerializer.SerializeToUtf8Bytes(file, WorkflowJson.Options), context.Need<TimeProvider>().GetUtcNow(), context.RequestAborted);
                return imported.Edition is { } edition
                    ? Answer.Json(new ReferenceReplaced(edition.Id, edition.Version, imported.Changed))
                    : Problem.Faults(imported.Faults);
            }),
    ];
}

/// <summary>A data file that is current.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Changed">False when it was current before.</param>
internal sealed record ReferenceReplaced(string Id, string Version, bool Changed);
