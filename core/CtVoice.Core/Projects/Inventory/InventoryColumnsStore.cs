using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Projects.Inventory;

/// <summary>Which heading was which in the inventory that was imported last: one row, in partition <c>inventory-columns</c>.</summary>
public sealed class InventoryColumnsStore(TableSet tables)
{
    private const string Partition = "inventory-columns";
    private const string Last = "last";

    /// <summary>What was chosen last; null before the first import with headings of its own.</summary>
    public async Task<InventoryColumns?> FindAsync(CancellationToken cancellationToken = default) =>
        await tables.Records.GetAsync(Partition, Last, cancellationToken) is { } row
            ? JsonSerializer.Deserialize<InventoryColumns>(row.LongTextOrNull()!, WorkflowJson.Options)
            : null;

    /// <summary>Remembers a choice.</summary>
    public async Task PutAsync(InventoryColumns columns, CancellationToken cancellationToken = default) =>
        _ = await tables.Records.SubmitAsync(Partition,
        [new TableOperation.Upsert(new TableRow(Partition, Last).WithText(JsonSerializer.Serialize(columns, WorkflowJson.Options)))],
        cancellationToken);
}
