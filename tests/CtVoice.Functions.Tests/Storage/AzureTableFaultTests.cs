using CtVoice.Core.Storage;

namespace CtVoice.Functions.Tests.Storage;

/// <summary>What the service's refusals, faults and lost answers become.</summary>
public sealed class AzureTableFaultTests : IDisposable
{
    private const string Partition = "p";
    private readonly TableServiceStub service = new();

    public void Dispose() => service.Dispose();

    [Fact]
    public async Task A_busy_service_is_asked_again()
    {
        service.Status(503, "ServerBusy").Status(500, "OperationTimedOut").NoAnswer().Row(Partition, "a", "W/1", "one");

        Assert.Equal("one", (await service.Table().GetAsync(Partition, "a"))!.Text("v"));
        Assert.True(service.IsDone);
    }

    [Fact]
    public async Task A_service_that_stays_busy_is_a_transient_fault_after_five_attempts()
    {
        for (var i = 0; i < 5; i++)
            service.Status(503, "ServerBusy");

        var fault = await Assert.ThrowsAsync<TableFaultException>(() => service.Table().GetAsync(Partition, "a"));

        Assert.True(fault.IsTransient);
        Assert.Equal(5, service.Requests.Count);
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached_is_a_transient_fault()
    {
        for (var i = 0; i < 5; i++)
            service.NoAnswer();

        Assert.True(
            (await Assert.ThrowsAsync<TableFaultException>(() => service.Table().QueryAsync(new TableQuery(Partition)))).IsTransient);
    }

    [Theory]
    [InlineData(403, "AuthorizationFailure")]
    [InlineData(404, "TableNotFound")]
    [InlineData(400, "InvalidInput")]
    [InlineData(409, "TableBeingDeleted")]
    public async Task A_refusal_that_no_caller_expects_is_a_fault_at_once(int status, string code)
    {
        service.Status(status, code);

        var fault = await Assert.ThrowsAsync<TableFaultException>(() => service.Table().SubmitAsync(Partition, [Insert("a", "one")]));

        Assert.False(fault.IsTransient);
        Assert.Contains(code, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(409, "EntityAlreadyExists", BatchRefusal.Exists)]
    [InlineData(412, "UpdateConditionNotSatisfied", BatchRefusal.Changed)]
    [InlineData(404, "ResourceNotFound", BatchRefusal.Missing)]
    public async Task A_refused_batch_names_the_operation_by_its_place(int status, string code, BatchRefusal refusal)
    {
        service.BatchRefused(status, code, "1:Something about the second operation.");

        Assert.Equal(new BatchResult(refusal, "b"), await service.Table().SubmitAsync(Partition, [Insert("a", "one"), Insert("b", "two")]));
    }

    [Fact]
    public async Task A_refused_batch_whose_answer_names_no_place_is_found_in_the_rows()
    {
        service.BatchRefused(409, "EntityAlreadyExists", "The specified entity already exists.")
            .Status(404, "ResourceNotFound").Row(Partition, "b", "W/1", "other");

        Assert.Equal(
            new BatchResult(BatchRefusal.Exists, "b"),
            await service.Table().SubmitAsync(Partition, [Insert("a", "one"), Insert("b", "two")]));
    }

    [Fact]
    public async Task A_batch_that_meets_its_own_first_attempt_is_stored()
    {
        service.NoAnswer().BatchRefused(409, "EntityAlreadyExists", "0:The specified entity already exists.")
            .Row(Partition, "a", "W/1", "one").Row(Partition, "b", "W/1", "two");

        Assert.Equal(BatchResult.Stored, await service.Table().SubmitAsync(Partition, [Insert("a", "one"), Insert("b", "two")]));
        Assert.True(service.IsDone);
    }

    [Fact]
    public async Task A_batch_that_meets_another_writer_after_a_lost_answer_is_refused()
    {
        service.NoAnswer().BatchRefused(409, "EntityAlreadyExists", "0:The specified entity already exists.")
            .Row(Partition, "a", "W/1", "somebody else's");

        Assert.Equal(new BatchResult(BatchRefusal.Exists, "a"), await service.Table().SubmitAsync(Partition, [Insert("a", "one")]));
    }

    [Fact]
    public async Task A_replace_that_meets_the_version_it_read_after_a_lost_answer_is_not_taken_for_stored()
    {
        // The row is still the one that was read, with the same content: the first attempt never arrived.
        service.NoAnswer().BatchRefused(412, "UpdateConditionNotSatisfied", "0:The update condition was not satisfied.")
            .Row(Partition, "a", "W/1", "one");

        var replace = new TableOperation.Replace(new TableRow(Partition, "a") { ETag = "W/1" }.With("v", "one"));

        Assert.Equal(new BatchResult(BatchRefusal.Changed, "a"), await service.Table().SubmitAsync(Partition, [replace]));
    }

    [Fact]
    public async Task A_batch_is_stored_by_one_request()
    {
        service.BatchStored();

        Assert.True((await service.Table().SubmitAsync(Partition, [Insert("a", "one")])).Committed);
        Assert.Equal(["POST $batch"], service.Requests);
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_not_told_of_a_fault()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => service.Table().GetAsync(Partition, "a", gone.Token));
    }

    private static TableOperation.Insert Insert(string key, string value) => new(new TableRow(Partition, key).With("v", value));
}
