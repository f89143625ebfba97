using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Local.Storage;
using CtVoice.Local.Trial;

namespace CtVoice.Local.Commands;

/// <summary>A data folder that a command looks into while no host runs on it.</summary>
internal static class Opened
{
    /// <summary>Whether there are data in a folder.</summary>
    internal static bool Exists(string folder) => File.Exists(Path.Combine(folder, "ctvoice.db"));

    /// <summary>Runs a command on the reviews of a folder; a folder that cannot be opened is told on the error stream and
    /// ends with 1.</summary>
    internal static Task<int> WithReviewsAsync(string folder, TextWriter error, Func<TableSet, ReviewStore, Task<int>> run) =>
        WithDatabaseAsync(
            folder, error,
            database =>
            {
                var tables = SqliteTables.Open(database);
                return run(tables, new ReviewStore(tables, new DueRows(tables.Records), TimeProvider.System));
            });

    /// <summary>The same on the database itself; ends with <paramref name="otherwise"/>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="error">Where refusals go.</param>
    /// <param name="run">The command.</param>
    /// <param name="otherwise">Exit code of a folder that cannot be opened.</param>
    /// <param name="whenUsed">What to do where another process uses the folder.</param>
    internal static async Task<int> WithDatabaseAsync(
        string folder, TextWriter error, Func<SqliteDatabase, Task<int>> run, int otherwise = 1, string whenUsed = "stop it")
    {
        if (!Exists(folder))
        {
            await error.WriteLineAsync($"There is no CtVoice data in {Path.GetFullPath(folder)}.");
            return otherwise;
        }
        if (Filling.IsHalf(folder))
        {
            await error.WriteLineAsync($"{Path.GetFullPath(folder)} is being filled with a trial, or that was broken off: the next start "
                + "of serve begins it anew.");
            return otherwise;
        }
        try
        {
            using var database = new SqliteDatabase(folder, new() { MustExist = true });
            return await run(database);
        }
        catch (TableFaultException refused)
        {
            await error.WriteLineAsync(refused.InnerException is FolderInUseException
                ? FolderInUseException.Sentence(folder, whenUsed)
                : refused.Message);
            return otherwise;
        }
    }
}
