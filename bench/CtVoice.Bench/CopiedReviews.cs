using System.Globalization;
using CtVoice.Local.Storage;

namespace CtVoice.Bench;

/// <summary>
/// Many open reviews in a short time: one that the ordinary decisions opened is copied, row by row, with its ledger, its lines in the
/// lists, its workflows and what they wait for. Nobody answers the copies, so their members are on no phone.
/// </summary>
internal static class CopiedReviews
{
    // Copies in one transaction.
    private const int AtOnce = 2_000;

    /// <summary>The id of a copy; the first is 1.</summary>
    internal static string Id(int copy) => string.Create(CultureInfo.InvariantCulture, $"c{copy:D6}");

    /// <summary>Copies; for the file of a host that is stopped.</summary>
    /// <param name="path">The database file.</param>
    /// <param name="review">Number of the review to copy (<see cref="OpenReviews.Id"/>); nothing may be on its way for it.</param>
    /// <param name="count">How many copies, less than a million.</param>
    internal static void Make(string path, int review, int count)
    {
        var id = OpenReviews.Id(review);
        using var connection = new SqliteConnection(path, readOnly: false);
        // Made for one measurement: a crash costs nothing.
        connection.Execute($"""
            PRAGMA synchronous=OFF; PRAGMA cache_size=-262144; PRAGMA wal_autocheckpoint=100000;
            CREATE TEMP TABLE copies(n INTEGER PRIMARY KEY, review TEXT, members TEXT);
            CREATE TEMP TABLE rows_of AS SELECT * FROM entities
                WHERE (pk LIKE '%{id}%' OR rk LIKE '%{id}%') AND pk NOT LIKE 'open|%' AND pk NOT LIKE 'due|%';
            CREATE TEMP TABLE instances_of AS SELECT * FROM instances WHERE id LIKE '%{id}%';
            CREATE TEMP TABLE history_of AS SELECT * FROM history WHERE iid IN (SELECT iid FROM instances_of);
            CREATE TEMP TABLE pending_of AS SELECT * FROM pending WHERE iid IN (SELECT iid FROM instances_of);
            CREATE TEMP TABLE apart AS SELECT max(iid) AS iids FROM instances;
            """);
        for (var first = 1; first <= count; first += AtOnce)
            connection.Execute(Copying(id, OpenReviews.Member(review, 0)[..^1], first, Math.Min(first + AtOnce - 1, count)));
    }

    /// <summary>Names are as long as those of the review that is copied: texts in rows are stored with their length.</summary>
    private static string Copying(string id, string members, int first, int last)
    {
        return string.Create(CultureInfo.InvariantCulture, $"""
            BEGIN IMMEDIATE;
            DELETE FROM copies;
            WITH RECURSIVE numbers(n) AS (SELECT {first} UNION ALL SELECT n + 1 FROM numbers WHERE n < {last})
                INSERT INTO copies SELECT n, printf('c%06d', n), printf('c%06d-', n) FROM numbers;
            INSERT INTO entities SELECT tbl, {In("pk")}, {In("rk")}, etag, CAST({In("CAST(body AS TEXT)")} AS BLOB) FROM rows_of, copies;
            INSERT INTO instances SELECT iid + copies.n * iids, {In("id")}, workflow, version, state, {In("input")}, last, status, failure,
                started, changed FROM instances_of, copies, apart;
            INSERT INTO history SELECT iid + copies.n * iids, turn, {In("events")} FROM history_of, copies, apart;
            INSERT INTO pending SELECT iid + copies.n * iids, lane, pending_of.n, kind, name, {In("data")}, attempt, retry, due
                FROM pending_of, copies, apart;
            COMMIT;
            """);

        string In(string column) => $"replace(replace({column}, '{id}', review), '{members}', members)";
    }
}
