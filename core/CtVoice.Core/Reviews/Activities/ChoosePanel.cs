using CtVoice.Core.Workflows;

namespace CtVoice.Core.Reviews.Activities;

/// <summary>Chooses the panel from the board as it is now, and records it with every reason.</summary>
public sealed class ChoosePanel(ReviewStore reviews, ReviewCommands commands, PanelRouting routing) : IActivity<ReviewMoment, bool>
{
    public async Task<bool> RunAsync(ReviewMoment input, CancellationToken cancellationToken)
    {
        if (await reviews.ReadAsync(input.ReviewId, cancellationToken) is not { } stored)
            return false;
        var routed = await routing.ChooseAsync(stored.State, stored.State.Overrides, input.Now, cancellationToken);
        if (routed.Choice.Outcome is Board.PanelOutcome.OverrideRefused)
        {
            // Somebody the coordinator named has left or may not be asked any more: chosen without, and told.
            routed = await routing.ChooseAsync(stored.State, [], input.Now, cancellationToken);
            return await commands.DecideAsync(input.ReviewId, (current, now) => ChoosingPanel.Record(
                current, routed, [], now, note: "The coordinator's decisions on single members could not be followed any more."), input.Now, cancellationToken) is { Result: true };
        }
        return await commands.DecideAsync(
            input.ReviewId, (current, now) => ChoosingPanel.Record(current, routed, current.Overrides, now), input.Now, cancellationToken) is { Result: true };
    }
}
