using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Storage;
using CtVoice.Testing.Web;
using Microsoft.Extensions.Time.Testing;

namespace CtVoice.Core.Tests.Conversations.Sending;

public sealed class StartCapTests
{
    private static readonly DateTimeOffset Noon = new(2027, 3, 13, 17, 0, 0, TimeSpan.Zero);
    private static readonly Recipient Maria = In("America/New_York");

    private readonly FakeTimeProvider time = new(Noon);
    private readonly TableSet tables = new(new MemoryTable(), new MemoryTable());

    private StartCap Cap => new(tables, PaceOptions.Unlimited with { StartedPerDay = 2 }, time);

    [Fact]
    public async Task One_too_many_waits_for_the_next_morning_also_where_the_clocks_change_and_the_same_message_takes_one_place()
    {
        Assert.Null(await Cap.TakeAsync(Maria, Message(1)));
        Assert.Null(await Cap.TakeAsync(Maria, Message(1)));
        Assert.Null(await Cap.LookAsync(Maria, Message(2)));
        Assert.Null(await Cap.TakeAsync(Maria, Message(2)));
        // Sunday, March 14, 2027: summer time begins.
        var morning = new DateTimeOffset(2027, 3, 14, 13, 0, 0, TimeSpan.Zero);
        Assert.Equal(morning, await Cap.TakeAsync(Maria, Message(3)));
        Assert.Equal(morning, await Cap.LookAsync(Maria, Message(3)));
        Assert.Null(await Cap.TakeAsync(Maria, Message(1)));
        Assert.Null(await Cap.TakeAsync(Maria with { MemberId = "m-02" }, Message(3)));

        time.Advance(morning - Noon);
        Assert.Null(await Cap.TakeAsync(Maria, Message(3)));
        Assert.Null(await Cap.TakeAsync(Maria, Message(1)));
        Assert.NotNull(await Cap.TakeAsync(Maria, Message(2)));
    }

    [Fact]
    public async Task What_cannot_wait_leaves_from_a_full_day_and_is_counted()
    {
        Assert.Null(await Cap.TakeAsync(Maria with { CannotWait = true }, Message(1)));
        Assert.Null(await Cap.TakeAsync(Maria, Message(2)));
        Assert.Null(await Cap.TakeAsync(Maria with { CannotWait = true }, Message(3)));
        Assert.NotNull(await Cap.TakeAsync(Maria, Message(4)));
    }

    [Fact]
    public async Task A_day_is_that_of_the_member()
    {
        time.Advance(TimeSpan.FromHours(12));
        Assert.Null(await Cap.TakeAsync(In("Pacific/Honolulu"), Message(1)));
        Assert.Null(await Cap.TakeAsync(In("Pacific/Honolulu"), Message(2)));
        // 7 in the evening of the 13th there, while it is the 14th in Connecticut.
        Assert.Equal(new(2027, 3, 14, 19, 0, 0, TimeSpan.Zero), await Cap.TakeAsync(In("Pacific/Honolulu"), Message(3)));
    }

    [Fact]
    public async Task However_many_ask_at_once_no_more_are_let_through_and_nothing_outlives_an_erase_request()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 32).Select(n => Task.Run(() => Cap.TakeAsync(Maria, Message(n)))));
        Assert.Equal(2, taken.Count(t => t is null));
        await Cap.ForgetAsync("m-01");
        Assert.Empty((await tables.Records.QueryAsync(new("started|m-01"))).Rows);
    }

    private static OutboxPlace Message(int n) => new($"review|r-{n}", "outbox|m-01|invitation|Email");

    private static Recipient In(string zone) => new("m-01", TimeZoneInfo.FindSystemTimeZoneById(zone));
}
