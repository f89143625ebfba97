using System.Text;
using CtVoice.Core.Board;
using CtVoice.Core.Storage;
using CtVoice.Testing.Web;

namespace CtVoice.Core.Tests.Board;

public sealed class ContactStoreTests
{
    private static readonly MemberContact Avery = new("m-01", "Avery Example", "+12035550101", "Avery@Example.org");
    private static readonly MemberContact Blair = new("m-02", "Blair Example", "+12035550101");
    private readonly MemoryTable contacts = new() { RowsAPage = 2 };
    private readonly MemoryTable records = new() { RowsAPage = 2 };
    private readonly StoppedClock clock = new();

    private ContactStore Store(byte seed = 1) =>
        new(contacts, new ContactIndex([.. Enumerable.Repeat(seed, 32)]), new TableViewLog(records), clock);

    [Fact]
    public async Task Several_members_may_share_a_number()
    {
        await Store().PutAsync(Blair);
        await Store().PutAsync(Avery);

        Assert.Equal(["m-01", "m-02"], await Store().MembersOnPhoneAsync("+12035550101"));
        Assert.Equal(["m-01"], await Store().MembersOnAddressAsync(" avery@example.ORG "));
        Assert.Empty(await Store().MembersOnPhoneAsync("+12035550102"));
    }

    [Fact]
    public async Task A_changed_number_is_found_under_the_new_one_only()
    {
        await Store().PutAsync(Avery);

        await Store().PutAsync(Avery with { Phone = "+18605550109", Email = null });

        Assert.Empty(await Store().MembersOnPhoneAsync("+12035550101"));
        Assert.Equal(["m-01"], await Store().MembersOnPhoneAsync("+18605550109"));
        Assert.Equal(2, contacts.All.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_crash_at_any_write_of_a_change_never_points_to_the_wrong_number(int writes)
    {
        await Store().PutAsync(Avery with { Email = null });
        contacts.FailFrom = contacts.Batches + writes - 1;
        var change = Avery with { Phone = "+18605550109", Email = null };

        var crashed = await Record.ExceptionAsync(() => Store().PutAsync(change));

        Assert.Equal(writes <= 3, crashed is TableFaultException);
        var held = (await Store().ForSendingAsync("m-01"))!.Phone!;
        Assert.Equal(["m-01"], await Store().MembersOnPhoneAsync(held));
        Assert.Empty(await Store().MembersOnPhoneAsync(held == change.Phone ? Avery.Phone! : change.Phone!));
        contacts.FailFrom = null;
        await Store().PutAsync(change);
        Assert.Equal(["m-01"], await Store().MembersOnPhoneAsync(change.Phone!));
    }

    [Fact]
    public async Task No_key_shows_a_number_or_an_address()
    {
        await Store().PutAsync(Avery);

        var keys = string.Join(' ', contacts.All.Select(row => $"{row.Partition} {row.Key}"));

        Assert.DoesNotContain("555",
            keys.Replace(new ContactIndex([.. Enumerable.Repeat((byte)1, 32)]).OfPhone(Avery.Phone!), "", StringComparison.Ordinal)
            .Replace(new ContactIndex([.. Enumerable.Repeat((byte)1, 32)]).OfAddress(Avery.Email!), "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.DoesNotContain("example", keys, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_index_key_is_hmac_sha_256()
    {
        // python: hmac.new(b"k" * 32, b"phone:+12035550101", "sha256").hexdigest()
        Assert.Equal("694fa9463cb0c54bb692f1152d5c2325495667e63a7df56965f06144e0de3663",
            new ContactIndex(Encoding.ASCII.GetBytes(new string('k', 32))).OfPhone("+12035550101"));
        Assert.Throws<ArgumentException>(() => new ContactIndex(new byte[31]));
    }

    [Fact]
    public async Task After_a_rotation_of_the_index_key_a_rebuild_finds_everybody_again()
    {
        await Store(seed: 1).PutAsync(Avery);
        await Store(seed: 1).PutAsync(Blair);
        Assert.Empty(await Store(seed: 2).MembersOnPhoneAsync(Avery.Phone!));

        Assert.Equal(2, await Store(seed: 2).RebuildIndexAsync());

        Assert.Equal(["m-01", "m-02"], await Store(seed: 2).MembersOnPhoneAsync(Avery.Phone!));
    }

    [Fact]
    public async Task Removing_a_contact_leaves_no_row_behind()
    {
        await Store().PutAsync(Avery);

        await Store().RemoveAsync("m-01");
        await Store().RemoveAsync("m-01");

        Assert.Empty(contacts.All);
    }

    [Fact]
    public async Task Every_view_by_a_person_is_recorded_also_two_of_one_instant()
    {
        await Store().PutAsync(Avery);

        var seen = await Store().ViewAsync(["m-01", "m-09"], "key-c1", "members/contact");
        await Store().ViewAsync(["m-01"], "key-c1", "members/contact");

        Assert.Equal([Avery], seen);
        var (views, _) = await new TableViewLog(records).ReadAsync(new DateOnly(2027, 3, 15));
        Assert.Equal(["m-01,m-09", "m-01"], views.Select(view => string.Join(',', view.MemberIds)));
        Assert.All(views, view => Assert.Equal((StoppedClock.Instant, "key-c1", "members/contact"), (view.When, view.Who, view.Screen)));
        Assert.All(records.All, row => Assert.Equal("views|2027-03", row.Partition));
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_shown()
    {
        await Store().PutAsync(Avery);
        records.FailFrom = 0;

        await Assert.ThrowsAsync<TableFaultException>(() => Store().ViewAsync(["m-01"], "key-c1", "members/contact"));
    }

    [Fact]
    public async Task Sending_is_not_a_view()
    {
        await Store().PutAsync(Avery);

        Assert.Equal(Avery, await Store().ForSendingAsync("m-01"));
        Assert.Empty(records.All);
    }

    private sealed class StoppedClock : TimeProvider
    {
        public static readonly DateTimeOffset Instant = new(2027, 3, 31, 23, 59, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Instant;
    }
}
