using System.Text.Json;
using CtVoice.Core.Board;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Web;

namespace CtVoice.Local.Host;

/// <summary>What a new data folder gets: keys to try everything with, and a fictional board.</summary>
internal static class FirstStart
{
    /// <summary>Agencies that the samples speak for.</summary>
    internal static readonly string[] Agencies = ["DSS", "DOC", "OHS", "SDE", "DMHAS", "DOL", "CSCU", "OEC", "CCEH"];

    /// <summary>Where a key is kept for the newcomer.</summary>
    public static string KeyPath(string folder, string who) => Path.Combine(folder, "keys", who + ".key");

    /// <summary>Makes whatever is not there yet; a start that was interrupted is finished by the next.</summary>
    public static async Task PrepareAsync(IServiceProvider services, string folder)
    {
        if ((await services.GetRequiredService<BoardStore>().MembersAsync()).Count < 24)
        {
            using var csv = SampleFiles.Open("board/board.csv");
            var import = new BoardImport(
                services.GetRequiredService<BoardStore>(), services.GetRequiredService<ContactStore>(),
                services.GetRequiredService<ContactIndex>());
            var report = await import.RunAsync(csv, dryRun: false);
            if (!report.Stored)
                throw new StartRefusedException("The fictional board does not import: " + string.Join(" ", report.Faults));
        }
        var catalogues = services.GetRequiredService<CatalogueStore>();
        if ((await catalogues.CurrentAsync()).Elements.Count == 0)
            await catalogues.ImportAsync(SampleFiles.Catalogue(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var references = services.GetRequiredService<ReferenceStore>();
        if ((await references.CurrentAsync()).Intake.Inventory.Assets.Count == 0)
        {
            _ = await references.ImportAsync(
                ReferenceKind.Inventory, JsonSerializer.SerializeToUtf8Bytes(SampleFiles.Inventory(), WorkflowJson.Options),
                services.GetRequiredService<TimeProvider>().GetUtcNow());
        }
        var keys = services.GetRequiredService<AccessKeys>();
        await MakeAsync(folder, "coordinator", () => keys.CreateAsync("first coordinator", Role.Coordinator, null, null));
        await MakeAsync(folder, "auditor", () => keys.CreateAsync("first auditor", Role.Auditor, null, null));
        foreach (var agency in Agencies)
            await MakeAsync(folder, agency, () => keys.CreateAsync($"first {agency}", Role.Agency, agency, null));
    }

    private static async Task MakeAsync(string folder, string who, Func<Task<NewKey>> create)
    {
        var path = KeyPath(folder, who);
        if (!File.Exists(path))
            KeyFile.Write(path, (await create()).Token);
    }
}
