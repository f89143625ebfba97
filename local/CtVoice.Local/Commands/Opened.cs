using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Local.Storage;

namespace CtVoice.Local.Commands;

/// <summary>A data folder that a command looks into while no host runs on it.</summary>
internal static class Opened
{
    /// <summary>Runs a command on the reviews of a folder; a folder that cannot be opened is told on the error stream and
    /// ends with <paramref name="otherwise"/>.</summary>
    internal static async Task<int> WithReviewsAsync(string folder, TextWriter error, Func<TableSet, ReviewStore, Task<int>> run, int otherwise = 1)
    {
        if (!File.Exists(Path.Combine(folder, "ctvoice.db")))
        {
            await error.WriteLineAsync($"There is no CtVoice data in {Path.GetFullPath(folder)}.");
            return otherwise;
        }
        try
        {
            using var database = new SqliteDatabase(folder);
            var tables = SqliteTables.Open(database);
            return await run(tables, new ReviewStore(tables, new DueRows(tables.Records), TimeProvider.System));
        }
        catch (TableFaultException refused)
        {
            await error.WriteLineAsync(refused.Message);
            return otherwise;
        }
    }
}
