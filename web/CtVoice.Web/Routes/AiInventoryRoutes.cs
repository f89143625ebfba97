using System.Globalization;
using System.Text.Json;
using CtVoice.Core.Calendar;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Ai;
using CtVoice.Web.Pages;
using CtVoice.Web.Register;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>
/// Connecticut's Responsible AI Framework: the state's inventory of AI systems, which projects name systems by, and the statement that this
/// product decides nothing by AI.
/// </summary>
internal static class AiInventoryRoutes
{
    private const int RowFaultsShown = 100;

    internal static void MapAiInventory(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/ai-inventory", SearchAsync).OpenTo(Access.Readers)
            .WithName("searchAiInventory").WithSummary("Finds systems of the state’s inventory of AI systems (CGS 4a-2e).")
            .Query("search", "Words that the id, name, agency or uses hold; all of them.")
            .Returns(200, "The systems, in the order of the file.", new AiSystemsFound("ai-inventory-2026-12-01-1f0c9a2b", [SampleSystem]));
        endpoints.MapUpload("/api/ai-inventory", ImportAsync).OpenTo(Access.Coordinators)
            .WithName("importAiInventory")
            .WithSummary("Makes a CSV file the current inventory of AI systems; one bad row and nothing is imported.")
            .WithDescription("Columns are found by their heading: name of the system (needed), id, agency, vendor, uses, whether it makes "
                + "or supports decisions, whether it was assessed. A heading that is not known is named in the query, as in name=Tool.")
            .Query("file", "What to call it; \"ai-inventory\" when absent. Part of the version's id.")
            .Query("id", "Heading of the id.").Query("name", "Heading of the system's name.").Query("agency", "Heading of the agency.")
            .Query("vendor", "Heading of the vendor.").Query("uses", "Heading of capabilities and uses.")
            .Query("decides", "Heading of whether it makes or supports decisions.")
            .Query("assessed", "Heading of whether it underwent an impact assessment.")
            .TakesFile("text/csv")
            .Returns(200, "Imported.", new AiInventoryImported("ai-inventory-2026-12-01-1f0c9a2b", 3));
        endpoints.MapPage("/no-ai", context => Statement(context, Tongue.English)).OpenTo(Access.Public)
            .WithName("noAiPage").WithSummary("The statement that this product decides nothing by AI.");
        endpoints.MapPage("/es/no-ai", context => Statement(context, Tongue.Spanish)).OpenTo(Access.Public)
            .WithName("noAiPageSpanish").WithSummary("The same in Spanish.");
    }

    private static AiSystem SampleSystem { get; } =
        new("DOL-AI-014", "Job path grouping", "DOL", null, "Groups job histories in types for a study", "No", "Yes");

    /// <summary>The systems that have the words of the query.</summary>
    internal static async Task<IResult> SearchAsync(HttpContext context)
    {
        var inventory = (await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted)).Intake.AiSystems;
        var words = (context.QueryText("search") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Answer.Json(new AiSystemsFound(inventory.Version,
        [
            .. inventory.Systems.Where(s => words.All(w => new[] { s.Id, s.Name, s.Agency, s.Uses }
                .Any(text => text?.Contains(w, StringComparison.OrdinalIgnoreCase) == true))),
        ]));
    }

    private static async Task<IResult> ImportAsync(HttpContext context) => await ImportAsync(
        context, await context.ReadBytesAsync(), context.QueryText("file") is { Length: > 0 and <= 80 } given ? given : AiInventory.FileId,
        AiInventoryCsv.Named.Where(n => context.QueryText(n) is { Length: > 0 }).ToDictionary(n => n, n => context.QueryText(n)!));

    /// <summary>Makes a file the current inventory.</summary>
    internal static async Task<IResult> ImportAsync(HttpContext context, ReadOnlyMemory<byte> bytes, string name,
        IReadOnlyDictionary<string, string> mapped)
    {
        using var csv = new MemoryStream(bytes.ToArray(), writable: false);
        var now = context.Now();
        var reading = AiInventoryCsv.Read(csv, name, LocalTime.DateIn(BusinessCalendar.Zone, now), mapped);
        if (reading.Inventory is not { } inventory)
        {
            return Problem.Faults([.. reading.Faults.Take(RowFaultsShown)
                .Select(f => new Fault(string.Create(CultureInfo.InvariantCulture, $"/rows/{f.Row}"), f.Message))]);
        }
        var imported = await context.Need<ReferenceStore>().ImportAsync(
            ReferenceKind.AiInventory, JsonSerializer.SerializeToUtf8Bytes(inventory, WorkflowJson.Options), now, context.RequestAborted);
        return imported.Edition is { } edition
            ? Answer.Json(new AiInventoryImported(edition.Version, inventory.Systems.Count))
            : Problem.Faults(imported.Faults);
    }

    private static Task<IResult> Statement(HttpContext context, Tongue tongue) => Task.FromResult<IResult>(RegisterRoutes.Spoken(
        context, tongue, tongue["Nothing here is decided by AI"], Page.Content<NoAi>(tongue), [RegisterRoutes.HomeIn(tongue)], []));
}

/// <summary>Systems of the inventory.</summary>
/// <param name="Version">The version that was searched; none before the first import.</param>
/// <param name="Systems">Those that were found.</param>
public sealed record AiSystemsFound(string Version, IReadOnlyList<AiSystem> Systems);

/// <summary>What an import did.</summary>
/// <param name="Version">The version that is current now.</param>
/// <param name="Systems">Its systems.</param>
public sealed record AiInventoryImported(string Version, int Systems);
