using System.Text;
using SQLitePCL;

namespace CtVoice.Local.Storage;

/// <summary>A prepared statement. Parameters count from 1, columns from 0, as in SQLite.</summary>
internal sealed class SqliteStatement(SqliteConnection connection, sqlite3_stmt handle) : IDisposable
{
    private const int ShortText = 128;

    // Of one UTF-16 unit in UTF-8.
    private const int MostBytes = 3;

    internal SqliteStatement Bind(int parameter, long value)
    {
        connection.Check(raw.sqlite3_bind_int64(handle, parameter, value));
        return this;
    }

    internal SqliteStatement Bind(int parameter, long? value) => value is { } number ? Bind(parameter, number) : BindNull(parameter);

    internal SqliteStatement Bind(int parameter, string? value)
    {
        if (value is null)
            return BindNull(parameter);
        // Keys and names are short: SQLite copies what it is given, so that they need not be on the heap.
        if (value.Length is > 0 and <= ShortText)
        {
            Span<byte> bytes = stackalloc byte[MostBytes * ShortText];
            ReadOnlySpan<byte> written = bytes[..Encoding.UTF8.GetBytes(value, bytes)];
            connection.Check(raw.sqlite3_bind_text(handle, parameter, written));
        }
        else
        {
            connection.Check(raw.sqlite3_bind_text(handle, parameter, value));
        }
        return this;
    }

    internal SqliteStatement Bind(int parameter, ReadOnlySpan<byte> value)
    {
        connection.Check(raw.sqlite3_bind_blob(handle, parameter, value));
        return this;
    }

    /// <summary>Moves to the next row; false at the end.</summary>
    internal bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW)
            return true;
        if (code == raw.SQLITE_DONE)
            return false;
        raw.sqlite3_reset(handle);
        connection.Check(code);
        return false;
    }

    /// <summary>Runs a statement that returns no rows.</summary>
    internal void Run()
    {
        Step();
        raw.sqlite3_reset(handle);
    }

    internal bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    internal long Number(int column) => raw.sqlite3_column_int64(handle, column);

    internal long? NumberOrNull(int column) => IsNull(column) ? null : Number(column);

    internal string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();

    internal string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>Bytes of a column, valid until the next step.</summary>
    internal ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(handle, column);

    /// <summary>Ends the reading, so that no snapshot of the file is held.</summary>
    internal void Reset() => raw.sqlite3_reset(handle);

    public void Dispose() => handle.Dispose();

    private SqliteStatement BindNull(int parameter)
    {
        connection.Check(raw.sqlite3_bind_null(handle, parameter));
        return this;
    }
}
