using CtVoice.Core.Storage;
using SQLitePCL;

namespace CtVoice.Local.Storage;

/// <summary>SQLite refused a call.</summary>
internal sealed class SqliteErrorException(int code, string message) : Exception(message)
{
    /// <summary>True when the refusal concerns one statement and the file is as good as before.</summary>
    internal bool ConcernsStatementOnly => (code & 0xff) is raw.SQLITE_CONSTRAINT or raw.SQLITE_TOOBIG or raw.SQLITE_MISMATCH
        or raw.SQLITE_RANGE;

    /// <summary>True when a file could not be opened, or memory not be had: that may be otherwise in a moment.</summary>
    internal bool MayPass => (code & 0xff) is raw.SQLITE_CANTOPEN or raw.SQLITE_NOMEM;

    /// <summary>The same in the words of the table port, naming the cause and the file.</summary>
    internal TableFaultException ToFault(string path) => new($"{Cause} ({path}: {Message})", isTransient: false, this);

    private string Cause => (code & 0xff) switch
    {
        raw.SQLITE_FULL => "The disk is full",
        raw.SQLITE_IOERR => "The disk does not answer",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => "The database file is damaged",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "The database file is locked by another program",
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => "The database file may not be written",
        raw.SQLITE_CANTOPEN => "The database file cannot be opened",
        _ => "The database failed",
    };
}
