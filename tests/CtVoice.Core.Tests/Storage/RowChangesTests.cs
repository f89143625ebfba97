using CtVoice.Core.Storage;
using CtVoice.Testing.Web;

namespace CtVoice.Core.Tests.Storage;

public sealed class RowChangesTests
{
    private static readonly TableRow One = new TableRow("p", "k").With("n", 1L);

    private readonly MemoryTable table = new();

    [Fact]
    public async Task A_row_that_is_not_there_is_added_and_one_that_is_there_is_replaced()
    {
        Assert.Equal(1, (await table.ChangeAsync("p", "k", held => held is null ? One : throw new InvalidOperationException()))!
            .Number("n"));
        Assert.Equal(2, (await table.ChangeAsync("p", "k", More))!.Number("n"));
        Assert.Equal(2, (await table.GetAsync("p", "k"))!.Number("n"));
    }

    [Fact]
    public async Task A_new_row_in_the_place_of_the_old_one_replaces_the_version_that_was_read()
    {
        await table.ChangeAsync("p", "k", _ => One);
        await table.ChangeAsync("p", "k", held => new TableRow("p", "k").With("n", held!.Number("n") + 5));
        Assert.Equal(6, (await table.GetAsync("p", "k"))!.Number("n"));
    }

    [Fact]
    public async Task The_same_row_is_left_as_it_is_and_so_is_none()
    {
        Assert.Null(await table.ChangeAsync("p", "k", held => held));
        await table.ChangeAsync("p", "k", _ => One);
        var before = await table.GetAsync("p", "k");
        Assert.Equal(1, (await table.ChangeAsync("p", "k", held => held))!.Number("n"));
        Assert.Equal(before!.ETag, (await table.GetAsync("p", "k"))!.ETag);
    }

    [Fact]
    public async Task What_should_not_be_there_is_deleted_unless_somebody_changed_it_meanwhile()
    {
        await table.ChangeAsync("p", "k", _ => One);
        var meddled = false;
        Assert.Equal(2, (await table.ChangeAsync("p", "k", held =>
        {
            if (held!.Number("n") == 1 && !meddled)
            {
                meddled = true;
                table.ChangeAsync("p", "k", More).GetAwaiter().GetResult();
                return null;
            }
            return held;
        }))!.Number("n"));
        Assert.Null(await table.ChangeAsync("p", "k", _ => null));
        Assert.Null(await table.GetAsync("p", "k"));
    }

    [Fact]
    public async Task Whoever_loses_decides_again_on_what_the_other_stored()
    {
        await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => Task.Run(() => table.ChangeAsync("p", "k", held => held is null ? One : More(held)))));
        Assert.Equal(8, (await table.GetAsync("p", "k"))!.Number("n"));
    }

    [Fact]
    public async Task Rows_that_belong_together_change_together()
    {
        IReadOnlyList<TableOperation> Both(TableRow? held) =>
            [.. RowChanges.Write(held, (held ?? One).With("n", 7L)), new TableOperation.Insert(new TableRow("p", "other"))];

        await table.ChangeRowsAsync("p", "k", Both);
        Assert.NotNull(await table.GetAsync("p", "other"));
        await table.ChangeRowsAsync("p", "k", _ => []);
        Assert.Equal(7, (await table.GetAsync("p", "k"))!.Number("n"));
    }

    [Fact]
    public async Task Whoever_always_loses_gives_up_and_may_come_again_and_waits_from_the_second_time_on()
    {
        var (tried, pauses) = (0, new List<int>());
        var fault = await Assert.ThrowsAsync<TableFaultException>(() => RowChanges.UntilStoredAsync(
            () => { tried++; return Task.FromResult(false); }, (lost, _) => { pauses.Add(lost); return Task.CompletedTask; },
            CancellationToken.None));
        Assert.True(fault.IsTransient);
        Assert.Equal(RowChanges.Attempts, tried);
        Assert.Equal(Enumerable.Range(1, RowChanges.Attempts - 1), pauses);
    }

    [Fact]
    public async Task Whoever_is_stopped_does_not_try_again()
    {
        using var stop = new CancellationTokenSource();
        var tried = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RowChanges.UntilStoredAsync(
            () =>
            {
                if (++tried == 2)
                    stop.Cancel();
                return Task.FromResult(false);
            }, stop.Token));
        Assert.Equal(2, tried);
    }

    private static TableRow More(TableRow? held) => held!.With("n", held.Number("n") + 1);
}
