using System.Diagnostics;
using CtVoice.Local.Storage;

namespace CtVoice.Bench;

/// <summary>
/// What the disk can do at all: durable single-row SQLite commits a second (WAL, synchronous=FULL, one connection), without
/// the engine. The other figures are read against this one.
/// </summary>
internal static class CommitBench
{
    internal static double Run(string folder, TimeSpan duration)
    {
        using var connection = new SqliteConnection(Path.Combine(folder, "commits.db"), readOnly: false);
        connection.Execute(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE commits(n INTEGER PRIMARY KEY, body TEXT NOT NULL);");
        var insert = connection.Prepare("INSERT INTO commits(body) VALUES(?1)");
        var commits = 0;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < duration)
        {
            insert.Bind(1, "one row of a modest size, as a step of a workflow would write it").Run();
            commits++;
        }
        return commits / watch.Elapsed.TotalSeconds;
    }
}
