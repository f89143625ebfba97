using System.Globalization;
using System.Text;
using CtVoice.Core.Board;
using CtVoice.Core.Storage;
using CtVoice.Testing.Web;
using Microsoft.Extensions.Time.Testing;

namespace CtVoice.Core.Tests.Board;

public sealed class StagedBoardImportTests
{
    private const string Header = "member_id,name,phone,languages,channels,term_from\n";
    private static readonly ContactIndex Index = new([.. Enumerable.Repeat((byte)1, 32)]);
    private static readonly byte[] File = Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Range(1, 6).Select(n =>
        string.Create(CultureInfo.InvariantCulture, $"m-{n:D2},Jo Example,203-555-01{n:D2},en,sms,2027-01-01\n"))));

    private static readonly DateTimeOffset Now = new(2027, 1, 4, 15, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Now.AddHours(1);

    private readonly MemoryTable records = new() { RowsAPage = 2 };
    private readonly MemoryTable contacts = new() { RowsAPage = 2 };

    private readonly FakeTimeProvider clock = new(Now);

    private DueRows Due => new(records);

    private StagedBoardImport Import => new(
        new(new BoardStore(records), new ContactStore(contacts, Index, new TableViewLog(records), TimeProvider.System), Index),
        new(records, contacts), Due, clock);

    private async Task<int> MembersAsync() => (await new BoardStore(records).MembersAsync()).Count;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whatever_write_the_power_fails_at_the_board_has_all_of_the_file_or_nothing_once_the_sweep_has_run(bool inContacts)
    {
        var whole = new StagedBoardImportTests();
        Assert.True((await whole.Import.RunAsync(File, dryRun: false)).Stored);
        Assert.Equal(6, await whole.MembersAsync());
        var writes = (inContacts ? whole.contacts : whole.records).Batches;
        var found = new List<int>();
        for (var at = 0; at < writes; at++)
        {
            var struck = new StagedBoardImportTests();
            (inContacts ? struck.contacts : struck.records).FailFrom = at;
            await Assert.ThrowsAsync<TableFaultException>(() => struck.Import.RunAsync(File, dryRun: false));
            struck.contacts.FailFrom = struck.records.FailFrom = null;

            await struck.SweepAsync(Later);
            found.Add(await struck.MembersAsync());

            // What was never staged whole is kept for whoever may still be staging it, and no longer.
            await struck.SweepAsync(Now + DueRows.Grace + DueRows.Patience);
            Assert.Equal(found[^1], await struck.MembersAsync());
            Assert.DoesNotContain(struck.contacts.All, row => row.Partition == "board-import");
            Assert.Null(await struck.Due.NextAsync());
        }
        Assert.Equal([0, 6], found.Distinct().Order());
    }

    private async Task SweepAsync(DateTimeOffset now)
    {
        clock.Advance(now - clock.GetUtcNow());
        foreach (var row in await Due.ReadAsync(now))
            await Due.LookedAtAsync(row, await Import.FinishAsync(row), now);
    }

    [Fact]
    public async Task A_file_with_a_fault_is_never_staged()
    {
        var report = await Import.RunAsync(Encoding.UTF8.GetBytes(Header + "m-01,,203-555-0101,en,sms,2027-01-01\n"), dryRun: false);

        Assert.False(report.Stored);
        Assert.Equal("name", Assert.Single(report.Faults).Column);
        Assert.Equal((0, 0), (records.Batches, contacts.Batches));
    }

    [Fact]
    public async Task A_dry_run_and_a_file_that_changes_nothing_write_nothing()
    {
        var dry = await Import.RunAsync(File, dryRun: true);
        Assert.Equal((false, 6, 0), (dry.Stored, dry.Added.Count, records.Batches + contacts.Batches));
        _ = await Import.RunAsync(File, dryRun: false);
        var writes = records.Batches + contacts.Batches;

        var again = await Import.RunAsync(File, dryRun: false);

        Assert.Equal((true, 6, writes), (again.Stored, again.Unchanged.Count, records.Batches + contacts.Batches));
    }

    [Fact]
    public async Task What_is_left_of_an_older_file_does_not_undo_a_newer_one()
    {
        var older = new StagedBoardImportTests();
        older.records.FailFrom = 2;
        await Assert.ThrowsAsync<TableFaultException>(() => older.Import.RunAsync(File, dryRun: false));
        older.records.FailFrom = null;
        var left = Assert.Single(await older.Due.ReadAsync(Later));
        var newer = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(File).Replace(",en,", ",es,", StringComparison.Ordinal));
        _ = await older.Import.RunAsync(newer, dryRun: false);

        Assert.False(await older.Import.FinishAsync(left));

        Assert.All(await new BoardStore(older.records).MembersAsync(), m => Assert.Equal(["es"], m.Languages));
    }
}
