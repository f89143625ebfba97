using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Projects.Context;

/// <summary>The context notes, one row each. A change touches no text that was released before.</summary>
public sealed class ContextNotes(TableSet tables)
{
    private const string Partition = "context-notes";

    /// <summary>All notes in order of id; a few dozen. One that cannot be read is shown to nobody.</summary>
    public async Task<IReadOnlyList<ContextNote>> AllAsync(CancellationToken cancellationToken = default) =>
        (await ListAsync(cancellationToken)).Lines;

    /// <summary>The same, with the rows that cannot be read.</summary>
    public async Task<ListedRows<ContextNote>> ListAsync(CancellationToken cancellationToken = default) =>
        ListedRows.Read(await tables.Records.AllAsync(new(Partition), cancellationToken), Read);

    /// <summary>Adds a note or replaces the one of its id.</summary>
    public Task PutAsync(ContextNote note, CancellationToken cancellationToken = default) => PutAllAsync([note], cancellationToken);

    /// <summary>Adds or replaces notes, at most <see cref="BibliographyCsv.Most"/>: all of them or none.</summary>
    public async Task PutAllAsync(IReadOnlyList<ContextNote> notes, CancellationToken cancellationToken = default) =>
        _ = await tables.Records.SubmitAsync(
            Partition,
            [.. notes.Select(note => new TableOperation.Upsert(
                new TableRow(Partition, note.Id).WithText(JsonSerializer.Serialize(note, WorkflowJson.Options))))],
            cancellationToken);

    /// <summary>Removes a note; false when there is none of that id.</summary>
    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken = default) =>
        (await tables.Records.SubmitAsync(Partition, [new TableOperation.Delete(id)], cancellationToken)).Committed;

    private static ContextNote Read(TableRow row) => JsonSerializer.Deserialize<ContextNote>(row.LongTextOrNull()!, WorkflowJson.Options)!;
}
