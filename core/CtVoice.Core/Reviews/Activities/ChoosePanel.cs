using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Projects;
using CtVoice.Core.Workflows;

namespace CtVoice.Core.Reviews.Activities;

/// <summary>Chooses the panel from the board as it is now, and records it with every reason.</summary>
public sealed class ChoosePanel(ReviewStore reviews, ReviewCommands commands, BoardStore board, ReferenceStore references, BusinessCalendar calendar)
    : IActivity<ReviewMoment, bool>
{
    public async Task<bool> RunAsync(ReviewMoment input, CancellationToken cancellationToken)
    {
        if (await reviews.ReadAsync(input.ReviewId, cancellationToken) is not { } stored
            || await reviews.ReadProjectAsync(input.ReviewId, cancellationToken) is not { } project)
            return false;
        var review = stored.State;
        var opens = LocalTime.DateIn(BusinessCalendar.Zone, input.Now);
        var choice = Panels.Choose(PanelRouting.InputOf(
            review.Id, project, review.Assessment!.Touched, await references.CurrentAsync(cancellationToken),
            await board.BoardAsync(opens.Year, cancellationToken), opens, PanelRouting.LastDay(opens, review.Policy, calendar), review.Policy));
        return await commands.DecideAsync(input.ReviewId, (current, now) => ChoosingPanel.Record(
            current, [.. choice.Seats.Select(Chosen)], [.. choice.Alternates.Select(Chosen)],
            [.. choice.Excluded.Concat(choice.NotChosen).Select(m => new PassedOver(m.MemberId, string.Join(' ', m.Reasons)))],
            [.. choice.Coverage.Select(c => c.Sentence), .. choice.Warnings.Select(w => w.Sentence)],
            choice.Outcome is PanelOutcome.Full, now), input.Now, cancellationToken) is { Result: true };
    }

    private static ChoosingPanel.Chosen Chosen(PanelSeat seat) => new(seat.MemberId, seat.Language, string.Join(' ', seat.Reasons));
}
