using CtVoice.Core.Board;
using CtVoice.Testing.Web;
using static CtVoice.Core.Tests.Board.Residents;

namespace CtVoice.Core.Tests.Board;

public sealed class BoardStoreTests
{
    private static readonly DateTimeOffset May = new(2027, 5, 3, 16, 0, 0, TimeSpan.Zero);
    private readonly MemoryTable table = new() { RowsAPage = 2 };

    private BoardStore Store => new(table);

    [Fact]
    public async Task Being_asked_counts_once_a_review_however_often_it_is_applied()
    {
        Assert.True(await Store.RecordAskedAsync("m-01", "r-1", May));
        Assert.False(await Store.RecordAskedAsync("m-01", "r-1", May));
        Assert.True(await Store.RecordAskedAsync("m-01", "r-2", May.AddDays(-3)));

        Assert.Equal(new MemberLoad(2, May), await Store.LoadAsync("m-01", 2027));
    }

    [Fact]
    public async Task A_year_of_asking_is_a_year_in_connecticut()
    {
        await Store.RecordAskedAsync("m-01", "r-1", new DateTimeOffset(2028, 1, 1, 4, 59, 0, TimeSpan.Zero));
        await Store.RecordAskedAsync("m-01", "r-2", new DateTimeOffset(2028, 1, 1, 5, 0, 0, TimeSpan.Zero));

        Assert.Equal(1, (await Store.LoadAsync("m-01", 2027)).AskedThisYear);
        Assert.Equal(1, (await Store.LoadAsync("m-01", 2028)).AskedThisYear);
        Assert.Equal(new MemberLoad(0, new DateTimeOffset(2028, 1, 1, 5, 0, 0, TimeSpan.Zero)), await Store.LoadAsync("m-01", 2029));
    }

    [Fact]
    public async Task A_count_that_failed_to_be_stored_is_counted_by_the_next_attempt()
    {
        table.FailFrom = 0;
        await Assert.ThrowsAsync<CtVoice.Core.Storage.TableFaultException>(() => Store.RecordAskedAsync("m-01", "r-1", May));
        table.FailFrom = null;

        Assert.True(await Store.RecordAskedAsync("m-01", "r-1", May));
        Assert.Equal(1, (await Store.LoadAsync("m-01", 2027)).AskedThisYear);
    }

    [Fact]
    public async Task The_board_has_every_member_with_their_load_in_order_of_id()
    {
        foreach (var id in new[] { "m-03", "m-01", "m-02" })
            await Store.ChangeAsync(id, _ => Resident(id));
        await Store.RecordAskedAsync("m-02", "r-1", May);

        var board = await Store.BoardAsync(2027);

        Assert.Equal([("m-01", 0), ("m-02", 1), ("m-03", 0)], board.Select(entry => (entry.Member.Id, entry.Load.AskedThisYear)));
    }

    [Fact]
    public async Task A_lost_race_asks_the_change_again_with_what_the_other_wrote()
    {
        await Store.ChangeAsync("m-01", _ => Resident("m-01"));
        var raced = false;

        var after = await Store.ChangeAsync("m-01", stored =>
        {
            if (!raced)
            {
                raced = true;
                Assert.True(Store.ChangeAsync("m-01", other => other! with { HouseholdKey = "h1" }).IsCompletedSuccessfully);
            }
            return stored! with { MaximumPerYear = 3 };
        });

        Assert.Equal(("h1", 3), (after!.HouseholdKey, after.MaximumPerYear));
        Assert.Equal("h1", (await Store.GetAsync("m-01"))!.HouseholdKey);
    }

    [Fact]
    public async Task A_change_that_changes_nothing_writes_nothing()
    {
        await Store.ChangeAsync("m-01", _ => Resident("m-01"));
        var batches = table.Batches;

        await Store.ChangeAsync("m-01", stored => stored);

        Assert.Equal(batches, table.Batches);
    }

    [Fact]
    public async Task Every_consent_record_is_kept_and_the_newest_is_in_force()
    {
        await Store.ChangeAsync("m-01", _ => Resident("m-01"));
        var stop = new ConsentRecord(Channel.Sms, ConsentState.Withdrawn, May, "consent-1", "sms STOP");
        var older = new ConsentRecord(Channel.Sms, ConsentState.Given, May.AddDays(-1), "consent-1", "page");

        await Store.RecordConsentAsync("m-01", stop);
        var member = await Store.RecordConsentAsync("m-01", older);
        await Store.RecordConsentAsync("m-01", stop);

        Assert.False(member!.Consents(Channel.Sms));
        Assert.Equal(["paper form", "page", "sms STOP"], (await Store.ConsentHistoryAsync("m-01")).Select(record => record.How));
    }

    [Fact]
    public async Task Consent_of_somebody_unknown_is_not_kept()
    {
        Assert.Null(await Store.RecordConsentAsync("m-09", new ConsentRecord(Channel.Sms, ConsentState.Given, May, "consent-1", "page")));
        Assert.Empty(table.All);
    }

    [Fact]
    public async Task A_member_whose_id_starts_like_anothers_keeps_their_own_history()
    {
        await Store.ChangeAsync("m-1", _ => Resident("m-1"));
        await Store.ChangeAsync("m-10", _ => Resident("m-10"));

        Assert.Single(await Store.ConsentHistoryAsync("m-1"));
    }
}
