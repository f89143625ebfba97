using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Storage;
using CtVoice.Testing.Web;
using Microsoft.Extensions.Time.Testing;

namespace CtVoice.Core.Tests.Conversations.Sending;

public sealed class PacingTests
{
    private static readonly DateTimeOffset Noon = new(2027, 1, 11, 17, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider time = new(Noon);
    private readonly TableSet tables = new(new MemoryTable(), new MemoryTable());

    [Fact]
    public async Task No_span_of_a_minute_or_an_hour_ever_holds_more_emails_than_the_provider_takes()
    {
        var pacing = Paced(PaceOptions.Default);
        var left = new List<DateTimeOffset>();
        // Three hours in which somebody always wants to send: a direct answer every fourth time.
        for (var n = 0; time.GetUtcNow() < Noon.AddHours(3); n++)
        {
            if (await pacing.TakeAsync(Channel.Email, direct: n % 4 == 0) is null)
                left.Add(time.GetUtcNow());
            time.Advance(TimeSpan.FromSeconds(0.9));
        }
        Assert.True(left.Count > 250, "Pacing lets too few leave.");
        foreach (var (most, span) in new[] { (30, TimeSpan.FromMinutes(1)), (100, TimeSpan.FromHours(1)) })
            Assert.All(left, first => Assert.True(left.Count(t => t >= first && t < first + span) <= most));
    }

    [Fact]
    public async Task What_we_start_leaves_a_tenth_for_direct_answers_and_those_who_wait_are_told_different_times()
    {
        var pacing = Paced(new([new(10, TimeSpan.FromMinutes(1))], []));
        for (var n = 0; n < 9; n++)
            Assert.Null(await pacing.TakeAsync(Channel.Sms, direct: false));
        var told = new List<DateTimeOffset?>();
        for (var n = 0; n < 3; n++)
            told.Add(await pacing.TakeAsync(Channel.Sms, direct: false));
        Assert.Equal(Noon.AddMinutes(1), told[0]);
        Assert.Equal(3, told.Distinct().Count());
        Assert.Null(await pacing.TakeAsync(Channel.Sms, direct: true));
        Assert.Equal(Noon.AddMinutes(1), await pacing.TakeAsync(Channel.Sms, direct: true));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await pacing.TakeAsync(Channel.Sms, direct: false));
    }

    [Fact]
    public async Task Many_at_once_take_no_more_places_than_there_are()
    {
        var pacing = Paced(new([new(10, TimeSpan.FromMinutes(1))], []));
        var asked = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => pacing.TakeAsync(Channel.Sms, direct: true)));
        Assert.Equal(10, asked.Count(a => a is null));
    }

    [Fact]
    public async Task When_the_provider_asks_for_patience_the_whole_channel_waits_and_the_other_does_not()
    {
        var pacing = Paced(PaceOptions.Unlimited);
        await pacing.PauseAsync(Channel.Email, Noon.AddMinutes(5));
        await pacing.PauseAsync(Channel.Email, Noon.AddMinutes(2));
        Assert.Equal(Noon.AddMinutes(5), await pacing.TakeAsync(Channel.Email, direct: true));
        Assert.Null(await pacing.TakeAsync(Channel.Sms, direct: false));
        time.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(await pacing.TakeAsync(Channel.Email, direct: false));
    }

    private Pacing Paced(PaceOptions options) => new(tables, options, time);
}
