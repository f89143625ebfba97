using CtVoice.Core.Board;
using CtVoice.Testing.Web;
using static CtVoice.Core.Tests.Board.Residents;

namespace CtVoice.Core.Tests.Board;

public sealed class MemberCheckTests
{
    [Fact]
    public void A_member_as_the_file_would_take_them_is_taken() =>
    Assert.Empty(MemberCheck.Of(Resident("m-01", "2054-5", "poverty"), _ => true));

    [Fact]
    public void Everything_wrong_with_a_member_is_named_at_once()
    {
        var wrong = Resident("M 1", "2054-5", "poverty") with
        {
            Languages = ["es", "Spanish", "es"],
            Zone = "Mars/Olympus",
            Channels = [],
            Term = new(new(2027, 1, 1), new(2026, 1, 1)),
            RefusedToDescribe = true,
            Experiences = ["rich"],
            MaximumPerYear = -1,
            Away = [new(new(2027, 2, 2), new(2027, 2, 1))],
        };

        Assert.Equal(
            ["/id", "/languages/1", "/languages/2", "/zone", "/channels", "/term/to", "/populations/0", "/populations", "/experiences/0",
                "/away/0", "/maximumPerYear"],
            MemberCheck.Of(wrong, _ => false).Select(f => f.Pointer));
    }

    [Fact]
    public void A_contact_is_stored_in_one_form_and_a_fault_never_repeats_it()
    {
        Assert.Equal("+12035550101", MemberCheck.OfContact(Resident("m-01"), "Avery", "(203) 555-0101", null).Contact!.Phone);
        var (contact, faults) = MemberCheck.OfContact(Resident("m-01"), "", "203-555", "nobody@@example.org");
        Assert.Null(contact);
        Assert.Equal(["/name", "/phone", "/email"], faults.Select(f => f.Pointer));
        Assert.DoesNotContain(faults, f => f.Message.Contains("203", StringComparison.Ordinal)
            || f.Message.Contains("nobody", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Members_who_come_to_share_a_number_are_marked_and_unmarked()
    {
        var (records, contacts) = (new MemoryTable { RowsAPage = 2 }, new MemoryTable { RowsAPage = 2 });
        var index = new ContactIndex(new byte[32]);
        var board = new BoardStore(records);
        var store = new ContactStore(contacts, index, new TableViewLog(records), TimeProvider.System);
        var changing = new ChangingContacts(board, store, index);
        foreach (var id in new[] { "m-01", "m-02" })
        {
            await board.ChangeAsync(id, _ => Resident(id));
            await changing.PutAsync(new(id, id, "+12035550101"));
        }

        var (one, two) = (await board.GetAsync("m-01"), await board.GetAsync("m-02"));
        Assert.NotNull(one!.SharedNumberKey);
        Assert.Equal(one.SharedNumberKey, two!.SharedNumberKey);
        Assert.True(one.Discreet && two.Discreet);

        await changing.PutAsync(new("m-02", "m-02", "+12035550102"));

        Assert.Null((await board.GetAsync("m-01"))!.SharedNumberKey);
        Assert.Null((await board.GetAsync("m-02"))!.SharedNumberKey);
    }
}
