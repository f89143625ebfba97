using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Storage;
using CtVoice.Testing.Web;
using Microsoft.Extensions.Time.Testing;

namespace CtVoice.Core.Tests.Conversations.Links;

public sealed class MemberCodesTests
{
    private readonly FakeTimeProvider time = new(new(2027, 1, 11, 17, 0, 0, TimeSpan.Zero));
    private readonly TableSet tables = new(new MemoryTable(), new MemoryTable());

    [Fact]
    public async Task Five_wrong_guesses_lock_the_member_for_a_quarter_of_an_hour_whatever_link_they_come_by()
    {
        var codes = await WithCodeAsync("4821");
        for (var n = 0; n < MemberCodes.Tries; n++)
            Assert.IsType<CodeCheck.Wrong>(await codes.CheckAsync(Link("one"), "0000"));
        // Not even the right one, and a fresh link is no way around it.
        Assert.Equal(time.GetUtcNow().AddMinutes(15), Assert.IsType<CodeCheck.Locked>(await codes.CheckAsync(Link("two"), "4821")).Until);
        time.Advance(TimeSpan.FromMinutes(15));
        Assert.IsType<CodeCheck.Right>(await codes.CheckAsync(Link("two"), " 4821 "));
    }

    [Fact]
    public async Task A_code_is_kept_by_a_slow_hash_with_a_salt_of_its_own_and_one_kept_as_before_is_exchanged_when_it_is_used()
    {
        var codes = await WithCodeAsync("4821");
        await codes.SetAsync("m-02", "4821");
        var (mine, other) = (await RowAsync("m-01"), await RowAsync("m-02"));
        Assert.Null(mine.Text("hash"));
        Assert.StartsWith("pbkdf2-sha512|210000|", mine.Text("slow"), StringComparison.Ordinal);
        Assert.NotEqual(mine.Text("slow")!.Split('|')[2], other.Text("slow")!.Split('|')[2]);

        // As versions before kept it: it works, and is kept slowly from then on.
        _ = await tables.Contacts.SubmitAsync("codes",
            [new TableOperation.Upsert(new TableRow("codes", "m-01").With("hash", Index.OfCode("m-01", "7316")))]);
        Assert.IsType<CodeCheck.Wrong>(await codes.CheckAsync(Link("one"), "4821"));
        Assert.NotNull((await RowAsync("m-01")).Text("hash"));
        Assert.IsType<CodeCheck.Right>(await codes.CheckAsync(Link("one"), "7316"));
        Assert.Null((await RowAsync("m-01")).Text("hash"));
        Assert.IsType<CodeCheck.Right>(await codes.CheckAsync(Link("one"), "7316"));
        Assert.IsType<CodeCheck.Wrong>(await codes.CheckAsync(Link("one"), "4821"));
        Assert.Equal("m-02", await codes.WhoseAsync(["m-01", "m-02"], "4821"));
    }

    [Fact]
    public async Task Each_lock_lasts_twice_as_long_and_a_link_ends_after_ten_wrong_guesses()
    {
        var codes = await WithCodeAsync("4821");
        await GuessAsync(codes, "one", 5);
        time.Advance(TimeSpan.FromMinutes(15));
        await GuessAsync(codes, "one", 5);
        Assert.Null(Assert.IsType<CodeCheck.Locked>(await codes.CheckAsync(Link("one"), "4821")).Until);
        Assert.Equal(time.GetUtcNow().AddMinutes(30), Assert.IsType<CodeCheck.Locked>(await codes.CheckAsync(Link("two"), "4821")).Until);
        time.Advance(TimeSpan.FromDays(30));
        Assert.Null(Assert.IsType<CodeCheck.Locked>(await codes.CheckAsync(Link("one"), "4821")).Until);
        Assert.IsType<CodeCheck.Right>(await codes.CheckAsync(Link("two"), "4821"));
    }

    [Fact]
    public async Task Many_guesses_at_once_are_compared_no_more_often_than_single_ones()
    {
        var codes = await WithCodeAsync("4821");
        var checks = await Task.WhenAll(Enumerable.Range(0, 32).Select(n => codes.CheckAsync(Link($"link-{n}"), "0000")));
        Assert.Equal(MemberCodes.Tries, checks.Count(c => c is CodeCheck.Wrong));
        Assert.Equal(32 - MemberCodes.Tries, checks.Count(c => c is CodeCheck.Locked));
    }

    [Fact]
    public async Task A_right_code_ends_the_count_and_nobody_else_s_code_is_right()
    {
        var codes = await WithCodeAsync("4821");
        await codes.SetAsync("m-02", "7777");
        for (var round = 0; round < 3; round++)
        {
            await GuessAsync(codes, "one", MemberCodes.Tries - 1);
            Assert.IsType<CodeCheck.Right>(await codes.CheckAsync(Link("one"), "4821"));
        }
        Assert.IsType<CodeCheck.Wrong>(await codes.CheckAsync(Link("one"), "7777"));
        Assert.IsType<CodeCheck.None>(await codes.CheckAsync(Link("one") with { MemberId = "m-03" }, "4821"));
    }

    [Theory]
    [InlineData("1234", true)]
    [InlineData("12345678", true)]
    [InlineData("123", false)]
    [InlineData("123456789", false)]
    [InlineData("12a4", false)]
    [InlineData("", false)]
    public void A_code_has_four_to_eight_digits(string code, bool is_) => Assert.Equal(is_, MemberCodes.IsCode(code));

    [Fact]
    public async Task A_code_is_stored_in_no_form_that_shows_it()
    {
        _ = await WithCodeAsync("48213344");
        var row = (await tables.Contacts.GetAsync("codes", "m-01"))!;
        Assert.DoesNotContain(row.Properties.Values.OfType<string>(), v => v.Contains("48213344", StringComparison.Ordinal));
        Assert.Null(row.Text("hash"));
    }

    private static ContactIndex Index => new(new byte[32]);

    private async Task<TableRow> RowAsync(string member) => (await tables.Contacts.GetAsync("codes", member))!;

    private async Task<MemberCodes> WithCodeAsync(string code)
    {
        var codes = new MemberCodes(tables, Index, time);
        await codes.SetAsync("m-01", code);
        return codes;
    }

    private async Task GuessAsync(MemberCodes codes, string link, int times)
    {
        for (var n = 0; n < times; n++)
            Assert.IsType<CodeCheck.Wrong>(await codes.CheckAsync(Link(link), "0000"));
    }

    private MemberLink Link(string hash) => new(hash, QuestionSource.Review("r-1"), "m-01", Channel.Sms, time.GetUtcNow().AddDays(14));
}
