using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Local.Time;
using CtVoice.Web.Webhooks;
using static CtVoice.Local.Tests.Webhooks.Provider;

namespace CtVoice.Local.Tests.Time;

/// <summary>
/// The clock that a person moves waits for messages that are being applied: it jumped over the minutes in which an answer was on its way
/// to the provider, and the sweep, which then found an attempt of long ago, sent the answer again.
/// </summary>
public sealed class MessagesInHandTests
{
    [Fact]
    public async Task The_clock_stands_still_while_an_answer_is_on_its_way()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        var phone = (await story.Service<ContactStore>().ForSendingAsync(member))!.Phone!;
        var (leaving, arrives) = (new TaskCompletionSource(), new TaskCompletionSource());
        var answer = $"answer|sms|{Sid(1)}/answer";
        story.Carrier.OnSent = key =>
        {
            if (key != answer)
                return Task.CompletedTask;
            leaving.TrySetResult();
            return arrives.Task;
        };
        var (intake, travel, before) = (story.Service<Intake>(), story.Service<TimeTravel>(), story.Now);

        var taken = intake.TakeAsync(new(Channel.Sms, Sid(1), phone, "board", null, "2 and leave the names out", story.Now));
        await leaving.Task;
        var rest = intake.RestAsync();
        var travelled = travel.AdvanceAsync(TimeSpan.FromMinutes(11));
        Assert.False(rest.IsCompleted);
        Assert.False(travelled.IsCompleted);
        Assert.Equal(before, story.Now);
        arrives.SetResult();
        await taken;
        await rest;

        Assert.Equal(before + TimeSpan.FromMinutes(11), await travelled);
        Assert.Single(story.Carrier.Sent, answer);
        Assert.True((await story.Service<InboundStore>().ReadAsync("sms|" + Sid(1)))!.Outcome!.Answered);
    }

    [Fact]
    public async Task What_failed_is_in_hand_no_longer()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        var phone = (await story.Service<ContactStore>().ForSendingAsync(member))!.Phone!;
        story.Carrier.OnSent = _ => throw new InvalidOperationException("The line broke.");
        await story.Service<Intake>().TakeAsync(new(Channel.Sms, Sid(2), phone, "board", null, "2", story.Now));
        await story.Service<Intake>().RestAsync();
        Assert.False((await story.Service<InboundStore>().ReadAsync("sms|" + Sid(2)))!.Outcome!.Answered);
    }
}
