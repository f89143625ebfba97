using CtVoice.Core.Board;
using CtVoice.Web.Simulation;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>A simulated phone shows what happened in the order in which it happened, also where the clock stands still.</summary>
public sealed class SimulatedMailboxTests
{
    [Fact]
    public async Task Messages_of_one_instant_stand_in_the_order_in_which_they_were_sent()
    {
        await using var story = await ReviewStory.BeginAsync();
        await story.SaysAsync("m-09", "HELP", "sms");
        await story.SaysAsync("m-09", "STOP", "sms");
        await story.SaysAsync("m-09", "START", "sms");
        var mailbox = story.Service<SimulatedMailbox>();
        var contact = (await story.Service<ContactStore>().ForSendingAsync("m-09"))!;

        var messages = await mailbox.ReadAsync(mailbox.Phone(contact.Phone!));

        Assert.Equal([story.Now], messages.Select(m => m.At).Distinct());
        Assert.Equal(["HELP", null, "STOP", null, "START", null], messages.Select(m => m.FromBoard ? null : m.Text));
        var answers = messages.Where(m => m.FromBoard).Select(m => m.Text).ToList();
        Assert.Contains("STOP to end", answers[0], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("START", answers[1], StringComparison.Ordinal);
    }
}
