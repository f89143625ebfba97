using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;

namespace CtVoice.Core.Tests.Reviews;

/// <summary>State, texts and ledger are read one after the other: what is decided between them is no fault of the review.</summary>
public sealed class VerifyingWhileDecidedTests
{
    private static readonly DateTimeOffset Now = new(2031, 3, 5, 14, 0, 0, TimeSpan.Zero);

    private readonly Desk desk = new(Now);

    [Fact]
    public async Task A_decision_that_is_stored_while_a_review_is_verified_is_no_fault()
    {
        await desk.AddReviewAsync("r-1", "Benefits and shelters", ReviewStage.Open);
        var table = new BeforeLedger(desk.Tables.Records, DecideAsync, times: 3);

        Assert.Equal([], await Verifying(table).VerifyAsync("r-1"));

        Assert.Equal(0, table.Left);
    }

    [Fact]
    public async Task A_review_that_is_stored_while_it_is_looked_for_is_not_gone()
    {
        var table = new BeforeLedger(
            desk.Tables.Records, () => desk.AddReviewAsync("r-1", "Benefits and shelters", ReviewStage.Open), times: 1);

        Assert.Equal([], await Verifying(table).VerifyAsync("r-1"));
    }

    [Fact]
    public async Task What_was_changed_is_found_also_while_decisions_are_stored()
    {
        await desk.AddReviewAsync("r-1", "Benefits and shelters", ReviewStage.Open);
        var entry = await desk.Tables.Records.GetAsync("review|r-1", "ledger|00000001");
        await desk.Tables.Records.SubmitAsync("review|r-1", [new TableOperation.Replace(entry!.With("hash", new string('0', 64)))]);

        var faults = await Verifying(new(desk.Tables.Records, DecideAsync, times: 3)).VerifyAsync("r-1");

        Assert.StartsWith("entry 1 does not carry the hash", faults![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_that_never_stands_still_is_a_fault_that_passes()
    {
        await desk.AddReviewAsync("r-1", "Benefits and shelters", ReviewStage.Open);

        var fault = await Assert.ThrowsAsync<TableFaultException>(
            () => Verifying(new(desk.Tables.Records, DecideAsync, times: int.MaxValue)).VerifyAsync("r-1"));

        Assert.True(fault.IsTransient);
    }

    private ReviewStore Verifying(BeforeLedger table) => new(new(table, desk.Tables.Contacts), desk.Due, desk.Time);

    private async Task DecideAsync() =>
        await desk.Reviews.DecideAsync("r-1", review => new Decided<bool>(true, new(Now, review, LedgerDraft.Of("noted", Actor.System))));

    /// <summary>Something else happens just before a ledger is read, a number of times.</summary>
    private sealed class BeforeLedger(ITable inner, Func<Task> happen, int times) : ITable
    {
        internal int Left { get; private set; } = times;

        public Task<TableRow?> GetAsync(string partition, string key, CancellationToken cancellationToken = default) =>
            inner.GetAsync(partition, key, cancellationToken);

        public async Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken = default)
        {
            if (query.From is "ledger|" && Left > 0)
            {
                Left--;
                await happen();
            }
            return await inner.QueryAsync(query, cancellationToken);
        }

        public Task<BatchResult> SubmitAsync(string partition, IReadOnlyList<TableOperation> operations,
            CancellationToken cancellationToken = default) =>
            inner.SubmitAsync(partition, operations, cancellationToken);
    }
}
