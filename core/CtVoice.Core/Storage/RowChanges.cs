using System.Security.Cryptography;

namespace CtVoice.Core.Storage;

/// <summary>
/// Changing a row by what it is while others do the same: it is read, changed and stored if it is still the version that was read; else
/// again, with what it is then.
/// </summary>
/// <remarks>
/// Whoever loses often waits a few random milliseconds, so that those who met do not meet again; real ones, whatever clock the
/// product runs by. Whoever loses <see cref="Attempts"/> times in a row meets a fault, not a queue without end: the same work, done
/// again later, succeeds.
/// </remarks>
public static class RowChanges
{
    /// <summary>How often a change is tried before it is given up.</summary>
    public const int Attempts = 30;

    /// <summary>Makes a row what it should be, and returns it; null when there is none then.</summary>
    /// <param name="table">Where it is.</param>
    /// <param name="partition">Its partition.</param>
    /// <param name="key">Its key.</param>
    /// <param name="change">
    /// Pure, for it may be called several times. Gets the row as it is, null when there is none; gives the row as it should be: the same
    /// to leave it, null when there should be none.
    /// </param>
    /// <param name="cancellationToken">Stops before the next attempt.</param>
    /// <exception cref="TableFaultException">Transient: too many others were faster.</exception>
    public static async Task<TableRow?> ChangeAsync(
        this ITable table, string partition, string key, Func<TableRow?, TableRow?> change, CancellationToken cancellationToken = default)
    {
        TableRow? wanted = null;
        await table.ChangeRowsAsync(partition, key, held => Write(held, wanted = change(held)), cancellationToken);
        return wanted;
    }

    /// <summary>The same where others of the partition change with it: what is given is stored in one go, or nothing of it.</summary>
    /// <param name="table">Where they are.</param>
    /// <param name="partition">Their partition.</param>
    /// <param name="key">Key of the row that decides.</param>
    /// <param name="change">Pure. Gets that row; gives what is to be stored (see <see cref="Write"/>):
    /// nothing to leave all as it is.</param>
    /// <param name="cancellationToken">Stops before the next attempt.</param>
    /// <exception cref="TableFaultException">Transient: too many others were faster.</exception>
    public static Task ChangeRowsAsync(
        this ITable table, string partition, string key, Func<TableRow?, IReadOnlyList<TableOperation>> change,
        CancellationToken cancellationToken = default) => UntilStoredAsync(
        async () => change(await table.GetAsync(partition, key, cancellationToken)) is not { Count: > 0 } operations
            || (await table.SubmitAsync(partition, operations, cancellationToken)).Committed,
        cancellationToken);

    /// <summary>What makes a row that was read the row that is wanted, if nobody changes it in between;
    /// nothing where they are the same.</summary>
    public static IReadOnlyList<TableOperation> Write(TableRow? held, TableRow? wanted) => (held, wanted) switch
    {
        _ when ReferenceEquals(held, wanted) => [],
        (null, { } added) => [new TableOperation.Insert(added)],
        ({ } gone, null) => [new TableOperation.Delete(gone.Key, gone.ETag)],
        _ => [new TableOperation.Replace(wanted! with { ETag = held!.ETag })],
    };

    /// <summary>The same for decisions that read more than one row, or more than a table:
    /// tries until an attempt says that it is done.</summary>
    /// <param name="attempt">Reads, decides and stores; false when somebody else changed meanwhile what it had read.</param>
    /// <param name="cancellationToken">Stops before the next attempt.</param>
    /// <exception cref="TableFaultException">Transient: too many others were faster.</exception>
    public static Task UntilStoredAsync(Func<Task<bool>> attempt, CancellationToken cancellationToken = default) =>
        UntilStoredAsync(attempt, PauseAsync, cancellationToken);

    internal static async Task UntilStoredAsync(
        Func<Task<bool>> attempt, Func<int, CancellationToken, Task> pause, CancellationToken cancellationToken)
    {
        for (var lost = 0; !await attempt();)
        {
            if (++lost == Attempts)
                throw new TableFaultException($"What was to be changed was changed by others {Attempts} times in a row.",
                    isTransient: true);
            await pause(lost, cancellationToken);
        }
    }

    // Once is chance and costs nothing; from then on the longer the more there seem to be.
    private static Task PauseAsync(int lost, CancellationToken cancellationToken) =>
        lost < 2 ? Task.CompletedTask : Task.Delay(RandomNumberGenerator.GetInt32(1, 10 * lost), cancellationToken);
}
