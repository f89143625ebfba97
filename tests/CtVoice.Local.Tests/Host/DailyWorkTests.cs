using CtVoice.Core.Board;
using CtVoice.Local.Demo;
using CtVoice.Local.Host;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Time;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Local.Tests.Host;

public sealed class DailyWorkTests
{
    // A Friday at noon in Connecticut.
    private static readonly DateTimeOffset Friday = new(2031, 3, 7, 17, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Time_travel_stops_for_the_night_and_for_the_next_business_morning()
    {
        using var folder = new TempFolder();
        await using var host =
            await LocalHost.StartAsync(new(folder.Path, Port: 0) { Clock = new StandingClock(Friday), TimePasses = false });
        var daily = host.Services.GetRequiredService<DailyWork>();

        Assert.Equal(new DateTimeOffset(2031, 3, 8, 8, 30, 0, TimeSpan.Zero), await daily.NextDueAsync());
        await host.Services.GetRequiredService<TimeTravel>().AdvanceToAsync(new(2031, 3, 10, 8, 0, 0, TimeSpan.Zero));

        // Summer time began on Sunday; verified on Saturday, Sunday and Monday, and the digest is next.
        Assert.Equal(new DateTimeOffset(2031, 3, 10, 13, 0, 0, TimeSpan.Zero), await daily.NextDueAsync());
    }

    [Fact]
    public async Task A_member_whom_a_message_could_reach_stops_the_start()
    {
        using var folder = new TempFolder();
        await using (var host = await LocalHost.StartAsync(new(folder.Path, Port: 0)))
            await host.Services.GetRequiredService<ContactStore>().PutAsync(new("m-99", "Robin", "+18605551234"));

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => LocalHost.StartAsync(new(folder.Path, Port: 0)));

        Assert.Contains("m-99", refused.Message, StringComparison.Ordinal);
    }
}
