using System.Globalization;
using CtVoice.Core.Storage;

namespace CtVoice.Local.Storage;

/// <summary>The database file as it is before anything is asked of it: its own to read, with the tables, counted.</summary>
internal static class OpenedFile
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS settings(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS entities(
            tbl INTEGER NOT NULL, pk TEXT NOT NULL, rk TEXT NOT NULL, etag INTEGER NOT NULL, body BLOB NOT NULL,
            PRIMARY KEY (tbl, pk, rk)) WITHOUT ROWID;
        """;

    /// <summary>Opens the file, or makes it, for writing; and says how often it was opened.</summary>
    internal static (SqliteConnection Writer, long Opening) Of(string path, SqliteOptions options)
    {
        // SQLite makes its other files with the mode of this one.
        foreach (var file in new[] { path, path + "-wal", path + "-shm" }
            .Where(file => File.Exists(file) || (file == path && !options.MustExist)))
            OwnFiles.Close(file);
        var connection = new SqliteConnection(path, readOnly: false);
        try
        {
            if (options.MustExist && !HoldsTables(connection))
                throw new TableFaultException($"{path} holds no CtVoice data.", isTransient: false);
            connection.Execute(
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=4000;");
            if (options.MaxPages is { } pages)
                connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count={pages};"));
            connection.Execute("BEGIN IMMEDIATE;" + Schema);
            var opening = (Settings.Read(connection, "openings") ?? 0) + 1;
            Settings.Write(connection, "openings", opening);
            connection.Execute("COMMIT;");
            return (connection, opening);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static bool HoldsTables(SqliteConnection connection)
    {
        var tables = connection.Prepare("SELECT 1 FROM sqlite_master WHERE name = 'entities'");
        var held = tables.Step();
        tables.Reset();
        return held;
    }
}
