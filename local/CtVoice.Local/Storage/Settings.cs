namespace CtVoice.Local.Storage;

/// <summary>Named numbers of the host itself.</summary>
internal static class Settings
{
    internal static long? Read(SqliteConnection connection, string name)
    {
        var statement = connection.Prepare("SELECT value FROM settings WHERE name = ?1").Bind(1, name);
        long? value = statement.Step() ? statement.Number(0) : null;
        statement.Reset();
        return value;
    }

    internal static void Write(SqliteConnection connection, string name, long value) =>
        connection.Prepare("INSERT INTO settings(name, value) VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET value = ?2")
            .Bind(1, name).Bind(2, value).Run();
}
