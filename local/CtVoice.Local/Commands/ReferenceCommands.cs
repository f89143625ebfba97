using System.CommandLine;
using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;

namespace CtVoice.Local.Commands;

/// <summary>
/// <c>reference import FILE</c>: replaces a data file of the assessment, told apart by the name that the file gives itself.
/// Exit codes: 0 done, 1 refused.
/// </summary>
internal static class ReferenceCommands
{
    private const int Refused = 1;

    internal static Command Create()
    {
        var data = DataOption.Create();
        var file = new Argument<FileInfo>("FILE") { Description = "The data file, JSON." }.AcceptExistingOnly();
        var import = new Command("import", "Makes a data file the current one of its kind.") { file, data };
        import.SetAction((parse, cancellationToken) =>
            Opened.WithReviewsAsync(parse.GetValue(data)!, parse.InvocationConfiguration.Error, async (tables, _) =>
        {
            var (@out, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            var text = await File.ReadAllBytesAsync(parse.GetRequiredValue(file).FullName, cancellationToken);
            if (KindOf(text) is not { } kind)
            {
                await error.WriteLineAsync(
                    $"/id: The file must call itself {string.Join(", ", ReferenceStore.FileIds.SkipLast(1))} or "
                    + $"{ReferenceStore.FileIds[^1]}.");
                return Refused;
            }
            var imported = await new ReferenceStore(tables.Records)
                .ImportAsync(kind, text, TimeProvider.System.GetUtcNow(), cancellationToken);
            foreach (var fault in imported.Faults)
                await error.WriteLineAsync($"{fault.Pointer}: {fault.Message}");
            if (imported.Edition is not { } edition)
                return Refused;
            await @out.WriteLineAsync(imported.Changed
                ? $"{edition.Id} {edition.Version} is current now."
                : $"{edition.Id} {edition.Version} is current already.");
            return 0;
        }));
        return new Command("reference", "The data files that projects are assessed with.") { import };
    }

    private static ReferenceKind? KindOf(byte[] text) =>
        StrictJson.Read<JsonElement>(text, maxItems: 100_000) is { Faults.Count: 0, Value: { ValueKind: JsonValueKind.Object } file }
        && file.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String
            ? ReferenceStore.KindOf(id.GetString())
            : null;
}
