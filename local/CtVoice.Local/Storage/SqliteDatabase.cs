using System.Collections.Concurrent;
using CtVoice.Core.Storage;

namespace CtVoice.Local.Storage;

/// <summary>
/// The one file of the local host, <c>ctvoice.db</c> in a data folder: tables, workflow histories, settings. One thread
/// writes; whatever waits for it shares one durable commit (group commit). Reads see committed data only. Thread-safe.
/// </summary>
/// <remarks>
/// When the disk is full or fails, or the file is damaged or locked, the database stops for good (a further connection that cannot be
/// opened, because the process has no descriptors left, is a fault that passes): every waiting and
/// later call throws <see cref="TableFaultException"/> with the cause, and <see cref="Faulted"/> completes. Nothing is
/// ever half-written. One process uses a folder at a time.
/// </remarks>
public sealed class SqliteDatabase : IDisposable
{
    /// <summary>Connections that read at once: a crowd costs time, and neither memory nor descriptors.</summary>
    private const int ReadersAtOnce = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    internal SqliteOptions Options { get; }
    private readonly FileStream folderLock;
    private readonly SqliteConnection writer;
    private readonly ConcurrentBag<SqliteConnection> readers = [];
    private readonly SemaphoreSlim reading = new(ReadersAtOnce);
    private readonly TaskCompletionSource<string> faulted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread thread;
    private readonly object gate = new();
    private List<SqliteWrite> waiting = [];
    private List<TaskCompletionSource> forgetting = [];
    private bool closing, forgets, shedding;
    private volatile TableFaultException? fault;
    private long commits;

    /// <summary>Opens or creates the file; throws <see cref="TableFaultException"/> when that fails.</summary>
    public SqliteDatabase(string folder, SqliteOptions? options = null)
    {
        Options = options ?? new();
        Path = System.IO.Path.Combine(folder, "ctvoice.db");
        folderLock = FolderLock.Take(folder, make: !Options.MustExist);
        try
        {
            (writer, Opening) = OpenedFile.Of(Path, Options);
        }
        catch (Exception error)
        {
            folderLock.Dispose();
            throw error is SqliteErrorException sqlite
                ? sqlite.ToFault(Path)
                : error is TableFaultException ? error : FolderLock.CannotBeUsed(folder, error);
        }
        thread = new Thread(WriteUntilClosed) { IsBackground = true, Name = "ctvoice.db writer" };
        thread.Start();
    }

    /// <summary>The database file.</summary>
    public string Path { get; }

    /// <summary>Completes with the reason when the database has stopped; the host must then accept nothing more.</summary>
    public Task<string> Faulted => faulted.Task;

    /// <summary>Durable commits since the file was opened.</summary>
    public long Commits => Interlocked.Read(ref commits);

    /// <summary>Number of this opening; each one is larger than all before it.</summary>
    internal long Opening { get; }

    /// <summary>
    /// Runs <paramref name="work"/> on the writer, all or none of it; durable when the task completes. What it throws
    /// undoes it alone. It may run more than once before it is committed, so it must have no other effect.
    /// </summary>
    /// <param name="work">What is written.</param>
    /// <param name="sheds">While the file is written anew for longer than anybody waits, it is not begun and comes back as a fault that
    /// passes; false waits for as long as that takes.</param>
    internal Task<T> WriteAsync<T>(Func<SqliteConnection, T> work, bool sheds = false)
    {
        var write = new SqliteWrite<T>(work) { Sheds = sheds };
        lock (gate)
        {
            if (fault is not null)
                return Task.FromException<T>(Repeated(fault));
            ObjectDisposedException.ThrowIf(closing, this);
            if (sheds && shedding)
                return Task.FromException<T>(WrittenAnew());
            waiting.Add(write);
            if (waiting.Count == 1)
                Monitor.Pulse(gate);
        }
        return write.Task;
    }

    /// <summary>
    /// Leaves nothing of what was deleted or replaced in the file or beside it: the file is written anew from what is there, then the log
    /// is emptied. Nobody writes meanwhile: whoever may be told to come again waits for five seconds at the most.
    /// </summary>
    /// <exception cref="TableFaultException">It cannot be done for now; the file is as it was.</exception>
    internal Task ForgetAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (fault is not null)
                return Task.FromException(Repeated(fault));
            ObjectDisposedException.ThrowIf(closing, this);
            forgetting.Add(done);
            Monitor.Pulse(gate);
        }
        return done.Task;
    }

    /// <summary>Reads committed data.</summary>
    internal T Read<T>(Func<SqliteConnection, T> query)
    {
        if (fault is not null)
            throw Repeated(fault);
        if (!reading.Wait(Patience))
            throw new TableFaultException("The database is busy.", isTransient: true);
        try
        {
            var connection = readers.TryTake(out var pooled) ? pooled : new SqliteConnection(Path, readOnly: true);
            var keep = false;
            try
            {
                var result = query(connection);
                keep = true;
                return result;
            }
            finally
            {
                // A query that broke off may still hold a snapshot, so its connection is not used again.
                if (keep)
                    readers.Add(connection);
                else
                    connection.Dispose();
            }
        }
        catch (SqliteErrorException error) when (error.MayPass)
        {
            // The file is as it was, and the writer has it open: whoever asks again may find it free.
            throw new TableFaultException($"The database cannot be opened once more for now ({error.Message}).", isTransient: true, error);
        }
        catch (SqliteErrorException error)
        {
            var cause = error.ToFault(Path);
            Stop(cause);
            throw cause;
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Writes what waits, then closes the file.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            closing = true;
            Monitor.Pulse(gate);
        }
        thread.Join();
        while (readers.TryTake(out var reader))
            reader.Dispose();
        writer.Dispose();
        folderLock.Dispose();
    }

    private static TableFaultException Repeated(TableFaultException fault) => new(fault.Message, fault.IsTransient, fault);

    /// <summary>
    /// What is wrong with the structure of the file, each in a line of SQLite's own: pages that are lost or used twice, rows out of order.
    /// It does not see a bit that fell over inside of a row.
    /// </summary>
    internal IReadOnlyList<string> Faults() => Read(connection =>
    {
        var check = connection.Prepare("PRAGMA integrity_check(20)");
        var lines = new List<string>();
        while (check.Step())
            lines.AddRange(check.Text(0).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        check.Reset();
        return lines is ["ok"] ? [] : lines;
    });

    /// <summary>Rows of all tables.</summary>
    internal long Rows() => Read(connection =>
    {
        var count = connection.Prepare("SELECT count(*) FROM entities");
        _ = count.Step();
        var rows = count.Number(0);
        count.Reset();
        return rows;
    });

    private void WriteUntilClosed()
    {
        List<SqliteWrite> batch = [];
        while (true)
        {
            batch.Clear();
            List<TaskCompletionSource> asked = [];
            lock (gate)
            {
                while (waiting.Count == 0 && forgetting.Count == 0 && !closing)
                    Monitor.Wait(gate);
                if (fault is not null || (waiting.Count == 0 && forgetting.Count == 0))
                    return;
                (asked, forgetting) = (forgetting, asked);
                forgets = asked.Count > 0;
                if (waiting.Count <= Options.WritesPerCommit)
                {
                    (batch, waiting) = (waiting, batch);
                }
                else
                {
                    batch.AddRange(waiting[..Options.WritesPerCommit]);
                    waiting.RemoveRange(0, Options.WritesPerCommit);
                }
            }
            if (batch.Count > 0 && !Commit(batch))
            {
                asked.ForEach(waits => waits.SetException(Repeated(fault!)));
                return;
            }
            if (asked.Count > 0)
                Forget(asked);
        }
    }

    private void Forget(List<TaskCompletionSource> asked)
    {
        // A reader that holds a snapshot keeps the log from being emptied; those that come meanwhile wait.
        var mine = 0;
        using var patience = new Timer(_ => Shed(), null, Patience, Timeout.InfiniteTimeSpan);
        try
        {
            Options.Observer?.BeforeForgetting();
            writer.Execute("VACUUM");
            while (mine < ReadersAtOnce && reading.Wait(Patience))
                mine++;
            var emptied = mine == ReadersAtOnce && writer.Prepare("PRAGMA wal_checkpoint(TRUNCATE)") is var checkpoint && checkpoint.Step()
                && checkpoint.Number(0) == 0;
            if (!emptied)
                throw new TableFaultException("The log of the database is in use, so what was deleted is still in it.", isTransient: true);
            asked.ForEach(waits => waits.SetResult());
        }
        catch (Exception error) when (error is SqliteErrorException or TableFaultException)
        {
            // Nothing is lost by it, and whoever asked asks again.
            var cause = error as TableFaultException ?? new TableFaultException(
                $"What was deleted is still in the file ({Path}: {error.Message}).", isTransient: true, error);
            asked.ForEach(waits => waits.SetException(cause));
        }
        finally
        {
            writer.ResetAll();
            if (mine > 0)
                reading.Release(mine);
            patience.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            lock (gate)
                (shedding, forgets) = (false, false);
        }
    }

    /// <summary>What waits was not begun: whoever may be told to come again is, and so is who comes before this ends.</summary>
    private void Shed()
    {
        List<SqliteWrite> told;
        lock (gate)
        {
            // It ended while this began.
            if (!forgets)
                return;
            shedding = true;
            told = waiting.FindAll(w => w.Sheds);
            waiting.RemoveAll(w => w.Sheds);
        }
        foreach (var write in told)
            write.Fail(WrittenAnew());
    }

    private static TableFaultException WrittenAnew() => new("The file is being written anew; nothing was stored.", isTransient: true);

    /// <summary>Runs a batch in one transaction; false when the database has stopped.</summary>
    private bool Commit(List<SqliteWrite> batch)
    {
        var number = commits + 1;
        try
        {
            WriteBatch.Run(writer, batch);
            Options.Observer?.BeforeCommit(number);
            writer.Prepare("COMMIT").Run();
            Interlocked.Exchange(ref commits, number);
            Options.Observer?.AfterCommit(number);
        }
        catch (Exception error)
        {
            // Closing the connection rolls back what is open; until then nobody writes.
            var cause = error is SqliteErrorException sqlite ? sqlite.ToFault(Path)
                : new TableFaultException($"The database stopped ({Path}): {error.Message}", isTransient: false, error);
            Stop(cause, batch);
            return false;
        }
        foreach (var write in batch)
            write.Complete();
        return true;
    }

    private void Stop(TableFaultException cause, List<SqliteWrite>? batch = null)
    {
        List<SqliteWrite> others;
        List<TaskCompletionSource> stuck = [];
        lock (gate)
        {
            fault ??= cause;
            others = batch is null ? [] : waiting;
            (stuck, forgetting) = (forgetting, stuck);
            if (batch is not null)
                waiting = [];
            Monitor.Pulse(gate);
        }
        faulted.TrySetResult(cause.Message);
        stuck.ForEach(waits => waits.TrySetException(cause));
        foreach (var write in (batch ?? []).Concat(others))
            write.Fail(cause);
    }
}
