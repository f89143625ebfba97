using CtVoice.Core.Storage;

namespace CtVoice.Local.Storage;

/// <summary>The tables of the product in one database file.</summary>
public static class SqliteTables
{
    /// <summary>The tables; they are there as soon as they are asked for.</summary>
    public static TableSet Open(SqliteDatabase database) =>
        new(new SqliteTable(database, 1), new SqliteTable(database, 2)) { ForgetAsync = database.ForgetAsync };
}
