using CtVoice.Core.Commands;
using CtVoice.Core.Engine;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Workflows.Activities;

/// <summary>Chooses the panel from the board as it is now, and records it with every reason.</summary>
public sealed class ChoosePanel(ReviewStore reviews, ReviewCommands commands, ReviewRouting routing) : IActivity<ReviewMoment, bool>
{
    public async Task<bool> RunAsync(ReviewMoment input, CancellationToken cancellationToken)
    {
        if (await reviews.ReadAsync(input.ReviewId, cancellationToken) is not { } stored
            || await routing.ChooseAsync(stored.State, stored.State.Overrides, input.Now, cancellationToken) is not { } routed)
            return false;
        if (routed.Choice.Outcome is not Board.PanelOutcome.OverrideRefused)
        {
            return await commands.DecideAsync(
                input.ReviewId, (review, now) => ChoosingPanel.Record(review, routed, review.Overrides, now), input.Now,
                cancellationToken: cancellationToken) is { Result: true };
        }
        // Somebody the coordinator named has left or may not be asked any more: chosen without, and said.
        var without = (await routing.ChooseAsync(stored.State, [], input.Now, cancellationToken))!;
        return await commands.DecideAsync(
            input.ReviewId,
            (review, now) =>
                ChoosingPanel.Record(review, without, [], now,
                    "The coordinator's decisions on single members could not be followed any more."),
            input.Now, cancellationToken: cancellationToken) is { Result: true };
    }
}
