using System.Globalization;
using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;

namespace CtVoice.Core.RealPeople;

/// <summary>
/// What was answered before real people are asked, in partition <c>before-real-people</c>: one row for each answer ever given, key
/// <c>{precondition}|{instant}|{number}</c>. None is changed or removed; the last one holds. Thread-safe.
/// </summary>
public sealed class PreconditionAnswers(TableSet tables)
{
    private const string Partition = "before-real-people";

    /// <summary>Every answer that was given, oldest first.</summary>
    public async Task<ILookup<string, PreconditionAnswer>> AllAsync(CancellationToken cancellationToken = default) =>
        (await tables.Records.AllAsync(new(Partition), cancellationToken))
            .ToLookup(row => row.Key.Split('|')[0], Read, StringComparer.Ordinal);

    /// <summary>Keeps an answer.</summary>
    public async Task AddAsync(string precondition, PreconditionAnswer answer, CancellationToken cancellationToken = default)
    {
        // Two answers of one instant both stay.
        for (var number = 0; ; number++)
        {
            var row = new TableRow(Partition,
                string.Create(CultureInfo.InvariantCulture, $"{precondition}|{answer.At.UtcTicks:D19}|{number:D2}"))
                .WithText(JsonSerializer.Serialize(answer, WorkflowJson.Options));
            if ((await tables.Records.SubmitAsync(Partition, [new TableOperation.Insert(row)], cancellationToken)).Committed)
                return;
        }
    }

    private static PreconditionAnswer Read(TableRow row) =>
        JsonSerializer.Deserialize<PreconditionAnswer>(row.LongTextOrNull()!, WorkflowJson.Options)!;
}
