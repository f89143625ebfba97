using CtVoice.Core.Workflows;
using CtVoice.Local.Engine;
using CtVoice.Local.Tests.Harness;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>A workflow that died is found, started again and told of: nobody who waits for a message notices.</summary>
public sealed class DiedWorkflowTests
{
    [Fact]
    public async Task A_member_whose_workflow_was_ended_from_outside_is_reminded_all_the_same()
    {
        var alarms = new AlarmLines();
        await using var story = await AskedAsync(change: alarms.AddTo);
        var member = (await story.TextersAsync())[0];
        var instance = ReviewWorkflows.InvitationId(story.Id, member, 1);
        await story.Service<EmbeddedEngine>().TerminateAsync(instance, "by hand");
        await story.SettleAsync();
        Assert.Equal(InstanceState.Terminated, (await story.Service<EmbeddedEngine>().GetStatusAsync(instance))!.State);

        await story.AdvanceToAsync(Eastern(2027, 1, 15, 12));

        Assert.Contains("reminder-after-3", story.PurposesTo(member));
        var alarm = Assert.Single(alarms.Lines);
        Assert.StartsWith("CTV-WORKFLOW: ", alarm, StringComparison.Ordinal);
        Assert.Contains(instance, alarm, StringComparison.Ordinal);
    }
}
