using SQLitePCL;

namespace CtVoice.Local.Storage;

/// <summary>One connection with its prepared statements. Used by one thread at a time.</summary>
/// <remarks>
/// Directly on SQLitePCLRaw: the writer runs tens of thousands of small statements a second, and an ADO.NET command
/// costs several times what SQLite itself needs for them.
/// </remarks>
internal sealed class SqliteConnection : IDisposable
{
    private readonly sqlite3 handle;
    private readonly Dictionary<string, SqliteStatement> statements = new(StringComparer.Ordinal);

    static SqliteConnection() => Batteries_V2.Init();

    internal SqliteConnection(string path, bool readOnly)
    {
        var flags = raw.SQLITE_OPEN_NOMUTEX | (readOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        var code = raw.sqlite3_open_v2(path, out handle, flags, null);
        if (code != raw.SQLITE_OK)
        {
            var message = raw.sqlite3_errstr(code).utf8_to_string();
            handle?.Dispose();
            throw new SqliteErrorException(code, message);
        }
        raw.sqlite3_extended_result_codes(handle, 1);
        raw.sqlite3_busy_timeout(handle, 2_000);
    }

    /// <summary>Rows that the last statement changed.</summary>
    internal int Changes => raw.sqlite3_changes(handle);

    /// <summary>Runs statements without parameters or results.</summary>
    internal void Execute(string sql) => Check(raw.sqlite3_exec(handle, sql));

    /// <summary>The prepared statement of that text, reset; it stays prepared for the next use.</summary>
    internal SqliteStatement Prepare(string sql)
    {
        if (statements.TryGetValue(sql, out var statement))
        {
            statement.Reset();
            return statement;
        }
        Check(raw.sqlite3_prepare_v3(handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var prepared));
        return statements[sql] = new SqliteStatement(this, prepared);
    }

    /// <summary>Ends the reading of every statement.</summary>
    internal void ResetAll()
    {
        foreach (var statement in statements.Values)
            statement.Reset();
    }

    internal void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            throw new SqliteErrorException(code, raw.sqlite3_errmsg(handle).utf8_to_string());
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
        handle.Dispose();
    }
}
