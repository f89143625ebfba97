using CtVoice.Core.Board;
using CtVoice.Testing.Web;

namespace CtVoice.Core.Tests.Board;

public sealed class FictionTests
{
    [Theory]
    [InlineData("+12035550100", null)]
    [InlineData("+18605550199", "avery@example.org")]
    [InlineData(null, "Avery@Mail.EXAMPLE.com")]
    [InlineData(null, "avery@board.test")]
    [InlineData(null, null)]
    public void Reserved_numbers_and_domains_are_fiction(string? phone, string? email) =>
        Assert.True(Fiction.Covers(new("m-01", "Avery", phone, email)));

    [Theory]
    [InlineData("+12035550200", null)]
    [InlineData("+12035551100", "avery@example.org")]
    [InlineData("+18605550100", "avery@notexample.org")]
    [InlineData(null, "avery@example.org.uk")]
    [InlineData(null, "avery@ct.gov")]
    public void One_contact_that_could_be_somebodys_is_enough_to_be_real(string? phone, string? email) =>
        Assert.False(Fiction.Covers(new("m-01", "Avery", phone, email)));

    [Fact]
    public async Task Real_members_are_listed_by_id()
    {
        var contacts =
            new ContactStore(new MemoryTable { RowsAPage = 2 }, new ContactIndex(new byte[32]),
                new TableViewLog(new MemoryTable { RowsAPage = 2 }), TimeProvider.System);
        await contacts.PutAsync(new("m-01", "Avery", "+12035550101", "avery@example.org"));
        await contacts.PutAsync(new("m-02", "Blair", "+12035550102", "blair@ct.gov"));

        Assert.Equal(["m-02"], await contacts.RealMembersAsync());
    }
}
