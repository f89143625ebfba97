namespace CtVoice.Local.Storage;

/// <summary>Writes that share a transaction: each undoes itself alone when it fails.</summary>
internal static class WriteBatch
{
    /// <summary>Runs them in a transaction that is left open.</summary>
    internal static void Run(SqliteConnection writer, List<SqliteWrite> batch)
    {
        // Nearly always every write succeeds and needs no savepoint of its own; if one fails, all start again with one each.
        writer.Prepare("BEGIN IMMEDIATE").Run();
        if (!RunAll(writer, batch))
        {
            writer.Prepare("ROLLBACK").Run();
            writer.Prepare("BEGIN IMMEDIATE").Run();
            RunEach(writer, batch);
        }
    }

    private static bool RunAll(SqliteConnection writer, List<SqliteWrite> batch)
    {
        foreach (var write in batch)
        {
            write.Run(writer);
            if (write.Failed)
                return false;
        }
        return true;
    }

    private static void RunEach(SqliteConnection writer, List<SqliteWrite> batch)
    {
        foreach (var write in batch)
        {
            writer.Execute("SAVEPOINT one");
            write.Run(writer);
            writer.Execute(write.Failed ? "ROLLBACK TO one; RELEASE one" : "RELEASE one");
        }
    }
}
