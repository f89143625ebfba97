using System.Globalization;
using System.Text;
using CtVoice.Core.Storage;
using CtVoice.Local.Storage;
using CtVoice.Local.Tests.Crashes;
using CtVoice.Local.Tests.Harness;
using Xunit.Abstractions;

namespace CtVoice.Proof.Faults;

/// <summary>
/// A bit of the file falls over, as disks and memory do. <c>verify</c> may find the file whole only where every word that a ledger vouches
/// for is as it was; it never breaks off without a sentence.
/// </summary>
public sealed class FlippedBitTests(PreparedFolder prepared, ITestOutputHelper output) : IClassFixture<PreparedFolder>
{
    private static readonly int Flips = LongRuns.Times(10, 2_000);

    // How far behind the name of a review a bit is flipped: its rows are there.
    private const int Near = 1_500;

    [Fact]
    public async Task A_bit_that_fell_over_is_found_or_harms_nothing_that_is_vouched_for()
    {
        await using var installation = await Installation.StartAsync(prepared);
        var script = new ShortReview(installation);
        await script.AskAsync();
        await script.ReleaseTextsAsync();
        await script.PassAsync(TimeSpan.FromMinutes(40));
        await script.ReplyAsync((await script.PanelAsync("seats"))[0], "a1", "2 only if names are taken out");
        await script.PassAsync(TimeSpan.FromDays(1));
        await installation.StopAsync();
        var path = Path.Combine(installation.Folder, "ctvoice.db");
        var bytes = await File.ReadAllBytesAsync(path);
        var vouched = await VouchedAsync(installation.Folder, script.Id);
        var (random, places, found) = (new Random(20270111), Places(bytes, "review|" + script.Id), 0);
        Assert.NotEmpty(places);

        for (var flip = 0; flip < Flips; flip++)
        {
            var at = Math.Min(bytes.Length - 1, places[random.Next(places.Count)] + random.Next(Near));
            var flipped = (byte[])bytes.Clone();
            flipped[at] ^= (byte)(1 << random.Next(8));
            using var folder = new TempFolder();
            await File.WriteAllBytesAsync(Path.Combine(folder.Path, "ctvoice.db"), flipped);

            var typed = await Typed.RunAsync("verify", "--data", folder.Path);

            var where = string.Create(CultureInfo.InvariantCulture, $"byte {at}: ");
            Assert.InRange(typed.ExitCode, 0, 2);
            Assert.DoesNotContain("could not go on", where + typed.Error, StringComparison.Ordinal);
            if (typed.ExitCode == 0)
                Assert.Equal(where + vouched, where + await VouchedAsync(folder.Path, script.Id));
            else
                found++;
        }
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
                $"{Flips:N0} bits flipped near a review, {found:N0} found, the others harmed nothing that is vouched for"));
    }

    /// <summary>State, entries and texts of a review, as they are stored.</summary>
    private static async Task<string> VouchedAsync(string folder, string review)
    {
        using var database = new SqliteDatabase(folder);
        var (table, partition) = (SqliteTables.Open(database).Records, "review|" + review);
        List<TableRow> rows = [(await table.GetAsync(partition, "head"))!];
        foreach (var kind in new[] { "ledger|", "content|" })
            rows.AddRange((await table.QueryAsync(TableQuery.StartingWith(partition, kind))).Rows);
        return string.Join('\n', rows.Select(r => $"{r.Key} {r.Text("hash")} {r.LongTextOrNull()}"));
    }

    private static List<int> Places(byte[] bytes, string text)
    {
        var (needle, places, from) = (Encoding.UTF8.GetBytes(text), new List<int>(), 0);
        while (bytes.AsSpan(from).IndexOf(needle) is >= 0 and var at)
        {
            places.Add(from + at);
            from += at + 1;
        }
        return places;
    }
}
