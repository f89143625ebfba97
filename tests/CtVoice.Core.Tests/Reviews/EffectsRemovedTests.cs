using CtVoice.Core.Commands;
using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Tests.Reviews;

public sealed class EffectsRemovedTests
{
    private static readonly DateTimeOffset Now = new(2031, 3, 5, 14, 0, 0, TimeSpan.Zero);

    private readonly Desk desk = new(Now);

    [Fact]
    public async Task A_batch_that_was_refused_because_another_removed_a_row_is_not_asked_for_again()
    {
        await desk.AddReviewAsync("r-1", "Benefits and shelters", ReviewStage.Open);
        var (_, stored) = (await desk.Reviews.DecideAsync("r-1", review => new Decided<bool>(
            true,
            new(Now, review, LedgerDraft.Of("noted", Actor.System))
            { Effects = [new Effect.FreePhone("m-1"), new Effect.FreePhone("m-2")] })))!.Value;
        var effects = (await EffectsAsync()).TakeLast(stored!.Effects.Count).ToList();
        _ = await desk.Tables.Records.SubmitAsync("review|r-1", [new TableOperation.Delete(effects[0].Key)]);
        var table = new Deletions(desk.Tables.Records);
        var handlers = stored.Effects.Select(effect => effect.GetType()).Distinct()
            .Select(kind => new EffectHandler(kind, (_, _, _) => Task.CompletedTask));

        await new EffectRunner(new(table, desk.Tables.Contacts), desk.Reviews, new(table), handlers).RunAsync(stored);

        Assert.Equal([effects.Count, .. effects.Select(_ => 1), 1], table.Rows);
        Assert.DoesNotContain(await EffectsAsync(), row => effects.Exists(own => own.Key == row.Key));
    }

    private Task<IReadOnlyList<TableRow>> EffectsAsync() =>
        desk.Tables.Records.AllAsync(TableQuery.StartingWith("review|r-1", "effect|"), CancellationToken.None);

    /// <summary>How many rows each batch would delete.</summary>
    private sealed class Deletions(ITable inner) : ITable
    {
        internal List<int> Rows { get; } = [];

        public Task<TableRow?> GetAsync(string partition, string key, CancellationToken cancellationToken = default) =>
            inner.GetAsync(partition, key, cancellationToken);

        public Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken = default) =>
            inner.QueryAsync(query, cancellationToken);

        public Task<BatchResult> SubmitAsync(string partition, IReadOnlyList<TableOperation> operations,
            CancellationToken cancellationToken = default)
        {
            Rows.Add(operations.Count);
            return inner.SubmitAsync(partition, operations, cancellationToken);
        }
    }
}
